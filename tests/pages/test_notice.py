"""The page that stands in the place of a site which can't be shown."""

from __future__ import annotations

from builder.pages.notice import compose_notice


def test_every_line_is_a_point() -> None:
    """In order, as it was written: marks of HTML are letters."""
    html = compose_notice("Lỗi", "Sửa chỗ này.", ("mkdocs.yml:3: «<b>»", "hai"), "vi")

    assert (1, 1, 1) == tuple(
        html.count(one)
        for one in ("<li>mkdocs.yml:3: «&lt;b&gt;»</li>\n<li>hai</li>", "<h1>Lỗi", '"vi"')
    )


def test_a_notice_without_points_has_no_list() -> None:
    """While the first preview is made there is nothing to mend."""
    html = compose_notice("Đang dựng", "Xin chờ.", (), "vi")

    assert (0, 1) == (html.count("<ul>"), html.count("Xin chờ."))
