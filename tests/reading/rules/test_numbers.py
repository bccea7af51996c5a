"""Which numbers and addresses are somebody's own, and which are dates, sums and papers."""

from __future__ import annotations

import pytest

from tests.reading.rules.texts import codes, review


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Số căn cước của em là 001204012345.", "id-number"),
        ("CCCD: 001 204 012 345", "id-number"),
        ("Mã định danh 0342 0401 2345 của học sinh", "id-number"),
        ("Chứng minh nhân dân số 012345678 cấp năm 2010", "id-number"),
        ("Hộ chiếu số C1234567 của trưởng đoàn", "id-number"),
        ("Liên hệ cô Lan 0912345678.", "phone"),
        ("SĐT: 0978.65.4321", "phone"),
        ("Gọi (+84) 978 654 321", "phone"),
        ("Gọi 0978–654–321 gặp thầy Nam", "phone"),
        ("Gọi 097865 4321", "phone"),
        ("Chuyển khoản: 5400205123456 Agribank", "bank-number"),
        ("Ủng hộ: Vietcombank 0451000234567", "bank-number"),
        ("chuyển vào tài khoản số 101 872 345 678", "bank-number"),
        ("ĐT:0912.345.678", "phone"),
        ("Zalo 091 234 5678 nhé", "phone"),
        ("Gọi 0912-345-678", "phone"),
        ("Gọi +84 912 345 678", "phone"),
        ("Gọi 84912345678", "phone"),
        ("(0388 123 456)", "phone"),
        ("[Gọi cô Lan](tel:0912345678)", "phone"),
        ("[Zalo](https://zalo.me/0912345678)", "phone"),
        ("`0912345678`", "phone"),
        ("Ủng hộ qua STK 0123456789012 tại ngân hàng xã", "bank-number"),
        ("Số tài khoản: 1903 5678 9012 34", "bank-number"),
        ("Số tài khoản của bạn ấy là 0912345678", "bank-number"),
        ("Gửi thư cho lan.nguyen@gmail.com", "email"),
        ("<lan.nguyen@gmail.com>", "email"),
        ("[thư](mailto:lan.nguyen@gmail.com)", "email"),
    ],
)
def test_a_persons_number_is_found(body: str, code: str) -> None:
    """However it is grouped or labelled, it is told once."""
    assert [code] == codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "Ngày 05.01.2024 19 giờ, ngày 08-11-2023 20 giờ",
        "Tổng trị giá 48.000.000 đồng, 120.000.000.000 đồng và 001.250 suất",
        "Quỹ có 123456789012 đồng",
        "Công ty Nắng Sớm, mã số thuế 0312345678, MST: 0801234567, GPKD số 0901234567",
        "Đã chuyển khoản 500000 đồng, chuyển khoản ngày 20.11.2024",
        "Công văn số 0912345678/CV-THCS và 112/PGDĐT ngày 18/9/2023",
        "Mã bài 1234567890, mã vạch 8934567890123",
        "Tài khoản được cấp 12.500.000 đồng",
        "Tài khoản mở từ ngày 12.09.2024",
        "Mở tài khoản Zalo cho cha mẹ học sinh",
        "Agribank tặng 20 suất quà, mỗi suất 500.000 đồng; Ngân hàng xã tặng 120 000 000 đồng",
        "BIDV đến thăm trường ngày 12.09.2024, hộ chiếu vắc xin số 12345",
        "[bài](https://thcshoamai.example/0912345678.html)",
        "![Sân trường](anh.jpg) và tệp 0912345678.pdf",
        "Điện thoại văn phòng: 0901 234 567",
        "Tổng đài 111 bảo vệ trẻ em, 18001567",
        "<!-- gọi cô Lan 0912345678 -->Ngày hội",
        "Thư về vanphong@thcshoamai.example, vanphong.hoamai@gmail.com, sgd@dongmay.gov.vn",
        "Cộng tác viên @hoamai trên mạng",
        "Năm học 2023 2024, 0912 bài, tỷ số 09 12 34 56",
    ],
)
def test_other_numbers_pass(body: str) -> None:
    """Dates, sums, papers, addresses and the school's own contacts are no person's."""
    front = "photo_consent: not-needed\n"

    assert [] == codes(body, front)


def test_a_number_is_not_repeated_in_full() -> None:
    """The sentence shows enough to find it and too little to use it."""
    (problem,) = review("Liên hệ 0912345678.")

    assert "091…78" == problem.details["written"]


def test_two_numbers_in_a_row_are_two() -> None:
    """A blank between them makes no longer number of them."""
    assert ["phone", "phone"] == codes("Gọi 0912 345 678 hoặc 0987.654.321")
