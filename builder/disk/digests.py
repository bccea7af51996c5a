"""Files of a project → the SHA-256 of their bytes, worked out when somebody asks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path


class FileDigests(Mapping[str, str]):
    """SHA-256 by path; no file is read before its digest is asked for, nor read twice."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._known: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._known:
            with self._files[path].open("rb") as stream:
                self._known[path] = hashlib.file_digest(stream, "sha256").hexdigest()
        return self._known[path]

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
