"""Files of a folder stand in another too, whether they can be linked or must be copied."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.disk.linking import link_files
from tests.workflow.school import write_files

_FILES = {"index.html": "home", "tin/2025/bai/index.html": "bài", "tin/index.html": "tin"}


def read_all(folder: Path) -> dict[str, str]:
    """Texts of all files by path."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


@pytest.fixture(name="target")
def fixture_target(tmp_path: Path) -> Path:
    """An empty folder beside one with files."""
    write_files(tmp_path / "source", _FILES)
    (tmp_path / "target").mkdir()
    return tmp_path / "target"


def test_files_are_linked_with_the_folders_above_them(target: Path) -> None:
    """In whatever order they come: no folder has to be made by the file before."""
    source = target.parent / "source"
    link_files(source, target, sorted(_FILES, reverse=True))

    assert (_FILES, True) == (
        read_all(target),
        all((source / path).samefile(target / path) for path in _FILES),
    )


def test_files_are_copied_where_there_are_no_links(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on the sticks that schools carry about."""

    def refuse(source: str, target: str) -> None:
        raise PermissionError(source, target)

    monkeypatch.setattr(os, "link", refuse)
    link_files(target.parent / "source", target, _FILES)

    assert _FILES == read_all(target)


def test_what_another_process_began_is_ended(target: Path) -> None:
    """A file that it linked stays; one of which it copied half is copied whole."""
    source = target.parent / "source"
    link_files(source, target, ["index.html"])
    write_files(target, {"tin/index.html": "t"})
    link_files(source, target, _FILES)

    assert _FILES == read_all(target)
