"""What earlier builds made out, in one file: safe to delete, safe under two processes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

_MARK = 0x6F757472
"""By which our file is known from any other of its kind."""

_WAIT_SECONDS = 20.0
_SUM_BYTES = 8
_AT_ONCE = 500

_TABLE = """
CREATE TABLE kept (kind TEXT, name TEXT, value BLOB NOT NULL, PRIMARY KEY (kind, name))
WITHOUT ROWID
"""


class Ledger:
    """Values by kind and name, each with its check sum.

    Whatever is wrong with the file, a ledger that was cut off, changed or made by another
    program is taken for empty and written anew: `was_thrown_away` tells of it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.was_thrown_away = False

    def read(self, kind: str, name: str) -> bytes | None:
        """One value; None where it isn't kept."""
        return self.read_some(kind, [name]).get(name)

    def read_some(self, kind: str, names: Iterable[str]) -> Mapping[str, bytes]:
        """Those values of these names that are kept."""
        wanted = list(names)
        found: dict[str, bytes] = {}
        with self._safely() as connection:
            for start in range(0, len(wanted), _AT_ONCE):
                part = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                rows = connection.execute(
                    f"SELECT name, value FROM kept WHERE kind = ? AND name IN ({marks})",  # noqa: S608
                    (kind, *part),
                )
                found |= {name: _open(value) for name, value in rows}
        return found

    def read_all(self, kind: str) -> Mapping[str, bytes]:
        """All values of a kind."""
        found: dict[str, bytes] = {}
        with self._safely() as connection:
            rows = connection.execute("SELECT name, value FROM kept WHERE kind = ?", (kind,))
            found |= {name: _open(value) for name, value in rows}
        return found

    def write(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Keep values, in place of those that had their names: all or none."""
        rows = ((kind, name, _seal(value)) for name, value in values.items())
        with self._safely() as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def forget(self, kind: str, names: Iterable[str]) -> None:
        """Keep values no longer."""
        with self._safely() as connection, connection:
            connection.executemany(
                "DELETE FROM kept WHERE kind = ? AND name = ?", ((kind, name) for name in names)
            )

    @contextmanager
    def _safely(self) -> Iterator[sqlite3.Connection]:
        """The open file; a block that finds it unusable ends, and the file goes."""
        try:
            with closing(self._open()) as connection:
                yield connection
        except sqlite3.OperationalError:
            # Somebody else holds it, the disk is full or the folder read-only: the build goes on.
            return
        except sqlite3.DatabaseError:
            self.was_thrown_away = True
            with suppress(OSError):
                self._file.unlink()

    def _open(self) -> sqlite3.Connection:
        """The file, made where there is none; DatabaseError where it isn't ours."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._file, timeout=_WAIT_SECONDS)
        connection.execute("PRAGMA synchronous = OFF")
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        if mark != _MARK:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                if connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None:
                    raise sqlite3.DatabaseError
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA application_id = {_MARK}")
        return connection


def _seal(value: bytes) -> bytes:
    """A value behind its check sum."""
    return blake2b(value, digest_size=_SUM_BYTES).digest() + value


def _open(sealed: bytes) -> bytes:
    """A value whose check sum is right; DatabaseError where it isn't."""
    value = sealed[_SUM_BYTES:]
    if _seal(value) != sealed:
        raise sqlite3.DatabaseError
    return value
