"""A file is made once for what it was made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cache.files import keep_file
from builder.disk.store import FolderStore


class Maker:
    """Makes a file and counts how often."""

    def __init__(self, data: bytes = b"made") -> None:
        self.runs = 0
        self._data = data

    def __call__(self) -> bytes:
        """The file."""
        self.runs += 1
        return self._data


def test_the_same_sources_make_a_file_once(tmp_path: Path) -> None:
    """The second wish finds what the first one made."""
    store, make = FolderStore(tmp_path), Maker()
    kept = [keep_file(store, "sources", ".pdf", make) for _ in range(2)]

    assert (1, 1, 4, b"made") == (
        make.runs,
        len(set(kept)),
        kept[0].size_bytes,
        store.load(kept[0].name),
    )


def test_other_sources_make_another_file(tmp_path: Path) -> None:
    """Each has its name."""
    store, make = FolderStore(tmp_path), Maker()
    kept = {keep_file(store, told, ".pdf", make) for told in ("one", "other")}

    assert (2, 2) == (make.runs, len(kept))


@pytest.mark.parametrize("data", [b"", b"mad", b"other"])
def test_a_file_that_is_not_as_it_was_made_is_made_again(tmp_path: Path, data: bytes) -> None:
    """Cut off or changed, it is no longer what its name says."""
    store, make = FolderStore(tmp_path), Maker()
    kept = keep_file(store, "sources", ".pdf", make)
    store.save(kept.name, data)

    assert (kept, 2, b"made") == (
        keep_file(store, "sources", ".pdf", make),
        make.runs,
        store.load(kept.name),
    )
