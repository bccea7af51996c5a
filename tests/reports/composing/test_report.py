"""Parts of a report: what the figures give, what the principal writes, and how it ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.partners import Partner
from builder.model.posts import Post
from builder.model.report import Paragraph, Report, ReportTable, Role
from tests.counting import demo, school
from tests.counting.school import Target
from tests.reports.composing.papers import SETTINGS, below, compose, own_text, spans_of, texts

ODD_TITLES = (
    "=SUM(A1) & <b>đậm</b> \"trích\" 'dẫn'",
    "+1 @ai 🎉 ./. hết",
    "\u202eđảo\u202c " + "rất dài " * 40,
)


def demo_report(body: str = "", period: str = "2023", **facts: object) -> Report:
    """The demo's report with a principal's text."""
    posts: tuple[Post, ...] = demo.POSTS
    return compose(
        own_text(period, body, **facts), *posts, partners=demo.PARTNERS, plans=demo.PLANS
    )


def test_the_full_form_has_six_parts() -> None:
    """In the order of the Decree's outline, numbered by Roman numerals."""
    body = "\n\n".join(
        f"## {heading}\n\nLời của hiệu trưởng."
        for heading in ("Công tác chỉ đạo", "Tồn tại, hạn chế", "Phương hướng", "Kiến nghị")
    )

    assert [
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
        "II. NỘI DUNG THỰC HIỆN",
        "III. KẾT QUẢ ĐẠT ĐƯỢC",
        "IV. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        "V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024",
        "VI. KIẾN NGHỊ, ĐỀ XUẤT",
    ] == texts(demo_report(body), Role.PART)


def test_the_short_form_has_the_kindergartens_three_parts() -> None:
    """Nothing of the full form's, no annex."""
    report = demo_report("## Kiến nghị\n\nKhông in.", form="short")

    assert [
        "I. CÔNG TÁC TUYÊN TRUYỀN",
        "II. NỘI DUNG THỰC HIỆN",
        "III. KẾT QUẢ ĐẠT ĐƯỢC",
    ] == texts(report, Role.PART)
    assert ["1. Hoạt động truyền thông, tuyên truyền"] == texts(report, Role.SECTION)
    assert () == report.annexes
    assert "Không in." not in "".join(texts(report))


def test_parts_without_a_word_are_left_out() -> None:
    """Numbers of parts go on without a gap."""
    report = demo_report("## Kiến nghị, đề xuất\n\nXin thêm máy tính.")

    assert "IV. KIẾN NGHỊ, ĐỀ XUẤT" == texts(report, Role.PART)[-1]


def test_a_heading_of_its_own_becomes_the_last_part() -> None:
    """No word of the principal's is lost in silence."""
    report = demo_report("## 5. Lời cảm ơn\n\nCảm ơn cha mẹ học sinh.")

    assert "IV. LỜI CẢM ƠN" == texts(report, Role.PART)[-1]
    assert "Cảm ơn cha mẹ học sinh." == texts(report)[-2]


def test_the_plan_is_told_unless_the_principal_tells_it() -> None:
    """A text that names the plan by its number makes the sentence about it needless."""
    plans = (replace(demo.PLANS[0], number="12/KH-THCSHM"), demo.PLANS[1])
    silent = compose(own_text("2023"), *demo.POSTS, partners=demo.PARTNERS, plans=plans)
    body = "## Công tác chỉ đạo\n\nTrường có Kế hoạch số 12/KH-THCSHM."
    telling = compose(own_text("2023", body), *demo.POSTS, partners=demo.PARTNERS, plans=plans)
    made = "Nhà trường xây dựng Kế hoạch số 12/KH-THCSHM"

    assert below(silent, "CHỈ ĐẠO, TRIỂN KHAI")[0].startswith(made)
    assert ["Trường có Kế hoạch số 12/KH-THCSHM."] == below(telling, "CHỈ ĐẠO, TRIỂN KHAI")


def test_documents_that_were_passed_on_are_listed() -> None:
    """Posts that publish a document stand in part I by their titles."""
    post = school.post("luat", "2020-04-01", "van-ban", title="Luật Trẻ em")
    held = school.post("hop", "2020-04-02")
    lines = below(compose(own_text(), post, held), "CHỈ ĐẠO, TRIỂN KHAI")

    assert ["Văn bản đã đăng tải, phổ biến:", "- “Luật Trẻ em”."] == lines


def test_themes_and_channels_come_with_their_posts() -> None:
    """One dash a theme with its titles, one a channel; the website has its address."""
    report = demo_report()
    lines = below(report, "Hoạt động truyền thông, tuyên truyền")

    assert "a) Nội dung tuyên truyền:" == lines[0]
    assert any(
        line.startswith("- Hội nhập quốc tế: cơ hội, thách thức: 3 tin, bài") for line in lines
    )
    assert (
        "- Trang thông tin điện tử của trường: 7 tin, bài, tại địa chỉ https://hoamai.example/;"
        == lines[lines.index("b) Hình thức tuyên truyền:") + 1]
    )


def test_exchange_tells_day_people_partner_and_permission() -> None:
    """An activity with guests from abroad, on what paper's strength."""
    post = school.post(
        "p",
        "2020-09-08",
        "hop-tac-quoc-te",
        title="Lớp học không biên giới",
        participants=school.people(staff=6, international="~40"),
        partners=("Trường Midorigaoka",),
        permission="Công văn số 112/PGDĐT.",
    )

    assert [
        (
            "- Ngày 08/9/2020: Lớp học không biên giới (6 cán bộ, khoảng 40 khách quốc tế); "
            "phối hợp với Trường Midorigaoka; theo Công văn số 112/PGDĐT."
        )
    ] == below(compose(own_text(), post), "Giao lưu, hợp tác, hội nhập quốc tế")


@pytest.mark.parametrize("kind", ["hoi-nghi-hoi-thao", "xa-hoi-hoa", "phoi-hop-cha-me"])
def test_a_foreign_element_is_told_among_exchange(kind: str) -> None:
    """Whatever the activity's type, with its permission, and in no other section."""
    facts = {"title": "Hội thảo", "foreign_element": True, "permission": "Công văn số 5/SGDĐT"}
    report = compose(own_text(), school.post("p", "2020-09-08", kind, **facts))

    assert ["- Ngày 08/9/2020: Hội thảo; theo Công văn số 5/SGDĐT."] == below(
        report, "Giao lưu, hợp tác, hội nhập quốc tế"
    )
    assert 1 == "".join(texts(report)).count("Ngày 08/9/2020")


def test_resources_are_told_by_kind_and_pledges_apart() -> None:
    """Money adds up, goods keep their units, what is only pledged is no sum; all in one list."""
    gifts = (
        school.gift("hoc-bong", 48_000_000, quantity=32, unit="suất", partner="Công ty Nắng Sớm"),
        school.gift("tien", 5_000_000, partner="Hội A", pledged=True),
    )
    post = school.post("p", "2020-09-08", "xa-hoi-hoa", title="Trao học bổng", resources=gifts)

    assert [
        "- Ngày 08/9/2020: Trao học bổng; phối hợp với Công ty Nắng Sớm, Hội A;",
        "- Học bổng: 48.000.000 đồng, 32 suất, do Công ty Nắng Sớm hỗ trợ.",
        "Đã cam kết, chưa tính vào số liệu trên: tiền, 5.000.000 đồng (Hội A).",
    ] == below(compose(own_text(), post), "Huy động nguồn lực, xã hội hóa")


def test_goods_of_which_only_the_value_is_known_are_told_by_it() -> None:
    """A value that isn't money is shown and not summed; where the goods are counted, they tell."""
    gifts = (
        school.gift("hien-vat", 5_000_000, partner="Hội A"),
        school.gift("trang-thiet-bi", 80_000_000, quantity=10, unit="bộ máy tính"),
        school.gift("trang-thiet-bi", 3_000_000),
    )
    post = school.post("p", "2020-09-08", title="Trao quà", resources=gifts)
    report = compose(own_text(), post)

    assert [
        "- Hiện vật: trị giá 5.000.000 đồng, do Hội A hỗ trợ;",
        (
            "- Trang thiết bị: 10 bộ máy tính, trang thiết bị khác trị giá 3.000.000 đồng, "
            "do Hội A hỗ trợ."
        ),
    ] == below(report, "Huy động nguồn lực, xã hội hóa")
    assert not any("Tiền, học bổng" in line for line in texts(report))


def test_a_pledge_names_the_partner_as_the_school_does() -> None:
    """Whatever name of the partner the post writes."""
    partner = Partner("hoi-a", "Hội Khuyến học", ("HKH",))
    pledge = replace(
        school.gift("tien", 5_000_000, pledged=True), partner=school.mention("HKH", "hoi-a")
    )
    post = school.post("p", "2020-09-08", resources=(pledge,))

    assert ["Đã cam kết, chưa tính vào số liệu trên: tiền, 5.000.000 đồng (Hội Khuyến học)."] == (
        below(compose(own_text(), post, partners=(partner,)), "Huy động nguồn lực, xã hội hóa")
    )


def test_a_section_without_an_activity_says_so() -> None:
    """An empty heading would look forgotten."""
    assert ["Không phát sinh trong năm 2020."] == below(
        compose(own_text()), "Huy động nguồn lực, xã hội hóa"
    )


def test_work_with_parents_takes_what_no_section_before_tells() -> None:
    """Parents came to the pottery days and to the match, guests to the match."""
    told = below(demo_report(), "Phối hợp với cha mẹ học sinh và cộng đồng")

    assert ["- Từ ngày 10/5/2023 đến ngày 12/5/2023: p3", "- Ngày 18/11/2023: p6"] == [
        line.partition(" (")[0] for line in told
    ]


def test_targets_of_the_plan_stand_in_a_table() -> None:
    """Task, target, counted, percent, state; a second target of a task is found by its own path."""
    plan = school.plan(
        "2020", school.task("NV1", Target("communication_sessions", 4), Target("posts", 1))
    )
    post = school.post("p", "2020-03-09", "tuyen-truyen", tasks=("NV1",))
    report = compose(own_text(), post, plans=(plan,))
    table = next(block for block in report.blocks if isinstance(block, ReportTable))
    rows = [["".join(span.text for span in cell) for cell in row] for row in table.rows]

    assert ["ít nhất 4 lần tuyên truyền", "1", "25,0%", "Chưa hoàn thành"] == rows[0][1:]
    assert ["ít nhất 1 tin, bài", "1", "100,0%", "Hoàn thành"] == rows[1][1:]
    assert {"plan.NV1.counted", "plan.NV1#2.counted"} <= {one.figure for one in spans_of(report)}


def test_every_table_fills_the_width() -> None:
    """Shares of columns make a hundred, in text and annexes."""
    report = demo_report(period="2024")
    annexed = [block for annex in report.annexes for block in annex.blocks]
    tables = [one for one in (*report.blocks, *annexed) if isinstance(one, ReportTable)]

    assert 4 == len(tables)
    assert {100} == {sum(column.share for column in one.columns) for one in tables}
    assert {True} == {len(one.columns) == len(row) for one in tables for row in one.rows}


def test_annexes_are_numbered_only_where_there_are_two() -> None:
    """Partners and resources make the second; without any the one annex has no number."""
    two, one = demo_report(number="5"), compose(own_text())

    assert [("Phụ lục I", "DANH MỤC HOẠT ĐỘNG"), ("Phụ lục II", "DANH MỤC ĐỐI TÁC, NGUỒN LỰC")] == [
        (annex.label, annex.title) for annex in two.annexes
    ]
    assert ["Phụ lục"] == [annex.label for annex in one.annexes]
    assert two.annexes[0].reference.startswith("(Kèm theo Báo cáo số 05/BC-THCSHM ngày ")


@pytest.mark.parametrize(
    "ending", ["Hết năm.", "Hết năm./.", "Hết năm././.", "Hết năm ./.\n\nRất mong ./."]
)
def test_the_closing_sign_stands_once_at_the_end(ending: str) -> None:
    """Whoever typed it elsewhere, also twice."""
    report = demo_report(f"## Kiến nghị, đề xuất\n\n{ending}")

    assert 1 == "\n".join(texts(report)).count("./.")
    assert texts(report)[-1].endswith("Trường THCS Hoa Mai./.")


def test_a_closing_sentence_of_the_principals_own_is_kept() -> None:
    """It stands in place of the usual one, with the sign."""
    report = demo_report("## Kiến nghị\n\nTrên đây là báo cáo của trường, kính gửi quý Phòng.")

    assert "Trên đây là báo cáo của trường, kính gửi quý Phòng./." == texts(report)[-1]
    assert 1 == sum(one.startswith("Trên đây") for one in texts(report))


@pytest.mark.parametrize("title", ODD_TITLES)
def test_odd_titles_reach_the_report_letter_by_letter(title: str) -> None:
    """Signs, emoji and marks of direction are text; only the closing sign is not a title's."""
    report = compose(own_text(), school.post("p", "2020-05-04", "ngoai-ngu", title=title.strip()))
    told = below(report, "Giao lưu, hợp tác, hội nhập quốc tế")

    assert title.strip().replace(" ./.", ".") in told[0]


def test_marks_of_direction_end_with_the_title_that_has_them() -> None:
    """One left open would turn the rest of the sentence round."""
    post = school.post("p", "2020-05-04", "ngoai-ngu", title="\u202eđảo", partners=("Hội A",))
    (told,) = below(compose(own_text(), post), "Giao lưu, hợp tác, hội nhập quốc tế")

    assert "- Ngày 04/5/2020: \u202eđảo\u202c; phối hợp với Hội A." == told


def test_figures_fill_the_tags_of_a_text() -> None:
    """Marked numbers with their word; a tag that names nothing stays as it is."""
    report = demo_report(
        "## Đánh giá chung\n\nCó {{ totals.attendance.students }} lượt, **{{totals.posts}}** bài, "
        "{{ plan.NV2.percent }}; {{ totals.nothing }}.",
        period="2024",
    )
    (told,) = below(report, "Đánh giá chung")
    bold = [span for span in spans_of(report) if span.bold]

    assert "Có khoảng 772 lượt, 5 bài, 50,0%; {{ totals.nothing }}." == told
    assert [("5", "totals.posts")] == [(span.text, span.figure) for span in bold]


def test_an_english_site_composes_in_english() -> None:
    """Words of the sentences follow the site's language."""
    settings = replace(SETTINGS, language="en")
    report = compose(own_text("2020"), settings=settings)

    assert "REPORT" == report.type_name
    assert isinstance(report.blocks[-1], Paragraph)
    assert report.blocks[-1].text.endswith("./.")
