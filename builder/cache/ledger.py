"""What earlier builds made out, in one file: safe to delete, safe under two processes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")

_MARKS = {"application_id": 0x6F757472, "user_version": 1}
"""By which our file is known from any other of its kind, and its form from other forms."""

_WAIT_SECONDS = 20.0
_SUM_BYTES = 8
_AT_ONCE = 500

_TABLE = """
CREATE TABLE kept (kind TEXT, name TEXT, value BLOB NOT NULL, PRIMARY KEY (kind, name))
WITHOUT ROWID
"""
_KIND_OF_ERROR = 0xFF
_NOT_ITS_FAULT = frozenset(
    (
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN),
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM),
        *(sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY),
    )
)
"""Somebody else holds the file, the disk is full, the folder is read-only."""


class Ledger:
    """Values by kind and name, each with its check sum.

    A file that was cut off, changed, or made by another program or in another form is
    thrown away and begun anew. Where none can be read or written nothing is kept.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.was_thrown_away = False
        """Whether there was a file of no use, which is gone now."""

    def read(self, kind: str, name: str) -> bytes | None:
        """One value; None where it isn't kept."""
        return self.read_some(kind, [name]).get(name)

    def read_some(self, kind: str, names: Iterable[str]) -> Mapping[str, bytes]:
        """Those values of these names that are kept."""
        wanted = list(names)
        parts = [wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE)]

        def read(connection: sqlite3.Connection) -> Mapping[str, bytes]:
            found: dict[str, bytes] = {}
            for part in parts:
                found |= _select(
                    connection, kind, f"AND name IN ({','.join('?' * len(part))})", part
                )
            return found

        return self._safely(read, otherwise={})

    def read_all(self, kind: str) -> Mapping[str, bytes]:
        """All values of a kind."""
        return self._safely(lambda connection: _select(connection, kind), otherwise={})

    def list_names(self, kind: str) -> list[str]:
        """Names of all values of a kind."""

        def read(connection: sqlite3.Connection) -> list[str]:
            rows = connection.execute("SELECT name FROM kept WHERE kind = ?", (kind,))
            return [str(name) for (name,) in rows]

        return self._safely(read, otherwise=[])

    def write(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Keep values, in place of those that had their names: all or none."""
        rows = ((kind, name, _seal(kind, name, value)) for name, value in values.items())
        self._change("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def forget(self, kind: str, names: Iterable[str]) -> None:
        """Keep values no longer."""
        rows = [(kind, name) for name in names]
        if rows:
            self._change("DELETE FROM kept WHERE kind = ? AND name = ?", rows)

    def _change(self, statement: str, rows: Iterable[tuple[str | bytes, ...]]) -> None:
        """Do the same to many values: to all or to none."""

        def change(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany(statement, rows)

        self._safely(change, otherwise=None)

    def _safely(self, use: Callable[[sqlite3.Connection], _T], *, otherwise: _T) -> _T:
        """What is made of the open file; a file of no use goes."""
        try:
            with closing(self._open()) as connection:
                return use(connection)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # SQLite quotes a damaged table in its error, and Python can't read that.
            if self._is_at_fault(getattr(error, "sqlite_errorcode", 0)):
                self._throw_away()
        except OSError:
            pass  # The folder can't be made or looked into: nothing is kept there.
        return otherwise

    def _open(self) -> sqlite3.Connection:
        """The file, made where there is none; sqlite3.Error where it isn't ours."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.file, timeout=_WAIT_SECONDS)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            if not _is_ours(connection):
                with connection:
                    connection.execute("BEGIN IMMEDIATE")
                    if not _is_ours(connection):
                        _begin(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_at_fault(self, code: int) -> bool:
        """Whether an error shows a file of no use, such as one that alone forbids to be written."""
        if code == sqlite3.SQLITE_READONLY:
            return os.access(self.file, os.W_OK) and os.access(self.file.parent, os.W_OK)
        return code & _KIND_OF_ERROR not in _NOT_ITS_FAULT

    def _throw_away(self) -> None:
        """Remove the file, and first what was to be undone in it: its successor is another."""
        try:
            self.file.with_name(f"{self.file.name}-journal").unlink(missing_ok=True)
            self.file.unlink()
        except OSError:
            return
        self.was_thrown_away = True


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a file bears our mark and form."""
    marks = (connection.execute(f"PRAGMA {name}").fetchone() for name in _MARKS)
    return tuple(one for (one,) in marks) == tuple(_MARKS.values())


def _begin(connection: sqlite3.Connection) -> None:
    """Make a file ours in which nothing stands; DatabaseError where anything does."""
    if connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None:
        raise sqlite3.DatabaseError
    connection.execute(_TABLE)
    for name, value in _MARKS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _select(
    connection: sqlite3.Connection, kind: str, more: str = "", names: Iterable[str] = ()
) -> dict[str, bytes]:
    """Values of a kind by name."""
    asked = f"SELECT name, value FROM kept WHERE kind = ? {more}"  # noqa: S608  # ours alone
    rows = connection.execute(asked, (kind, *names))
    return {name: _open(kind, name, value) for name, value in rows}


def _seal(kind: str, name: str, value: bytes) -> bytes:
    """A value behind a check sum of all that is kept of it."""
    digest = blake2b(f"{kind}\0{name}\0".encode("utf-8", "surrogatepass"), digest_size=_SUM_BYTES)
    digest.update(value)
    return digest.digest() + value


def _open(kind: str, name: str, sealed: object) -> bytes:
    """A value whose check sum is right; DatabaseError where it isn't."""
    value = sealed[_SUM_BYTES:] if isinstance(sealed, bytes) else b""
    if _seal(kind, name, value) != sealed:
        raise sqlite3.DatabaseError
    return value
