"""Which pages a site with the corpus must have, and the search for those that it lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Load = Callable[[str], ModuleType]


@pytest.fixture
def pages(load: Load) -> ModuleType:
    """What knows the pages."""
    return load("pages")


@pytest.fixture
def news(corpus: ModuleType) -> tuple[Any, ...]:
    """Twelve posts."""
    return tuple(corpus.make_news(12))


@pytest.fixture
def expected(pages: ModuleType, news: Sequence[Any]) -> Mapping[str, frozenset[str]]:
    """What a site with them must have."""
    return pages.expect_pages(news)


@pytest.fixture
def site(tmp_path: Path, expected: Mapping[str, frozenset[str]], corpus: ModuleType) -> Path:
    """A site that has just that."""
    for kind in ("posts", "lists", "years", "types", "partners", "summaries"):
        for address in expected[kind]:
            _write(tmp_path / address / "index.html", "")
    for figure in expected["figures"]:
        address, path, value = figure.split(" ")
        page = tmp_path / address / "index.html"
        _write(page, f'{page.read_text()}<data value="{value}" data-figure="{path}">x</data>')
    links = (f'<link rel="alternate" href="{corpus.SITE_URL}{one}"/>' for one in expected["feed"])
    _write(tmp_path / "feed.xml", "".join(links))
    places = (f"<loc>{corpus.SITE_URL}{one}</loc>" for one in expected["sitemap"])
    _write(tmp_path / "sitemap.xml", "".join(places))
    return tmp_path


def test_a_whole_site_lacks_nothing(
    pages: ModuleType, expected: Mapping[str, frozenset[str]], site: Path
) -> None:
    """Who made every page is a peer in full."""
    assert {} == pages.find_missing(expected, site, {})


@pytest.mark.parametrize("kind", ["posts", "lists", "years", "types", "partners"])
def test_a_missing_page_is_found(
    pages: ModuleType, expected: Mapping[str, frozenset[str]], site: Path, kind: str
) -> None:
    """One page that was not made is named by its kind."""
    (site / min(expected[kind]) / "index.html").unlink()

    assert {kind: 1} == pages.find_missing(expected, site, {})


def test_a_wrong_figure_is_found(
    pages: ModuleType, expected: Mapping[str, frozenset[str]], site: Path
) -> None:
    """A summary that tells another number lacks the right one."""
    page = site / min(expected["summaries"]) / "index.html"
    text = page.read_text().replace('<data value="', '<data value="9', 1)
    _write(page, text)

    assert {"figures": 1} == pages.find_missing(expected, site, {})


def test_a_site_without_feed_and_sitemap_lacks_their_links(
    pages: ModuleType, expected: Mapping[str, frozenset[str]], site: Path
) -> None:
    """Each post that they should link to is counted."""
    (site / "feed.xml").unlink()
    (site / "sitemap.xml").unlink()

    assert {"feed": 12, "sitemap": 12} == pages.find_missing(expected, site, {})


def test_a_feed_may_be_rss(
    pages: ModuleType, expected: Mapping[str, frozenset[str]], site: Path, corpus: ModuleType
) -> None:
    """RSS writes its links between tags, and that of the site itself is no entry."""
    newest = max(expected["feed"])
    links = [f"<link>{corpus.SITE_URL}{one}</link>" for one in ("", *expected["feed"] - {newest})]
    _write(site / "feed.xml", "".join(links))

    assert {"feed": 1} == pages.find_missing(expected, site, {})


def test_pages_may_stand_below_another_folder(
    pages: ModuleType, expected: Mapping[str, frozenset[str]], site: Path
) -> None:
    """A blog that keeps its types below its own address lacks none of them."""
    (site / "hoat-dong").rename(site / "tin" / "danh-muc")

    assert {} == pages.find_missing(expected, site, {"types": "tin/danh-muc/"})


def test_lists_have_twenty_posts_a_page(pages: ModuleType, corpus: ModuleType) -> None:
    """Forty-one posts of one day, type and partner fill three pages of each list."""
    first = next(iter(corpus.make_news(1)))
    same = {"day": date(2020, 3, 1), "activity_type": "ngoai-ngu"}
    news = [replace(first, title=f"Bài {number}", **same) for number in range(41)]
    expected = pages.expect_pages(news)

    assert {"tin/", "tin/trang/2/", "tin/trang/3/"} == expected["lists"]
    assert {"tin/2020/", "tin/2020/trang/2/", "tin/2020/trang/3/"} == expected["years"]
    assert 3 == len(expected["types"])
    assert 3 == len(expected["partners"])
    assert {"tong-ket/2020/", "tong-ket/nam-hoc-2019-2020/"} == expected["summaries"]
    assert 20 == len(expected["feed"])


def test_figures_are_sums_of_the_posts(pages: ModuleType, corpus: ModuleType) -> None:
    """Totals, types and months of a year count its posts and the people who took part."""
    first = next(iter(corpus.make_news(1)))
    day = date(2020, 3, 1)
    told = {"day": day, "activity_type": "ngoai-ngu", "staff": 5, "students": 30}
    news = [replace(first, title=f"Bài {number}", **told) for number in range(2)]
    numbers = {"activities 2", "attendance.staff 10", "attendance.students 60"}
    paths = ("totals", "by_activity_type.ngoai-ngu", "by_month.2020-03")

    assert {
        f"tong-ket/{period}/ {path}.{number}"
        for period in ("2020", "nam-hoc-2019-2020")
        for path in paths
        for number in numbers
    } == pages.expect_figures(news)


def _write(file: Path, text: str) -> None:
    """Write a file and its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
