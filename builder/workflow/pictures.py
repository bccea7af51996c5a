"""Pictures of a project → the sizes that the site shows, and what cannot be shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from builder.cache.renditions import Kept, keep_renditions
from builder.disk.sources import ProjectFiles
from builder.disk.store import FolderStore
from builder.images.encoded import Encoded
from builder.images.recipes import CLEAN, RENDITIONS, SUFFIXES, PictureError
from builder.model.problems import Problem, Where
from builder.model.site import Picture, Rendition
from builder.workflow.shown_pictures import Shown
from builder.workflow.steps import SILENT, Tell, count_each

CACHE = ".cache/outreach/anh"
ADDRESS = "anh/"
"""Where renditions stand on the site."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """The pictures of texts."""

    pictures: Mapping[str, Picture]
    """By path of the original."""

    files: Mapping[str, Path]
    """Path on the site → file on this machine."""

    waiting: frozenset[str]
    """Paths on the site that posts alone show which no reader sees yet."""

    problems: tuple[Problem, ...]
    unreadable: frozenset[str]
    """Paths of originals that cannot be shown."""

    def list_files(self, *, with_waiting: bool) -> dict[str, Path]:
        """Files to publish; those of waiting posts belong to the preview."""
        hidden = frozenset() if with_waiting else self.waiting
        return {path: file for path, file in self.files.items() if path not in hidden}


def make_gallery(shown: Sequence[Shown], project: ProjectFiles, tell: Tell = SILENT) -> Gallery:
    """Every picture in all its sizes; unchanged ones come from the cache."""
    store = FolderStore(project.folder / CACHE)
    made = _run([one.path for one in shown], project, lambda file: _make(file, store), tell)
    pictures: dict[str, Picture] = {}
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for one, result in zip(shown, made, strict=True):
        if isinstance(result, PictureError):
            details = {"file": one.path}
            problems.append(Problem(result.code, one.where, details, one.severity))
            continue
        sizes = (Rendition(ADDRESS + kept.name, kept.width_px, kept.height_px) for kept in result)
        pictures[one.path] = Picture(one.path, tuple(sizes))
        files |= {ADDRESS + kept.name: store.file_of(kept.name) for kept in result}
    unreadable = frozenset(one.path for one in shown) - pictures.keys()
    public = {
        size.address
        for one in shown
        if one.is_public and one.path in pictures
        for size in pictures[one.path].renditions
    }
    waiting = frozenset(files) - public
    return Gallery(pictures, files, waiting, tuple(problems), unreadable)


@dataclass(frozen=True, slots=True)
class CleanCopies:
    """The pictures beside hand-written pages."""

    files: Mapping[str, Path]
    """Path below the folder of pages → clean copy on this machine."""

    unreadable: frozenset[str]
    """Paths below the folder of pages that have no clean copy."""

    problems: tuple[Problem, ...]


def clean_pages(pages_folder: str, project: ProjectFiles, tell: Tell = SILENT) -> CleanCopies:
    """Pictures beside hand-written pages, upright and bare; the engine publishes these instead."""
    folder = pages_folder.rstrip("/") + "/"
    paths = [path for path in project.files if _is_picture(path, folder)]
    store = FolderStore(project.folder / CACHE)
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    made = _run(paths, project, lambda file: _clean(file, store), tell)
    for path, result in zip(paths, made, strict=True):
        if isinstance(result, PictureError):
            problems.append(Problem(result.code, Where(path), {"file": path}))
        else:
            files[path.removeprefix(folder)] = store.file_of(result[0].name)
    unreadable = frozenset(path.removeprefix(folder) for path in paths) - files.keys()
    return CleanCopies(files, unreadable, tuple(problems))


def _is_picture(path: str, folder: str) -> bool:
    """Whether a file of this path is a picture beside hand-written pages."""
    return path.startswith(folder) and path.lower().endswith(SUFFIXES)


def _run(
    paths: Sequence[str],
    project: ProjectFiles,
    make: Callable[[Path], tuple[Kept, ...] | PictureError],
    tell: Tell,
) -> list[tuple[Kept, ...] | PictureError]:
    """What `make` gives for each file, several at once: encoding needs no interpreter."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = pool.map(lambda path: make(project.files[path]), paths)
        return list(count_each(made, len(paths), tell))


def _make(file: Path, store: FolderStore) -> tuple[Kept, ...] | PictureError:
    """Sizes of one picture, or why it has none."""
    try:
        return keep_renditions(store, file.read_bytes(), RENDITIONS, ".webp", _encode_sizes)
    except PictureError as error:
        return error


def _clean(file: Path, store: FolderStore) -> tuple[Kept, ...] | PictureError:
    """Clean copy of one picture, or why it has none."""
    suffix = file.suffix.lower()
    try:
        return keep_renditions(store, file.read_bytes(), CLEAN, suffix, _encode_clean)
    except PictureError as error:
        return error


def _encode_sizes(data: bytes) -> tuple[Encoded, ...]:
    """All sizes of a picture; Pillow is loaded where a picture is new, and nowhere else."""
    from builder.images.renditions import encode_renditions  # noqa: PLC0415

    return encode_renditions(data)


def _encode_clean(data: bytes) -> tuple[Encoded, ...]:
    """A clean copy as the only size of its picture."""
    from builder.images.cleaning import clean_picture  # noqa: PLC0415

    return (clean_picture(data),)
