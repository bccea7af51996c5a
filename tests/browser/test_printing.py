"""What comes out of the printer where a reader prints a summary page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("demo")]

A4_POINTS = (595, 842)
POINTS_PER_MM = 72 / 25.4
TOP_POINTS = 19 * POINTS_PER_MM
"""Just above where the text begins."""

SUMMARY = "tong-ket/2023/"


@pytest.fixture(scope="module")
def printed(
    chromium: Browser, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[pymupdf.Document]:
    """The demo's summary of 2023 on paper, by a browser without JavaScript."""
    file = tmp_path_factory.mktemp("printed") / "summary.pdf"
    with _visiting(chromium, address + SUMMARY) as page:
        page.pdf(path=str(file), prefer_css_page_size=True)
    with pymupdf.open(file) as document:
        yield document


def test_the_report_is_printed_and_nothing_else(printed: pymupdf.Document, demo_site: Path) -> None:
    """From the heading to the last annex, as the md form has it; no menu, no chart, no footer."""
    text = (demo_site / SUMMARY / "bao-cao.md").read_text(encoding="utf-8")
    words = re.findall(r"\w+", re.sub(r"\\(.)", r"\1", text))
    shown = re.findall(r"\w+", "\n".join(_read_sheets(printed)))

    assert sorted(words) == sorted(shown)


def test_it_is_printed_on_a4_with_the_margins_of_the_decree(printed: pymupdf.Document) -> None:
    """30 mm at the left, 15 at the right, 20 above and below but for the number."""
    edges = [
        (block[0], page.rect.width - block[2], page.rect.height - block[3])
        for page in printed
        for block in page.get_text("blocks")
        if block[1] > TOP_POINTS
    ]
    left, right, bottom = (min(one) / POINTS_PER_MM for one in zip(*edges, strict=True))

    assert {A4_POINTS} == {(round(one.rect.width), round(one.rect.height)) for one in printed}
    assert (30, 15, True) == (round(left), round(right), bottom >= 20)


def test_sheets_have_numbers_from_the_second(printed: pymupdf.Document) -> None:
    """In the middle of the top margin."""
    above = [
        page.get_text(clip=pymupdf.Rect(0, 0, page.rect.width, TOP_POINTS)).strip()
        for page in printed
    ]

    assert ["", *(str(number) for number in range(2, len(printed) + 1))] == above


def test_a_screen_shows_the_page_and_a_reader_hears_it_once(
    chromium: Browser, address: str
) -> None:
    """What is for paper is in no text and no tree of what is read aloud."""
    with _visiting(chromium, address + SUMMARY) as page:
        heard = page.locator("body").aria_snapshot()
        shown = page.locator("article").first.inner_text()

    assert "Độc lập - Tự do - Hạnh phúc" not in heard + shown
    assert "Số liệu tính đến" in shown


def test_other_pages_are_printed_as_they_are(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    """The plan's page keeps its own heading and tells its address."""
    with _visiting(chromium, f"{address}ke-hoach/2023/") as page:
        page.pdf(path=str(tmp_path / "plan.pdf"), prefer_css_page_size=True)
    with pymupdf.open(tmp_path / "plan.pdf") as document:
        text = "\n".join(page.get_text() for page in document)

    assert "ke-hoach/2023/" in text
    assert "CỘNG HÒA XÃ HỘI" not in text


@pytest.mark.parametrize("where", ["", "tin/", "ke-hoach/2023/", "tiep-can/"])
def test_a_dark_page_is_printed_black_on_white(chromium: Browser, address: str, where: str) -> None:
    """Who reads in the dark prints for others: no pale letter, no dark ground."""
    with _visiting(chromium, address + where) as page:
        page.emulate_media(media="print")
        page.locator("body").evaluate("body => { body.dataset.mdColorScheme = 'slate' }")
        shown = page.evaluate(_SHADES)

    assert [] == shown


def test_a_list_is_printed_three_beside_each_other(chromium: Browser, address: str) -> None:
    """One card a sheet would waste a ream."""
    with _visiting(chromium, address + "tin/") as page:
        page.emulate_media(media="print")
        tops = page.locator(".so-card").evaluate_all(
            "cards => cards.slice(0, 4).map(card => card.getBoundingClientRect().top)"
        )

    assert tops[0] == tops[1] == tops[2] < tops[3]


_SHADES = """() => [...document.querySelectorAll('body, main *, .so-footer *')].filter(one => {
  const style = getComputedStyle(one)
  const light = colour => {
    const [red, green, blue, seen = 1] = colour.match(/[\\d.]+/g).map(Number)
    return seen === 0 ? null : (red + green + blue) / 765
  }
  const words = [...one.childNodes].some(child => child.nodeType === 3 && child.data.trim())
  const ground = light(style.backgroundColor)
  const visible = one.getClientRects().length && style.visibility === 'visible'
  const isPale = words && light(style.color) > .5
  const isDark = ground !== null && ground < .9 && !one.matches('progress')
  return visible && (isPale || isDark)
}).map(one => one.outerHTML.slice(0, 90))"""
"""Elements with pale letters or a dark ground."""


@contextmanager
def _visiting(chromium: Browser, address: str) -> Iterator[Page]:
    """A page, without JavaScript."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address, wait_until="load")
    yield page
    context.close()


def _read_sheets(document: pymupdf.Document) -> Iterator[str]:
    """Words of each sheet below its number."""
    for page in document:
        _, _, width, height = page.rect
        yield page.get_text(clip=pymupdf.Rect(0, 19 * POINTS_PER_MM, width, height))
