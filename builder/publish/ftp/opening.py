"""A target on a server that speaks FTP → an open connection and its folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.drafts import Drafts
from builder.publish.ftp import files
from builder.publish.ftp.control import Control, RefusalError
from builder.publish.ftp.login import log_in
from builder.publish.line import KeptLine, LineLostError
from builder.publish.paths import at_folder, join_path, path_of
from builder.publish.storage import Connection, Step, Storage, StorageError, Surroundings


@contextmanager
def open_ftp(target: PublishTarget, surroundings: Surroundings) -> Iterator[Connection]:
    """Log in; a line that breaks is opened again."""
    host, drafts = target.host or "", Drafts()
    if target.kind is TargetKind.FTP:
        surroundings.remark("server-insecure", {"host": host})
    kept = KeptLine(host, lambda: log_in(target, surroundings))
    try:
        yield FtpConnection(kept, drafts)
    finally:
        # What broken lines left: by now their servers have come to an end with it.
        with suppress(StorageError, LineLostError):
            files.drop(kept.line, drafts.take_left())
        kept.close()


@dataclass(frozen=True, slots=True)
class FtpConnection:
    """A server on which we are logged in."""

    kept: KeptLine[Control]
    drafts: Drafts

    @property
    def offers_links(self) -> bool:
        """FTP knows no links."""
        return False

    def storage_at(self, folder: str) -> Storage:
        """A folder of the server."""
        if folder.startswith("/"):
            return FtpStorage(self.kept, self.drafts, folder)
        return FtpStorage(self.kept, self.drafts, join_path(self.kept.line.home, folder))


@dataclass(frozen=True, slots=True)
class FtpStorage:
    """Files below one folder of a server."""

    kept: KeptLine[Control]
    drafts: Drafts
    folder: str
    """Absolute: some servers give every command a folder of its own."""

    def load(self, path: str) -> bytes | None:
        """All bytes of a file."""
        return self.kept.do(lambda line: files.load(line, join_path(self.folder, path)))

    def list_names(self, folder: str) -> frozenset[str]:
        """Names in a folder."""
        return self.kept.do(lambda line: line.list_names(join_path(self.folder, folder)))

    def list_each(self, folders: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """Names in each of some folders; a line of FTP does one thing at a time."""
        return {folder: self.list_names(folder) for folder in folders}

    def make_folder(self, folder: str) -> bool:
        """Make a folder; not tried again where the line breaks: nobody would know who made it."""
        path = join_path(self.folder, folder)
        try:
            return files.make_folder(self.kept.line, path)
        except RefusalError as error:
            raise error.about(path) from error
        except LineLostError as error:
            raise self.kept.say_lost() from error

    def read_link(self, path: str) -> str | None:  # noqa: ARG002 - FTP knows no links
        """None: no link is told from what it leads to."""
        return None

    def carry_out(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Carry out one step after the other: a server lets one login send one file at a time."""
        for step in steps:
            self._carry_out(at_folder(step, self.folder))
            yield step

    def _carry_out(self, step: Step) -> None:
        """One step, begun again where the line breaks."""
        try:
            self.kept.do(lambda line: files.carry_out(line, self.drafts, step))
        except RefusalError as error:
            raise error.about(path_of(step)) from error
