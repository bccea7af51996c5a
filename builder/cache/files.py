"""What was made of something, kept under the hash of all that it was made of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from builder.cache.renditions import Store

_HASH_LENGTH = 32


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file in the cache."""

    name: str
    size_bytes: int


def key_of(told: str) -> str:
    """Name of a file without its suffix; `told` names everything that its bytes depend on."""
    return hashlib.sha256(told.encode()).hexdigest()[:_HASH_LENGTH]


def find_file(store: Store, key: str, suffix: str) -> KeptFile | None:
    """The file under a key; None where the store lacks it, or holds it cut off or changed."""
    data = store.load(f"{key}{suffix}")
    if data is None or store.load(f"{key}.sha256") != _digest(data):
        return None
    return KeptFile(f"{key}{suffix}", len(data))


def save_file(store: Store, key: str, suffix: str, data: bytes) -> KeptFile:
    """Keep a file that was made; its check sum comes last, so that half a file is none."""
    store.save(f"{key}{suffix}", data)
    store.save(f"{key}.sha256", _digest(data))
    return KeptFile(f"{key}{suffix}", len(data))


def _digest(data: bytes) -> bytes:
    """SHA-256 in hexadecimal, as the store keeps it beside the file."""
    return hashlib.sha256(data).hexdigest().encode("ascii")
