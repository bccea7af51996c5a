"""The index of a site: of what it is made, and when it is made anew."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from builder.engine.mkdocs_build import MkDocsEngine
from builder.search import indexing
from builder.workflow.build import run_build
from builder.workflow.content import read_content
from builder.workflow.prepare import Order, prepare_delivery
from builder.workflow.search_parts import CACHE
from builder.workflow.steps import SILENT
from tests.workflow.school import CONFIGURATION, fingerprint, post, write_files, write_project

pytestmark = pytest.mark.engine

TODAY = date(2025, 12, 1)
SEARCHED = CONFIGURATION.replace("plugins:\n", "plugins:\n  - search\n")
SCHOOL = {
    "mkdocs.yml": SEARCHED,
    "content/posts/2023/a.md": post("Hội thảo", "06/03/2023"),
    "content/posts/2024/b.md": post("Hội thi", "06/03/2024"),
    "content/partners/truong-ban.md": "---\ntên: Trường bạn\n---\n\nBạn của trường.\n",
}


def build(project: Path) -> Path:
    """The project's site."""
    built = run_build(Order(project, TODAY), MkDocsEngine, site_folder=None, tell=SILENT)
    assert built.folder is not None
    return built.folder


def titles(site: Path, part: str = "") -> set[str]:
    """Titles of the pages in one part of the index."""
    return {
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))["meta"][
            "title"
        ]
        for file in (site / "pagefind" / part / "fragment").iterdir()
    }


def all_titles(site: Path) -> set[str]:
    """Titles of the pages in all parts, which the search page names."""
    page = (site / "tim-kiem" / "index.html").read_text("utf-8")
    parts = re.findall(r'data-parts="([^"]*)"', page)[0].split()
    return set().union(*(titles(site, part) for part in ("", *parts)))


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Addresses in each part that was made since, in order of the first of them."""
    made: list[list[str]] = []
    make = indexing.index_pages

    def note(pages: Iterable[tuple[str, str]], language: str) -> dict[str, bytes]:
        made.append([address for address, _ in pages])
        made.sort()
        return make(pages, language)

    monkeypatch.setattr(indexing, "index_pages", note)
    return made


def test_every_kind_of_page_is_in_the_index(tmp_path: Path) -> None:
    """Posts by their years, all else together; hand-written pages too."""
    site = build(write_project(tmp_path / "school", SCHOOL))

    assert ({"Hội thảo", "Hội thi"}, {"Tuyên truyền về biển đảo".replace("đ", "d\u0335")}) == (
        titles(site, "2023-2024"),
        titles(site, "2025"),
    )
    assert {"Giới thiệu", "Trường bạn", "Hỗ trợ tiếp cận"} < titles(site)


def test_what_is_not_published_is_not_in_the_index(tmp_path: Path) -> None:
    """Drafts, internal posts, posts of a later day, and posts without a page."""
    head = "trạng thái: nháp", "phạm vi: nội bộ", "đăng ngày: 24/12/2025", "chỉ thống kê: có"
    hidden = {
        f"content/posts/2025/{number}.md": post(f"Bài ẩn {number}", f"0{number}/04/2025").replace(
            "địa điểm", f"{line}\nđịa điểm"
        )
        for number, line in enumerate(head, start=1)
    }
    site = build(write_project(tmp_path / "school", SCHOOL | hidden))

    assert set() == {one for one in all_titles(site) if one.startswith("Bài ẩn")}
    assert b"Bai an" not in b"".join(
        gzip.decompress(file.read_bytes()) for file in site.rglob("*.pf_index")
    )


def test_a_hand_written_page_is_left_out_of_the_index_where_it_says_so(tmp_path: Path) -> None:
    """As soon as it does, and until it no longer does; the page itself stays."""
    text = "# Giới thiệu\n\nTrường ở giữa làng.\n"
    excluded = f"---\nsearch:\n  exclude: true\n---\n{text}"
    project = write_project(tmp_path / "school", SCHOOL)
    found = []
    for written in (text, excluded, text):
        write_files(project, {"content/pages/gioi-thieu.md": written})
        site = build(project)
        found.append(("Giới thiệu" in titles(site), (site / "gioi-thieu/index.html").is_file()))

    assert [(True, True), (False, True), (True, True)] == found


def test_only_the_part_of_an_edited_post_is_made_anew(
    tmp_path: Path, indexed: list[list[str]]
) -> None:
    """And nothing where nothing changed."""
    project = write_project(tmp_path / "school", SCHOOL)
    counts = []
    for files in (
        {},
        {},
        {"content/posts/2024/b.md": post("Hội thi", "06/03/2024", "\nThêm một câu.\n")},
        {"content/pages/gioi-thieu.md": "# Giới thiệu\n\nTrường đã sửa.\n"},
    ):
        indexed.clear()
        write_files(project, files)
        build(project)
        counts.append([made[0] for made in indexed])

    every = ["doi-tac/truong-ban/", "tin/2023/hoi-thao/", "tin/2025/tuyen-truyen-ve-bien-dao/"]
    assert [every, [], ["tin/2023/hoi-thao/"], ["doi-tac/truong-ban/"]] == counts


def test_an_index_from_the_cache_is_the_same(tmp_path: Path) -> None:
    """Whether the cache is whole, gone, or half of a file stands in it."""
    project = write_project(tmp_path / "school", SCHOOL)
    prints = [fingerprint(build(project) / "pagefind")]
    prints.append(fingerprint(build(project) / "pagefind"))
    kept = project / CACHE / "2025.zip"
    kept.write_bytes(kept.read_bytes()[:1000])
    prints.append(fingerprint(build(project) / "pagefind"))
    for file in (project / CACHE).iterdir():
        file.unlink()
    prints.append(fingerprint(build(project) / "pagefind"))

    assert 1 == len(set(prints))


def test_a_post_that_is_gone_is_gone_from_the_index(tmp_path: Path) -> None:
    """With the part that it alone filled."""
    project = write_project(tmp_path / "school", SCHOOL)
    build(project)
    for name in ("a", "b"):
        (project / f"content/posts/202{3 if name == 'a' else 4}/{name}.md").unlink()
    site = build(project)

    assert {"2025"} == {one.name for one in (site / "pagefind").iterdir()} & {
        *("2023", "2024", "2023-2024", "2025"),
    }
    assert set() == {"Hội thảo", "Hội thi"} & all_titles(site)


def test_a_site_without_the_plugin_has_no_search(tmp_path: Path) -> None:
    """No page, no index, no field in the header."""
    site = build(write_project(tmp_path / "school"))

    assert [] == [one for one in ("tim-kiem", "pagefind", "search") if (site / one).exists()]
    assert [] == [
        file.name
        for file in site.rglob("*.html")
        if re.search('class="(so-find|md-search)', file.read_text("utf-8"))
    ]


def test_a_preview_has_the_page_and_no_index(tmp_path: Path) -> None:
    """And what is staged for another engine has neither: that one brings a search of its own."""
    project = write_project(tmp_path / "school", SCHOOL)
    content = read_content(project, TODAY, for_pages=True)
    orders = (
        Order(project, TODAY),
        Order(project, TODAY, preview=True),
        Order(project, TODAY, plain=True),
    )
    found = []
    for order in orders:
        delivery = prepare_delivery(content, order)
        assert delivery is not None
        pages = {one.path for one in delivery.files}
        found.append(
            (delivery.search is None, "tim-kiem/index.md" in pages, delivery.frame["search"])
        )

    assert [(False, True, True), (True, True, True), (True, False, False)] == found


def test_our_search_stands_in_the_place_of_the_themes(tmp_path: Path) -> None:
    """One field in the header of every page, one index."""
    site = build(write_project(tmp_path / "school", SCHOOL))
    pages = [file.read_text("utf-8") for file in site.rglob("*.html")]

    assert {1} == {page.count('class="so-find"') for page in pages}
    assert set() == {"md-search" for page in pages if 'class="md-search' in page}
    assert not (site / "search").exists()
