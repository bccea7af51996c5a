"""What was made of each text, kept until the text or anything it was made with changes."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from secrets import token_bytes

from builder.cache.ledger import Ledger

_AROUND_BYTES = 8
_TEXT_BYTES = 16
_STAMP_BYTES = 8
_STAMP = "stamp"
_KEY_BYTES = _AROUND_BYTES + _TEXT_BYTES


def read_stamp(ledger: Ledger) -> str:
    """A text that is another as soon as anything new is kept of any text."""
    stamps = ledger.read_all(_STAMP)
    return " ".join(f"{kind}={stamps[kind].hex()}" for kind in sorted(stamps))


class KeptTexts:
    """Products of one kind by the path of their text."""

    def __init__(
        self, ledger: Ledger, kind: str, surroundings: bytes, *, only: Iterable[str] | None = None
    ) -> None:
        """Take the hash of everything but the texts themselves that a product depends on.

        `only` are the paths that will be asked for; None: any.
        """
        self._ledger, self._kind = ledger, kind
        self._around = blake2b(surroundings, digest_size=_AROUND_BYTES).digest()
        self._kept = ledger.read_all(kind) if only is None else ledger.read_some(kind, only)
        self._fresh: dict[str, bytes] = {}
        self._fresh_bytes = 0

    def find_last(self, path: str) -> bytes | None:
        """What was last made of the text at a path, whatever it was.

        None where it was made with anything else than what this is made with.
        """
        kept = self._kept.get(path, b"")
        return kept[_KEY_BYTES:] if kept.startswith(self._around) else None

    def find(self, path: str, digest: bytes) -> bytes | None:
        """What was made of the text with this hash; None where that may be different now."""
        kept = self._fresh.get(path) or self._kept.get(path)
        if kept is None or kept[:_KEY_BYTES] != self._around + digest:
            return None
        return kept[_KEY_BYTES:]

    def keep(self, path: str, digest: bytes, product: bytes) -> None:
        """Keep what was made of the text with this hash."""
        self._fresh[path] = self._around + digest + product
        self._fresh_bytes += len(product)

    def save(self, *, from_bytes: int = 0) -> None:
        """Write what is new, under a new stamp, and hold it no longer; less is kept for later."""
        if self._fresh and self._fresh_bytes >= from_bytes:
            self._ledger.write(_STAMP, {self._kind: token_bytes(_STAMP_BYTES)})
            self._ledger.write(self._kind, self._fresh)
            self._fresh, self._fresh_bytes = {}, 0

    def settle(self, paths: Iterable[str]) -> None:
        """Keep what is new and nothing of files that are no longer there; nobody asks any more."""
        self.save()
        self._ledger.forget(self._kind, self._kept.keys() - set(paths))
        self._kept = {}  # Products of ten thousand texts take a hundred megabytes.


def hash_text(text: str) -> bytes:
    """What tells a text from any other, and takes little room."""
    return hash_data(text.encode("utf-8", "surrogatepass"))


def hash_data(data: bytes) -> bytes:
    """The same of a text as its file holds it."""
    return blake2b(data, digest_size=_TEXT_BYTES).digest()
