"""Commands of FTP → replies, and bytes over the connections beside (RFC 959, 3659, 4217).

Every name is sent as the bytes of UTF-8: the library is told that a letter is a
byte, so that no reply in another writing breaks it.
"""

from __future__ import annotations

import ftplib
import socket
import ssl
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from posixpath import basename

from builder.publish.line import LineLostError
from builder.publish.storage import StorageError

_PIECE_BYTES = 1 << 16
_MOST_WORDS = 120
_FULL = frozenset({451, 452, 552})
_FORBIDDEN = frozenset({530, 532, 550, 553})
_BROKEN = frozenset({421, 425, 426})
"""Replies that tell of a lost connection rather than of a refusal."""

_FULL_WORDS = ("no space", "quota", "disk full")


class RefusalError(Exception):
    """The server answered with a refusal."""

    def __init__(self, reply: str) -> None:
        super().__init__(reply)
        self.code = int(reply[:3]) if reply[:3].isdigit() else 0
        words = reply[3:].encode("latin-1").decode("utf-8", "replace")
        self.words = " ".join(words.split()).strip("- ")[:_MOST_WORDS]

    def about(self, path: str) -> StorageError:
        """The refusal as a failure that can be told."""
        code = "publish-refused"
        if self.code in _FULL:
            code = "publish-full"
        elif self.code in _FORBIDDEN:
            code = "publish-forbidden"
        return StorageError(code, path=path, reason=f"{self.code} {self.words}".strip())


@contextmanager
def speaking() -> Iterator[None]:
    """Turn what the library raises into a refusal or a lost line."""
    try:
        yield
    except (ftplib.error_perm, ftplib.error_temp) as error:
        refusal = RefusalError(str(error))
        if refusal.code in _BROKEN and not any(one in str(error).lower() for one in _FULL_WORDS):
            raise LineLostError(str(error)) from error
        raise refusal from error
    except (ftplib.Error, OSError, EOFError) as error:
        raise LineLostError(type(error).__name__) from error


class Control:
    """A server on which we are logged in; paths are absolute."""

    def __init__(self, ftp: ftplib.FTP) -> None:
        self._ftp = ftp
        with speaking():
            ftp.voidcmd("TYPE I")
            self._features = _find_features(ftp)
            if "UTF8" in self._features:
                with suppress(ftplib.error_perm):
                    ftp.sendcmd("OPTS UTF8 ON")
            self.home = _from_wire(ftp.pwd())
            """Folder in which the login begins."""

    def close(self) -> None:
        """Hang up."""
        with suppress(OSError):
            self._ftp.close()

    def ask(self, command: str, path: str) -> None:
        """Give a command about a path; RefusalError where it is refused."""
        with speaking():
            self._ftp.sendcmd(f"{command} {_to_wire(path)}")

    def tell_size(self, path: str) -> int | None:
        """Bytes of a file; None where the server does not tell sizes."""
        if "SIZE" not in self._features:
            return None
        with speaking():
            return self._ftp.size(_to_wire(path))

    def list_names(self, folder: str) -> frozenset[str]:
        """Names in a folder, those of folders with a stroke if the server tells them."""
        try:
            names = self._list_facts(folder) if "MLST" in self._features else self._list(folder)
        except RefusalError:
            return frozenset()
        told = {unicodedata.normalize("NFC", _from_wire(name)) for name in names}
        return frozenset(told - {"", ".", ".."})

    def fetch(self, path: str, take: Callable[[bytes], object]) -> None:
        """Hand every byte of a file to `take`."""
        self._fetch(f"RETR {_to_wire(path)}", take)

    def store(self, path: str, chunks: Iterable[bytes]) -> int:
        """Write a file; how many bytes were sent. A failure of `chunks` goes through."""
        with speaking():
            stream = self._ftp.transfercmd(f"STOR {_to_wire(path)}")
        sent = 0
        try:
            for chunk in chunks:
                self._send(stream, chunk)
                sent += len(chunk)
        except (RefusalError, LineLostError):
            stream.close()
            raise
        except BaseException:
            self._end(stream)
            raise
        self._end(stream)
        return sent

    def _send(self, stream: socket.socket, chunk: bytes) -> None:
        """Send bytes of a file; where that fails the server may have said why."""
        try:
            stream.sendall(chunk)
        except OSError as error:
            stream.close()
            with speaking():
                self._ftp.voidresp()
            raise LineLostError("a file's connection broke") from error

    def _list_facts(self, folder: str) -> set[str]:
        """Names as a server tells them to programs (RFC 3659, 7)."""
        return {_read_fact(line) for line in self._take_lines(f"MLSD {_to_wire(folder)}")}

    def _list(self, folder: str) -> set[str]:
        """Names as a server tells them to people; not every one knows what `-a` is."""
        self.ask("CWD", folder)
        names: set[str] = set()
        for command in ("NLST -a", "NLST"):
            with suppress(RefusalError):
                names |= {basename(line) for line in self._take_lines(command)}
            if "." in names:
                break
        return names

    def _take_lines(self, command: str) -> list[str]:
        """Lines that a command gives over a connection of its own."""
        listed = bytearray()
        self._fetch(command, listed.extend)
        return listed.decode("latin-1").splitlines()

    def _fetch(self, command: str, take: Callable[[bytes], object]) -> None:
        """Hand every byte that a command gives to `take`."""
        with speaking():
            stream = self._ftp.transfercmd(command)
            try:
                while piece := stream.recv(_PIECE_BYTES):
                    take(piece)
            except BaseException:
                stream.close()
                raise
        self._end(stream)

    def _end(self, stream: socket.socket) -> None:
        """Close a connection of a file; the server's word on it decides."""
        # Some servers hang up without TLS's farewell: what was stored is checked by its size.
        with suppress(OSError, ValueError):
            if isinstance(stream, ssl.SSLSocket):
                stream.unwrap()
        stream.close()
        with speaking():
            self._ftp.voidresp()


def _find_features(ftp: ftplib.FTP) -> frozenset[str]:
    """What the server says it can do beyond the first standard."""
    try:
        told = ftp.sendcmd("FEAT")
    except ftplib.error_perm:
        return frozenset()
    return frozenset(line.split()[0].upper() for line in told.splitlines()[1:-1] if line.split())


def _read_fact(line: str) -> str:
    """Name in a line of MLSD, with a stroke behind a folder's (RFC 3659, 7.2)."""
    facts, _, name = line.partition(" ")
    is_folder = any(fact.lower() == "type=dir" for fact in facts.split(";"))
    is_self = any(fact.lower() in {"type=cdir", "type=pdir"} for fact in facts.split(";"))
    return "" if is_self else name + "/" * is_folder


def _to_wire(path: str) -> str:
    """A path as the library is to send it."""
    return path.encode("utf-8", "surrogateescape").decode("latin-1")


def _from_wire(name: str) -> str:
    """A name that the library received."""
    return name.encode("latin-1").decode("utf-8", "surrogateescape")
