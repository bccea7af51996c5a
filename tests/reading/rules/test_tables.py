"""Which tables tell of pupils one by one."""

from __future__ import annotations

import pytest

from tests.reading.rules.texts import codes, review


@pytest.mark.parametrize(
    "body",
    [
        "| STT | Họ và tên | Điểm |\n|---|---|---|\n| 1 | a | 9 |",
        "| Họ tên | Lớp | Xếp loại |\n|---|---|---|\n| a | b | c |",
        "Tên học sinh | Hạnh kiểm\n---|---\na | b",
        "<table><tr><th>Họ tên</th><th>ĐTB</th></tr></table>",
        "<table>\n<tr>\n<td>STT</td>\n<td>Họ và tên</td>\n<td>Ngày sinh</td>\n</tr></table>",
        "STT\tHọ và tên\tHọc lực",
        "| STT | Họ và tên | Toán | Ngữ văn |\n|---|---|---|---|\n| 1 | a | 9 | 8 |",
        "| Họ tên | Số ĐT phụ huynh |\n|---|---|\n| a | b |",
        "| Họ và tên thí sinh | Điểm |\n|---|---|\n| a | 1 |",
        "| HỌ TÊN HS | LỚP |\n|---|---|\n| a | 1 |",
        "| Họ & tên | Ngày sinh |\n|---|---|\n| a | 1 |",
        "| Họ tên | Lớp | Số tiền ủng hộ |\n|---|---|---|\n| a | 1 | 2 |",
        "| **Họ và tên** | **Điểm thi** |\n|---|---|\n| a | 1 |",
    ],
)
def test_names_beside_marks_are_found(body: str) -> None:
    """Pipes, HTML and what is pasted from a workbook are tables all the same."""
    assert ["marks-table"] == codes(body)


def test_the_column_is_named_as_it_is_written() -> None:
    """A teacher looks for it in the text."""
    (problem,) = review("| STT | Họ và tên | ĐTB |\n|---|---|---|\n| 1 | a | 9 |")

    assert ("ĐTB", 6) == (problem.details["written"], problem.where.line)


@pytest.mark.parametrize(
    "body",
    [
        "| Phần chấm | Điểm tối đa |\n|---|---|\n| Nội dung | 4 |",
        "| Họ và tên | Chức vụ | Năm sinh |\n|---|---|---|\n| a | b | c |",
        "| Họ tên | Nhiệm vụ |\n|---|---|\n| a | b |",
        "| Họ và tên | Chức vụ | Điện thoại |\n|---|---|---|\n| a | b | c |",
        "| Họ và tên | Địa chỉ | Số tiền ủng hộ |\n|---|---|---|\n| a | b | c |",
        "| Tên sách | Môn |\n|---|---|\n| a | Toán |",
        "| Lớp | Kết quả |\n|---|---|\n| 8A | nhất |",
        "Các em ghi họ tên và điểm của mình vào phiếu.",
        "| Việc | Cách làm |\n|---|---|\n| Ghi họ tên, lớp và điểm vào phiếu | ở lớp |",
    ],
)
def test_other_tables_pass(body: str) -> None:
    """Marks without names, names without marks, and tables of the staff or of givers."""
    assert [] == codes(body)
