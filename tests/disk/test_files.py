"""Sources are read as they stand; files are written whole or not at all."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from builder.disk.copying import copy_tree
from builder.disk.project_folder import find_project
from builder.disk.sources import load_project
from builder.disk.store import FolderStore
from builder.disk.writing import write_new, write_staged, write_whole
from builder.model.failures import CommandError


def make(folder: Path, *paths: str) -> None:
    """Files with their own path as text."""
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path)


def test_texts_are_what_readers_read(tmp_path: Path) -> None:
    """Markdown elsewhere, pictures and hidden files are no texts; the rest is listed as files."""
    make(
        tmp_path,
        "mkdocs.yml",
        "README.md",
        "content/posts/2023/a/index.md",
        "content/posts/2023/a/anh.jpg",
        "content/posts/2023/a/.DS_Store",
        "content/posts/2023/a/~$a.docx",
        "content/.git/x.md",
        "content/partners/b.MD",
        "content/notes.md",
    )
    project = load_project(tmp_path)

    assert (
        ["mkdocs.yml", "content/partners/b.MD", "content/posts/2023/a/index.md"],
        [
            "content/notes.md",
            "content/partners/b.MD",
            "content/posts/2023/a/anh.jpg",
            "content/posts/2023/a/index.md",
        ],
    ) == (list(project.texts), list(project.files))


def test_names_are_composed(tmp_path: Path) -> None:
    """A name that macOS decomposed is the name that the teacher wrote."""
    name = unicodedata.normalize("NFD", "ảnh-hội.jpg")
    make(tmp_path, "mkdocs.yml", f"content/posts/{name}")
    project = load_project(tmp_path)

    assert tmp_path / "content/posts" / name == project.files["content/posts/ảnh-hội.jpg"]


def test_a_name_that_cannot_be_written_down_is_told(tmp_path: Path) -> None:
    """It stops the command: no record, list or message could name the file."""
    make(tmp_path, "mkdocs.yml", "content/posts/a.md")
    try:
        (tmp_path / os.fsdecode(b"content/posts/b\xe9.md")).touch()
    except OSError:
        pytest.skip("this disk takes no such name")
    with pytest.raises(CommandError) as stopped:
        load_project(tmp_path)

    assert ("file-name-unreadable", {"path": "content/posts/b\ufffd.md"}) == (
        stopped.value.code,
        stopped.value.blanks,
    )


def test_a_project_is_found_from_below(tmp_path: Path) -> None:
    """A command works in any folder of the project."""
    make(tmp_path, "mkdocs.yml", "content/posts/a.md")

    assert tmp_path == find_project(tmp_path / "content" / "posts")


def test_no_project_is_told(tmp_path: Path) -> None:
    """Outside a project there is nothing to do."""
    with pytest.raises(CommandError) as caught:
        find_project(tmp_path)

    assert ("no-project", str(tmp_path)) == (caught.value.code, caught.value.blanks["folder"])


def test_a_folder_that_cannot_be_listed_is_no_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Posts that cannot be seen must not vanish from the figures."""
    make(tmp_path, "mkdocs.yml", "content/posts/a.md")
    scan = os.scandir

    def refuse(path: str | Path) -> object:
        if str(path).endswith("posts"):
            raise PermissionError(13, "no", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(PermissionError):
        load_project(tmp_path)


def test_a_file_that_is_replaced_stays_as_open_as_it_was(tmp_path: Path) -> None:
    """What colleagues may write together they still may."""
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    file.chmod(0o664)
    write_whole(file, b"new")

    assert 0o664 == file.stat().st_mode & 0o777


@pytest.mark.parametrize("durable", [True, False])
def test_writing_replaces_whole(tmp_path: Path, durable: bool) -> None:  # noqa: FBT001
    """The new bytes stand, and no draft beside them."""
    file = tmp_path / "a" / "b.txt"
    write_whole(file, b"old", durable=durable)
    write_whole(file, b"new", durable=durable)

    assert (b"new", [file]) == (file.read_bytes(), list(file.parent.iterdir()))


def test_a_failed_write_leaves_what_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk costs neither the old file nor leaves half a new one."""
    file = tmp_path / "b.txt"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new")

    assert (b"old", [file]) == (file.read_bytes(), list(tmp_path.iterdir()))


def test_a_new_file_replaces_nothing(tmp_path: Path) -> None:
    """What is there already stays as it is."""
    file = tmp_path / "a" / "b.txt"

    assert (True, False, b"1") == (
        write_new(file, b"1"),
        write_new(file, b"2"),
        file.read_bytes(),
    )


def test_a_store_gives_back_what_it_keeps(tmp_path: Path) -> None:
    """Kept files come back, others are None."""
    store = FolderStore(tmp_path / "cache")
    store.save("a", b"1")

    assert (b"1", None) == (store.load("a"), store.load("b"))


def test_copied_files_may_be_changed(tmp_path: Path) -> None:
    """A package may be read-only; what comes of it belongs to the school."""
    make(tmp_path / "from", "a/b.txt", "__pycache__/c.pyc")
    (tmp_path / "from/a/b.txt").chmod(0o444)
    copy_tree(tmp_path / "from", tmp_path / "to")
    copied = [one for one in (tmp_path / "to").rglob("*") if one.is_file()]

    assert ([tmp_path / "to/a/b.txt"], True) == (copied, os.access(copied[0], os.W_OK))


def test_a_staged_file_brings_its_folders(tmp_path: Path) -> None:
    """Whether none of them is there, some, or all; a file that is there gives way whole."""
    texts = {"a/b/c/1": b"1", "a/b/d/2": b"2", "a/b/d/3": b"3", "a/b/c/1 ": b"4" * 99, "5": b""}
    (tmp_path / "5").write_bytes(b"55")
    for path, data in texts.items():
        write_staged(str(tmp_path / path), data)

    assert texts == {path: (tmp_path / path).read_bytes() for path in texts}
