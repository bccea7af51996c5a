"""The built demo as a whole: every link in it leads somewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]

_ROOT = "http://site.invalid/"


class _Page(HTMLParser):
    """Ids and links of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.doubles: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what can be linked to and what is linked."""
        for name, value in attrs:
            if name == "id" and value:
                if value in self.ids:
                    self.doubles.append(value)
                self.ids.add(value)
            elif name in {"href", "src"} and value and not (tag == "link" and "canonical" in value):
                self.links.append(value)


@pytest.fixture(scope="module")
def pages(demo_site: Path) -> dict[str, _Page]:
    """Every page of the site by its address."""
    return {
        _ROOT + file.relative_to(demo_site).as_posix(): _Page(file.read_text(encoding="utf-8"))
        for file in sorted(demo_site.rglob("*.html"))
        if file.name != "404.html"
    }


def test_every_link_leads_to_a_file(pages: dict[str, _Page], demo_site: Path) -> None:
    """No page links to a file of the site that is not there."""
    lost = [
        f"{address}: {link}"
        for address, page in pages.items()
        for link in page.links
        if (target := _find_target(address, link)) and not (demo_site / target[0]).is_file()
    ]

    assert [] == lost


def test_every_anchor_is_there(pages: dict[str, _Page]) -> None:
    """A link to a place within a page finds that place, figures' links to their activities too."""
    lost = [
        f"{address}: {link}"
        for address, page in pages.items()
        for link in page.links
        if (target := _find_target(address, link))
        and target[1]
        and (aimed := pages.get(_ROOT + target[0])) is not None
        and target[1] not in aimed.ids
    ]

    assert [] == lost


def test_no_id_stands_twice(pages: dict[str, _Page]) -> None:
    """An id names one place of its page."""
    assert {} == {address: page.doubles for address, page in pages.items() if page.doubles}


def _find_target(address: str, link: str) -> tuple[str, str] | None:
    """File and anchor that a link aims at; None where it leads out of the site."""
    whole, anchor = urldefrag(urljoin(address, link))
    if not whole.startswith(_ROOT):
        return None
    path = unquote(urlsplit(whole).path).lstrip("/")
    return (f"{path}index.html" if not path or path.endswith("/") else path), unquote(anchor)
