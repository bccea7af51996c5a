"""Templates of the theme, compiled once for all builds.

What is compiled is code that runs, so it stands where Python keeps what it compiled
of this program, and never in a school's folder, which is copied about.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

import builder
from builder.disk.writing import write_whole
from builder.workflow.surroundings import hash_surroundings

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

_FOLDER = "__pycache__/theme"
_SEAL_BYTES = 16


def keep_compiled(env: Environment) -> None:
    """Let an environment take templates as they were compiled, while their texts are the same."""
    env.bytecode_cache = CompiledTemplates(Path(builder.__file__).parent / _FOLDER)


class CompiledTemplates(BytecodeCache):
    """Compiled templates in a folder, each behind the check sum of itself and of this program.

    Jinja knows them by their texts. Where nothing can be written they are compiled each time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket, where what is kept is whole and of this program."""
        with suppress(OSError):
            kept = (self._folder / bucket.key).read_bytes()
            code = kept[_SEAL_BYTES:]
            if _seal(code) == kept:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds."""
        with suppress(OSError):
            kept = _seal(bucket.bytecode_to_string())
            write_whole(self._folder / bucket.key, kept, durable=False)


def _seal(code: bytes) -> bytes:
    """Code behind its check sum."""
    return blake2b(hash_surroundings() + code, digest_size=_SEAL_BYTES).digest() + code
