"""Bytes of CBOR ↔ the texts, whole numbers and lists in them (RFC 8949, sections 3 and 4.2)."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "str | int | list[Value]"

_WHOLE, _TEXT, _LIST = 0, 3, 4
"""Kinds of values; no other stands in what we read."""

_IN_ONE_BYTE = 24
"""Sizes below stand in the head itself; from there on it tells how many bytes follow."""

_IN_EIGHT_BYTES = 27
"""The largest; what is above means no size."""


def read_list(data: bytes) -> list[Value]:
    """The list that the bytes are; ValueError where they are none, or break off."""
    try:
        return as_list(_read(data, [0]))
    except RecursionError as error:
        raise ValueError("lists in lists without end") from error


def as_list(value: Value) -> list[Value]:
    """A value that is a list; ValueError where it isn't."""
    if not isinstance(value, list):
        raise ValueError(f"not a list: {value!r}")  # noqa: TRY004  # the content is wrong, no type
    return value


def write_value(value: Value) -> bytes:
    """A value in the shortest way."""
    if isinstance(value, int):
        return _write_head(_WHOLE, value)
    if isinstance(value, str):
        text = value.encode()
        return _write_head(_TEXT, len(text)) + text
    return _write_head(_LIST, len(value)) + b"".join(map(write_value, value))


def _read(data: bytes, at: list[int]) -> Value:
    """The value at a place, which moves behind it."""
    kind, size = divmod(_take(data, at, 1)[0], 32)
    if size > _IN_EIGHT_BYTES:
        raise ValueError(f"a head of form {size}")
    if size >= _IN_ONE_BYTE:
        size = int.from_bytes(_take(data, at, 1 << size - _IN_ONE_BYTE))
    if kind == _LIST:
        return [_read(data, at) for _ in range(size)]
    if kind == _TEXT:
        return _take(data, at, size).decode()
    if kind != _WHOLE:
        raise ValueError(f"a value of kind {kind}")
    return size


def _take(data: bytes, at: list[int], count: int) -> bytes:
    """The next bytes, behind which the place moves."""
    taken = data[at[0] : at[0] + count]
    if len(taken) < count:
        raise ValueError("a list that breaks off")
    at[0] += count
    return taken


def _write_head(kind: int, size: int) -> bytes:
    """Kind of a value with its size, or with the number itself."""
    if size < _IN_ONE_BYTE:
        return bytes([kind * 32 + size])
    power = next(one for one in range(4) if size < 1 << (8 << one))
    return bytes([kind * 32 + _IN_ONE_BYTE + power]) + size.to_bytes(1 << power)
