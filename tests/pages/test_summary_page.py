"""The summary page besides its figures: the sentence, the ways to other years, the order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from builder.counting import count_library
from builder.model.partners import Agreement
from builder.model.posts import Post
from builder.pages.summary.pages import compose_summaries
from tests.counting import demo, school
from tests.counting.school import gift, people, plan, post
from tests.pages.summary_pages import compose_demo, compose_pages, read_page

ABROAD = demo.PARTNERS[2]


def test_the_sentence_of_the_demo() -> None:
    """The year in one sentence, as the domain notes write it."""
    assert (
        "Trong năm 2023, nhà trường tổ chức, tham gia 6 hoạt động (trong đó 2 lần tuyên truyền), "
        "đăng 7 tin, bài; có 143 lượt cán bộ, giáo viên, nhân viên và 1.737 lượt học sinh tham "
        "gia; phối hợp với 4 đối tác, trong đó 1 đối tác nước ngoài."
    ) == read_page(compose_demo(), "2023")["lead"]


def test_more_sessions_than_activities_are_no_part_of_them() -> None:
    """One activity may be held twelve times."""
    often = post("a", "2023-02-01", "tuyen-truyen", sessions=12)

    assert (
        "Trong năm 2023, nhà trường tổ chức, tham gia 1 hoạt động (với 12 lần tuyên truyền), "
        "đăng 1 tin, bài."
    ) == read_page(compose_pages(often), "2023")["lead"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (post("a", "2023-02-01"), "tổ chức, tham gia 1 hoạt động, đăng 1 tin, bài"),
        (post("a", "2023-02-01", summary_only=True), "tổ chức, tham gia 1 hoạt động"),
        (
            post("a", "2023-02-01", participants=people(students="~90")),
            "tổ chức, tham gia 1 hoạt động, đăng 1 tin, bài; có khoảng 90 lượt học sinh tham gia",
        ),
        (
            post("a", "2023-02-01", participants=people(staff="20+", students=0)),
            (
                "tổ chức, tham gia 1 hoạt động, đăng 1 tin, bài; "
                "có ít nhất 20 lượt cán bộ, giáo viên, nhân viên tham gia"
            ),
        ),
        (
            post("a", "2023-02-01", participants=people(total=300)),
            "tổ chức, tham gia 1 hoạt động, đăng 1 tin, bài; có 300 lượt người tham gia",
        ),
        (
            post("a", "2023-02-01", participants=people(students="?")),
            "tổ chức, tham gia 1 hoạt động, đăng 1 tin, bài",
        ),
        (
            post("a", "2023-02-01", partners=("Trường Sông Trăng",)),
            "tổ chức, tham gia 1 hoạt động, đăng 1 tin, bài; phối hợp với 1 đối tác",
        ),
        (
            post("a", "2023-02-01", partners=(ABROAD.name,)),
            "tổ chức, tham gia 1 hoạt động, đăng 1 tin, bài; phối hợp với 1 đối tác nước ngoài",
        ),
    ],
)
def test_the_sentence_says_only_what_is_known(written: Post, told: str) -> None:
    """Zeros and unknowns are left out; estimates are said as estimates."""
    files = compose_pages(written, partners=(ABROAD,))

    assert f"Trong năm 2023, nhà trường {told}." == read_page(files, "2023")["lead"]


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        (
            "2023",
            (
                "In 2023, the school held or joined 6 activities (with 2 communication sessions) "
                "and published 7 posts; had 143 attendances by staff and 1,737 attendances by "
                "pupils; worked with 4 partners, of which 1 abroad."
            ),
        ),
        (
            "nam-hoc-2024-2025",
            (
                "In school year 2024–2025, the school held or joined 1 activity and published 2 "
                "posts; had 32 attendances by pupils; worked with 1 partner."
            ),
        ),
    ],
)
def test_the_sentence_in_english(period: str, sentence: str) -> None:
    """One and many have their own forms."""
    assert sentence == read_page(compose_demo("en"), period)["lead"]


@pytest.mark.parametrize(
    ("period", "title"),
    [
        ("2023", "Kết quả hoạt động thông tin đối ngoại, hội nhập quốc tế năm 2023"),
        (
            "nam-hoc-2022-2023",
            "Kết quả hoạt động thông tin đối ngoại, hội nhập quốc tế năm học 2022–2023",
        ),
    ],
)
def test_titles_are_those_of_the_official_report(period: str, title: str) -> None:
    """A calendar year and a school year are named as people name them."""
    assert title == read_page(compose_demo(), period)["title"]


def test_the_page_follows_the_order_of_the_report() -> None:
    """A principal finds every part where the report has it."""
    assert [
        "so-lieu-chinh",
        "loai-hinh",
        "theo-thang",
        "chu-de",
        "kenh",
        "nguoi-tham-gia",
        "cap-vai-tro",
        "doi-tac",
        "nguon-luc",
        "ke-hoach",
        "danh-muc",
        "con-thieu",
        "cach-tinh",
        "tai-ve",
    ] == [one["id"] for one in read_page(compose_demo(), "2024")["contents"]]


def test_the_first_rows_are_those_of_the_short_report() -> None:
    """With its labels, and lượt in brackets."""
    rows = _table(read_page(compose_demo(), "2023"), "so-lieu-chinh")
    shown = [
        [row["cells"][0]["text"], *(one["text"] for one in row["cells"][1]["figures"])]
        for row in rows[:3]
    ]

    assert [
        ["Số cán bộ, công chức, viên chức tham gia", "45", "143"],
        ["Số học sinh tham gia", "640", "1.737"],
        ["Số lần tuyên truyền", "2"],
    ] == shown


def test_what_is_missing_is_said_once_of_persons_and_attendance() -> None:
    """Both leave out the same activities; the note stands behind the brackets."""
    counted = post("a", "2023-02-01", participants=people(staff=45))
    nobody = post("b", "2023-03-01", participants=people(staff="?"))
    rows = _table(read_page(compose_pages(counted, nobody), "2023"), "so-lieu-chinh")

    assert [("ít nhất 45", None), ("45", "(1 hoạt động chưa có số liệu)")] == [
        (one["text"], one["note"]) for one in rows[0]["cells"][1]["figures"]
    ]


def test_the_day_and_the_posts_of_the_figures_are_said() -> None:
    """A reader knows how fresh the page is, and that nobody has confirmed it yet."""
    page = read_page(compose_demo(), "2023")

    assert ("Số liệu tính đến ngày 15/01/2026, từ 7 tin, bài.", "Bản tạm tính") == (
        page["as_of"],
        page["badge"],
    )


def test_an_issued_report_confirms_the_page() -> None:
    """The badge goes with the principal's report."""
    issued = replace(school.report("2023"), issued_on=date(2024, 1, 5))
    files = compose_pages(post("a", "2023-02-01"), reports=(issued,))

    assert read_page(files, "2023")["badge"] is None


def test_calendar_and_school_year_lead_to_each_other() -> None:
    """Beside 2023 stands the school year that began in it; the one shown is marked."""
    assert [
        {"label": "Năm 2023", "address": "tong-ket/2023/", "current": True},
        {
            "label": "Năm học 2023–2024",
            "address": "tong-ket/nam-hoc-2023-2024/",
            "current": False,
        },
    ] == read_page(compose_demo(), "2023")["switch"]


def test_neighbours_are_of_the_same_kind() -> None:
    """A school year leads to school years."""
    assert {
        "earlier": {"label": "Năm học 2022–2023", "address": "tong-ket/nam-hoc-2022-2023/"},
        "later": {"label": "Năm học 2024–2025", "address": "tong-ket/nam-hoc-2024-2025/"},
    } == read_page(compose_demo(), "nam-hoc-2023-2024")["neighbours"]


def test_changes_are_said_in_words() -> None:
    """A minus is a real one, and a screen reader hears what it means."""
    activities = read_page(compose_demo(), "2024")["key_figures"][1]

    assert {
        "direction": "less",
        "text": "−2",
        "spoken": "giảm 2 so với năm 2023",
        "against": "so với năm 2023",
    } == activities["change"]


def test_a_first_year_has_nothing_to_compare_with() -> None:
    """No column and no change of 100 %."""
    page = read_page(compose_demo(), "2023")
    table = page["sections"][0]["tables"][0]

    assert (2, {None}) == (len(table["columns"]), {one["change"] for one in page["key_figures"]})


def test_an_activity_over_new_year_stands_in_grey() -> None:
    """It is listed where it still ran, without a number, and said to count elsewhere."""
    cells = _table(read_page(compose_demo(), "2024"), "danh-muc")[-1]["cells"]

    assert ("", "Bắt đầu và đã tính trong năm 2023", "Không tính trong kỳ này", True) == (
        cells[0]["text"],
        cells[2]["note"],
        cells[4]["text"],
        cells[2]["idle"],
    )


def test_an_activity_held_twice_says_so() -> None:
    """The list shows why sessions are more than activities."""
    cells = _table(read_page(compose_demo(), "2024"), "danh-muc")[1]["cells"]

    assert "Tổ chức 2 lần" == cells[2]["note"]


def test_what_nobody_counted_is_listed_with_its_row() -> None:
    """A teacher sees which post to complete."""
    lists = read_page(compose_demo(), "2024")["missing"]["lists"]

    assert [
        {
            "heading": "Chưa có số liệu: Cha mẹ học sinh",
            "rows": [{"title": "p11", "day": "15/10/2024", "href": "#hd-2024.p11"}],
        }
    ] == lists


def test_pledges_are_told_and_not_summed() -> None:
    """What is only promised stands in a sentence below the table."""
    pledged = gift("tien", 2_000_000, partner="Quỹ A", pledged=True)
    files = compose_pages(post("a", "2023-02-01", "xa-hoi-hoa", resources=(pledged,)))
    section = _section(read_page(files, "2023"), "nguon-luc")

    assert ["Đã cam kết, chưa cộng vào bảng: Tiền: 2.000.000 đồng (Quỹ A)."] == section["notes"]
    assert [] == section["tables"]


def test_goods_of_which_only_the_value_is_known_are_shown() -> None:
    """The value stands below the kind, and their list can be reached."""
    gifts = (gift("hien-vat", 5_000_000, partner="Quỹ A"), gift("hien-vat", 1_200))
    files = compose_pages(post("a", "2023-02-01", resources=gifts))
    section = _section(read_page(files, "2023"), "nguon-luc")
    kind, goods, money = section["tables"][0]["rows"][0]["cells"]

    assert "trị giá 5.000.000 đồng; 1.200 đồng, không cộng vào số tiền" == kind["note"]
    assert ("—", "0", "#minh-chung-nguon-luc-hien-vat") == (
        goods["text"],
        money["figures"][0]["value"],
        money["figures"][0]["href"],
    )


@pytest.mark.parametrize(
    ("first_day", "last_day", "told"),
    [
        (date(2023, 5, 1), date(2026, 4, 30), "Kết nghĩa 2023–2026 (đang thực hiện)"),
        (date(2023, 5, 1), date(2025, 4, 30), "Kết nghĩa 2023–2025 (đang thực hiện)"),
        (date(2019, 5, 1), date(2023, 12, 30), "Kết nghĩa 2019–2023 (đã kết thúc)"),
        (date(2024, 1, 1), None, "Kết nghĩa 2024 (sắp bắt đầu)"),
        (None, None, "Kết nghĩa (đang thực hiện)"),
    ],
)
def test_agreements_stand_as_at_the_years_end(
    first_day: date | None, last_day: date | None, told: str
) -> None:
    """Running, ended or to begin on 31 December 2023, also when read years later."""
    partner = replace(ABROAD, agreements=(Agreement("Kết nghĩa", first_day, last_day),))
    files = compose_pages(post("a", "2023-02-01", partners=(ABROAD.name,)), partners=(partner,))
    rows = _table(read_page(files, "2023"), "doi-tac")

    assert told == rows[0]["cells"][5]["text"]


def test_partners_abroad_are_told_by_their_country() -> None:
    """A country is named, not coded; a partner met for the first time is new."""
    rows = _table(read_page(compose_demo(), "2023"), "doi-tac")
    cells = next(row["cells"] for row in rows if row["cells"][0]["text"] == ABROAD.name)

    assert ("Nước ngoài: Nhật Bản", "Đối tác mới") == (cells[2]["text"], cells[0]["note"])


def test_partners_at_home_and_abroad_are_summed() -> None:
    """Below their table, with the bodies above the school where any took part."""
    section = _section(read_page(compose_demo(), "2024"), "doi-tac")

    assert [
        "Cộng 4 đối tác: 3 trong nước, 1 nước ngoài. Trong đó có 1 cơ quan quản lý, chính quyền."
    ] == section["notes"]
    assert ["Cộng 4 đối tác: 3 trong nước, 1 nước ngoài."] == (
        _section(read_page(compose_demo(), "2023"), "doi-tac")["notes"]
    )


def test_empty_parts_say_what_will_stand_there() -> None:
    """A school at its start reads no empty tables."""
    page = read_page(compose_pages(post("a", "2023-02-01")), "2023")
    tables = {one["id"]: len(one["tables"]) for one in page["sections"]}

    assert {"chu-de": 0, "doi-tac": 0, "nguon-luc": 0, "ke-hoach": 0} == {
        key: tables[key] for key in ("chu-de", "doi-tac", "nguon-luc", "ke-hoach")
    }


def test_a_plan_without_targets_says_so() -> None:
    """A table without rows is no table."""
    files = compose_pages(post("a", "2023-02-01"), plans=(plan("2023", school.task("NV1")),))
    section = _section(read_page(files, "2023"), "ke-hoach")

    assert "Kế hoạch của kỳ này chưa ghi chỉ tiêu nào để đối chiếu." == section["intro"]


def test_downloads_tell_their_size() -> None:
    """Only files that are there are linked."""
    files = read_page(compose_demo(), "2023")["downloads"]["files"]

    assert [("tong-ket/2023/data.json", "10 kB"), ("tong-ket/2023/so-lieu.csv", "3 kB")] == [
        (one["address"], one["size"]) for one in files
    ]


def test_featured_posts_are_what_stood_out() -> None:
    """The newest first, five at most, as the cards that other pages show."""
    posts = [post(f"p{day}", f"2023-02-{day:02d}", featured=True) for day in range(1, 8)]
    library = school.library(*posts)
    cards = {one.path: {"title": one.title} for one in library.posts}
    files = compose_summaries(library, count_library(library), cards=cards)
    page = read_page({file.path: file for file in files}, "2023")

    assert ["p7", "p6", "p5", "p4", "p3"] == [one["title"] for one in page["highlights"]["cards"]]


def test_the_index_has_all_years_newest_first() -> None:
    """Calendar years, then school years."""
    meta = compose_demo()["tong-ket/index.md"].meta
    assert meta is not None

    assert [
        ("Theo năm", ["Năm 2024", "Năm 2023"]),
        ("Theo năm học", ["Năm học 2024–2025", "Năm học 2023–2024", "Năm học 2022–2023"]),
    ] == [(one["heading"], [card["title"] for card in one["cards"]]) for one in meta["groups"]]


def test_a_school_without_posts_has_an_index_that_says_why() -> None:
    """The page of all years stands from the first day."""
    meta = compose_pages()["tong-ket/index.md"].meta
    assert meta is not None

    assert ([], True) == (meta["groups"], meta["empty"].startswith("Chưa có năm nào"))


def test_a_year_of_three_hundred_activities_stays_small() -> None:
    """Lists of all activities and all posts stand once, however many figures lead to them."""
    days = [date(2023, 1 + number % 12, 1 + number % 28) for number in range(300)]
    posts = [
        post(f"bai-{number}", day.isoformat(), "tuyen-truyen" if number % 2 else "ngoai-ngu")
        for number, day in enumerate(days)
    ]
    page = read_page(compose_pages(*posts), "2023")
    rows = sum(len(one["rows"]) for section in page["sections"] for one in section["evidence"])

    assert rows <= 4 * len(posts)


def _section(page: dict[str, Any], anchor: str) -> dict[str, Any]:
    """A section by its id."""
    return next(one for one in page["sections"] if one["id"] == anchor)


def _table(page: dict[str, Any], anchor: str) -> list[dict[str, Any]]:
    """Rows of the first table of a section."""
    rows: list[dict[str, Any]] = _section(page, anchor)["tables"][0]["rows"]
    return rows
