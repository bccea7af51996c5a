"""What rules find in posts together: permission, givers, fresh news, plans, known contacts."""

from __future__ import annotations

from datetime import date

import pytest

from builder.locale import speak_problem
from builder.model.problems import Problem
from builder.reading.project import Sources, read_project

TODAY = date(2024, 12, 20)
FOREIGN = "type: hop-tac-quoc-te\n"
PERMISSION = "permission: Công văn số 112/PGDĐT\n"
EVENT = "event: lop-hoc\n"
GIFT = "resources: [{kind: hien-vat, quantity: 10, unit: bộ}]\n"
GIVERS = "partners: [Nắng Sớm, Hải Âu]\n"


def find(
    *posts: str, options: str = "", files: dict[str, str] | None = None, today: date = TODAY
) -> list[tuple[str, str]]:
    """Names of files with codes of what rules find in posts with these lines above their texts."""
    return [_tell(one) for one in _read(*posts, options=options, files=files, today=today)]


def _read(
    *posts: str, options: str = "", files: dict[str, str] | None = None, today: date = TODAY
) -> tuple[Problem, ...]:
    """What rules find in a school with these posts and other files."""
    texts = {
        "mkdocs.yml": "site_name: a\ntheme: {name: material}\nplugins:\n  - outreach:\n"
        f"      school: {{name: Trường THCS Hoa Mai, main_site: 'https://hoamai.example'}}\n{options}",
        **{f"content/{path}": text for path, text in (files or {}).items()},
    }
    for number, post in enumerate(posts):
        kind = "" if "type:" in post else "type: ngoai-khoa-trai-nghiem\n"
        front, _, body = post.partition("\n\n")
        head = f"---\ntitle: Bài {number}\ndate: {number + 1}/12/2024\n{kind}"
        texts[f"content/posts/{number}.md"] = f"{head}{front.rstrip()}\n---\n{body or 'Nội dung.'}"
    sources = Sources({path: text.encode() for path, text in texts.items()}, frozenset(texts))
    return read_project(sources, today=today).problems


@pytest.mark.parametrize(
    "posts",
    [
        (FOREIGN,),
        ("type: cu-di-hoc-tap\n",),
        ("foreign_element: yes\n",),
        (FOREIGN + EVENT, FOREIGN + EVENT),
        (FOREIGN + "status: draft\n",),
        (FOREIGN + "counted: no\n",),
    ],
)
def test_foreigners_need_a_document_once_an_activity(posts: tuple[str, ...]) -> None:
    """It is asked for at the post that leads, however many tell of the activity."""
    assert [("0.md", "foreign-permission")] == find(*posts)


@pytest.mark.parametrize(
    "posts",
    [
        (FOREIGN + PERMISSION,),
        (FOREIGN + EVENT + PERMISSION, FOREIGN + EVENT),
        (FOREIGN + EVENT, FOREIGN + EVENT + PERMISSION),
        (FOREIGN + EVENT + PERMISSION, FOREIGN + EVENT + "status: draft\n"),
        (FOREIGN + "role: dua-tin\nsource: Sở Giáo dục và Đào tạo\n",),
        (FOREIGN + "internal: yes\n",),
        (FOREIGN + "allow: {rule: foreign-permission, reason: trực tuyến}\n",),
        ("type: giao-luu-hop-tac\n",),
    ],
)
def test_a_document_of_one_post_holds_for_its_activity(posts: tuple[str, ...]) -> None:
    """A follow-up inherits it; news of others' activities and internal posts need none."""
    assert [] == find(*posts)


@pytest.mark.parametrize(
    ("post", "codes"),
    [
        (GIFT, ["sponsor-missing"]),
        (GIFT + GIVERS, ["sponsor-missing"]),
        (GIFT + "partners: Nắng Sớm\n", []),
        (GIFT.replace("unit", "partner: Hải Âu, unit") + GIVERS, []),
        (GIFT.replace("unit", "note: ẩn danh theo yêu cầu, unit"), []),
        (GIFT.replace("unit", "note: Nhà hảo tâm xin giấu tên, unit"), []),
    ],
)
def test_a_gift_has_a_giver(post: str, codes: list[str]) -> None:
    """Its own, the activity's only partner, or one who asked not to be named."""
    assert codes == [code for _, code in find(post)]


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (date(2025, 1, 30), []),
        (date(2025, 1, 31), ["freshness"]),
        (date(2025, 6, 1), []),
        (date(2025, 8, 31), []),
        (date(2025, 9, 1), ["freshness"]),
    ],
)
def test_a_site_is_kept_up_outside_the_holidays(today: date, codes: list[str]) -> None:
    """Sixty days after the newest post the school hears of it, if it wants to."""
    options = "      rules: {freshness: warn}\n"

    assert codes == [code for _, code in find("", options=options, today=today)]


@pytest.mark.parametrize(
    ("plans", "codes"),
    [
        ({}, ["missing-plan"]),
        ({"plans/2024.md": "---\ntitle: Kế hoạch\n---\n"}, []),
        ({"plans/2024-2025.md": "---\ntitle: Kế hoạch\n---\n"}, []),
        ({"plans/2023.md": "---\ntitle: Kế hoạch\n---\n"}, ["missing-plan"]),
    ],
)
def test_a_year_with_posts_has_a_plan(plans: dict[str, str], codes: list[str]) -> None:
    """Of the calendar year or of the school year, told at the year's first post."""
    options = "      rules: {missing-plan: warn}\n"

    assert codes == [code for _, code in find("", "", options=options, files=plans)]


@pytest.mark.parametrize(
    "files",
    [
        {"pages/lien-he.md": "# Liên hệ\n\nĐiện thoại: 0912.345.678, thư lan@gmail.com\n"},
        {"partners/x.md": "---\nname: X\n---\n0912 345 678, lan@gmail.com"},
        {"partners/x.md": "---\nname: X\nwebsite: https://gmail.com\n---\n+84 912 345 678"},
    ],
)
def test_contacts_that_the_school_shows_on_purpose_pass(files: dict[str, str]) -> None:
    """What stands on a hand-written page or in a partner's file is public already."""
    assert [("0.md", "email"), ("0.md", "phone")] == sorted(find("\n\n0912345678 lan@gmail.com"))
    assert [] == find("\n\n0912345678 lan@gmail.com", files=files)


def test_a_partners_website_is_no_strange_host() -> None:
    """Links to partners are what a school's posts are for."""
    partner = {"partners/x.md": "---\nname: X\nwebsite: https://www.nangsom.example/vi\n---\nX"}
    post = "\n\n[Nắng Sớm](https://nangsom.example/) [trường](https://hoamai.example/)"

    assert [("0.md", "unknown-host")] == find(post)
    assert [] == find(post, files=partner)


def test_texts_beside_the_posts_are_looked_at_too() -> None:
    """Partners, plans, reports and hand-written pages are published like posts."""
    files = {
        "pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n[quà](https://fb88.example/)",
        "pages/index.md": "# Hoa Mai\n\n[quà](https://fb88.example/)",
        "partners/x.md": "---\nname: X\n---\nEm Nguyễn Văn An (8A) kể.",
        "plans/2024.md": "---\ntitle: Kế hoạch\n---\nTỐI MẬT",
        "reports/2024.md": "---\nsố: 5\n---\n## Đánh giá chung\n\nCCCD 036204012345",
    }

    assert [
        ("gioi-thieu.md", "betting-host"),
        ("index.md", "betting-host"),
        ("x.md", "child-class-birth"),
        ("2024.md", "secret-mark"),
        ("2024.md", "id-number"),
    ] == find(files=files)


def test_tasks_of_a_plan_are_looked_at_where_they_stand() -> None:
    """The plan's page shows them; who signs, and other bodies' papers, are public anyway."""
    plan = """---
title: Kế hoạch
signer: Em Nguyễn Văn An
tasks:
  - {id: NV1, title: Dọn sân, owner: Cô Lan 0912345678}
  - id: NV2
    title: Em Nguyễn Văn An kể chuyện
---
"""
    found = [
        (one.code, one.where.line, one.where.column)
        for one in _read("", files={"plans/2024.md": plan})
    ]

    assert [("phone", 5, 45), ("child-name", 7, 15)] == found


def test_a_remedy_beside_the_posts_names_no_key_that_only_posts_have() -> None:
    """What may not stand there is reworded, or its rule is made to warn for the whole school."""
    files = {
        "pages/lien-he.md": "Em Nguyễn Văn An kể.\n\nTỐI MẬT\n\n#### Giờ\n\n###### Giờ",
    }
    hints = [speak_problem(one, "vi").hint for one in _read("", files=files)]

    assert [
        "Thầy/cô xóa hoặc viết lại chỗ này; nhà trường đã xem và chấp nhận thì cứ để nguyên.",
        (
            "Thầy/cô xóa hoặc viết lại chỗ này; muốn giữ thì nhờ người quản trị ghi "
            "«rules: {secret-mark: warn}» trong mkdocs.yml."
        ),
    ] == hints[:2]
    assert "#####" in hints[2]


def test_nobodys_identity_is_shown_on_purpose() -> None:
    """A hand-written page makes a telephone number public, not the number of an identity."""
    page = {"pages/lien-he.md": "# Liên hệ\n\nCCCD 036204012345"}

    assert [("lien-he.md", "id-number"), ("0.md", "id-number")] == find(
        "\n\nThẻ 036204012345", files=page
    )


def test_a_blocked_activity_leaves_its_post_out() -> None:
    """A school that blocks a rule publishes nothing that breaks it."""
    options = "      rules: {foreign-permission: block}\n"
    text = f"---\ntitle: A\ndate: 1/12/2024\n{FOREIGN}---\nNội dung."
    plugins = "plugins:\n  - outreach:\n      school: {name: Hoa Mai}\n"
    sources = Sources(
        {
            "mkdocs.yml": f"site_name: a\ntheme: {{name: material}}\n{plugins}{options}".encode(),
            "content/posts/a.md": text.encode(),
        },
        frozenset(),
    )
    library = read_project(sources, today=TODAY).value

    assert library is not None
    assert (("content/posts/a.md",), ()) == (library.left_out, library.posts)


def _tell(problem: Problem) -> tuple[str, str]:
    """Name of a problem's file, and its code."""
    return problem.where.path.rpartition("/")[2], problem.code
