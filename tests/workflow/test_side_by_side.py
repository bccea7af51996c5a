"""Texts made on all cores are the texts made one after another."""

from __future__ import annotations

import os
from collections import deque
from pathlib import Path

import pytest

from builder.disk.lock import take_turn
from builder.workflow import side_by_side
from builder.workflow.side_by_side import make_side_by_side

OURS = os.getpid()


@pytest.fixture(autouse=True)
def two_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, whatever threads other tests have left in this one."""
    monkeypatch.setattr(side_by_side, "_count_workers", lambda: 2)


@pytest.mark.parametrize("pays_from", [1, 1000], ids=["processes", "alone"])
def test_texts_come_in_their_order(pays_from: int) -> None:
    """Whoever made it, each text stands at its number, whatever is in it and however long it is."""
    texts = [f"{number}\0đ\udcff" * number * 50 for number in range(40)]

    assert texts == list(make_side_by_side(texts.__getitem__, len(texts), pays_from=pays_from))


def test_nothing_to_make_gives_nothing() -> None:
    """An empty list starts no process."""
    assert [] == list(make_side_by_side(str, 0))


def test_what_a_lost_process_left_is_made_here() -> None:
    """The system may end a process; the site is whole nevertheless."""

    def make(number: int) -> str:
        if number == 7 and os.getpid() != OURS:
            os._exit(1)
        return str(number)

    assert [str(one) for one in range(20)] == list(make_side_by_side(make, 20, pays_from=1))


def test_a_fault_is_raised_where_it_can_be_read() -> None:
    """What fails in a process fails here again, with its own words."""
    made = make_side_by_side(lambda number: "abc"[number], 4, pays_from=1)

    with pytest.raises(IndexError):
        list(made)


def test_a_process_that_has_grown_gives_way_to_a_fresh_one() -> None:
    """What one large text took is free again before the next is made, and none is lost."""
    held: list[bytes] = []

    def make(number: int) -> str:
        held.append(b"x" * 100_000_000)
        return f"{number} {len(held)}"

    expected = [f"{number} 1" for number in range(6)]

    assert expected == list(make_side_by_side(make, 6))


def test_a_process_makes_so_many_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it copied of the memory that all share is free again."""
    monkeypatch.setattr(side_by_side, "_MOST_MADE", 2)
    made: list[int] = []

    def make(number: int) -> str:
        made.append(number)
        return str(made)

    expected = ["[0]", "[0, 1]", "[2]", "[2, 3]", "[4]", "[4, 5]", "[6]", "[6, 7]"]

    assert expected == list(make_side_by_side(make, 8, in_a_row=4))


def test_processes_that_follow_each_other_share_what_was_loaded() -> None:
    """What takes long to load is loaded once, before the first of them; this process never does."""
    loaded: list[int] = []
    held: list[bytes] = []

    def make(number: int) -> str:
        held.append(b"x" * 100_000_000)
        return f"{number} {loaded == [os.getppid()]}"

    texts = list(make_side_by_side(make, 4, load=lambda: loaded.append(os.getpid())))

    assert (["0 True", "1 True", "2 True", "3 True"], []) == (texts, loaded)


def test_processes_take_turns(tmp_path: Path) -> None:
    """What one of them does in its turn, no other does meanwhile."""
    told, writing = os.pipe()

    def make(number: int) -> str:
        with take_turn(tmp_path):
            os.write(writing, b"(")
            text = str(sum(range(200_000 + number)))
            os.write(writing, b")")
        return text

    deque(make_side_by_side(make, 20), maxlen=0)

    os.close(writing)
    with os.fdopen(told, "rb") as reading:
        order = reading.read()

    assert b"()" * 20 == order


def test_no_process_outlives_its_reader() -> None:
    """Whoever stops reading early leaves no process behind."""
    before = _list_children()
    made = make_side_by_side(lambda number: str(number) * 10_000_000, 8, pays_from=1)
    next(made)
    del made

    assert set() == _list_children() - before


def _list_children() -> set[str]:
    """Processes that this one has started and not yet seen end, those of other tests too."""
    tasks = Path(f"/proc/{os.getpid()}/task").iterdir()
    return {child for task in tasks for child in (task / "children").read_text("ascii").split()}
