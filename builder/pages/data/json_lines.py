"""An object in; out comes its text as the data files have it: a record a line."""

from __future__ import annotations

import json
from collections.abc import Mapping


class Written(str):
    """A record that is written in one line already: it stands in the data of two periods."""

    __slots__ = ()


write_one = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a value in one line."""


def write_json(data: Mapping[str, object]) -> str:
    """An object as the data files write it: keys in the order given, never sorted.

    Each key and each record of a list has a line: two years' files can be
    compared, and thousands of records are written quickly.
    """
    members = (f" {write_one(key)}: {_write_member(value)}" for key, value in data.items())
    return "{\n" + ",\n".join(members) + "\n}\n"


def _write_member(value: object) -> str:
    """A value of the object."""
    if not isinstance(value, list) or not value:
        return write_one(value)
    records = (one if isinstance(one, Written) else write_one(one) for one in value)
    return "[\n" + ",\n".join(f"  {one}" for one in records) + "\n ]"
