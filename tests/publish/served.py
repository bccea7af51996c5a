"""Targets on servers as spots of the contract: opened as the command opens them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.model.targets import PublishTarget
from builder.publish.opening import open_target
from builder.publish.publisher import Publisher
from builder.publish.target import Target
from tests.publish.surroundings import quiet_surroundings
from tests.publish.target_contract import Clock, Spot, list_visible
from tests.servers.ftp import PASSWORD
from tests.servers.launching import give_to_user


def spot_on(target: PublishTarget, seen: Path, work: Path) -> Spot:
    """A target on a server, whose folder stands at `seen` on this machine."""

    @contextmanager
    def open_it(who: Publisher, clock: Clock) -> Iterator[Target]:
        surroundings = quiet_surroundings(work, PASSWORD)
        with open_target(target, surroundings, who, clock.times()) as opened:
            yield opened

    def put(path: str, data: bytes) -> None:
        file = seen / path
        for folder in (*reversed(file.parents), file):
            if not folder.exists() and folder != file:
                folder.mkdir()
                give_to_user(folder)
        file.write_bytes(data)
        give_to_user(file)

    return Spot(work, open_it, lambda: list_visible(seen.resolve()), put)
