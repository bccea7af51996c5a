"""A file is found again by what it was made of, as long as it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cache.files import find_file, key_of, save_file
from builder.disk.store import FolderStore


def test_a_file_is_found_by_what_it_was_made_of(tmp_path: Path) -> None:
    """With its name and size; other sources lead to no file."""
    store = FolderStore(tmp_path)
    kept = save_file(store, key_of("sources"), ".pdf", b"made")

    assert (kept, None, 4, b"made") == (
        find_file(store, key_of("sources"), ".pdf"),
        find_file(store, key_of("others"), ".pdf"),
        kept.size_bytes,
        store.load(kept.name),
    )


@pytest.mark.parametrize("data", [b"", b"mad", b"other"])
def test_a_file_that_is_not_as_it_was_made_is_none(tmp_path: Path, data: bytes) -> None:
    """Cut off or changed, it is no longer what its name says."""
    store = FolderStore(tmp_path)
    kept = save_file(store, key_of("sources"), ".pdf", b"made")
    store.save(kept.name, data)

    assert find_file(store, key_of("sources"), ".pdf") is None
