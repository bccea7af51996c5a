"""One file a name, kept with the key of what it was made of: what is made anew takes its place."""

from __future__ import annotations

import hashlib

from builder.cache.renditions import Store


def find_named(store: Store, name: str, key: str) -> bytes | None:
    """What was made under a key; None where another stands there, or half of it."""
    data = store.load(name)
    if data is None or store.load(f"{name}.key") != _seal(key, data):
        return None
    return data


def load_named(store: Store, name: str) -> bytes | None:
    """What was last made, under whatever key; None where it isn't whole."""
    data, sealed = store.load(name), store.load(f"{name}.key") or b""
    key = sealed.partition(b" ")[0].decode("ascii", "replace")
    return data if data is not None and sealed == _seal(key, data) else None


def save_named(store: Store, name: str, key: str, data: bytes) -> None:
    """Keep what was made; its key comes last, so that half of it is none."""
    store.save(name, data)
    store.save(f"{name}.key", _seal(key, data))


def _seal(key: str, data: bytes) -> bytes:
    """Key and check sum of a file, as the store keeps them beside it."""
    return f"{key} {hashlib.sha256(data).hexdigest()}".encode("ascii")
