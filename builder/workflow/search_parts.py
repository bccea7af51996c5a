"""Texts of one part of what readers search → the files of its index, made where any changed."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.cache.named import find_named, load_named, save_named
from builder.disk.mirroring import mirror_files
from builder.disk.store import FolderStore
from builder.pages.search_page import SEARCH_INDEX
from builder.search.documents import spell
from builder.search.packing import pack_files, unpack_files

CACHE = ".cache/outreach/tim-kiem"
_FIRST = "chung"
_QUICKLY = 1
"""How hard texts are pressed."""


@dataclass(frozen=True, slots=True)
class NewText:
    """A post's text that takes the place of another on its page."""

    address: str
    old: str
    new: str


def pack_part(store: FolderStore, name: str, pages: Mapping[str, str], language: str) -> bytes:
    """The files of one part, packed; what is unchanged since the last run comes from the cache.

    Each part has its own name for the language, with which the names of its
    files begin: so a browser knows of which part a result is.
    """
    from builder.search.indexing import tell_recipe  # noqa: PLC0415  # not in every command

    language = "-".join(filter(None, (language, name)))
    key = _key_of(tell_recipe(language), pages.items())
    packed = find_named(store, f"{name or _FIRST}.zip", key)
    if packed is None:
        packed = _index([*pages.items()], language, is_first=not name)
        told = json.dumps(dict(pages)).encode()
        save_named(store, f"{name or _FIRST}.json.zz", key, zlib.compress(told, _QUICKLY))
        save_named(store, f"{name or _FIRST}.zip", key, packed)
    return packed


def renew_part(
    project: Path, language: str, name: str, texts: Sequence[NewText], folder: Path
) -> frozenset[str] | None:
    """Make one part of the index anew with new texts of its posts; paths of files that changed.

    None where it isn't known what the part was made of.
    """
    store = FolderStore(project / CACHE)
    pages = _load_pages(store, name)
    for one in texts:
        old, new = spell(one.old), spell(one.new)
        if pages.get(one.address, "").count(old) != 1:
            return None
        pages[one.address] = pages[one.address].replace(old, new)
    packed = pack_part(store, name, pages, language)
    changed = mirror_files(folder / SEARCH_INDEX / name, unpack_files(packed))
    return frozenset(f"{SEARCH_INDEX}{name}/{path}" for path in changed)


def _load_pages(store: FolderStore, name: str) -> dict[str, str]:
    """What a part was last made of: HTML by address; empty where that isn't known."""
    data = load_named(store, f"{name}.json.zz")
    pages: dict[str, str] = json.loads(zlib.decompress(data)) if data is not None else {}
    return pages


def _index(pages: Sequence[tuple[str, str]], language: str, *, is_first: bool) -> bytes:
    """The files of one part's index, packed; the program stands beside the first."""
    from builder.search.indexing import index_pages, leave_program  # noqa: PLC0415  # as above

    files = index_pages(pages, language)
    return pack_files(files if is_first else leave_program(files))


def _key_of(recipe: str, pages: Iterable[tuple[str, str]]) -> str:
    """One hash of all that a part is made of, in order."""
    digest = hashlib.sha256(recipe.encode())
    for page in pages:
        for text in page:
            digest.update(b"\0" + text.encode())
    return digest.hexdigest()
