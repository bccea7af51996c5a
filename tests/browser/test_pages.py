"""What a reader's browser does with the demo's pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("demo")]

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}
POST = "tin/2023/giao-luu-bong-chuyen-van-nghe-voi-truong-thcs-song-trang/"
_TEXT = "document.querySelector('article').innerText"


@dataclass(slots=True)
class Visit:
    """A walk through every page, and what came to light on the way."""

    requests: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    widths: dict[str, int] = field(default_factory=dict)


@pytest.fixture(scope="module")
def visit(chromium: Browser, address: str, pages: tuple[str, ...]) -> Visit:
    """All pages on a phone, with JavaScript, as most readers see them."""
    return _walk(chromium, address, pages, javascript=True)


@pytest.fixture(scope="module")
def quiet_visit(chromium: Browser, address: str, pages: tuple[str, ...]) -> Visit:
    """All pages on a phone, with JavaScript switched off."""
    return _walk(chromium, address, pages, javascript=False)


def test_no_request_leaves_the_site(visit: Visit, address: str) -> None:
    """No page loads anything from another host."""
    strangers = sorted(one for one in visit.requests if not one.startswith((address, "data:")))

    assert [] == strangers


def test_no_page_loads_a_list_of_all_pages(visit: Visit, address: str) -> None:
    """What grows with the site stays off readers' phones: the sitemap is for search engines."""
    assert f"{address}sitemap.xml" not in visit.requests
    assert any(one.endswith(".js") for one in visit.requests)


def test_no_page_complains(visit: Visit) -> None:
    """No page logs an error, throws one, or asks for a file that is missing."""
    assert [] == visit.complaints


def test_no_page_scrolls_sideways_on_a_phone(visit: Visit) -> None:
    """At 360 px every page is as wide as the screen."""
    assert {} == {page: width for page, width in visit.widths.items() if width > PHONE["width"]}


def test_every_page_says_the_same_without_javascript(visit: Visit, quiet_visit: Visit) -> None:
    """Whoever has no JavaScript reads the same text, but for the page that searches."""
    differing = [page for page, text in visit.texts.items() if quiet_visit.texts[page] != text]

    assert ["tim-kiem/"] == differing
    assert {} == {page: text for page, text in quiet_visit.texts.items() if not text.strip()}


@pytest.mark.parametrize(
    ("screen", "density"), [(PHONE, 1), (PHONE, 2), (PHONE, 3), (DESK, 1), (DESK, 2)]
)
def test_no_picture_is_larger_than_its_place(
    chromium: Browser, address: str, screen: ViewportSize, density: int
) -> None:
    """Of its widths each screen loads the smallest that fills its place, or nearly.

    A dense phone has three pixels where the eye sees two.
    """
    wrong = []
    for path in ("", "tin/", POST, "tong-ket/2023/"):
        page = chromium.new_page(viewport=screen, device_scale_factor=density)
        page.goto(address + path)
        for shown, pixels, loaded, widths in page.evaluate(_PICTURES):
            wanted = pixels * min(density, 2) * _NEARLY
            fitting = [one for one in widths if one >= wanted]
            if loaded != min(fitting, default=max(widths)):
                wrong.append(f"/{path}: {shown} has {loaded} for {pixels} pixels")
        page.close()

    assert [] == wrong


@pytest.mark.parametrize("javascript", [True, False])
def test_the_keyboard_reaches_no_link_that_is_out_of_sight(
    chromium: Browser, address: str, *, javascript: bool
) -> None:
    """A phone's closed drawer opens for its links, as it must at 200 % on a desk."""
    context = chromium.new_context(
        viewport=PHONE, java_script_enabled=javascript, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}tin/")
    link = page.locator(".md-sidebar--primary a", has_text="Tổng kết").first
    before = link.bounding_box()
    for _ in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    page.wait_for_timeout(400)
    after = link.bounding_box()
    context.close()
    assert before is not None
    assert after is not None

    assert before["x"] < 0 <= after["x"]


def test_found_words_are_seen_in_a_readers_own_colours(chromium: Browser, address: str) -> None:
    """A browser's own colour of marked words would be that of the ground."""
    context = chromium.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}tim-kiem/?q=hoc")
    word = page.locator(".so-results mark").first
    colours = word.evaluate(
        "word => [getComputedStyle(word).color, getComputedStyle(word.parentElement).color]"
    )
    context.close()

    assert colours[0] == colours[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(chromium: Browser, address: str, scheme: str) -> None:
    """Headings and figures of a summary keep 4.5:1 against the page, in light and in dark."""
    page = chromium.new_page(viewport=DESK, color_scheme=scheme)
    page.goto(f"{address}tong-ket/2023/")
    faint = [
        f"{text}: {ratio:.2f}"
        for text, ratio in page.evaluate(_CONTRAST)
        if ratio < _LEAST_CONTRAST
    ]
    page.close()

    assert [] == faint


def _walk(chromium: Browser, address: str, pages: tuple[str, ...], *, javascript: bool) -> Visit:
    """Open every page once and note what it loads, says and measures."""
    visit = Visit()
    context = chromium.new_context(viewport=PHONE, java_script_enabled=javascript)
    page = context.new_page()
    page.on("request", lambda request: visit.requests.add(request.url))
    page.on("console", lambda message: visit.complaints.extend(_read_complaint(message)))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    for path in pages:
        page.goto(address + path, wait_until="load")
        visit.texts[path] = _read_text(page)
        visit.widths[path] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    return visit


def _read_text(page: Page) -> str:
    """What the page's article says, in one line."""
    return " ".join(str(page.evaluate(_TEXT)).split())


def _read_complaint(message: ConsoleMessage) -> Iterator[str]:
    """An error that a page logged, with its page."""
    if message.type == "error":
        yield f"{message.location['url']}: {message.text}"


_NEARLY = 0.75
"""Of the pixels that a picture's place has: with as many it is still sharp to the eye."""

_PICTURES = """
async () => {
  const pictures = [...document.querySelectorAll("article img[srcset]")];
  return await Promise.all(pictures.map(async (one) => {
    one.loading = "eager";
    await one.decode();
    const place = one.getBoundingClientRect();
    const [width, height] = ["width", "height"].map((name) => +one.getAttribute(name));
    const wide = Math.max(place.width, place.height * width / height);
    const widths = [...one.srcset.matchAll(/ (\\d+)w/g)].map((found) => +found[1]);
    const name = one.currentSrc.split("/").pop();
    return [name, wide, +name.match(/-(\\d+)\\./)[1], widths];
  }));
}
"""

_LEAST_CONTRAST = 4.5
_CONTRAST = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const read = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255)
      .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const over = (top, below) => top.slice(0, 3)
    .map((c, i) => c * top[3] / 255 + below[i] * (1 - top[3] / 255));
  const ground = (element) => {
    if (!element) return [255, 255, 255];
    const colour = read(getComputedStyle(element).backgroundColor);
    return colour[3] === 255 ? colour.slice(0, 3) : over(colour, ground(element.parentElement));
  };
  const shown = ['h1', 'h2', 'h3', 'p', 'td', 'th', 'data'].map((tag) => `article ${tag}`);
  return [...document.querySelectorAll(shown.join())]
    .filter((element) => element.innerText.trim() && element.getClientRects().length)
    .map((element) => {
      const below = ground(element);
      const ink = light(over(read(getComputedStyle(element).color), below));
      const [high, low] = [ink, light(below)].sort((a, b) => b - a);
      return [element.innerText.slice(0, 40), (high + 0.05) / (low + 0.05)];
    });
}
"""
