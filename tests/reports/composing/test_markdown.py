"""A document as Markdown."""

from __future__ import annotations

from dataclasses import replace

import markdown

from builder.model.report import Report, Role
from builder.reports.composing import write_markdown
from tests.reports.composing.papers import compose, own_text, texts


def write(report: Report) -> list[str]:
    """Lines of the Markdown."""
    return write_markdown(report).split("\n")


def test_the_three_lines_are_items_of_a_list() -> None:
    """As they stand in docx and pdf."""
    lines = write(compose(own_text(form="short")))

    assert "- Số cán bộ, công chức, viên chức tham gia: 21 (42 lượt);" in lines
    assert "- Số học sinh tham gia: 170 (340 lượt);" in lines
    assert "- Số lần tuyên truyền: 2." in lines


def test_heading_title_and_foot_are_there() -> None:
    """All that Decree 30 asks for, in reading order."""
    lines = [line.rstrip() for line in write(compose(own_text(number="5")))]
    expected = [
        "**TRƯỜNG THCS HOA MAI**",
        "Số: 05/BC-THCSHM",
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**",
        "**Độc lập - Tự do - Hạnh phúc**",
        "# BÁO CÁO",
        "Kính gửi: Ủy ban nhân dân xã Sao Mai.",
        "***Nơi nhận:***",
        "- Lưu: VT.",
        "**HIỆU TRƯỞNG**",
        "**Phạm Minh Sáng**",
    ]

    assert expected == [line for line in lines if line in expected]


def test_no_letter_of_a_text_is_taken_for_markup() -> None:
    """Rendered again, a paragraph reads as it was composed."""
    body = "## Đánh giá chung\n\n1\\. Tổ_Văn \\*đạt\\* 3 < 5 & \\[7\\] | 2 \\# \\<b> \\`x\\`"
    report = compose(own_text(body=body))
    (told,) = [one for one in texts(report, Role.TEXT) if "Tổ_Văn" in one]
    written = next(line for line in write(report) if "Văn" in line)
    html = markdown.markdown(written)

    assert "1. Tổ_Văn *đạt* 3 < 5 & [7] | 2 # <b> `x`" == told
    assert f"<p>{told.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</p>" == html


def test_bold_words_keep_their_blanks_outside() -> None:
    """A blank inside the signs would make them letters."""
    lines = write(compose(own_text(body="## Đánh giá chung\n\nRất **tốt **và *vui*.")))

    assert "Rất **tốt** và *vui*." in lines


def test_annexes_stand_behind_the_signature() -> None:
    """With their tables."""
    text = write_markdown(compose(own_text()))

    assert (
        text.index("**HIỆU TRƯỞNG**") < text.index("## Phụ lục") < text.index("| 1 | 09/03/2020 |")
    )


def test_a_missing_name_leaves_no_empty_signs() -> None:
    """Four stars would be a rule."""
    report = compose(own_text())
    report = replace(report, signature=replace(report.signature, name=""))

    assert "****" not in write_markdown(report)
