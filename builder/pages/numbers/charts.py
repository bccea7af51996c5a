"""Rows in; out come charts as inline SVG: no script, no colour of their own, the same every time.

Their ground is 340 units wide, so that 14 units of letter height stay readable on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 340
LABEL_WIDTH = 152
LETTERS_A_LINE = 18
LINE_HEIGHT = 17
BAR_HEIGHT = 18
ROW_GAP = 12
NUMBER_WIDTH = 52
GAP_TO_NUMBER = 6
FIGURE_WIDTH = 9
"""Of one letter of a number, in the widest of the usual typefaces."""

COLUMN_AREA = 130


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: str
    value: int
    text: str
    """The number as people read it."""


@dataclass(frozen=True, slots=True)
class ChartWords:
    """What a chart says to those who do not see it."""

    id: str
    """Unique on the page."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """How long bars are drawn."""

    longest: int
    """The largest value; its bar fills the room."""

    room: int


def compose_bars(bars: Sequence[Bar], words: ChartWords) -> str:
    """Horizontal bars: label on the left, number at the bar's end."""
    scale = _Scale(
        longest=max((bar.value for bar in bars), default=0),
        room=WIDTH - LABEL_WIDTH - _number_width(bars),
    )
    drawn: list[str] = []
    top = 0
    for bar in bars:
        lines = wrap_label(bar.label)
        height = max(BAR_HEIGHT, len(lines) * LINE_HEIGHT)
        drawn.append(_draw_row(bar, lines, top, height, scale))
        top += height + ROW_GAP
    return _frame("".join(drawn), words, "bars", height=max(top - ROW_GAP, 0))


def compose_columns(bars: Sequence[Bar], words: ChartWords) -> str:
    """Columns side by side: number on top, label below."""
    highest = max((bar.value for bar in bars), default=0)
    step = WIDTH / max(len(bars), 1)
    drawn = [_draw_column(bar, index * step, step, highest) for index, bar in enumerate(bars)]
    base = COLUMN_AREA + 20
    line = f'<path class="so-chart__base" d="M0 {base}.5H{WIDTH}"/>'
    return _frame("".join(drawn) + line, words, "columns", height=base + 22)


def wrap_label(label: str) -> tuple[str, ...]:
    """A label in lines short enough for its place, broken between words."""
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LETTERS_A_LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _draw_row(bar: Bar, lines: Sequence[str], top: int, height: int, scale: _Scale) -> str:
    """One horizontal bar with its label and number, centred on its row."""
    middle = top + height / 2
    length = _share(bar.value, scale.longest, scale.room)
    first_line = middle - (len(lines) - 1) * LINE_HEIGHT / 2
    label = "".join(
        f'<text class="so-chart__label" x="{LABEL_WIDTH - 8}" '
        f'y="{_number(first_line + index * LINE_HEIGHT)}" dy=".35em" text-anchor="end">'
        f"{escape(line)}</text>"
        for index, line in enumerate(lines)
    )
    return (
        f'{label}<rect class="so-chart__bar" x="{LABEL_WIDTH}" '
        f'y="{_number(middle - BAR_HEIGHT / 2)}" width="{_number(length)}" '
        f'height="{BAR_HEIGHT}" rx="2"/>'
        f'<text class="so-chart__number" x="{_number(LABEL_WIDTH + length + GAP_TO_NUMBER)}" '
        f'y="{_number(middle)}" dy=".35em">{escape(bar.text)}</text>'
    )


def _number_width(bars: Sequence[Bar]) -> int:
    """Width that the longest number behind a bar needs: none may run out of the picture."""
    letters = max((len(bar.text) for bar in bars), default=0)
    return max(NUMBER_WIDTH, GAP_TO_NUMBER + letters * FIGURE_WIDTH)


def _draw_column(bar: Bar, left: float, step: float, highest: int) -> str:
    """One column with its number on top and its label below the base line."""
    height = _share(bar.value, highest, COLUMN_AREA)
    top = COLUMN_AREA + 20 - height
    middle = _number(left + step / 2)
    idle = "" if bar.value else " so-chart__number--none"
    return (
        f'<rect class="so-chart__bar" x="{_number(left + step * 0.14)}" y="{_number(top)}" '
        f'width="{_number(step * 0.72)}" height="{_number(height)}" rx="2"/>'
        f'<text class="so-chart__number{idle}" x="{middle}" y="{_number(top - 6)}" '
        f'text-anchor="middle">{escape(bar.text)}</text>'
        f'<text class="so-chart__label" x="{middle}" y="{COLUMN_AREA + 38}" '
        f'text-anchor="middle">{escape(bar.label)}</text>'
    )


def _share(value: int, largest: int, room: float) -> float:
    """Length of a bar in its room; nothing for 0."""
    return room * value / largest if largest else 0


def _number(length: float) -> str:
    """A length with one decimal at most, so that equal input gives equal bytes."""
    return f"{length:.1f}".removesuffix(".0")


def _frame(drawn: str, words: ChartWords, kind: str, *, height: int) -> str:
    """The picture around the bars, with its name and its figures in words."""
    return (
        f'<svg class="so-chart so-chart--{kind}" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{words.id}-t {words.id}-d" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{words.id}-t">{escape(words.title)}</title>'
        f'<desc id="{words.id}-d">{escape(words.description)}</desc>{drawn}</svg>'
    )
