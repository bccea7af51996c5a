"""A project → one hash of all that its site shows beside our own pages and texts.

As long as it stays the same, a page of ours changes with its SiteFile alone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from builder.disk.scan import scan_sources
from builder.engine.navigation import list_labels
from builder.model.markdown_extensions import is_self_contained
from builder.workflow.delivery import Delivery, Shell
from builder.workflow.surroundings import hash_surroundings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_KNOWN_PLUGINS = frozenset(("outreach", "search", "material/search"))
"""Plugins of which we know that they look at nothing but the project's files."""

_OUTSIDE = ("INHERIT:", "!ENV", "!relative")
"""Words by which a configuration brings in what stands elsewhere."""

_LINK = re.compile(
    r"""\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?\s|(?:href|src)="([^"]+)""", re.MULTILINE
)


def describe_shell(config: MkDocsConfig, delivery: Delivery) -> Shell | None:
    """What our pages stand in; None where it may change without any file of the project."""
    written = Path(config.config_file_path).read_text("utf-8")
    if not _KNOWN_PLUGINS.issuperset(config.plugins) or config.hooks:
        return None
    if not config.use_directory_urls or any(word in written for word in _OUTSIDE):
        return None
    if not is_self_contained(config.markdown_extensions, config.mdx_configs):
        return None
    linked = frozenset(_list_linked(config, delivery))
    told = (
        hash_surroundings(),
        written,
        delivery.frame,
        delivery.navigation,
        sorted(delivery.cleaned.items()),
        sorted(delivery.withheld),
        sorted(linked),
        [sorted(scan_sources(folder).items()) for folder in list_watched(config)],
    )
    named = {path for _, path in delivery.navigation}
    named |= {path for path, _ in list_labels(config.nav or ())}
    return Shell(sha256(repr(told).encode("utf-8", "surrogateescape")).hexdigest(), linked | named)


def list_watched(config: MkDocsConfig) -> tuple[str, ...]:
    """Folders whose files the site shows as they are."""
    own = config.theme.custom_dir
    return (config.docs_dir, own) if own else (config.docs_dir,)


def _list_linked(config: MkDocsConfig, delivery: Delivery) -> Iterator[str]:
    """Our files to which hand-written pages link: links stand only while their targets do."""
    ours = {one.path for one in delivery.files} | delivery.copies.keys()
    folder = Path(config.docs_dir)
    for page in folder.rglob("*.md"):
        above = page.parent.relative_to(folder).as_posix()
        for found in _LINK.finditer(page.read_text("utf-8", "replace")):
            address = unquote(next(filter(None, found.groups()))).partition("#")[0]
            path = posixpath.normpath(posixpath.join(above, address))
            if path in ours:
                yield path
