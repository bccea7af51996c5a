"""A folder of files that can be made again at any time."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from builder.disk.writing import write_whole


@dataclass(frozen=True, slots=True)
class FolderStore:
    """Files by name below one folder; two processes may use it at once, anybody may delete it.

    What cannot be written there stands elsewhere for as long as this process needs it.
    """

    folder: Path

    def load(self, name: str) -> bytes | None:
        """Bytes of a file; None where there is none that can be read."""
        try:
            return self.file_of(name).read_bytes()
        except OSError:
            return None

    def save(self, name: str, data: bytes) -> None:
        """Keep a file, whole or not at all."""
        try:
            write_whole(self.folder / name, data, durable=False)
        except OSError:
            write_whole(_ELSEWHERE.find() / self._path_elsewhere(name), data, durable=False)

    def file_of(self, name: str) -> Path:
        """Where a file of this name stands."""
        if _ELSEWHERE.folder is not None:
            elsewhere = _ELSEWHERE.folder / self._path_elsewhere(name)
            if elsewhere.exists():
                return elsewhere
        return self.folder / name

    def share(self) -> None:
        """Let processes that part from this one keep what they must where this one finds it."""
        _ELSEWHERE.find()

    def _path_elsewhere(self, name: str) -> Path:
        """Path of a file below the folder that stands for all others."""
        return Path(*self.folder.absolute().parts[1:]) / name


class _Elsewhere:
    """A folder that goes with this process, made where it is needed."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self._lock = threading.Lock()

    def find(self) -> Path:
        """The folder, one for all threads."""
        with self._lock:
            if self.folder is None:
                self.folder = Path(tempfile.mkdtemp(prefix="outreach-"))
                atexit.register(shutil.rmtree, self.folder, ignore_errors=True)
        return self.folder


_ELSEWHERE = _Elsewhere()
