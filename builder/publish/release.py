"""A built folder → a release: what is in each file, and its bytes when they are wanted."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from builder.publish.manifest import FileMark, Manifest
from builder.publish.storage import CHUNK_BYTES, StorageError


@dataclass(frozen=True, slots=True)
class Release:
    """A built site that is to stand at a target."""

    manifest: Manifest
    folder: Path
    """Folder of this machine in which every file of the manifest stands."""

    def content_of(self, path: str) -> FileContent:
        """Bytes of one file."""
        return FileContent(self.folder / path, path, self.manifest.files[path])


@dataclass(frozen=True, slots=True)
class FileContent:
    """Bytes of a file that must not have changed since it was marked."""

    file: Path
    path: str
    mark: FileMark

    @property
    def size_bytes(self) -> int:
        """How many bytes there are."""
        return self.mark.size_bytes

    def read_chunks(self) -> Iterator[bytes]:
        """The bytes; StorageError `publish-source-changed` if another program changed them."""
        digest = hashlib.sha256()
        try:
            with self.file.open("rb") as stream:
                while chunk := stream.read(CHUNK_BYTES):
                    digest.update(chunk)
                    if stream.tell() >= self.size_bytes and digest.hexdigest() != self.mark.sha256:
                        break
                    yield chunk
        except OSError as error:
            raise StorageError("publish-source-changed", path=self.path) from error
        if digest.hexdigest() != self.mark.sha256:
            raise StorageError("publish-source-changed", path=self.path)


@dataclass(frozen=True, slots=True)
class TextContent:
    """Bytes that stand in memory."""

    data: bytes

    @property
    def size_bytes(self) -> int:
        """How many bytes there are."""
        return len(self.data)

    def read_chunks(self) -> Iterator[bytes]:
        """A few at a time."""
        for start in range(0, len(self.data), CHUNK_BYTES):
            yield self.data[start : start + CHUNK_BYTES]


def load_release(
    folder: Path,
    *,
    published_at: str,
    withdrawn: str | None,
    known: Mapping[str, FileMark] = MappingProxyType({}),
) -> Release:
    """The release in a folder, every file read once; those whose marks are `known` are not."""
    marks = {}
    for place, _, names in os.walk(folder):
        above = Path(place).relative_to(folder).as_posix()
        for name in names:
            path = unicodedata.normalize("NFC", name if above == "." else f"{above}/{name}")
            marks[path] = known.get(path) or _mark(f"{place}/{name}")
    files = MappingProxyType(dict(sorted(marks.items())))
    return Release(Manifest(files, published_at, withdrawn), folder)


def _mark(file: str) -> FileMark:
    """The mark of a file, which is read once."""
    with open(file, "rb") as stream:  # noqa: PTH123  # thousands of them
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return FileMark(digest, stream.tell())
