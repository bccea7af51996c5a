"""The whole site, composed at once."""

from __future__ import annotations

import json
from dataclasses import replace

from builder.model.partners import Partner
from builder.model.site import CopiedFile
from builder.pages.policy import compose_policy
from tests.counting.school import SETTINGS, library, plan, post
from tests.pages.section import TOLD, compose, compose_library, files, meta

FULL = {"plans": (plan("2023"), plan("2024"))}


def full_school() -> tuple[object, ...]:
    """Posts that fill every section."""
    return (
        post("a", "2023-03-01", "ngoai-ngu", themes=("chuyen-doi-so",), partners=("Hải Âu",)),
        post("b", "2024-03-01", "tuyen-truyen", featured=True),
    )


def test_every_section_that_exists_is_in_the_menu() -> None:
    """In this order; plans begin with the newest."""
    site = compose(*full_school(), **FULL)

    assert [
        ("Trang chủ", "index.md"),
        ("Tin", "tin/index.md"),
        ("Hoạt động", "hoat-dong/index.md"),
        ("Chủ đề", "chu-de/index.md"),
        ("Đối tác", "doi-tac/index.md"),
        ("Kế hoạch", "ke-hoach/2024/index.md"),
        ("Tổng kết", "tong-ket/index.md"),
    ] == [(one.label, one.path) for one in site.navigation]
    assert {one.path for one in site.navigation} <= files(site).keys()


def test_every_page_names_its_template_title_kind_and_description() -> None:
    """Templates and search engines rely on them."""
    site = compose(*full_school(), **FULL)
    fronts = [one.meta for one in site.files if one.meta is not None]

    assert [] == [
        front
        for front in fronts
        if not (front["template"].startswith("outreach/") and front["title"] and front["kind"])
    ]
    assert [] == [front["title"] for front in fronts if not front["description"]]


def test_front_matter_is_plain_data() -> None:
    """Any engine can read it back from JSON, unchanged."""
    site = compose(*full_school(), **FULL)
    fronts = [one.meta for one in site.files if one.meta is not None]

    assert fronts == json.loads(json.dumps(fronts))


def test_the_same_content_gives_the_same_site() -> None:
    """To the byte, in the same order."""
    assert compose(*full_school(), **FULL) == compose(*reversed(full_school()), **FULL)


def test_no_two_files_have_one_path() -> None:
    """An engine would write one over the other."""
    site = compose(*full_school(), post("cu", "2024-03-05", old_addresses=("/a/", "/a")), **FULL)
    paths = [one.path for one in site.files]

    assert sorted(set(paths)) == paths


def test_documents_are_copied_where_texts_lead_to_them() -> None:
    """Nothing else of the project gets out."""
    linking = replace(post("b", "2024-03-01"), body="[Kế hoạch](ke-hoach.pdf)")
    attached = ("content/posts/ke-hoach.pdf", "content/posts/danh-sach.pdf")
    site = compose_library(library(linking, settings=TOLD), attached=attached)

    assert (CopiedFile("tep/posts/ke-hoach.pdf", "content/posts/ke-hoach.pdf"),) == site.copies


def test_the_frame_names_the_school_as_it_is_called_today() -> None:
    """A school's site is no newspaper, and says whose it is."""
    school = replace(SETTINGS.school, address="Xã Sao Mai", main_site="https://hoamai.example/")
    site = compose(settings=replace(TOLD, school=school))

    assert {
        "imprint": "Trang thông tin điện tử của Trường THCS Hoa Mai",
        "address": "Xã Sao Mai",
        "main_site": "https://hoamai.example/",
        "policy": compose_policy(TOLD),
        "search": False,
    } == site.frame


def test_the_accessibility_statement_says_whom_to_tell() -> None:
    """With the school's address."""
    school = replace(SETTINGS.school, address="Xã Sao Mai")
    sections = meta(compose(settings=replace(TOLD, school=school)), "tiep-can/")["sections"]

    assert "Trường THCS Hoa Mai: Xã Sao Mai." in sections[-1]["paragraphs"][0]


def test_an_english_site_speaks_english() -> None:
    """Words of the vocabulary and of the pages."""
    site = compose(
        post("a", "2024-03-01", "ngoai-ngu", partners=("Hải Âu",)),
        settings=replace(TOLD, language="en"),
        partners=(Partner("hai-au", "Hải Âu", country="AU"),),
    )
    front = meta(site, "tin/2024/a/")

    assert "Foreign-language activity" == front["type"]["label"]
    assert "Friday, 1 March 2024" == front["day"]
    assert ["When", "Partners", "Channels", "Summary"] == [row["term"] for row in front["facts"]]
