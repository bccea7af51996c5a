"""What Pagefind is given to read."""

from __future__ import annotations

from datetime import date

from builder.model.search import SearchDocument
from builder.search.documents import write_document
from builder.search.written import read_written

NEWS = SearchDocument(
    "tin/2025/bien-dao/", "Đi <biển> & đảo", "Văn nghệ", "<p>Đội văn nghệ</p>", date(2025, 3, 5)
)


def test_a_document_tells_what_a_result_shows() -> None:
    """Title, kind and day are known of it; its text alone is searched and quoted."""
    assert (
        '<!doctype html><html lang="vi"><body data-pagefind-body><div data-pagefind-ignore>'
        '<p data-pagefind-meta="title">D\u0335i &lt;biển&gt; &amp; d\u0335ảo</p>'
        '<p data-pagefind-meta="kind">Văn nghệ</p>'
        '<p data-pagefind-meta="day">05/03/2025</p>'
        '<p data-pagefind-filter="loai">Văn nghệ</p>'
        '<p data-pagefind-filter="nam">2025</p>'
        "</div><p>D\u0335ội văn nghệ</p></body></html>"
    ) == write_document(NEWS, "vi")


def test_a_page_without_a_day_is_of_no_year() -> None:
    """Nobody finds a partner by a year."""
    partner = SearchDocument("doi-tac/a/", "Trường bạn", "Đối tác", "")

    assert "nam" not in write_document(partner, "vi")


def test_what_narrows_a_search_keeps_its_letters() -> None:
    """A reader chooses it from a list and never types it."""
    partner = SearchDocument("doi-tac/a/", "Trường bạn", "Đối tác", "")

    assert '<p data-pagefind-filter="loai">Đối tác</p>' in write_document(partner, "vi")


def test_a_written_page_is_found_by_its_heading_and_article() -> None:
    """Menu and frame are no text of it."""
    page = (
        "<title>Giới thiệu – Trường</title><nav>Trang chủ</nav>"
        '<article class="md-content__inner"><h1 id="a">Giới <em>thiệu</em> A&amp;B'
        '<a class="headerlink" href="#a">¶</a></h1><p>Lịch sử</p></article><footer>Chân</footer>'
    )
    found = read_written(page, "gioi-thieu/", "Trang thông tin")

    assert ("Giới thiệu A&B", True, False, False) == (
        found.title,
        "<p>Lịch sử</p>" in found.html,
        "Trang chủ" in found.html,
        "Chân" in found.html,
    )


def test_a_page_of_a_schools_own_template_is_found_too() -> None:
    """By its title where it has no heading, by its address where it has neither."""
    titled = read_written("<title>Thư viện</title><body><p>Sách</p></body>", "thu-vien/", "Trang")
    bare = read_written("Sách", "thu-vien/", "Trang")

    assert ("Thư viện", "<p>Sách</p>", "thu-vien/", "Sách") == (
        titled.title,
        titled.html,
        bare.title,
        bare.html,
    )
