"""A project's folder → the bytes of its sources and the paths of all its content."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from builder.disk.digests import FileDigests
from builder.disk.project_folder import CONFIGURATION, CONTENT
from builder.model.approval import APPROVALS
from builder.model.failures import CommandError
from builder.model.withdrawal import WITHDRAWN_PHOTOS

TEXT_FOLDERS = tuple(
    f"{CONTENT}/{name}/" for name in ("posts", "plans", "partners", "reports", "pages")
)

FROZEN = re.compile(rf"{CONTENT}/reports/[^/]+\.issued(?:\.\d+)?\.json")
"""Paths of the frozen files of issued reports; a correction's has a number."""


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """What a project holds, by path from its folder; paths are NFC, as teachers write them."""

    folder: Path
    texts: Mapping[str, bytes]
    """`mkdocs.yml`, every `.md` that some reader reads, and the approvals' file."""

    files: Mapping[str, Path]
    """Every file below `content/`, hidden ones excepted, with its place on this machine."""

    frozen: Mapping[str, bytes]
    """Frozen files of issued reports."""

    digests: Mapping[str, str]
    """SHA-256 of each of `files` by path, worked out when it is asked for."""


def load_project(folder: Path) -> ProjectFiles:
    """Read a project's sources; what a reader must judge comes as bytes, the rest as paths."""
    return _load(folder, dict(_find_files(folder / CONTENT, folder)), lambda _: True)


def load_part(folder: Path, paths: Iterable[str], wanted: Callable[[str], bool]) -> ProjectFiles:
    """A project of which the files are known, with those of its texts alone that are wanted."""
    shown = (path for path in paths if path.startswith(f"{CONTENT}/") and not is_hidden(path))
    names = {unicodedata.normalize("NFC", path): path for path in shown}
    return _load(folder, _NamedFiles(folder, names), wanted)


class _NamedFiles(Mapping[str, Path]):
    """Files by path, each made where it is asked for: a part needs few of ten thousand."""

    def __init__(self, folder: Path, names: Mapping[str, str]) -> None:
        """Take of each path how it is spelt on this machine."""
        self._folder, self._names = folder, names

    def __getitem__(self, path: str) -> Path:
        return self._folder / self._names[path]

    def __contains__(self, path: object) -> bool:
        return path in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def is_hidden(path: str) -> bool:
    """Whether a path is no content: hidden, or a trace of a file that Word has open."""
    below = f"/{path}"
    return "/." in below or "/~$" in below


def _load(folder: Path, files: Mapping[str, Path], wanted: Callable[[str], bool]) -> ProjectFiles:
    """Read those of the sources that are wanted."""
    texts = {CONFIGURATION: (folder / CONFIGURATION).read_bytes()}
    for path in files:
        is_read = path.lower().endswith(".md") and path.startswith(TEXT_FOLDERS)
        if (is_read or path in (APPROVALS, WITHDRAWN_PHOTOS)) and wanted(path):
            texts[path] = files[path].read_bytes()
    frozen = {path: files[path].read_bytes() for path in files if FROZEN.fullmatch(path)}
    return ProjectFiles(
        folder,
        MappingProxyType(texts),
        MappingProxyType(files),
        MappingProxyType(frozen),
        FileDigests(files),
    )


def _find_files(content: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Paths and files below `content`, in order; macOS decomposes names, so paths are composed."""
    if not content.exists():
        return
    for parent, subfolders, names in os.walk(content, onerror=_raise):
        subfolders[:] = sorted(name for name in subfolders if not is_hidden(name))
        for name in sorted(names):
            if not is_hidden(name):
                file = Path(parent, name)
                yield unicodedata.normalize("NFC", _spell(file.relative_to(folder))), file


def _spell(file: Path) -> str:
    """A path as it can be written into other files; CommandError where it can't.

    Archives from old machines bring names in other codings.
    """
    path = file.as_posix()
    try:
        path.encode()
    except UnicodeEncodeError as error:
        shown = path.encode(errors="surrogateescape").decode(errors="replace")
        raise CommandError("file-name-unreadable", path=shown) from error
    return path


def _raise(error: OSError) -> None:
    """A folder that cannot be listed must not look empty: figures would shrink in silence."""
    raise error
