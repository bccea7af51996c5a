"""Addresses of the site: from page to page, and from a project's file to its page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from builder.model.attachments import is_handed_out
from builder.model.library import Library

ATTACHMENTS = "tep/"
"""Where attached documents stand on the site, under their path below `content/`."""

REL_ELSEWHERE = "noopener noreferrer"
"""What a link to another host says of itself: that page learns nothing of ours."""

_CONTENT = "content/"
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.\-]*:|[/\\]{2})", re.IGNORECASE)
_UNMARKED = re.compile(r"<a\b(?=[^>]*\shref=[\"'](?:https?:)?//)(?![^>]*\srel=)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link's address in its parts, as a text writes it."""

    path: str
    """Project path of the file that it names; empty: the page itself."""

    tail: str
    """Query and fragment, with their `?` and `#`."""


def is_elsewhere(address: str) -> bool:
    """Whether an address has a scheme or a host of its own."""
    return _ELSEWHERE.match(address) is not None


def mark_links_elsewhere(html: str) -> str:
    """The same HTML with `REL_ELSEWHERE` on each link to another host that says nothing yet."""
    return _UNMARKED.sub(f'<a rel="{REL_ELSEWHERE}"', html)


def read_link(address: str, source_path: str) -> Link:
    """Resolve a relative address of a source file against the file's own folder."""
    cut = re.search(r"[?#]", address)
    end = cut.start() if cut else len(address)
    written = unquote(address[:end])
    if not written:
        return Link("", address[end:])
    joined = posixpath.join(posixpath.dirname(source_path), written)
    return Link(posixpath.normpath(joined), address[end:])


def relative_address(target: str, page: str) -> str:
    """Address of `target` as a link on `page` writes it, both from the site's root.

    A site may stand in any folder of a server, so nothing begins with `/`.
    """
    up = "../" * page.count("/")
    return f"{up}{target}" or "./"


def attachment_address(path: str) -> str:
    """Where the site publishes an attached file, by its project path."""
    return ATTACHMENTS + quote(path.removeprefix(_CONTENT))


def attachment_source(address: str) -> str:
    """Project path of an attachment, by its address."""
    return _CONTENT + unquote(address.removeprefix(ATTACHMENTS))


def list_links(library: Library, files: Iterable[str]) -> Mapping[str, str]:
    """Address of every project file that a text can link to.

    Pages win over attachments: a Markdown file is linked as the page that comes of it.
    `files` are the paths of all files below `content/`.
    """
    folder = library.settings.pages_folder.rstrip("/") + "/"
    links: dict[str, str] = {}
    for path in files:
        if path.startswith(folder):
            links[path] = _own_address(path.removeprefix(folder))
        elif is_handed_out(path):
            links[path] = attachment_address(path)
    links |= {post.path: post.address for post in library.posts if not post.summary_only}
    links |= {post.path: post.address for post in library.withdrawn}
    links |= {one.path: one.address for one in library.partners.values() if one.path}
    links |= {plan.path: plan.address for plan in library.plans}
    return links


def _own_address(path: str) -> str:
    """Address of a hand-written page or a file beside it, as MkDocs gives it."""
    if not path.endswith(".md"):
        return quote(path)
    folder, _, name = path.removesuffix(".md").rpartition("/")
    parts = [part for part in (folder, "" if name in ("index", "README") else name) if part]
    return "".join(f"{quote(part)}/" for part in parts)


def make_absolute(body: str, address: str, site_url: str | None) -> str:
    """A page's text with whole addresses."""
    up = "../" * address.count("/")
    # A text writes every address of the site with the way up from its own page.
    return body.replace(f'"{up}', f'"{site_url or ""}').replace(f", {up}", f", {site_url or ''}")
