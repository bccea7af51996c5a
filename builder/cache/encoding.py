"""Records ↔ bytes, so that they can be kept and compared."""

from __future__ import annotations

from types import MappingProxyType
from typing import TypeVar

import msgspec

T = TypeVar("T")


def _open_mapping(value: object) -> object:
    """A read-only mapping as a plain one, which can be written."""
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise NotImplementedError


ENCODER = msgspec.json.Encoder(enc_hook=_open_mapping)
"""Writes any records of `model`; equal records give equal bytes."""


def decode_kept(decoder: msgspec.json.Decoder[T], kept: bytes | None) -> T | None:
    """A record as it was kept; None where none is, or another version kept another kind of it."""
    try:
        return decoder.decode(kept) if kept is not None else None
    except msgspec.DecodeError:
        return None
