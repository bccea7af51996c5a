"""Earlier addresses of posts → small pages that lead on to the new ones."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable
from html import escape
from urllib.parse import unquote, urlsplit

from builder.locale import say
from builder.model.posts import Post
from builder.model.settings import Settings
from builder.model.site import SiteFile
from builder.pages.links import relative_address
from builder.pages.policy import POLICY_OF_A_BARE_PAGE


def compose_moved(
    posts: Iterable[Post], taken: Collection[str], settings: Settings
) -> tuple[SiteFile, ...]:
    """One page for each earlier address that no page of today has.

    They are whole files: no engine has a template for a page without a frame,
    and an earlier address may be of any form (`tin-tuc/bai-12.html`).
    """
    moved: dict[str, SiteFile] = {}
    for post in posts:
        for written in post.old_addresses:
            path = find_file(written, settings.site_url)
            if path is not None and path.replace(".html", ".md") not in taken:
                moved.setdefault(path, SiteFile(path, _write_page(post, path, settings)))
    return tuple(moved.values())


def find_file(written: str, site_url: str | None) -> str | None:
    """File that a server shows at an address; None where no file can (a query, another site).

    Addresses count from the site's root, with or without its own address before them.
    """
    inside = written.strip()
    if site_url is not None:
        inside = inside.removeprefix(site_url)
    parts = urlsplit(inside)
    if parts.scheme or parts.netloc or parts.query:
        return None
    path = posixpath.normpath(unquote(parts.path).strip("/") or ".")
    if path == "." or path.startswith(".."):
        return None
    return path if path.endswith((".html", ".htm")) else f"{path}/index.html"


def _write_page(post: Post, path: str, settings: Settings) -> str:
    """The page at an earlier address."""
    target = escape(relative_address(post.address, path))
    canonical = escape((settings.site_url or "") + post.address) if settings.site_url else target
    title = escape(post.title)
    text = escape(say("moved-text", settings.language))
    return (
        f'<!doctype html>\n<html lang="{settings.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY_OF_A_BARE_PAGE}">\n'
        f'<title>{title}</title>\n<link rel="canonical" href="{canonical}">\n'
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n</head>\n'
        f'<body>\n<p>{text} <a href="{target}">{title}</a></p>\n</body>\n</html>\n'
    )
