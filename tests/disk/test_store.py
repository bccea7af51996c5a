"""Files that can be made again: kept in their folder, or elsewhere where that can't be written."""

from __future__ import annotations

from pathlib import Path

from builder.disk.store import FolderStore


def test_a_file_is_loaded_as_it_was_saved(tmp_path: Path) -> None:
    """By its name; one that was never saved is none."""
    store = FolderStore(tmp_path / "anh")
    store.save("a.webp", b"picture")

    assert (b"picture", None, tmp_path / "anh/a.webp") == (
        store.load("a.webp"),
        store.load("b.webp"),
        store.file_of("a.webp"),
    )


def test_where_a_folder_cannot_be_written_files_stand_elsewhere(tmp_path: Path) -> None:
    """A build goes on, and two folders of one name don't mix."""
    (tmp_path / "one").write_bytes(b"in the way")
    (tmp_path / "two").write_bytes(b"in the way")
    one, two = FolderStore(tmp_path / "one/anh"), FolderStore(tmp_path / "two/anh")
    one.save("a.webp", b"first")
    two.save("a.webp", b"second")

    assert (b"first", b"second", b"first", None) == (
        one.load("a.webp"),
        two.load("a.webp"),
        one.file_of("a.webp").read_bytes(),
        FolderStore(tmp_path / "three/anh").load("a.webp"),
    )
