"""A plan that can't be read is told once, and not again at every post that names its tasks."""

from __future__ import annotations

from datetime import date

import pytest

from builder.reading.project import Sources, read_project

CONFIGURATION = """\
site_name: Trường THCS Hoa Mai
theme: {name: material, language: vi}
plugins:
  - outreach:
      school:
        name: Trường THCS Hoa Mai
"""
POST = """\
---
tiêu đề: Ngày hội đọc sách
ngày: 20/11/2024
loại: ngoai-khoa-trai-nghiem
nhiệm vụ: NV1
---
Nội dung.
"""
PLAN = """\
---
tiêu đề: Kế hoạch năm 2024
nhiệm vụ:
  - {mã: NV1, tên: Đọc sách}
---
"""


def codes(plan: bytes) -> list[tuple[str, str]]:
    """File and code of each error of a school with this plan for 2024."""
    texts = {
        "mkdocs.yml": CONFIGURATION.encode(),
        "content/posts/a.md": POST.encode(),
        "content/plans/2024.md": plan,
    }
    sources = Sources(texts, frozenset(texts) - {"mkdocs.yml"})
    problems = read_project(sources, today=date(2025, 6, 30)).problems
    return [(one.where.path.split("/")[1], one.code) for one in problems if one.is_error]


def test_a_task_of_a_sound_plan_is_known() -> None:
    """The school has nothing to mend."""
    assert [] == codes(PLAN.encode())


@pytest.mark.parametrize(
    "plan", [PLAN.replace("tên:", "têm:").encode(), b"---\n[\n---\n", "ế".encode("utf-16")]
)
def test_a_broken_plan_is_the_plans_mistake(plan: bytes) -> None:
    """With `--lenient` no post goes for it."""
    assert {"plans"} == {folder for folder, _ in codes(plan)}
