"""A target of the configuration → an open target, by its kind and by what its host can do."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from builder.model.targets import PublishTarget, TargetKind
from builder.publish import in_place
from builder.publish.failures import leaving
from builder.publish.in_place import InPlace
from builder.publish.lock import TargetLock
from builder.publish.publisher import Publisher, Times
from builder.publish.releases import Releases, Shelf
from builder.publish.storage import Blanks, Connection, OpenConnection, Surroundings
from builder.publish.target import Target


@contextmanager
def open_target(
    target: PublishTarget, surroundings: Surroundings, publisher: Publisher, times: Times
) -> Iterator[Target]:
    """The target for the block; PublishError where there is no way to it."""
    with leaving("publish-stands-untouched"):
        if target.kind is TargetKind.GIT:
            from builder.publish.git import open_branch  # noqa: PLC0415  # only where it is used

            with open_branch(target, surroundings) as branch:
                yield branch
            return
        with _find_protocol(target.kind)(target, surroundings) as connection:
            remark = surroundings.remark
            yield choose_way(connection, target.path or "", publisher, times, remark)


def choose_way(
    connection: Connection,
    path: str,
    publisher: Publisher,
    times: Times,
    remark: Callable[[str, Blanks], None],
) -> InPlace | Releases:
    """Whole releases behind a link where one stands or nothing does and links can be made.

    A folder that stands already is never made a link of: others rely on it.
    """
    above, name = posixpath.split(path)
    if name not in {"", ".", ".."}:
        shelf = Shelf(name)
        parent = connection.storage_at(above)
        if shelf.find_release(parent.read_link(name)) or (
            not {name, f"{name}/"} & parent.list_names("") and connection.offers_links
        ):
            return Releases(parent, shelf, TargetLock(parent, shelf.lock, publisher, times, remark))
    storage = connection.storage_at(path)
    return InPlace(storage, TargetLock(storage, in_place.LOCK, publisher, times, remark))


def _find_protocol(kind: TargetKind) -> OpenConnection:
    """Who opens the way; each brings its library along only where it is wanted."""
    if kind is TargetKind.FOLDER:
        from builder.publish.folder import open_folder  # noqa: PLC0415

        return open_folder
    if kind is TargetKind.SFTP:
        from builder.publish.sftp import open_sftp  # noqa: PLC0415

        return open_sftp
    from builder.publish.ftp import open_ftp  # noqa: PLC0415

    return open_ftp
