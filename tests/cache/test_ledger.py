"""A ledger keeps what it was given, and takes whatever is wrong with its file for nothing kept."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builder.cache.ledger import Ledger

KEPT = {f"content/posts/{number}.md": bytes([number]) * 900 for number in range(60)}
FOREIGN = {
    "another program's": b"Not a database at all.\n" * 40,
    "another database": "CREATE TABLE kept (kind TEXT)",
    "another program's database": "PRAGMA application_id = 12; CREATE TABLE a (b TEXT)",
    "another form": "PRAGMA application_id = 1869968498; PRAGMA user_version = 99",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger in which something is kept."""
    made = Ledger(tmp_path / "so-tay.sqlite")
    made.write("post", KEPT)
    return made


def test_what_is_kept_is_found_by_kind_and_name(ledger: Ledger) -> None:
    """Another kind with the same name is another value."""
    ledger.write("html", {"content/posts/1.md": b"html"})
    ledger.forget("post", ["content/posts/2.md"])
    left = KEPT.keys() - {"content/posts/2.md"}

    assert ({one: KEPT[one] for one in left}, left, b"html", None, None) == (
        ledger.read_all("post"),
        set(ledger.list_names("post")),
        ledger.read("html", "content/posts/1.md"),
        ledger.read("html", "content/posts/3.md"),
        ledger.read("post", "content/posts/2.md"),
    )


@pytest.mark.parametrize("number", range(40))
def test_a_file_that_was_cut_off_is_thrown_away_or_gives_what_was_kept(
    ledger: Ledger, number: int
) -> None:
    """Wherever it ends: no value is ever another, and the next one is kept."""
    data = ledger.file.read_bytes()
    ledger.file.write_bytes(data[: len(data) * number // 40])
    again = Ledger(ledger.file)
    found = again.read_all("post")
    again.write("post", KEPT)

    assert (True, KEPT, number > 0) == (
        found in ({}, KEPT),
        again.read_all("post"),
        again.was_thrown_away,
    )


@pytest.mark.parametrize("seed", range(60))
def test_a_file_of_which_bytes_were_changed_gives_no_other_value(ledger: Ledger, seed: int) -> None:
    """Each value that it gives is one that was kept under its name."""
    chance = random.Random(seed)
    data = bytearray(ledger.file.read_bytes())
    for _ in range(chance.choice([1, 1, 50])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    ledger.file.write_bytes(bytes(data))
    again = Ledger(ledger.file)
    found = again.read_all("post") | again.read_some("post", KEPT)

    assert found.items() <= KEPT.items()


@pytest.mark.parametrize("made", FOREIGN.values(), ids=FOREIGN)
def test_what_is_not_ours_is_thrown_away(tmp_path: Path, made: str | bytes) -> None:
    """Another program's file, another database, a ledger in another form."""
    file = tmp_path / "so-tay.sqlite"
    if isinstance(made, bytes):
        file.write_bytes(made)
    else:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.executescript(f"{made}; CREATE TABLE more (one TEXT)")
    ledger = Ledger(file)
    found = ledger.read_all("post")
    ledger.write("post", {"a": b"kept"})

    assert ({}, True, {"a": b"kept"}) == (found, ledger.was_thrown_away, ledger.read_all("post"))


def test_a_file_that_forbids_to_be_written_is_thrown_away(ledger: Ledger) -> None:
    """A damaged mark of its form says so, while everything else in it can be read."""
    with ledger.file.open("r+b") as stream:
        stream.seek(18)
        stream.write(b"\x09")
    found = ledger.read_all("post")
    ledger.write("post", {"a": b"new"})
    was_thrown_away = ledger.was_thrown_away
    ledger.write("post", {"a": b"new"})

    assert (KEPT, True, {"a": b"new"}) == (found, was_thrown_away, ledger.read_all("post"))


def test_what_was_to_be_undone_in_a_file_goes_with_it(ledger: Ledger) -> None:
    """A journal that another file left must not be played back into the new one."""
    journal = ledger.file.with_name("so-tay.sqlite-journal")
    ledger.file.write_bytes(b"foreign" * 100)
    journal.write_bytes(b"left" * 100)
    ledger.read_all("post")

    assert (False, True) == (journal.exists(), ledger.was_thrown_away)


def test_a_file_that_is_in_use_is_left_alone(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process writes: nothing is kept meanwhile, and nothing is lost."""
    monkeypatch.setattr("builder.cache.ledger._WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(ledger.file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        seen = ledger.read_all("post")
        ledger.write("post", {"a": b"new"})
        other.rollback()

    assert ({}, KEPT, False) == (seen, ledger.read_all("post"), ledger.was_thrown_away)


@pytest.mark.parametrize("in_the_way", [".cache", ".cache/outreach"])
def test_where_no_folder_can_be_made_nothing_is_kept(tmp_path: Path, in_the_way: str) -> None:
    """Whatever asks goes on without."""
    place = tmp_path / in_the_way
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"in the way")
    ledger = Ledger(tmp_path / ".cache/outreach/so-tay.sqlite")
    ledger.write("post", KEPT)
    ledger.forget("post", ["a"])

    assert ({}, None, [], False) == (
        ledger.read_all("post"),
        ledger.read("post", "a"),
        ledger.list_names("post"),
        ledger.was_thrown_away,
    )


def test_on_a_full_disk_what_was_kept_stays(ledger: Ledger) -> None:
    """What doesn't fit is not kept; all else is as it was, and nobody says it was thrown away."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        limit = ledger.file.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        ledger.write("post", {f"more {number}": b"x" * 9000 for number in range(50)})
        os._exit(ledger.was_thrown_away)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert (0, KEPT) == (status, ledger.read_all("post"))
