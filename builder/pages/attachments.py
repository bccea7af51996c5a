"""Finished texts → the documents that they link to, which are published as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.model.site import CopiedFile
from builder.pages.links import ATTACHMENTS, attachment_source

_LINKED = re.compile(rf'(?:href|src|poster)="(?:\.\./)*({re.escape(ATTACHMENTS)}[^"?#]+)')


def list_copies(texts: Iterable[str]) -> tuple[CopiedFile, ...]:
    """Documents that the site's own texts link to: nothing else of the project gets out."""
    linking = (text for text in texts if ATTACHMENTS in text)
    addresses = {found for text in linking for found in _LINKED.findall(text)}
    copies = [
        CopiedFile(
            attachment_source(one).replace("content/", ATTACHMENTS, 1), attachment_source(one)
        )
        for one in addresses
    ]
    return tuple(sorted(copies, key=lambda one: one.path))
