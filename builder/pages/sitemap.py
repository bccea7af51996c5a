"""All pages → `sitemap.xml` and `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from builder.model.site import SiteFile
from builder.pages.xml import escape_text


def compose_sitemap(
    pages: Iterable[SiteFile],
    hand_written: Iterable[str],
    changed: Mapping[str, date],
    site_url: str | None,
) -> tuple[SiteFile, ...]:
    """The sitemap names every page that search engines may list, and robots.txt the sitemap.

    A sitemap consists of whole addresses, so a site without one has none.
    `changed` tells for some addresses the day of their last change.
    """
    if site_url is None:
        return (SiteFile("robots.txt", "User-agent: *\nAllow: /\n"),)
    listed = {
        page.path.removesuffix("index.md")
        for page in pages
        if page.meta is not None and not page.meta.get("unlisted")
    }
    urls = "".join(
        _write_url(site_url + address, changed.get(address))
        for address in sorted(listed.union(hand_written))
    )
    return (
        SiteFile(
            "sitemap.xml",
            '<?xml version="1.0" encoding="utf-8"?>\n'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            f"{urls}</urlset>\n",
        ),
        SiteFile("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"),
    )


def _write_url(address: str, day: date | None) -> str:
    """One page."""
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"  <url><loc>{escape_text(address)}</loc>{changed}</url>\n"
