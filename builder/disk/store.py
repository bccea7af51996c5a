"""A folder of files that can be made again at any time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.disk.writing import write_whole


@dataclass(frozen=True, slots=True)
class FolderStore:
    """Files by name below one folder; two processes may use it at once, anybody may delete it."""

    folder: Path

    def load(self, name: str) -> bytes | None:
        """Bytes of a file; None where there is none."""
        try:
            return self.file_of(name).read_bytes()
        except FileNotFoundError:
            return None

    def save(self, name: str, data: bytes) -> None:
        """Keep a file, whole or not at all."""
        write_whole(self.file_of(name), data, durable=False)

    def file_of(self, name: str) -> Path:
        """Where a file of this name stands."""
        return self.folder / name
