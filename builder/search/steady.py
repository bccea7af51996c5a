"""Files of an index → the same files in an order that is the same each time.

Pagefind writes what narrows a search in the order of a table that it shuffles
anew each time it runs; all else it writes in order. Its files are gzip: a
mark, then CBOR.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping

from builder.search.cbor import Value, as_list, read_list, write_value

_MARK = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_FILTERS = 3
"""Place of the list of filters in what is known of the whole index."""

_HASH_LENGTH = 10


def settle(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Sort filters and their values; files that are named by their content are named anew."""
    entry = json.loads(files[_ENTRY])
    settled = {path: data for path, data in files.items() if not path.startswith("filter/")}
    for language, one in entry["languages"].items():
        meta = _unpack(settled.pop(f"pagefind.{one['hash']}.pf_meta"))
        filters: list[Value] = []
        for _, old in map(as_list, as_list(meta[_FILTERS])):
            name, values = _unpack(files[f"filter/{old}.pf_filter"])
            digest, data = _pack([name, sorted(as_list(values), key=repr)], language)
            settled[f"filter/{digest}.pf_filter"] = data
            filters.append([name, digest])
        meta[_FILTERS] = sorted(filters, key=repr)
        one["hash"], data = _pack(meta, language)
        settled[f"pagefind.{one['hash']}.pf_meta"] = data
    settled[_ENTRY] = json.dumps(entry, separators=(",", ":"), ensure_ascii=False).encode()
    return dict(sorted(settled.items()))


def _unpack(data: bytes) -> list[Value]:
    """What one of Pagefind's files holds."""
    return read_list(gzip.decompress(data).removeprefix(_MARK))


def _pack(value: Value, language: str) -> tuple[str, bytes]:
    """Hash for a file's name, and the file."""
    data = _MARK + write_value(value)
    digest = hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]
    return f"{language}_{digest}", gzip.compress(data, mtime=0)
