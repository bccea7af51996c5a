"""What publishing needs of a place that holds files: a server's folder or one of this machine.

Everything above (order, journal, lock, the release before) is made of these
few things, so that a new protocol is one class. Paths are relative to the
storage's folder, with `/`, NFC, without `.`, `..`, or a leading or closing `/`.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from builder.model.failures import CommandError
from builder.model.targets import PublishTarget

CHUNK_BYTES = 256 * 1024
"""Most that `Content.read_chunks` gives at once, so that memory does not grow with a file."""


class StorageError(CommandError):
    """The place refused, or the way to it broke; `code` and `blanks` say why in a sentence.

    Never carries a password. Raised `from` the library's own error; nothing of
    that error but a reason in words may be in `blanks`.
    """


_REFUSALS = {
    errno.ENOSPC: "publish-full",
    errno.EDQUOT: "publish-full",
    errno.EFBIG: "publish-full",
    errno.EACCES: "publish-forbidden",
    errno.EPERM: "publish-forbidden",
    errno.EROFS: "publish-forbidden",
    errno.ENOENT: "publish-no-folder",
    errno.ENOTDIR: "publish-no-folder",
}


def refused(error: OSError, path: str) -> StorageError:
    """What the place said of a path, by the number of the system's error."""
    code = _REFUSALS.get(error.errno or 0, "publish-refused")
    return StorageError(code, path=path, reason=error.strerror or type(error).__name__)


def is_draft(path: str) -> bool:
    """Whether a path is a temporary name of ours, which a cut may leave (see `Send`)."""
    name = path.rpartition("/")[2]
    return name.startswith(".") and name.endswith(".part")


class Content(Protocol):
    """Bytes to be sent."""

    @property
    def size_bytes(self) -> int:
        """How many bytes `read_chunks` gives."""

    def read_chunks(self) -> Iterator[bytes]:
        """The bytes from the beginning; may be asked for again.

        Raises if they are no longer those that were planned, at the last chunk at the latest.
        """


@dataclass(frozen=True, slots=True)
class Send:
    """Bytes go to a path; afterwards they stand there whole, or what stood there stands.

    How is the storage's own matter (a temporary name beside it, renamed when the
    server has told the right size). A server that tells another size is an error.
    What a cut leaves under a temporary name must begin with `.` and end in `.part`, and
    stand in the folder of `path`: whoever comes next sweeps it.
    """

    content: Content
    path: str


@dataclass(frozen=True, slots=True)
class Keep:
    """A second file `kept` with the bytes of `path`; `path` stands all the time.

    `kept` is whole or not there, like after `Send`. Where nothing stands at
    `path`, nothing is done. A hard link or a copy made by the server where it
    can; else the bytes go to and fro.
    """

    path: str
    kept: str


@dataclass(frozen=True, slots=True)
class Move:
    """`source` takes the place of `path`, replacing what stands there in one step.

    Where a server cannot replace, `path` is removed first and at once renamed to.
    `source` stands when the step is asked for; if it isn't there any more
    because an answer got lost and the step was tried again, the step is done.
    """

    source: str
    path: str


@dataclass(frozen=True, slots=True)
class Remove:
    """The file at `path` goes; one that isn't there is fine."""

    path: str


@dataclass(frozen=True, slots=True)
class Prune:
    """The folder goes if it is empty; if it isn't, or isn't there, nothing is done."""

    folder: str


@dataclass(frozen=True, slots=True)
class Link:
    """`path` becomes a symbolic link to `to`, in one step, whether or not it is one already.

    Only of a storage whose connection `offers_links`.
    """

    path: str
    to: str
    """As it is written into the link: relative to the folder of `path`."""


Step: TypeAlias = Send | Keep | Move | Remove | Prune | Link


class Storage(Protocol):
    """A folder of files somewhere."""

    def load(self, path: str) -> bytes | None:
        """All bytes of a file; None where no file stands at `path`."""

    def list_names(self, folder: str) -> frozenset[str]:
        """Names in a folder (`""`: the storage's own), hidden ones too; empty where there is none.

        A folder's name ends with `/` where the host tells folders from files;
        one that offers links always does, and a link to a folder is no folder.
        """

    def list_each(self, folders: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """Names in each of some folders, as `list_names` gives them; many may be asked for at once.

        A site has a folder a post: one question after the other would take a server's
        answering time each.
        """

    def make_folder(self, folder: str) -> bool:
        """Make a folder, and those above it; False where it stood already.

        Of two that ask at the same moment exactly one hears True: locks are made of it.
        """

    def read_link(self, path: str) -> str | None:
        """What is written in the symbolic link at `path`; None where no link stands there."""

    def carry_out(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Carry out steps and give each once the place has confirmed it.

        There is no order among the steps of one call: several may be under way
        at once. All are confirmed when the iterator ends. Folders that a `Send`,
        `Keep`, `Move` or `Link` needs are made. `steps` may be long: take a few at a time.
        Between two steps that are given, other methods may be called, `carry_out` too.
        StorageError at the first one that the place refuses; others may have been done.
        """


class Connection(Protocol):
    """An open way to a server or to this machine's disk."""

    @property
    def offers_links(self) -> bool:
        """Whether symbolic links can be made and replaced in one step there.

        Found out with the server, and without leaving anything behind. False for FTP.
        """

    def storage_at(self, folder: str) -> Storage:
        """The storage of one folder: absolute, or (`""` too) from the login's own folder.

        The folder may not stand yet: it is made by the first step that needs it.
        """


Blanks: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a connection may ask for while it is opened."""

    project: Path
    """Folder from which relative files of the configuration are found."""

    find_secret: Callable[[], str | None]
    """Password of the target, or passphrase of its key; None where none is set.

    Ask only when it is needed: a keyring may ask its user. Never kept, never shown.
    """

    confirm: Callable[[str, Blanks], bool]
    """Ask on a terminal, by the code of a question in the catalogs; False elsewhere."""

    remark: Callable[[str, Blanks], None]
    """Tell something beside the work, by its code in the catalogs."""


OpenConnection: TypeAlias = Callable[
    [PublishTarget, Surroundings], AbstractContextManager[Connection]
]
"""Opens the way to a target; leaving the block closes it, also after an error, without another.

One function a protocol: `open_sftp`, `open_ftp`, `open_folder`. StorageError where
there is no way.
"""
