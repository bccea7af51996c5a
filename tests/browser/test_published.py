"""The demo at a place of each kind, as Chromium shows it; and after one post has changed."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Response

from tests.browser.test_pages import DESK, PHONE, POST
from tests.publish.places import KINDS, School, run_places
from tests.publish.target_contract import list_visible

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.xdist_group("published"),
]

SUMMARY = "tong-ket/2023/"
SEARCH = "tim-kiem/"
MORE = "Hai trường hẹn gặp lại trên sân Sông Trăng."
_PICTURES = """
async () => await Promise.all([...document.images].map(async (one) => {
    one.loading = "eager";
    await one.decode().catch(() => {});
    return [one.currentSrc || one.src, one.naturalWidth];
}))
"""


@dataclass
class Visit:
    """What a browser met on a walk through a site."""

    address: str
    complaints: list[str] = field(default_factory=list)
    """Errors of pages, refused things, requests that failed or left the site."""

    pictures: dict[str, int] = field(default_factory=dict)
    """Address of each picture → its own width."""

    policies: set[str] = field(default_factory=set)
    """Addresses of the pages that bear a Content-Security-Policy."""

    found: int = 0
    """Results of a search."""

    def hear_request(self, request: Request) -> None:
        """No request leaves the site, or is for a list of all its pages."""
        if request.url.endswith("sitemap.xml"):
            self.complaints.append(f"loads {request.url}")
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"leaves the site: {request.url}")

    def hear_response(self, response: Response) -> None:
        """Each finds what it asks for."""
        if not response.ok and response.status != 304:
            self.complaints.append(f"{response.status}: {response.url}")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """The demo, published to every place."""
    with run_places(tmp_path_factory.mktemp("places")) as school:
        for kind in KINDS:
            school.run("publish", kind)
        yield school


@pytest.fixture(scope="module")
def visits(chromium: Browser, school: School) -> dict[str, Visit]:
    """A walk through the site at each place, on a phone and on a desk."""
    visits = {}
    for kind in KINDS:
        visit = visits[kind] = Visit(school.places[kind].address)
        for size, scheme in ((PHONE, "light"), (DESK, "dark")):
            page = chromium.new_page(viewport=size, color_scheme=scheme)
            walk(page, visit)
            page.close()
    return visits


@pytest.fixture(scope="module")
def change(school: School, visits: dict[str, Visit]) -> tuple[set[str], dict[str, set[str]]]:
    """Files by which the site with one longer post differs, and those that each dry run lists.

    Then they are published.
    """
    assert KINDS == tuple(visits)
    site, before = school.project / "site", school.project.parent / "before"
    shutil.copytree(site, before)
    (post,) = (school.project / "content" / "posts").glob("*/giao-luu-bong-chuyen*/index.md")
    post.write_text(post.read_text("utf-8").rstrip() + f"\n\n{MORE}\n", "utf-8")
    planned = {kind: school.list_planned(kind) for kind in KINDS}
    for kind in KINDS:
        school.run("publish", kind)
    return find_differing(before, site), planned


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_fails_where_the_demo_is_published(visits: dict[str, Visit], kind: str) -> None:
    """No request fails, goes elsewhere or is for all pages; no page complains or has no policy."""
    visit = visits[kind]
    pages = {f"{visit.address}{path}" for path in ("", POST, SUMMARY, SEARCH)}

    assert ([], pages) == (visit.complaints, visit.policies)


@pytest.mark.parametrize("kind", KINDS)
def test_every_picture_is_shown_where_the_demo_is_published(
    visits: dict[str, Visit], kind: str
) -> None:
    """Each has come whole: a browser knows its width."""
    pictures = visits[kind].pictures
    photos = [one for one in pictures if one.endswith(".webp")]

    assert [] == [one for one, width in pictures.items() if not width]
    assert photos


@pytest.mark.parametrize("kind", KINDS)
def test_the_demo_is_searched_where_it_is_published(visits: dict[str, Visit], kind: str) -> None:
    """Its index works from any host that serves files."""
    assert visits[kind].found


@pytest.mark.parametrize("kind", KINDS)
def test_a_dry_run_lists_exactly_what_one_changed_post_changes(
    change: tuple[set[str], dict[str, set[str]]], kind: str
) -> None:
    """Compared with the two sites, file by file and byte by byte."""
    differing, planned = change

    assert f"{POST}index.html" in differing
    assert differing == planned[kind]


@pytest.mark.usefixtures("change")
@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_post_is_shown_where_it_is_published_again(
    chromium: Browser, school: School, kind: str
) -> None:
    """And every file that stands is the built site's."""
    place = school.places[kind]
    stands = list_visible(place.seen.resolve())
    stands.pop(".nojekyll", None)
    page = chromium.new_page(viewport=PHONE)
    page.goto(place.address + POST)
    text = page.locator("article").inner_text()
    page.close()

    assert list_visible(school.project / "site") == stands
    assert MORE in text


def walk(page: Page, visit: Visit) -> None:
    """Home, a post with pictures, a summary, and a search."""
    page.on("request", visit.hear_request)
    page.on("response", visit.hear_response)
    page.on("requestfailed", lambda one: visit.complaints.append(f"failed: {one.url}"))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on(
        "console",
        lambda one: visit.complaints.append(one.text) if one.type == "error" else None,
    )
    for path in ("", POST, SUMMARY, SEARCH):
        page.goto(visit.address + path, wait_until="load")
        visit.pictures |= dict(page.evaluate(_PICTURES))
        if page.locator('meta[http-equiv="Content-Security-Policy"]').count():
            visit.policies.add(page.url)
    page.fill("#so-search-words", "giao luu")
    page.wait_for_selector(".so-results li")
    visit.found += page.locator(".so-results li").count()


def find_differing(one: Path, other: Path) -> set[str]:
    """Paths of the files that stand in one folder alone, or with other bytes."""
    paths = {*list_visible(one), *list_visible(other)}
    _, differing, lacking = filecmp.cmpfiles(one, other, sorted(paths), shallow=False)
    return {*differing, *lacking}
