"""Records ↔ bytes, so that they can be kept and compared."""

from __future__ import annotations

from types import MappingProxyType

import msgspec


def _open_mapping(value: object) -> object:
    """A read-only mapping as a plain one, which can be written.

    NotImplementedError is what the library asks for of a value that it shall refuse.
    """
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise NotImplementedError(f"{type(value).__name__} cannot be kept")


ENCODER = msgspec.json.Encoder(enc_hook=_open_mapping)
"""Writes any records of `model`; equal records give equal bytes."""
