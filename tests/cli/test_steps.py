"""Progress: a line that moves on a terminal, plain lines elsewhere, and where the time went."""

from __future__ import annotations

import io
import sys
import threading

import pytest
from rich.console import Console
from rich.live import Live

from builder.cli import steps as steps_module
from builder.cli.steps import Steps, telling_steps


class Terminal(Console):
    """A terminal of which everything that was written is kept."""

    def __init__(self, **_: object) -> None:
        super().__init__(file=io.StringIO(), force_terminal=True, width=80, color_system=None)

    @property
    def written(self) -> str:
        """What was written."""
        assert isinstance(self.file, io.StringIO)
        return self.file.getvalue()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The terminal on which steps are told."""
    terminal = Terminal()
    monkeypatch.setattr("rich.console.Console", lambda **_: terminal)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    return terminal


def test_a_terminal_shows_what_is_done_and_how_much_is_left(terminal: Terminal) -> None:
    """The part's name, a bar, and counts."""
    with telling_steps("vi") as steps:
        steps("step-read")
        steps.part("part-posts")
        steps.count(1_200, 3_000)

    assert "Đang đọc nội dung và ảnh" in terminal.written
    assert "Đọc bài viết" in terminal.written
    assert "1.200/3.000, còn 1.800" in terminal.written


def test_a_line_moves_without_a_thread(terminal: Terminal) -> None:
    """With another thread beside it a build could not fork, and would use one core."""
    before = threading.active_count()
    with telling_steps("vi") as steps:
        steps("step-read")
        during = threading.active_count()

    assert (before, True) == (during, steps.is_live)
    assert terminal.written


def test_ten_thousand_counts_are_drawn_a_few_times(terminal: Terminal) -> None:
    """A terminal is slower than reading a post; the last count is always drawn."""
    with telling_steps("vi") as steps:
        steps("step-read")
        steps.part("part-posts")
        for done in range(1, 10_001):
            steps.count(done, 10_000)
    drawn = terminal.written.count("còn ")

    assert (True, True) == (drawn < 100, "10.000/10.000, còn 0" in terminal.written)


def test_a_long_line_stays_one_line(terminal: Terminal) -> None:
    """On a narrow terminal words are cut off: a line that wraps could not be taken back."""
    terminal.width = 50
    with telling_steps("vi") as steps:
        steps("step-compose")
        steps.part("part-documents")
        steps.count(3, 7)
    drawn = next(line for line in terminal.written.splitlines() if "3/7" in line)

    assert (True, True) == ("…" in drawn, "còn 4" in drawn)


def test_plain_lines_tell_steps_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """In a log, a line a step; parts and counts would fill it."""
    steps = Steps("vi", None)
    steps("step-read")
    steps.part("part-posts")
    steps.count(1, 1)
    steps("step-compose")

    assert ["Đang đọc nội dung và ảnh …", "Đang soạn các trang …"] == (
        capsys.readouterr().err.splitlines()
    )


def test_a_part_that_goes_on_is_one_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Times of a part add up, and those of all parts are those of their step."""
    moments = iter([0.0, 1.0, 3.0, 6.0, 10.0, 15.0])
    monkeypatch.setattr(steps_module.time, "perf_counter", lambda: next(moments))
    steps = Steps("vi", None)
    steps("step-compose")
    for part in ("part-texts", "part-pages", "part-texts"):
        steps.part(part)
    steps("step-render")
    steps.tell_profile()
    rows = [line.split() for line in capsys.readouterr().err.splitlines()]
    seconds = {" ".join(row[:-2]): row[-2] for row in rows if row and row[-1].endswith("%")}

    assert {
        "Đang soạn các trang …": "10,00",
        "việc khác": "1,00",
        "chuyển bài viết thành trang mạng": "6,00",
        "soạn danh sách và tổng kết": "3,00",
        "Đang dựng trang …": "5,00",
        "Cả thảy": "15,00",
    } == seconds


def test_a_question_is_asked_while_the_line_rests(terminal: Terminal) -> None:
    """And the line goes on afterwards."""
    line = Live(console=terminal, auto_refresh=False, transient=True)
    with line:
        steps = Steps("vi", line)
        with steps.paused():
            rests = not line.is_started
        goes_on = line.is_started

    assert (True, True) == (rests, goes_on)
