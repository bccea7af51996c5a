"""Unchanged pictures are made once; whatever is not whole is made again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from builder.cache.renditions import Kept, keep_renditions


@dataclass(frozen=True, slots=True)
class Made:
    """A made picture."""

    width_px: int
    height_px: int
    data: bytes


@dataclass
class MemoryStore:
    """Files in memory."""

    files: dict[str, bytes] = field(default_factory=dict)

    def load(self, name: str) -> bytes | None:
        """A file."""
        return self.files.get(name)

    def save(self, name: str, data: bytes) -> None:
        """Keep a file."""
        self.files[name] = data


@dataclass
class Maker:
    """Makes two sizes and counts how often."""

    runs: int = 0

    def __call__(self, data: bytes) -> Sequence[Made]:
        """Two sizes."""
        self.runs += 1
        return [Made(480, 320, b"small" + data), Made(960, 640, b"large" + data)]


def keep(store: MemoryStore, maker: Maker, source: bytes = b"a", recipe: str = "r") -> list[Kept]:
    """What the cache gives."""
    return list(keep_renditions(store, source, recipe, ".webp", maker))


def test_unchanged_pictures_are_made_once() -> None:
    """The second time, the same files come from the store."""
    store, maker = MemoryStore(), Maker()

    assert (True, 1) == (keep(store, maker) == keep(store, maker), maker.runs)


def test_files_are_named_by_hash_and_width() -> None:
    """Names tell the content, so two pictures never share one."""
    store, maker = MemoryStore(), Maker()
    first, second = keep(store, maker), keep(store, maker, b"b")

    assert ([480, 960], True, 4) == (
        [one.width_px for one in first],
        first[0].name.endswith("-480.webp"),
        len({one.name for one in (*first, *second)}),
    )


def test_another_recipe_makes_anew() -> None:
    """Old files never stand for a new way of making them."""
    store, maker = MemoryStore(), Maker()
    keep(store, maker)
    keep(store, maker, recipe="r2")

    assert 2 == maker.runs


def cut(name: str) -> Callable[[MemoryStore], None]:
    """Cut a kept file in half."""

    def damage(store: MemoryStore) -> None:
        found = next(one for one in store.files if one.endswith(name))
        store.files[found] = store.files[found][: len(store.files[found]) // 2]

    return damage


def lose(name: str) -> Callable[[MemoryStore], None]:
    """Remove a kept file."""

    def damage(store: MemoryStore) -> None:
        del store.files[next(one for one in store.files if one.endswith(name))]

    return damage


@pytest.mark.parametrize(
    "damage",
    [cut("-480.webp"), cut(".json"), lose("-960.webp"), lose(".json")],
    ids=["cut picture", "cut list", "lost picture", "lost list"],
)
def test_what_is_not_whole_is_made_again(damage: Callable[[MemoryStore], None]) -> None:
    """A cache may be cut off, damaged or deleted at any time."""
    store, maker = MemoryStore(), Maker()
    before = keep(store, maker)
    whole = dict(store.files)
    damage(store)
    after = keep(store, maker)

    assert (before, whole, 2) == (after, store.files, maker.runs)
