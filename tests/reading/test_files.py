"""Facts about the files of partners, plans and reports."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.locale import speak_problem
from builder.model.counts import Group
from builder.model.partners import Agreement, Partner
from builder.model.plans import DocumentReference, Plan, PlanTask, ReportText, Target
from builder.model.problems import Outcome, Where
from builder.reading.surroundings.introduction import read_introduction
from builder.reading.surroundings.partner_names import PartnerNames, read_partner_names
from builder.reading.surroundings.partners import read_partner
from builder.reading.surroundings.plans import PlanWords, read_plan
from builder.reading.surroundings.report_text import group_keys, read_report_text
from builder.reading.values.words import word_table
from builder.reading.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
KINDS = word_table(VOCABULARY.partner_kinds)
WORDS = PlanWords(word_table(VOCABULARY.activity_types), word_table(VOCABULARY.themes))
GROUPS = group_keys(VOCABULARY)
TASK = "nhiệm vụ: [{mã: NV1, tên: Tuyên truyền, chỉ tiêu: "


def partner(front: str, path: str = "content/partners/song-trang.md") -> Outcome[Partner]:
    """Read a partner's file."""
    return read_partner(f"---\n{front}\n---\nGiới thiệu\n", path, KINDS)


def plan(front: str, path: str = "content/plans/2023.md") -> Outcome[Plan]:
    """Read a plan's file."""
    return read_plan(f"---\n{front}\n---\nVăn bản\n", path, words=WORDS, start_month=9)


def report(front: str, path: str = "content/reports/2023.md") -> Outcome[ReportText]:
    """Read a report's file."""
    text = f"---\n{front}\n---\n## Đánh giá chung\n"
    return read_report_text(text, path, groups=GROUPS, start_month=9)


def tell(outcome: Outcome[object]) -> list[tuple[str, int]]:
    """Codes and lines of problems, each of which can be said."""
    return [(one.code, one.where.line) for one in outcome.problems if speak_problem(one, "vi").hint]


def names_of(*partners: Partner) -> PartnerNames:
    """Names of partners that share none."""
    names = read_partner_names(partners).value
    assert names is not None
    return names


def test_a_partner_has_all_that_its_file_says() -> None:
    """Vietnamese keys, a country in small letters, an agreement without an end."""
    read = partner(
        "tên: Trường Midorigaoka\ntên khác: [Midorigaoka]\nloại: trường nước ngoài\nnước: jp\n"
        "trang web: https://midorigaoka.example\ngiấy phép: Số 5\n"
        "thỏa thuận: [{tên: Kết nối, từ ngày: 01/09/2023}]"
    ).value

    assert read is not None
    assert ("song-trang", "truong-nuoc-ngoai", "JP", True, 10) == (
        read.id,
        read.kind,
        read.country,
        read.is_foreign,
        read.body_line,
    )
    assert (Agreement("Kết nối", date(2023, 9, 1), None),) == read.agreements


def test_a_file_without_its_first_part_is_told_with_an_example_of_its_kind() -> None:
    """A partner's file begins with a name, a plan's with a title, a report's with a number."""
    path = "content/plans/2023.md"
    told = [
        read_partner("Xin chào", "content/partners/a.md", KINDS),
        read_plan("Xin chào", path, words=WORDS, start_month=9),
        read_report_text("Xin chào", path, groups=GROUPS, start_month=9),
    ]

    assert [
        [("front-missing-partner", 1)],
        [("front-missing-plan", 1)],
        [("front-missing-report", 1)],
    ] == [tell(one) for one in told]


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("loại: khác", "key-missing"),
        ("tên:", "key-empty"),
        ("tên: A\nnước: Nhật Bản", "country-name"),
        ("tên: A\nnước: Mỹ", "country-name"),
        ("tên: A\nnước: XX", "country-unknown"),
        ("tên: A\nnước: EU", "country-unknown"),
        ("tên: A\nloại: công ti", "word-unknown"),
        ("tên: A\ntrang web: song-trang", "address-invalid"),
        ("tên: A\nthỏa thuận: [{từ ngày: 01/09/2023}]", "key-missing"),
        ("tên: A\nthỏa thuận: [Ký kết]", "shape-agreement"),
        (
            "tên: A\nthỏa thuận: [{tên: B, từ ngày: 01/09/2023, đến ngày: 31/08/2023}]",
            "partner-agreement-order",
        ),
        ("tên: A\ntên khc: B", "key-unknown"),
    ],
)
def test_a_wrong_partner_is_told_at_its_line(front: str, code: str) -> None:
    """Each mistake is one problem at the line where it stands."""
    line = 2 + front.count("\n") if code != "key-missing" or "thỏa thuận" in front else 2

    assert [(code, line)] == tell(partner(front))


def test_each_basis_of_a_plan_has_its_line() -> None:
    """What is wrong with a letter is told where it stands."""
    read = plan("tiêu đề: Kế hoạch\ncăn cứ:\n  - {loại: Công văn}\n  - Tình hình\n  - {số: 5/KH}")
    assert read.value is not None

    assert [4, None, 6] == [one.where and one.where.line for one in read.value.basis]


@pytest.mark.parametrize("name", ["Sông Trăng", "song_trang", "SONG-TRANG", ""])
def test_a_partners_file_name_is_its_address(name: str) -> None:
    """What can't be an address is told, with what can."""
    read = partner("tên: A", path=f"content/partners/{name}.md")

    assert [("partner-file-name", 1)] == tell(read)


@pytest.mark.parametrize(
    "written",
    ["Trường Hoà Bình", "trường hòa bình", "TRƯỜNG  HÒA BÌNH", "truong-hoa-binh", "Hoà Bình"],
)
def test_a_partner_is_one_under_all_its_names(written: str) -> None:
    """Case, blanks and the place of a tone make no difference."""
    names = names_of(Partner("truong-hoa-binh", "Trường Hòa Bình", ("Hòa Bình",)))

    assert "truong-hoa-binh" == names.find(written)


def test_another_tone_is_another_name() -> None:
    """Only the place of a tone is free, not the tone."""
    assert names_of(Partner("hoa", "Hòa")).find("Hóa") is None


def test_one_name_in_two_files_names_both() -> None:
    """The problem stands where the second file writes the name."""
    place = Where("content/partners/b.md", 3, 10)
    first = Partner("a", "Hải Âu", path="content/partners/a.md")
    second = Partner("b", "B", ("HẢI ÂU",), path="content/partners/b.md", where={"names": place})
    problems = read_partner_names((first, second)).problems

    assert [("partner-name-twice", place, (Where("content/partners/a.md"),))] == [
        (one.code, one.where, one.also) for one in problems
    ]


def test_a_plan_has_all_that_its_file_says() -> None:
    """Tasks with their targets, documents as texts or in parts."""
    read = plan(
        "tiêu đề: Kế hoạch\nsố: 12/KH\nngày ban hành: 30/01/2023\n"
        "căn cứ:\n  - {loại: Công văn, số: 5/PGD, ngày: 16/01/2023}\n  - Tình hình, thực tế\n"
        "nơi nhận: [Như trên, 'Lưu: VT']\nngười ký: A\n"
        "nhiệm vụ:\n  - mã: NV1\n    tên: Tuyên truyền\n    hạn: tháng 12/2023\n    nếu có: có\n"
        "    chỉ tiêu: {chỉ số: activities, ít nhất: 2, tính: all, loại: [STEM], chủ đề: CNTT}"
    )
    target = Target(
        "activities", 2, counts_all=True, types=("stem-khkt",), themes=("chuyen-doi-so",)
    )
    where = Where("content/plans/2023.md", 11, 9)
    task = PlanTask(
        "NV1", "Tuyên truyền", where, due="tháng 12/2023", optional=True, targets=(target,)
    )

    assert () == read.problems
    assert read.value is not None
    assert (task,) == read.value.tasks
    assert (
        DocumentReference(type="Công văn", number="5/PGD", day=date(2023, 1, 16)),
        DocumentReference("Tình hình, thực tế"),
    ) == read.value.basis
    assert ("Như trên", "Lưu: VT") == read.value.recipients


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("số: 5", "key-missing"),
        ("tiêu đề: A\nnhiệm vụ: NV1", "shape-task"),
        ("tiêu đề: A\nnhiệm vụ: [{mã: NV1, tên: B, chỉ tiêu: 2 lần}]", "shape-target"),
        ("tiêu đề: A\nnhiệm vụ: [{tên: B}]", "key-missing"),
        ("tiêu đề: A\nnhiệm vụ: [{mã: '', tên: B}]", "key-empty"),
        ("tiêu đề: A\nnhiệm vụ: [{mã: NV1, tên: B}, {mã: NV1, tên: C}]", "task-twice"),
        (f"tiêu đề: A\n{TASK}[{{chỉ số: hoạt động}}]}}]", "key-missing"),
        (f"tiêu đề: A\n{TASK}[{{chỉ số: lớp, ít nhất: 2}}]}}]", "choice-unknown"),
        (f"tiêu đề: A\n{TASK}[{{chỉ số: posts, ít nhất: 0}}]}}]", "whole-number"),
        (f"tiêu đề: A\n{TASK}[{{chỉ số: posts, ít nhất: hơn 2}}]}}]", "whole-number"),
        (f"tiêu đề: A\n{TASK}[{{chỉ số: posts, ít nhất: 2, tính: x}}]}}]", "choice-unknown"),
        (f"tiêu đề: A\n{TASK}[{{chỉ số: posts, ít nhất: 2, loại: stm}}]}}]", "word-unknown"),
    ],
)
def test_a_wrong_plan_is_told_at_its_line(front: str, code: str) -> None:
    """Each mistake is one problem at the line where it stands."""
    assert [(code, 2 + front.count("\n"))] == tell(plan(front))


@pytest.mark.parametrize(
    ("written", "measure"),
    [("số tin, bài", "posts"), ("Tổng số hoạt động", "activities"), ("Lượt học sinh", "students")],
)
def test_measures_are_named_as_on_the_summary_page(written: str, measure: str) -> None:
    """A principal copies the words of the page."""
    read = plan(f"tiêu đề: A\n{TASK}[{{chỉ số: '{written}', ít nhất: 2}}]}}]").value

    assert read is not None
    assert [measure] == [one.measure for one in read.tasks[0].targets]


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("2023", "2023"),
        ("2022-2023", "nam-hoc-2022-2023"),
        ("nam-hoc-2022-2023", "nam-hoc-2022-2023"),
    ],
)
def test_a_file_is_known_by_its_period(name: str, period: str) -> None:
    """All forms of a period's name are taken."""
    read = plan("tiêu đề: A", path=f"content/plans/{name}.md").value

    assert read is not None
    assert period == read.period.id


@pytest.mark.parametrize("name", ["23", "2022-2024", "ke-hoach-2023", "0000", "2023 "])
def test_a_name_that_is_no_period_is_told(name: str) -> None:
    """The period of a plan or report is never guessed."""
    assert [("period-name", 1)] == tell(plan("tiêu đề: A", path=f"content/plans/{name}.md"))
    assert [("period-name", 1)] == tell(report("số: 5", path=f"content/reports/{name}.md"))


def test_a_report_states_numbers_of_persons_with_their_places() -> None:
    """Groups go by all their names; the place of each number is kept."""
    read = report("số: 03/BC\nsố người: {học sinh: 640, CBGVNV: 45}\nmẫu: gọn").value

    assert read is not None
    assert {Group.STAFF: 45, Group.STUDENTS: 640} == read.persons
    assert Where("content/reports/2023.md", 3, 22) == read.where["persons.students"]
    assert ("short", 6) == (read.form, read.body_line)


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("số người: 640", "shape-mapping"),
        ("số người: {lớp: 5}", "key-strange"),
        ("số người: {học sinh: nhiều}", "whole-number"),
        ("mẫu: vừa", "choice-unknown"),
        ("ngày ban hành: 31/02/2024", "date-invalid"),
        ("thực hiện: {ngày: 5}", "date-incomplete"),
        ("thực hiện: [a]", "shape-text"),
        ("kính gử: A", "key-unknown"),
    ],
)
def test_a_wrong_report_is_told_at_its_line(front: str, code: str) -> None:
    """Each mistake is one problem at the line where it stands."""
    assert [(code, 2)] == tell(report(front))


@pytest.mark.parametrize(
    ("text", "title", "body", "line"),
    [
        ("# Xin chào\n\nNội dung", "Xin chào", "\nNội dung", 2),
        ("---\nhide: [toc]\n---\n\n# Xin chào #\nNội dung", "Xin chào", "Nội dung", 6),
        ("Nội dung\n# Sau", None, "Nội dung\n# Sau", 1),
        ("", None, "", 1),
    ],
)
def test_the_introduction_gives_its_heading_away(
    text: str, title: str | None, body: str, line: int
) -> None:
    """The home page shows the title itself; lines stay those of the file."""
    read = read_introduction(text, "content/pages/index.md").value

    assert read is not None
    assert (title, body, line) == (read.title, read.body, read.body_line)


@given(st.text(alphabet="{}[]:,-&*!|>'\"# \nabtêntiêuđềmã", max_size=150))
def test_any_file_is_read(front: str) -> None:
    """No text makes an exception, and what can't be read is told."""
    for outcome in (partner(front), plan(front), report(front)):
        assert outcome.value is not None or outcome.has_errors
