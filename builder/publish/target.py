"""A place to which a site is published: what every kind promises.

`run` knows only this. Hosts that hold files (a folder, SFTP, FTP) fulfil it by
`in_place` or `releases` over their `Storage`; a git branch fulfils it by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from builder.publish.manifest import Manifest
from builder.publish.release import Release


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at a target."""

    now: Manifest | None
    """The release that visitors see, or that an interrupted publication will have left once it
    is brought to its end; None: nothing of ours."""

    before: Manifest | None
    """The release to which `go_back` returns; None: there is none."""

    is_unfinished: bool = False
    """Whether an interrupted publication waits to be brought to its end."""


class Progress(Protocol):
    """Hears how work goes on."""

    def begin(self, code: str, total: int) -> None:
        """A stretch of `total` steps begins; its words stand in the catalogs."""

    def advance(self) -> None:
        """One step of the stretch is done."""


class Target(Protocol):
    """A place with at most one release and the one before it.

    Whatever happens in any of these, a visitor sees one whole release, or pages
    of the old one beside pictures of the new, or pages of both beside the
    pictures of both: never a page whose picture is missing. Files that no
    release of ours has are never changed and never removed. PublishError says
    what stands where a method cannot do what it promises.
    """

    def look(self) -> Standing:
        """What stands; changes nothing."""

    def hold(self, progress: Progress) -> AbstractContextManager[None]:
        """Be the only publisher during the block, and end first what an interrupted one began.

        PublishError `publish-locked` names who holds the target.
        """

    def find_foreign(self, paths: Iterable[str]) -> Iterator[str]:
        """Those of the paths at which a file stands, in order; asked of paths that are not ours."""

    def load(self, path: str) -> bytes | None:
        """Bytes of a file that stands at the target; None where there is none."""

    def publish(self, release: Release, progress: Progress) -> None:
        """Let the release stand and the one that stood be the one before; within `hold`.

        What stands already is not sent again, nor what an interrupted run has
        sent. Where the list of withdrawn photos changed there is none before.
        """

    def go_back(self, progress: Progress) -> None:
        """Let the release before stand, to the byte; within `hold`.

        The one that stood is then the one before: going back twice changes nothing.
        """
