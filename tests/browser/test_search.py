"""What a reader finds in the built demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("demo")]

VOLLEYBALL = "Giao lưu bóng chuyền, văn nghệ với Trường THCS Sông Trăng"
FOREIGN = "Tuyên truyền về hội nhập quốc tế và thông tin đối ngoại đầu năm 2023"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A desk's window; what goes wrong on its pages fails the test."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    yield page
    page.close()
    assert [] == complaints


def find(page: Page, words: str) -> list[str]:
    """Titles of what is found for some words, typed into the field."""
    page.fill("#so-search-words", words)
    page.wait_for_function(
        "([words]) => { const told = document.querySelector('.so-search__status').textContent;"
        " return told.includes(`“${words}”`) && !told.includes('Đang tìm'); }",
        arg=[words],
    )
    return page.locator(".so-results__title").all_inner_texts()


@pytest.mark.parametrize("words", ["đối ngoại đầu năm", "doi ngoai dau nam", "ĐỐI  ngoại đầu năm"])
def test_words_are_found_with_and_without_their_marks(page: Page, address: str, words: str) -> None:
    """Also “đ”, which is a letter of its own."""
    page.goto(f"{address}tim-kiem/")
    page.fill("#so-search-words", words)
    page.wait_for_selector(".so-results li")

    assert FOREIGN == page.locator(".so-results__title").first.inner_text()
    assert "d\u0335" not in page.locator(".so-results").inner_text()


def test_old_and_new_places_of_a_mark_find_the_same(page: Page, address: str) -> None:
    """“hòa nhập”, “hoà nhập” and “hoa nhap” are one word, however it is coded."""
    page.goto(f"{address}tim-kiem/")
    found = [find(page, words) for words in ("hòa nhập", "hoà nhập", "hoa nhap", "hoa\u0300 nhập")]

    assert found[0] != []
    assert [set(found[0])] * 3 == [set(one) for one in found[1:]]


def test_all_parts_of_the_index_are_searched(page: Page, address: str) -> None:
    """Posts of each year, and pages that are of none."""
    page.goto(f"{address}tim-kiem/?q=học+sinh")
    page.wait_for_selector("select[name=nam] option:nth-child(2)", state="attached")
    years = page.locator("select[name=nam] option").all_inner_texts()
    kinds = page.locator("select[name=loai] option").all_inner_texts()

    assert ["Tất cả các năm", "2024", "2023"] == [one.partition(" (")[0] for one in years]
    assert {"Đối tác", "Kế hoạch", "Tổng kết"} < {one.partition(" (")[0] for one in kinds}


def test_a_search_can_be_narrowed_and_its_address_kept(page: Page, address: str) -> None:
    """Whoever is sent the address sees the same."""
    page.goto(f"{address}tim-kiem/?q=sông+trăng")
    page.wait_for_selector("select[name=nam] option:nth-child(2)", state="attached")
    every = page.locator(".so-results__line").all_inner_texts()
    page.select_option("select[name=nam]", "2023")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.so-results__line')]"
        ".every((one) => one.textContent.includes('2023'))"
    )
    narrowed = page.locator(".so-results__title").all_inner_texts()
    page.goto(page.url)
    page.wait_for_selector(".so-results li")

    assert (True, VOLLEYBALL, [one for one in every if "2023" in one]) == (
        "nam=2023" in page.url,
        narrowed[0],
        page.locator(".so-results__line").all_inner_texts(),
    )
    assert f"2023 ({len(narrowed)})" == page.inner_text("select[name=nam] option:checked")


def test_a_result_leads_to_its_page(page: Page, address: str) -> None:
    """With the keyboard alone: the header's field, the first result, the page."""
    page.goto(f"{address}gioi-thieu/")
    page.locator(".so-find__field").focus()
    page.keyboard.type("bóng chuyền")
    page.keyboard.press("Enter")
    page.wait_for_selector(".so-results li")
    page.locator("select[name=nam]").focus()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tin/2023/**")

    assert (VOLLEYBALL, VOLLEYBALL) == (focused, page.inner_text("h1"))


def test_a_word_that_is_nowhere_finds_nothing(page: Page, address: str) -> None:
    """What only begins alike is no result; the lists stand below."""
    page.goto(f"{address}tim-kiem/")

    assert [] == find(page, "khongcotunay")
    assert page.inner_text(".so-search__status").startswith("Không có kết quả nào")
    assert page.locator(".so-search__lists a").count() > 0


def test_a_part_that_lacks_a_word_finds_nothing(page: Page, address: str) -> None:
    """Where one year tells of “sông trăng”, another's pages about “số” are no results."""
    page.goto(f"{address}tim-kiem/")
    find(page, "sông trăng")

    assert set() == {
        line for line in page.locator(".so-results__line").all_inner_texts() if "2024" in line
    }
    assert "2023 (4)" in page.locator("select[name=nam] option").all_inner_texts()


def test_an_excerpt_shows_where_the_words_stand(page: Page, address: str) -> None:
    """As they are written, whatever signs a reader types."""
    page.goto(f"{address}tim-kiem/")
    find(page, "<b>giao luu & x=")
    assert [] == page.locator(".so-results b, .so-search__status b").all_inner_texts()
    find(page, "giao luu")
    marked = page.locator(".so-results li").first.locator("mark").all_inner_texts()

    assert {"giao", "lưu"} <= {one.strip(".,;") for one in marked}


def test_nothing_is_asked_of_another_host(page: Page, address: str) -> None:
    """Neither the index nor the program that reads it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}tim-kiem/?q=giao+lưu")
    page.wait_for_selector(".so-results li")

    assert [] == [one for one in asked if not one.startswith(address)]
    assert [] != [one for one in asked if one.endswith(".pf_index")]


def test_without_javascript_the_page_leads_to_the_lists(chromium: Browser, address: str) -> None:
    """And shows no field that would find nothing."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}tim-kiem/?q=giao+lưu")
    shown = page.inner_text("article")
    visible = page.locator("form.so-search").is_visible()
    context.close()

    assert (True, True, False) == ("JavaScript" in shown, "Tổng kết" in shown, visible)
