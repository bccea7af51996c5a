"""What was made of each text, kept until the text or anything it was made with changes."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from builder.cache.ledger import Ledger

_KEY_BYTES = 16


class KeptTexts:
    """Products of one kind by the path of their text."""

    def __init__(self, ledger: Ledger, kind: str, surroundings: bytes) -> None:
        """Take the hash of everything but the texts themselves that a product depends on."""
        self._ledger, self._kind, self._surroundings = ledger, kind, surroundings
        self._kept = ledger.read_all(kind)
        self._fresh: dict[str, bytes] = {}

    def find(self, path: str, text: str) -> bytes | None:
        """What was made of this text; None where that may be different now."""
        kept = self._fresh.get(path) or self._kept.get(path)
        if kept is None or kept[:_KEY_BYTES] != self._key_of(text):
            return None
        return kept[_KEY_BYTES:]

    def keep(self, path: str, text: str, product: bytes) -> None:
        """Keep what was made of a text."""
        self._fresh[path] = self._key_of(text) + product

    def save(self, paths: Iterable[str]) -> None:
        """Write what is new; of the files that are no longer there nothing is kept."""
        self._ledger.write(self._kind, self._fresh)
        self._ledger.forget(self._kind, self._kept.keys() - set(paths))

    def _key_of(self, text: str) -> bytes:
        """Hash of a text and of what a product is made with."""
        digest = blake2b(self._surroundings, digest_size=_KEY_BYTES)
        digest.update(text.encode("utf-8", "surrogatepass"))
        return digest.digest()
