"""A file with front matter → the same file with some values stated, all else untouched."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.model.addresses import fold_key
from builder.reading.fields.keys import KeyTable

_BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(
    r"""(?P<key>["']?[^\s"'#:-][^"'#:]*["']?)\s*:"""
    r"""(?:[ \t]+(?P<value>"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^\s#"'](?:(?![ \t]+\#).)*?))?"""
    r"""(?P<rest>[ \t]*|[ \t]+\#.*)"""
)
"""A key at the left edge with its value and what stands behind it; not what goes over lines."""

_CONTINUED = re.compile(r"[ \t]+[^\s#]")
"""A line that belongs to the key above it."""

_SAFE_TEXT = re.compile(r"[^\W_][^:#]*[^\s:#]")
"""A text that means itself without quotes."""


@dataclass(frozen=True, slots=True)
class NewLines:
    """How values are written for which a file has no line yet."""

    names: Mapping[str, str]
    """Canonical key → the name that is written."""

    at_end: bool
    """At the end of the front matter; else at its beginning."""


def state_values(
    data: bytes, values: Mapping[str, str], keys: KeyTable, new: NewLines
) -> bytes | None:
    """The file with a line for each value, in place of one that states the same key.

    Only lines at the left edge are keys of the file itself; comments, line ends
    and a byte order mark stay. None where no line can be written for certain:
    a value goes over lines, all stands in braces, or there is no front matter.
    """
    text = data.decode("utf-8")
    mark, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    ends = _LINE_END.findall(text)
    lines = _LINE_END.split(text)
    first, last = _find_bounds(lines)
    if last is None or any(line.startswith("{") for line in lines[first:last]):
        return None
    missing = dict(values)
    for at in range(first + 1, last):
        found = _LINE.fullmatch(lines[at])
        key = keys.canonical.get(fold_key(found["key"].strip("\"'"))) if found else None
        if found and key in missing:
            if _CONTINUED.match(lines[at + 1]):
                return None
            lines[at] = f"{lines[at][: found.end('key')]}: {missing.pop(key)}{found['rest']}"
    stated = [f"{new.names[key]}: {value}" for key, value in missing.items()]
    at = last if new.at_end else first + 1
    lines[at:at] = stated
    ends[at:at] = [ends[first]] * len(stated)
    return (mark + "".join(map("".join, zip(lines, (*ends, ""), strict=True)))).encode()


def quote_text(text: str) -> str:
    """A text as a value of front matter."""
    return text if _SAFE_TEXT.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _find_bounds(lines: Sequence[str]) -> tuple[int, int | None]:
    """Indexes of the two lines that enclose the front matter; None: there is no second."""
    bounds = [at for at, line in enumerate(lines) if line.rstrip() == "---"]
    return (bounds[0], bounds[1]) if len(bounds) > 1 else (0, None)
