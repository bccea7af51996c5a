"""Steps of long work → a line that moves on a terminal, plain lines elsewhere, and their times.

No thread moves the line: a build with another thread beside it can't fork, and would
work on one core.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from builder.cli.speech import tell_aside
from builder.cli.tables import tell_table
from builder.locale import say
from builder.locale.formats import format_number, format_seconds

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

_PAUSE_SECONDS = 0.1
"""Between two moves of the line."""

_BAR_WIDTH = 24
_LEAST_SECONDS = 0.005
"""What takes less is not worth a row."""


class Steps:
    """Tells the steps of long work."""

    def __init__(self, language: str, line: Live | None) -> None:
        self.language = language
        self._line = line
        self._times = _Times()
        self._step = self._part = ""
        self._next_move = 0.0

    @property
    def is_live(self) -> bool:
        """Whether words take each other's place, so that a count may move."""
        return self._line is not None

    def __call__(self, code: str) -> None:
        """A step begins."""
        self._step, self._part = code, ""
        self._times.go_on(code, "")
        self.show(say(code, self.language))

    def part(self, code: str) -> None:
        """A part of it begins or goes on."""
        self._part = code
        self._times.go_on(self._step, code)

    def count(self, done: int, total: int) -> None:
        """So many things of the part are done."""
        if self._line is None:
            return
        now = time.perf_counter()
        if now >= self._next_move or done == total:
            self._next_move = now + _PAUSE_SECONDS
            self._line.update(self._draw(done, total), refresh=True)

    def show(self, words: str) -> None:
        """What is going on."""
        if self._line is not None:
            self._line.update(words, refresh=True)
        else:
            tell_aside(words)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let the moving line rest while a question is asked."""
        if self._line is not None:
            self._line.stop()
        yield
        if self._line is not None:
            self._line.start()

    def tell_profile(self) -> None:
        """Where the time went."""
        seconds = self._times.stop()
        whole = sum(seconds.values())
        rows: list[tuple[str, ...]] = []
        for step in dict.fromkeys(step for step, _ in seconds):
            parts = {part: took for (one, part), took in seconds.items() if one == step}
            rows.append(self._compose_row(say(step, self.language), sum(parts.values()), whole))
            rows += (
                self._compose_row(f"  {self._name(part)}", took, whole)
                for part, took in parts.items()
                if took >= _LEAST_SECONDS and len(parts) > 1
            )
        rows.append(self._compose_row(say("profile-sum", self.language), whole, whole))
        heads = [say(f"profile-{one}", self.language) for one in ("what", "seconds", "share")]
        tell_table(say("profile-title", self.language), heads, rows, aside=True)

    def _name(self, part: str) -> str:
        """What a part of a step is called."""
        return say(part or "part-rest", self.language)

    def _compose_row(self, words: str, seconds: float, whole: float) -> tuple[str, str, str]:
        """A row of the profile."""
        told = format_seconds(seconds, self.language)
        return words, f"{told:>8}", f"{seconds / whole if whole else 0:5.0%}"

    def _draw(self, done: int, total: int) -> Table:
        """The line while something is counted."""
        from rich.progress_bar import ProgressBar  # noqa: PLC0415
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        language = self.language
        told = {"done": done, "total": total, "left": total - done}
        blanks = {name: format_number(number, language) for name, number in told.items()}
        part = self._name(self._part)
        line = Table.grid(padding=(0, 1))
        for is_cut in (True, False, False):
            line.add_column(no_wrap=not is_cut)
        line.add_row(
            Text(part[:1].upper() + part[1:], no_wrap=True, overflow="ellipsis"),
            ProgressBar(total=total, completed=done, width=_BAR_WIDTH),
            say("progress-count", language, **blanks),
        )
        return line


class _Times:
    """Seconds by step and part, in the order in which they began."""

    def __init__(self) -> None:
        self._seconds: dict[tuple[str, str], float] = {}
        self._now: tuple[str, str] | None = None
        self._since = 0.0

    def go_on(self, step: str, part: str) -> None:
        """Count for a part from here on."""
        now = time.perf_counter()
        if self._now is not None:
            self._seconds[self._now] += now - self._since
        self._now, self._since = (step, part), now
        self._seconds.setdefault(self._now, 0.0)

    def stop(self) -> dict[tuple[str, str], float]:
        """What every part took."""
        if self._now is not None:
            self.go_on(*self._now)
        return self._seconds


@contextmanager
def telling_steps(language: str) -> Iterator[Steps]:
    """Tell steps while the block runs; what moves a line is loaded for a terminal alone."""
    if not sys.stderr.isatty():
        yield Steps(language, None)
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.live import Live  # noqa: PLC0415

    with Live(console=Console(stderr=True), auto_refresh=False, transient=True) as line:
        yield Steps(language, line)
