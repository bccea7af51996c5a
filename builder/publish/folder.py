"""A folder of this machine, a mounted drive too, as a place that holds files."""

from __future__ import annotations

import hashlib
import os
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from builder.model.targets import PublishTarget
from builder.publish.storage import (
    Connection,
    Content,
    Keep,
    Link,
    Move,
    Prune,
    Remove,
    Send,
    Step,
    Storage,
    StorageError,
    Surroundings,
    refused,
)


@contextmanager
def open_folder(target: PublishTarget, surroundings: Surroundings) -> Iterator[Connection]:
    """The disk of this machine; relative folders begin at the project's.

    Where an absolute folder is to stand, its drive must: made here, a release would reach nobody.
    A drive of Windows is none elsewhere.
    """
    base, folder = surroundings.project, Path(target.path or ".").expanduser()
    if folder.is_absolute() and not folder.parent.is_dir():
        raise StorageError("publish-no-drive", path=str(folder.parent))
    if PureWindowsPath(folder).drive and not folder.is_absolute():
        raise StorageError("publish-no-drive", path=str(folder))
    yield FolderConnection(base, base / folder.parent)


@dataclass(frozen=True, slots=True)
class FolderConnection:
    """This machine's disk."""

    base: Path
    probed: Path
    """Folder in which it is found out whether links can be made; it need not stand."""

    @property
    def offers_links(self) -> bool:
        """Whether the drive takes symbolic links: FAT doesn't, and Windows wants a right for it."""
        folder = next(one for one in (self.probed, *self.probed.parents) if one.is_dir())
        probe = folder / f".outreach-{os.getpid()}"
        try:
            probe.symlink_to("nowhere")
            probe.unlink()
        except OSError:
            return False
        return True

    def storage_at(self, folder: str) -> Storage:
        """A folder of the disk."""
        return FolderStorage(self.base / Path(folder).expanduser())


@dataclass(frozen=True, slots=True)
class FolderStorage:
    """Files below one folder."""

    folder: Path

    def load(self, path: str) -> bytes | None:
        """All bytes of a file."""
        try:
            return (self.folder / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as error:
            raise refused(error, path) from error

    def list_names(self, folder: str) -> frozenset[str]:
        """Names in a folder, those of folders with a stroke."""
        try:
            with os.scandir(self.folder / folder) as found:
                return frozenset(
                    unicodedata.normalize("NFC", one.name) + "/" * one.is_dir(follow_symlinks=False)
                    for one in found
                )
        except (FileNotFoundError, NotADirectoryError):
            return frozenset()
        except OSError as error:
            raise refused(error, folder) from error

    def list_each(self, folders: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """Names in each of some folders."""
        return {folder: self.list_names(folder) for folder in folders}

    def make_folder(self, folder: str) -> bool:
        """Make a folder; False where it stood."""
        try:
            (self.folder / folder).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / folder).mkdir()
        except FileExistsError:
            return False
        except OSError as error:
            raise refused(error, folder) from error
        return True

    def read_link(self, path: str) -> str | None:
        """What is written in a link."""
        try:
            return (self.folder / path).readlink().as_posix()
        except OSError:
            return None

    def carry_out(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Carry out one step after the other."""
        for step in steps:
            try:
                self._carry_out(step)
            except OSError as error:
                raise refused(error, _path_of(step)) from error
            yield step

    def _carry_out(self, step: Step) -> None:
        """One step."""
        match step:
            case Send(content, path):
                _send(content, self._ready(path))
            case Keep(path, kept):
                _keep(self.folder / path, self._ready(kept))
            case Move(source, path):
                (self.folder / source).replace(self._ready(path))
            case Remove(path):
                with suppress(FileNotFoundError, NotADirectoryError):
                    (self.folder / path).unlink()
            case Prune(folder):
                with suppress(OSError):
                    (self.folder / folder).rmdir()
            case Link(path, to):
                _link(self._ready(path), to)

    def _ready(self, path: str) -> Path:
        """File of a path, in a folder that stands."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        return file


def _path_of(step: Step) -> str:
    """Path that a step is about."""
    return step.folder if isinstance(step, Prune) else step.path


def _send(content: Content, file: Path) -> None:
    """Write beside the file, then take its place."""
    draft = _draft(file)
    try:
        with draft.open("wb") as stream:
            for chunk in content.read_chunks():
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _keep(file: Path, kept: Path) -> None:
    """A second name for the same bytes, or a copy where the drive has one name a file."""
    if not file.is_file():
        return
    draft = _draft(kept)
    draft.unlink(missing_ok=True)
    try:
        draft.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, draft)
    # Two names of one file do not take each other's place (POSIX rename): both would stay.
    kept.unlink(missing_ok=True)
    draft.replace(kept)


def _link(file: Path, to: str) -> None:
    """A link that takes the place of another."""
    draft = _draft(file)
    draft.unlink(missing_ok=True)
    draft.symlink_to(to)
    draft.replace(file)


def _draft(file: Path) -> Path:
    """Temporary name beside a file, short enough wherever the file's own is."""
    return file.with_name(f".{hashlib.sha256(file.name.encode()).hexdigest()[:16]}.part")
