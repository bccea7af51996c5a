"""A process that turns texts into HTML: an order in, their HTML out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from builder.cache.kept_texts import hash_text
from builder.pages.body.converting import BodyConverter
from builder.reading.configuration.settings import read_settings
from builder.workflow.ordering import answer


@dataclass(frozen=True, slots=True)
class _Order:
    configuration: str
    texts: tuple[str, ...]


def compose_order(configuration: str, texts: Sequence[str]) -> bytes:
    """The order to convert texts by the extensions of a sound configuration."""
    return msgspec.json.encode(_Order(configuration, tuple(texts)))


def convert(order: bytes) -> list[str]:
    """What `convert_text` makes of each text."""
    ordered = _DECODER.decode(order)
    settings = read_settings(ordered.configuration).value
    if settings is None:
        return []
    converter = BodyConverter(settings)
    return [convert_text(text, converter) for text in ordered.texts]


def convert_text(text: str, converter: BodyConverter) -> str:
    """The text's hash, a space, and its HTML with links as written."""
    return f"{hash_text(text).hex()} {converter.convert(text)}"


_DECODER = msgspec.json.Decoder(_Order)

if __name__ == "__main__":
    answer(convert)
