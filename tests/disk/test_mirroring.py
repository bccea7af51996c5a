"""A folder holds what is asked for and nothing else."""

from __future__ import annotations

from pathlib import Path

from builder.disk.mirroring import mirror_files


def test_a_folder_becomes_what_is_asked_for(tmp_path: Path) -> None:
    """What is new or different is written, what is gone is removed."""
    folder = tmp_path / "pagefind"
    mirror_files(folder, {"a": b"1", "index/b": b"2", "index/c": b"3", "2024/part/e": b"6"})
    changed = mirror_files(folder, {"a": b"1", "index/b": b"4", "2025/d": b"5"})

    assert {"index/b", "index/c", "2024/part/e", "2025/d"} == changed
    assert ["2025", "a", "index"] == sorted(one.name for one in folder.iterdir())
    assert {"a": b"1", "index/b": b"4", "2025/d": b"5"} == {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    """So that it is not sent to a server again."""
    mirror_files(tmp_path, {"a": b"1"})
    (tmp_path / "a").chmod(0o400)
    before = (tmp_path / "a").stat()
    mirror_files(tmp_path, {"a": b"1"})
    after = (tmp_path / "a").stat()

    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
