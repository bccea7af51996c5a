"""What was made from a picture, kept under the hash of the picture and of the recipe."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

_HASH_LENGTH = 20


class Store(Protocol):
    """Files by name that can be made again at any time."""

    def load(self, name: str) -> bytes | None:
        """Bytes of a file; None where there is none."""

    def save(self, name: str, data: bytes) -> None:
        """Keep a file, whole or not at all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of a product in the cache."""

    name: str
    width_px: int
    height_px: int
    digest: str
    """SHA-256 of its bytes: a file that was cut off or changed is made again."""


class Made(Protocol):
    """One size of a picture, encoded."""

    @property
    def width_px(self) -> int:
        """Width."""

    @property
    def height_px(self) -> int:
        """Height."""

    @property
    def data(self) -> bytes:
        """The file."""


def keep_renditions(
    store: Store, source: bytes, recipe: str, suffix: str, make: Callable[[bytes], Sequence[Made]]
) -> tuple[Kept, ...]:
    """Renditions of `source` from the store, made by `make` where it lacks one of them.

    Files are named `<hash>-<width><suffix>`.
    """
    key = _key(source, recipe)
    kept = _load(store, f"{key}.json")
    if kept and all(_is_whole(store, one) for one in kept):
        return kept
    made = make(source)
    kept = tuple(_save(store, f"{key}-{one.width_px}{suffix}", one) for one in made)
    store.save(f"{key}.json", json.dumps([asdict(one) for one in kept]).encode())
    return kept


def _key(source: bytes, recipe: str) -> str:
    """Name of what this recipe makes of these bytes."""
    return hashlib.sha256(recipe.encode() + b"\0" + source).hexdigest()[:_HASH_LENGTH]


def _load(store: Store, name: str) -> tuple[Kept, ...]:
    """What the list of a product names; empty where there is no list or it cannot be read."""
    listed = store.load(name)
    try:
        return tuple(Kept(**one) for one in json.loads(listed or b"[]"))
    except (ValueError, TypeError):
        return ()


def _is_whole(store: Store, kept: Kept) -> bool:
    """Whether the file stands as it was written."""
    data = store.load(kept.name)
    return data is not None and hashlib.sha256(data).hexdigest() == kept.digest


def _save(store: Store, name: str, made: Made) -> Kept:
    """Keep one file."""
    store.save(name, made.data)
    return Kept(name, made.width_px, made.height_px, hashlib.sha256(made.data).hexdigest())
