"""Templates of the theme, compiled once for all builds of a project."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2 import Environment

_CACHE = ".cache/outreach/khuon-mau"


def keep_compiled(env: Environment, project: Path) -> None:
    """Let an environment take templates as they were compiled, while their texts are the same.

    Jinja knows them by their texts and by its own version; without a folder to write to
    it compiles them each time.
    """
    folder = project / _CACHE
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(folder))
