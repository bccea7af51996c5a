"""Two never publish at once, and nobody waits for a process that is gone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from builder.publish.failures import PublishError
from builder.publish.folder import FolderStorage
from builder.publish.lock import TargetLock
from builder.publish.publisher import Publisher, find_publisher, is_running
from builder.publish.storage import Blanks
from tests.publish.surroundings import say_nothing
from tests.publish.target_contract import Clock, publisher

NOBODY = 99_999_999
"""A number that no process has."""


def lock(folder: Path, who: Publisher, clock: Clock) -> TargetLock:
    """A lock in a folder."""
    return TargetLock(FolderStorage(folder), "lock", who, clock.times(), say_nothing)


@contextmanager
def held(folder: Path, who: Publisher) -> Iterator[TargetLock]:
    """A lock that somebody else holds."""
    first = lock(folder, who, Clock())
    with first.hold():
        yield first


def test_a_lock_leaves_nothing(tmp_path: Path) -> None:
    """Neither its folder nor what stood in it."""
    with held(tmp_path, publisher()):
        during = [one.name for one in tmp_path.iterdir()]

    assert (["lock"], []) == (during, list(tmp_path.iterdir()))


def test_the_second_hears_who_holds_the_lock(tmp_path: Path) -> None:
    """After a while of waiting: the user, the machine, since when."""
    clock = Clock()
    second = lock(tmp_path, publisher("two"), clock)
    with (
        held(tmp_path, publisher("one", os.getpid())),
        pytest.raises(PublishError) as raised,
        second.hold(),
    ):
        pass

    assert ("publish-locked", "co-lan", "may-van-phong", True) == (
        raised.value.code,
        raised.value.blanks["user"],
        raised.value.blanks["machine"],
        clock.seconds >= 20,
    )


@pytest.mark.parametrize(
    ("spoken", "code"), [(True, "publish-waiting"), (False, "publish-waiting-unknown")]
)
def test_the_second_hears_at_once_that_it_waits(tmp_path: Path, code: str, *, spoken: bool) -> None:
    """Once, with who holds the lock as far as that is known, and how long it waits."""
    clock = Clock()
    heard: list[tuple[float, str, str, str]] = []

    def hear(code: str, blanks: Blanks) -> None:
        heard.append((clock.seconds, code, blanks["seconds"], blanks.get("user", "?")))

    with held(tmp_path, publisher("one", os.getpid())):
        if not spoken:
            (tmp_path / "lock/holder.json").unlink()
        with (
            suppress(PublishError),
            replace(lock(tmp_path, publisher("two"), clock), remark=hear).hold(),
        ):
            pass

    assert [(0.0, code, "20", "co-lan" if spoken else "?")] == heard


def test_the_second_gets_the_lock_when_the_first_is_done(tmp_path: Path) -> None:
    """It waits for that."""
    clock = Clock()
    times = clock.times()
    with ExitStack() as stack:
        stack.enter_context(held(tmp_path, publisher("one", os.getpid())))

        def wait(seconds: float) -> None:
            clock.wait(seconds)
            if clock.seconds >= 3:
                stack.close()

        second = replace(lock(tmp_path, publisher("two"), clock), times=replace(times, pause=wait))
        with second.hold():
            waited = clock.seconds

    assert 3 == waited


def test_the_lock_of_a_process_that_is_gone_is_taken_at_once(tmp_path: Path) -> None:
    """Killed on this machine: nobody has to wait."""
    clock = Clock()
    second = lock(tmp_path, publisher("two"), clock)
    with held(tmp_path, publisher("one", NOBODY)), second.hold():
        taken = json.loads((tmp_path / "lock/holder.json").read_text())["token"]

    assert ("two", 0) == (taken, clock.seconds)


@pytest.mark.parametrize(("later", "taken"), [(60.0, False), (3600.0, True), (-3600.0, True)])
def test_the_lock_of_another_machine_is_taken_when_it_is_silent(
    tmp_path: Path, later: float, *, taken: bool
) -> None:
    """A quarter of an hour without a sign of life, by a clock that may go wrong either way."""
    clock = Clock(later)
    with held(tmp_path, publisher("one", NOBODY, "m2")):
        try:
            with lock(tmp_path, publisher("two"), clock).hold():
                was_taken = True
        except PublishError:
            was_taken = False

    assert taken == was_taken


def test_a_sign_of_life_keeps_the_lock(tmp_path: Path) -> None:
    """However wrong its clock is, a lock that changes is somebody's."""
    clock = Clock(7200.0)
    other = Clock()
    first = lock(tmp_path, publisher("one", NOBODY, "m2"), other)

    def wait(seconds: float) -> None:
        clock.wait(seconds)
        other.wait(seconds)
        first.beat()

    times = replace(clock.times(), pause=wait)
    second = replace(lock(tmp_path, publisher("two"), clock), times=times)
    with first.hold(), pytest.raises(PublishError) as raised, second.hold():
        pass

    assert "publish-locked" == raised.value.code


def test_a_lock_whose_holder_never_spoke_is_taken(tmp_path: Path) -> None:
    """Killed between two steps; nobody knows by whom it was made."""
    clock = Clock()
    (tmp_path / "lock").mkdir()
    with lock(tmp_path, publisher(), clock).hold():
        waited = clock.seconds

    assert 20 <= waited


def test_a_lock_that_was_taken_is_noticed(tmp_path: Path) -> None:
    """Before anything that visitors see, whoever lost it stops and leaves the other's alone."""
    second = lock(tmp_path, publisher("two"), Clock())
    with held(tmp_path, publisher("one", NOBODY)) as first, second.hold():
        with pytest.raises(PublishError) as raised:
            first.check()
        stands = (tmp_path / "lock/holder.json").is_file()

    assert ("publish-lock-lost", True) == (raised.value.code, stands)


def test_this_process_is_running() -> None:
    """And one that never was isn't."""
    assert (True, False) == (is_running(find_publisher().process), is_running(NOBODY))


def test_every_run_is_somebody_else() -> None:
    """A lock left by an earlier run of the same process is not ours."""
    assert find_publisher().token != find_publisher().token
