"""What may happen to what earlier builds left: to the site that stands, its spare, the cache."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

LEDGER = ".cache/outreach/so-tay.sqlite"
_SPARE = ".site.outreach/spare"


def change_site(folder: Path, chance: random.Random) -> object:
    """A file of the standing site is written into, lost, or joined by another."""
    return _harm(folder / "site", chance)


def change_spare(folder: Path, chance: random.Random) -> object:
    """The same with the site before it."""
    return _harm(folder / _SPARE, chance)


def lose_site(folder: Path, _chance: random.Random) -> object:
    """No site stands any more."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    return "lost"


def lose_spare(folder: Path, _chance: random.Random) -> object:
    """What stands beside the site is gone."""
    shutil.rmtree(folder / ".site.outreach", ignore_errors=True)
    return "lost"


def truncate_ledger(folder: Path, chance: random.Random) -> object:
    """What builds made out ends anywhere."""
    file = folder / LEDGER
    data = file.read_bytes() if file.exists() else b""
    return _replace(file, data[: chance.randrange(len(data) + 1)])


def flip_ledger(folder: Path, chance: random.Random) -> object:
    """A bit of it is another."""
    file = folder / LEDGER
    data = bytearray(file.read_bytes() if file.exists() else b"\0")
    place = chance.randrange(len(data)) if data else 0
    data[place : place + 1] = bytes([chance.randrange(256)])
    return _replace(file, bytes(data))


def exchange_ledger(folder: Path, chance: random.Random) -> object:
    """Another program's file stands in its place, at times one of the same kind."""
    file = folder / LEDGER
    if chance.random() < 0.5:
        return _replace(file, b"another program's\n" * chance.randint(1, 99))
    _replace(file, b"")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE kept (kind TEXT)")
    return "another database"


def harm_kept_files(folder: Path, chance: random.Random) -> object:
    """A kept picture, document or index is cut off."""
    kept = [one for one in sorted((folder / ".cache").rglob("*")) if one.is_file()]
    files = [one for one in kept if one.name != Path(LEDGER).name]
    if not files:
        return "nothing there"
    file = chance.choice(files)
    return _replace(file, file.read_bytes()[: chance.choice([0, 20])])


def _harm(site: Path, chance: random.Random) -> object:
    """Write into a file of a site, remove one, or add one."""
    files = sorted(one for one in site.rglob("*") if one.is_file())
    if not files:
        return "nothing there"
    file = chance.choice(files)
    match chance.randrange(3):
        case 0:
            file.write_bytes(file.read_bytes() + b"!")
        case 1:
            file.unlink()
        case _:
            file.with_name("them.txt").write_bytes(b"theirs")
    return file


def _replace(file: Path, data: bytes) -> object:
    """Write a file anew."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return f"{file.name}: {len(data)}"
