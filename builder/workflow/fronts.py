"""What stands above the texts of posts, by its hash: so a new text is told from a new figure.

Only what a program starts with is loaded here, as in `surroundings`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import blake2b
from pathlib import Path

from builder.disk.project_folder import CONTENT

_POSTS = f"{CONTENT}/posts/"
_END = b"\n---"
_HASH_BYTES = 8
_MOST = 20
"""Changed posts up to which it is quicker to look at them alone than at all."""


def is_patchable(changed: Collection[str]) -> bool:
    """Whether sources that changed, by their paths, may be posts with new texts, and few."""
    return len(changed) <= _MOST and all(path.startswith(_POSTS) for path in changed)


def hash_fronts(texts: Mapping[str, bytes]) -> dict[str, str]:
    """Hash of each post's front matter by path."""
    return {path: _hash_front(data) for path, data in texts.items() if path.startswith(_POSTS)}


def are_fronts_same(folder: Path, changed: Collection[str], fronts: Mapping[str, str]) -> bool:
    """Whether changed posts of a project begin as they did; what else they hold isn't looked at."""
    return all(fronts.get(path) == _hash_front((folder / path).read_bytes()) for path in changed)


def _hash_front(data: bytes) -> str:
    """Hash of a post's file up to the line that ends its front matter; of all where none does."""
    end = data.find(_END, len(_END))
    front = data if end < 0 else data[:end]
    return blake2b(front, digest_size=_HASH_BYTES).hexdigest()
