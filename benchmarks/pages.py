"""Which pages a site with a corpus has, and which of them a site that was built lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from corpus import SITE_URL, News
from words import PARTNERS, TYPES

from builder.model.addresses import slug_of

POSTS_A_PAGE = 20
POSTS_IN_FEED = 20
SCHOOL_YEAR_MONTH = 9
KINDS = (
    "posts",
    "lists",
    "years",
    "types",
    "partners",
    "summaries",
    "figures",
    "feed",
    "sitemap",
)
"""What is compared, in the order in which it is told."""

_PARTNER_IDS = {name: partner for partner, name in PARTNERS.items()}
_FIGURE = re.compile(r'<data value="(\d+)" data-figure="([^"]+)"')
_FEED_LINK = re.compile(r'<link(?:[^>]*href="|>)([^"<]+)')
"""A link of Atom's or of RSS's."""

_SITEMAP_LINK = re.compile(r"<loc>([^<]+)</loc>")


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar or school year that has a summary."""

    id: str
    title: str
    first_day: date
    last_day: date

    @property
    def address(self) -> str:
        """Its summary's address."""
        return f"tong-ket/{self.id}/"

    def months(self) -> Iterator[date]:
        """First day of each of its months."""
        for after in range(12):
            year, month = divmod(self.first_day.month - 1 + after, 12)
            yield date(self.first_day.year + year, month + 1, 1)


def address_of(one: News) -> str:
    """A post's address, as our build finds it and the peers are told it."""
    return f"tin/{one.day.year}/{slug_of(one.title)}/"


def partner_id(one: News) -> str:
    """Last part of the address of a post's partner."""
    return _PARTNER_IDS[one.partner]


def list_periods(news: Iterable[News]) -> tuple[Period, ...]:
    """Every year and school year in which something took place, oldest first."""
    periods = set()
    for one in news:
        year = one.day.year
        periods.add(Period(str(year), f"Năm {year}", date(year, 1, 1), date(year, 12, 31)))
        begun = year if one.day.month >= SCHOOL_YEAR_MONTH else year - 1
        first, last = date(begun, SCHOOL_YEAR_MONTH, 1), date(begun + 1, SCHOOL_YEAR_MONTH - 1, 31)
        years = f"{begun}-{begun + 1}"
        periods.add(Period(f"nam-hoc-{years}", f"Năm học {years}", first, last))
    return tuple(sorted(periods, key=lambda period: (period.first_day, period.id)))


def expect_pages(news: Sequence[News]) -> Mapping[str, frozenset[str]]:
    """What a site must have, by kind: addresses, and the figures of the summaries."""
    newest = sorted(news, key=lambda one: (one.day, one.number), reverse=True)[:POSTS_IN_FEED]
    posts = frozenset(map(address_of, news))
    return {
        "posts": posts,
        "lists": frozenset(_list_shelf("tin/", len(news))),
        "years": _list_shelves("tin", (str(one.day.year) for one in news)),
        "types": _list_shelves("hoat-dong", (one.activity_type for one in news)),
        "partners": _list_shelves("doi-tac", map(partner_id, news)),
        "summaries": frozenset(period.address for period in list_periods(news)),
        "figures": expect_figures(news),
        "feed": frozenset(map(address_of, newest)),
        "sitemap": posts,
    }


def expect_figures(news: Sequence[News]) -> frozenset[str]:
    """Figures that the summaries must show: totals, and each type's and month's numbers."""
    figures = set()
    for period in list_periods(news):
        within = [one for one in news if period.first_day <= one.day <= period.last_day]
        figures |= _tell_figures(period, "totals", within)
        for activity_type in TYPES:
            of_type = [one for one in within if one.activity_type == activity_type]
            figures |= _tell_figures(period, f"by_activity_type.{activity_type}", of_type)
        for month, in_month in groupby(within, key=lambda one: f"{one.day:%Y-%m}"):
            figures |= _tell_figures(period, f"by_month.{month}", list(in_month))
    return frozenset(figures)


def find_missing(
    expected: Mapping[str, frozenset[str]], site: Path, moved: Mapping[str, str]
) -> Mapping[str, int]:
    """How many pages, figures or links of each kind a site lacks; a kind that is whole left out.

    `moved` tells the folders of those kinds that do not stand where ours do.
    """
    missing = {}
    for kind, wanted in expected.items():
        found = _FINDERS.get(kind, _find_pages)(site, _move(wanted, moved.get(kind, "")))
        if lacking := len(wanted) - found:
            missing[kind] = lacking
    return missing


def _list_shelves(folder: str, keys: Iterable[str]) -> frozenset[str]:
    """Pages of the lists below a folder, one list for each key."""
    return frozenset(
        address
        for key, posts in Counter(keys).items()
        for address in _list_shelf(f"{folder}/{key}/", posts)
    )


def _list_shelf(address: str, posts: int) -> Iterator[str]:
    """Pages of one list."""
    yield address
    for page in range(2, -(-posts // POSTS_A_PAGE) + 1):
        yield f"{address}trang/{page}/"


def _tell_figures(period: Period, path: str, news: Sequence[News]) -> set[str]:
    """Numbers of some posts, as a summary tells them; none where there are no posts."""
    if not news:
        return set()
    numbers = {
        "activities": len(news),
        "attendance.staff": sum(one.staff for one in news),
        "attendance.students": sum(one.students for one in news),
    }
    return {f"{period.address} {path}.{name} {number}" for name, number in numbers.items()}


def _move(addresses: frozenset[str], folder: str) -> frozenset[str]:
    """Addresses with another folder in place of their first."""
    if not folder:
        return addresses
    return frozenset(f"{folder}{address.partition('/')[2]}" for address in addresses)


def _find_pages(site: Path, wanted: frozenset[str]) -> int:
    """How many of the wanted pages there are."""
    return sum((site / address / "index.html").is_file() for address in wanted)


def _find_figures(site: Path, wanted: frozenset[str]) -> int:
    """How many of the wanted figures the summaries show."""
    shown = {
        f"{address} {path} {value}"
        for address in {one.split(" ")[0] for one in wanted}
        for value, path in _FIGURE.findall(_read(site / address / "index.html"))
    }
    return len(wanted & shown)


def _find_entries(site: Path, wanted: frozenset[str]) -> int:
    """How many of the wanted posts the feed links to."""
    return _count_links(_FEED_LINK, site / "feed.xml", wanted)


def _find_listed(site: Path, wanted: frozenset[str]) -> int:
    """How many of the wanted posts the sitemap lists."""
    return _count_links(_SITEMAP_LINK, site / "sitemap.xml", wanted)


def _count_links(link: re.Pattern[str], file: Path, wanted: frozenset[str]) -> int:
    """How many of the wanted addresses a file links to."""
    return len(wanted & {found.removeprefix(SITE_URL) for found in link.findall(_read(file))})


def _read(file: Path) -> str:
    """Text of a file; empty where there is none."""
    return file.read_text(encoding="utf-8") if file.is_file() else ""


_FINDERS = {"figures": _find_figures, "feed": _find_entries, "sitemap": _find_listed}
