"""What a built site was made of, file by file, so that the next build can tell what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from builder.cache.encoding import ENCODER
from builder.cache.ledger import Ledger
from builder.disk.scan import sign_file
from builder.model.site import SiteFile
from builder.workflow.addresses import Addresses
from builder.workflow.remembered import forget_gone, recall, remember

if TYPE_CHECKING:
    from builder.workflow.delivery import Delivery, Shell

_KIND = "site"
_ADDRESSES = "addresses"
_HASH_BYTES = 16
_PAGE, _MADE_OF_IT = "index.md", "index.html"


@dataclass(frozen=True, slots=True)
class Inventory:
    """A site's files and what each of them was made of."""

    shell: str
    files: Mapping[str, str]
    """Path of a page, text or copy → hash of what it is made of."""

    products: str = ""
    """Hash of the signs of all files of the built site."""

    notes: tuple[str, ...] = ()
    """What the engine noted when it made all of it."""

    def with_texts(self, texts: Mapping[str, str]) -> Inventory:
        """The same, where some SiteFiles have another text."""
        changed = {path: _change_text(self.files[path], text) for path, text in texts.items()}
        return replace(self, files={**self.files, **changed})


def take_inventory(delivery: Delivery, shell: Shell) -> Inventory:
    """What a site is to be made of."""
    files = {one.path: _hash_file(one) for one in delivery.files}
    copies = {**delivery.copies, **delivery.cleaned}
    return Inventory(shell.digest, files | {path: _sign(file) for path, file in copies.items()})


def place_of(path: str) -> str:
    """Where a built site holds what becomes of a SiteFile or a copy."""
    return path.removesuffix(_PAGE) + _MADE_OF_IT if path.endswith(_PAGE) else path


def load_inventory(ledger: Ledger, target: Path, products: str) -> Inventory | None:
    """What the site that stands at the target was made of; None where that isn't known any more.

    `products` is the hash of the signs of its files.
    """
    kept = recall(ledger, _KIND, str(target))
    if kept is None:
        return None
    inventory = _DECODER.decode(kept)
    return inventory if inventory.products == products else None


def keep_inventory(
    ledger: Ledger, target: Path, inventory: Inventory, addresses: Addresses | None = None
) -> None:
    """Keep what the site that stands at the target now was made of.

    None: its addresses are as they were.
    """
    if addresses is not None:
        remember(ledger, _ADDRESSES, str(target), ENCODER.encode(addresses))
    remember(ledger, _KIND, str(target), ENCODER.encode(inventory))
    forget_gone(ledger, _KIND, _ADDRESSES)


def load_addresses(ledger: Ledger, target: Path) -> Addresses | None:
    """Where on the site at the target everything stands that texts may name."""
    kept = recall(ledger, _ADDRESSES, str(target))
    return None if kept is None else _ADDRESS_DECODER.decode(kept)


def _change_text(fingerprint: str, text: str) -> str:
    """The fingerprint of a SiteFile whose text is another now."""
    return f"{fingerprint.partition(' ')[0]} {_hash(text.encode('utf-8', 'surrogatepass'))}"


def _hash_file(one: SiteFile) -> str:
    """Fingerprint of a SiteFile: hashes of its front matter and of its text."""
    return _change_text(_hash(ENCODER.encode(one.meta)), one.text)


def _hash(data: bytes) -> str:
    """Hash of some bytes."""
    return blake2b(data, digest_size=_HASH_BYTES).hexdigest()


def _sign(file: Path) -> str:
    """What tells a file that is copied from the same file before a change."""
    return f"{file} {sign_file(str(file))}"


_DECODER = msgspec.json.Decoder(Inventory)
_ADDRESS_DECODER = msgspec.json.Decoder(Addresses)
