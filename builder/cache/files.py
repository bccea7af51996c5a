"""What was made of something, kept under the hash of all that it was made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from builder.cache.renditions import Store

_HASH_LENGTH = 32


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file in the cache."""

    name: str
    size_bytes: int


def keep_file(store: Store, told: str, suffix: str, make: Callable[[], bytes]) -> KeptFile:
    """The file that `told` leads to, made where the store lacks it or holds it cut off or changed.

    `told` names everything that its bytes depend on; its hash is the file's name.
    """
    key = hashlib.sha256(told.encode()).hexdigest()[:_HASH_LENGTH]
    name = f"{key}{suffix}"
    data = store.load(name)
    if data is None or store.load(f"{key}.sha256") != _digest(data):
        data = make()
        store.save(name, data)
        store.save(f"{key}.sha256", _digest(data))
    return KeptFile(name, len(data))


def _digest(data: bytes) -> bytes:
    """SHA-256 in hexadecimal, as the store keeps it beside the file."""
    return hashlib.sha256(data).hexdigest().encode("ascii")
