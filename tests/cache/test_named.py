"""A file is found by its name and by what it was made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cache.named import find_named, save_named
from builder.disk.store import FolderStore


def test_a_file_is_found_under_the_key_that_it_was_made_under(tmp_path: Path) -> None:
    """What is made under another key takes its place, so that nothing piles up."""
    store = FolderStore(tmp_path)
    save_named(store, "2025.zip", "old", b"made once")
    save_named(store, "2025.zip", "new", b"made twice")

    assert (None, b"made twice", None, 2) == (
        find_named(store, "2025.zip", "old"),
        find_named(store, "2025.zip", "new"),
        find_named(store, "2024.zip", "new"),
        len(list(tmp_path.iterdir())),
    )


@pytest.mark.parametrize("data", [b"", b"mad", b"other"])
def test_a_file_that_is_not_as_it_was_made_is_none(tmp_path: Path, data: bytes) -> None:
    """Cut off, changed, or of a run that ended between the file and its key."""
    store = FolderStore(tmp_path)
    save_named(store, "2025.zip", "key", b"made")
    store.save("2025.zip", data)

    assert find_named(store, "2025.zip", "key") is None
