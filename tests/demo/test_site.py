"""The demo as a visitor gets it: figures on the pages, and the note that it is made up."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]

NOTE = "Nội dung minh họa, không có thật"
PERIODS = ("2023", "2024", "nam-hoc-2022-2023", "nam-hoc-2023-2024", "nam-hoc-2024-2025")


class _Figures(HTMLParser):
    """Every `<data>` of a page that names its figure, with its bare number."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a figure."""
        named = dict(attrs)
        if tag == "data" and (path := named.get("data-figure")):
            self.found.append((path, named.get("value") or ""))


@pytest.mark.parametrize("period", PERIODS)
def test_figures_of_a_summary_are_those_of_its_data_file(demo_site: Path, period: str) -> None:
    """The page and the file that other programs read say the same, figure by figure."""
    folder = demo_site / "tong-ket" / period
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    figures = _Figures((folder / "index.html").read_text(encoding="utf-8")).found
    shown = {path for path, _ in figures}

    assert [] == [(path, value) for path, value in figures if value != _written(data, path)]
    assert set() == {f"totals.{name}" for name in data["totals"] if _is_number(data, name)} - shown


def test_every_page_says_that_it_is_made_up(demo_site: Path) -> None:
    """A visitor who comes by a link from elsewhere reads it too."""
    silent = [
        file.relative_to(demo_site).as_posix()
        for file in demo_site.rglob("*.html")
        if NOTE not in file.read_text(encoding="utf-8")
    ]

    assert [] == silent


def test_every_picture_says_what_it_shows(demo_site: Path) -> None:
    """No picture without its text, width and height."""
    pictures = {
        tag
        for file in demo_site.rglob("*.html")
        for tag in re.findall(r"<img\b[^>]*>", file.read_text(encoding="utf-8"))
    }
    bare = [
        tag
        for tag in pictures
        if "alt=" not in tag or not re.search(r"(?=.*\bwidth=)(?=.*\bheight=)|logo", tag)
    ]

    assert [] == bare


def _is_number(data: dict[str, dict[str, object]], name: str) -> bool:
    """Whether a total is one number, not a mapping of them."""
    return isinstance(data["totals"][name], int)


def _written(data: object, path: str) -> str:
    """The number at a path, rows being named by id or month; empty for null."""
    found = data
    for key in path.split("."):
        if isinstance(found, list):
            found = next(row for row in found if key in _names(row))
        else:
            assert isinstance(found, dict), path
            found = found[key]
    return "" if found is None else str(found)


def _names(row: dict[str, object]) -> set[object]:
    """What a row of a data file may be named by in a path."""
    return {row.get(key) for key in ("id", "month", "kind")}
