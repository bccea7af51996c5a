"""Heading, addressee and signer are those of the document's day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builder.model.plans import DocumentReference
from builder.model.problems import Where
from builder.model.report import Letterhead, Signature
from builder.model.settings import Dated, School
from builder.reports.composing import check_plan
from builder.reports.composing.sentences.references import write_short_day
from tests.counting import school as schools
from tests.reports.composing.papers import (
    KINDERGARTEN,
    SCHOOL,
    SETTINGS,
    check,
    compose,
    find,
    library_of,
    own_text,
    texts,
)

PHONG = "Phòng Giáo dục và Đào tạo huyện Hương Lúa"
COMMUNE = "Ủy ban nhân dân xã Sao Mai"


@pytest.mark.parametrize(
    ("day", "authority", "to", "signer"),
    [
        (date(2020, 12, 20), "UBND HUYỆN HƯƠNG LÚA", PHONG, "Trần Thị Lành"),
        (date(2024, 1, 10), "UBND HUYỆN HƯƠNG LÚA", PHONG, "Phạm Minh Sáng"),
        (date(2025, 6, 30), "UBND HUYỆN HƯƠNG LÚA", PHONG, "Phạm Minh Sáng"),
        (date(2025, 7, 1), "UBND XÃ SAO MAI", COMMUNE, "Phạm Minh Sáng"),
        (date(2026, 1, 10), "UBND XÃ SAO MAI", COMMUNE, "Phạm Minh Sáng"),
    ],
)
def test_the_day_picks_heading_addressee_and_signer(
    day: date, authority: str, to: str, signer: str
) -> None:
    """One school's report carries, each time, whoever was in office."""
    report = compose(own_text(number="5", issued_on=day))

    assert (
        Letterhead(authority, "TRƯỜNG THCS HOA MAI", "05", "BC-THCSHM", "Sao Mai", day)
        == report.letterhead
    )
    assert (to,) == report.addressees
    assert Signature(("HIỆU TRƯỞNG",), signer) == report.signature


def test_a_report_not_issued_yet_takes_the_facts_of_today() -> None:
    """Number and day stay open; heading, addressee and signer are today's."""
    report = compose(own_text(), today=date(2026, 1, 15))

    assert (None, None) == (report.letterhead.number, report.letterhead.day)
    assert "UBND XÃ SAO MAI" == report.letterhead.authority
    assert (COMMUNE,) == report.addressees


def test_a_renamed_school_keeps_its_old_name_in_old_reports() -> None:
    """The name in heading, opening and close is the one of the day."""
    names = (
        Dated(None, "Trường THCS Sao Mai"),
        Dated(date(2023, 9, 1), "Trường THCS Hoa Mai"),
    )
    settings = replace(SETTINGS, school=replace(SCHOOL, name=names))
    report = compose(own_text(issued_on=date(2021, 1, 5)), settings=settings)

    assert "TRƯỜNG THCS SAO MAI" == report.letterhead.school
    assert texts(report)[0].startswith("Trường THCS Sao Mai báo cáo")
    assert texts(report)[-1].endswith("của Trường THCS Sao Mai./.")


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Trường Mẫu giáo Mỹ An", "BC-MGMA"),
        ("Trường THCS Xuân Sơn", "BC-THCSXS"),
        ("Trung tâm GDTX Sao Mai", "BC-TTGDTXSM"),
    ],
)
def test_a_school_without_a_short_name_is_abbreviated(name: str, symbol: str) -> None:
    """First letters of its name, words in capitals whole."""
    school = School((Dated(None, name),))
    report = compose(own_text(), settings=replace(SETTINGS, school=school))

    assert symbol == report.letterhead.symbol


@pytest.mark.parametrize(
    ("written", "number", "symbol"),
    [
        ("5", "05", "BC-THCSHM"),
        ("03/BC-THCSHM", "03", "BC-THCSHM"),
        ("Số: 130/BC-Tr THCSXS", "130", "BC-TrTHCSXS"),
        ("/BC-THCSHM", None, "BC-THCSHM"),
    ],
)
def test_a_number_is_taken_apart(written: str, number: str | None, symbol: str) -> None:
    """Number and symbol in one, or the number alone; no blanks inside."""
    head = compose(own_text(number=written)).letterhead

    assert (number, symbol) == (head.number, head.symbol)


def test_blanks_in_a_number_are_told() -> None:
    """The seed's own symbol has one."""
    problems = check(own_text(number="30/BC-Tr THCSXS", issued_on=date(2021, 1, 5)))

    assert [
        ("document-number-blank", 1, {"written": "30/BC-Tr THCSXS", "printed": "30/BC-TrTHCSXS"})
    ] == problems


def test_a_deputy_signs_with_their_right_to() -> None:
    """Offices stand above each other, the name below."""
    report = compose(own_text(signer="KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG / Lê Thị Bình"))

    assert Signature(("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), "Lê Thị Bình") == report.signature


def test_another_signer_than_the_days_is_told() -> None:
    """An old principal's name under a new report, with no word of their right to sign."""
    text = own_text(issued_on=date(2023, 1, 5), signer="Trần Thị Lành")

    assert [
        (
            "document-signer-other",
            1,
            {"written": "Trần Thị Lành", "day": "05/01/2023", "signer": "Phạm Minh Sáng"},
        )
    ] == check(text)


def test_a_school_without_a_signer_is_told() -> None:
    """A document without an office above its name cannot be issued."""
    school = replace(SCHOOL, signer=())
    settings = replace(SETTINGS, school=school)

    assert [("document-signer-missing", 1, {"day": "05/01/2021"})] == check(
        own_text(issued_on=date(2021, 1, 5)), settings=settings
    )


def test_bodies_of_before_the_reform_are_told_after_it() -> None:
    """Addressee and recipients of a document of 2026 know no district."""
    text = own_text(
        issued_on=date(2026, 1, 10), to="Phòng GD&ĐT Hương Lúa", recipients=("UBND huyện (b/c)",)
    )
    told = [(code, details["written"], details["instead"]) for code, _, details in check(text)]

    assert [
        ("document-body-abolished", "Phòng GD&ĐT Hương Lúa", COMMUNE),
        ("document-body-abolished", "UBND huyện (b/c)", COMMUNE),
    ] == told


def test_bodies_of_after_the_reform_are_told_before_it() -> None:
    """No commune stood above a school in 2024, and none had an office of culture and society."""
    text = own_text(
        issued_on=date(2024, 1, 10),
        to="Ủy ban nhân dân xã Sao Mai",
        recipients=("Phòng Văn hóa - Xã hội", "UBND xã Sao Mai (b/c)"),
    )
    told = [(code, details["written"], details["instead"]) for code, _, details in check(text)]

    assert [
        ("document-body-not-yet", "Ủy ban nhân dân xã Sao Mai", PHONG),
        ("document-body-not-yet", "Phòng Văn hóa - Xã hội", PHONG),
    ] == told


def test_configured_bodies_of_the_wrong_time_are_told_at_the_configuration() -> None:
    """A heading that was never changed after the reform."""
    school = replace(SCHOOL, authority=(Dated(None, "UBND HUYỆN HƯƠNG LÚA"),), report_to=())
    text = own_text(issued_on=date(2026, 1, 10))
    problems = find(text, *KINDERGARTEN, settings=replace(SETTINGS, school=school))

    assert [("document-body-abolished", "mkdocs.yml")] == [
        (one.code, one.where.path) for one in problems
    ]


def test_the_letter_that_asked_opens_the_report() -> None:
    """All its parts stand in their order, its day by the zero rule."""
    letter = DocumentReference(
        type="Công văn",
        number="23/PGDĐT",
        day=date(2020, 6, 3),
        issuer="Phòng GD&ĐT Hương Lúa",
        subject="Báo cáo kết quả năm 2020;",
    )
    opening = texts(compose(own_text(in_response_to=letter)))[0]

    assert (
        "Thực hiện Công văn số 23/PGDĐT ngày 03/6/2020 của Phòng GD&ĐT Hương Lúa về báo cáo kết "
        "quả năm 2020, Trường THCS Hoa Mai báo cáo kết quả hoạt động thông tin đối ngoại, hội "
        "nhập quốc tế năm 2020 như sau:" == opening
    )


def test_a_letter_as_one_text_gets_its_missing_word() -> None:
    """“Công văn số 23/PGDĐT 07/01/2020” lacks “ngày”, as the kindergarten's did."""
    letter = DocumentReference("Thực hiện Công văn số 23/PGDĐT 07/01/2020 của Phòng GD&ĐT.")
    opening = texts(compose(own_text(in_response_to=letter)))[0]

    assert opening.startswith(
        "Thực hiện Công văn số 23/PGDĐT ngày 07/01/2020 của Phòng GD&ĐT, Trường THCS Hoa Mai"
    )


def test_missing_parts_of_the_letter_are_named() -> None:
    """A letter without number and subject."""
    letter = DocumentReference(type="Công văn", day=date(2020, 1, 7), issuer="Phòng GD&ĐT")
    text = own_text(issued_on=date(2021, 1, 5), in_response_to=letter)

    assert [("document-letter-parts", 1, {"missing": "số, trích yếu"})] == check(text)


def test_a_letter_is_told_where_it_stands() -> None:
    """Each basis of a plan has a line of its own."""
    place = Where("content/plans/2020.md", 6, 5)
    basis = (DocumentReference("Tình hình thực tế"), DocumentReference(number="5/KH", where=place))
    plan = replace(schools.plan("2020"), basis=basis, issued_on=date(2020, 2, 6))

    assert [place] == [one.where for one in check_plan(plan, library_of(plans=(plan,)))]


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("day", [1, 9, 10])
def test_days_in_running_text_follow_the_zero_rule(month: int, day: int) -> None:
    """A zero before days under 10 and months 1 and 2 alone."""
    zero = "0" if month <= 2 else ""
    expected = f"{day:02d}/{zero}{month}/2020"

    assert expected == write_short_day(date(2020, month, day))


def test_recipients_begin_as_above_and_end_with_the_file() -> None:
    """Whatever the list says, and however it is closed."""
    report = compose(own_text(recipients=("- Phòng GD&ĐT;", "Lưu: VT, TPT.")))

    assert ("Như trên", "Phòng GD&ĐT", "Lưu: VT, TPT") == report.recipients


@pytest.mark.parametrize(
    ("written", "printed"),
    [("Lưu VT", "Lưu: VT"), ("Lưu : VT, TPT", "Lưu: VT, TPT"), ("Lưu:VT.", "Lưu: VT"),
     ("Lưu", "Lưu: VT")],
)  # fmt: skip
def test_the_file_is_named_behind_a_colon(written: str, printed: str) -> None:
    """As the Decree has it, however it was typed."""
    assert printed == compose(own_text(recipients=(written, "Phòng GD&ĐT"))).recipients[-1]


def test_a_report_to_nobody_has_no_line_as_above() -> None:
    """Without an addressee, “Như trên” would name nobody."""
    settings = replace(SETTINGS, school=replace(SCHOOL, report_to=()))
    report = compose(own_text(), settings=settings)

    assert () == report.addressees
    assert ("Đăng website trường", "Lưu: VT") == report.recipients
