"""Pages of a site → the order by which a process that starts anew renders them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from builder.cache.encoding import ENCODER
from builder.model.site import SiteFile
from builder.workflow.delivery import Delivery, Shell
from builder.workflow.renewal import narrow


@dataclass(frozen=True, slots=True)
class Order:
    """Some pages of a site, and all that MkDocs must know to render them."""

    project: str
    folder: str
    """Where the pages belong."""

    pages: tuple[str, ...]
    files: tuple[SiteFile, ...]
    """These pages, and those by which others are rendered."""

    copies: dict[str, str]
    cleaned: dict[str, str]
    withheld: tuple[str, ...]
    navigation: tuple[tuple[str, str], ...]
    frame: dict[str, object]


def compose_order(
    project: Path, folder: Path, delivery: Delivery, shell: Shell, pages: Sequence[str]
) -> bytes:
    """The order to render pages of a delivery, by their paths."""
    part = narrow(delivery, shell, pages)
    return ENCODER.encode(
        Order(
            str(project),
            str(folder),
            tuple(pages),
            part.files,
            {path: str(file) for path, file in part.copies.items()},
            {path: str(file) for path, file in part.cleaned.items()},
            tuple(part.withheld),
            part.navigation,
            dict(part.frame),
        )
    )


def read_order(data: bytes) -> Order:
    """The order as it was composed."""
    return _DECODER.decode(data)


_DECODER = msgspec.json.Decoder(Order)
