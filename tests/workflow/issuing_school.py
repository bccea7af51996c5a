"""A small school that reports, and what its commands leave behind."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from builder.engine.mkdocs_build import MkDocsEngine
from builder.workflow.build import run_build
from builder.workflow.content import Content, read_content
from builder.workflow.fonts import find_fonts
from builder.workflow.issuing import Issue, run_issue
from builder.workflow.prepare import Order
from builder.workflow.report import run_report
from builder.workflow.steps import SILENT
from tests.workflow.school import post, write_files

TODAY = date(2026, 3, 1)
CONFIGURATION = """\
site_name: Trường THCS Hoa Mai
site_url: https://hoamai.example/
docs_dir: content/pages
theme: {name: material, language: vi}
plugins:
  - outreach:
      school:
        name: Trường THCS Hoa Mai
        short_name: THCSHM
        place: Sao Mai
        authority: UBND XÃ SAO MAI
        report_to: Ủy ban nhân dân xã Sao Mai
        signer: {office: HIỆU TRƯỞNG, name: Phạm Minh Sáng}
"""
REPORT = """\
---
thực hiện: Công văn số 9/UBND ngày 05/01/2026
mẫu: gọn
---

## Đánh giá chung

Trong năm có {{ totals.activities }} hoạt động.
"""
PLAN = """\
---
tiêu đề: Kế hoạch hoạt động thông tin đối ngoại năm 2025
nhiệm vụ:
  - {mã: NV1, tên: Tuyên truyền, chỉ tiêu: [{chỉ số: số hoạt động, ít nhất: 2, tính: tất cả}]}
---

## I. Mục đích, yêu cầu

Giữ nền nếp tuyên truyền.
"""
REPORT_FILE = "content/reports/2025.md"
PLAN_FILE = "content/plans/2025.md"
FROZEN_FILE = "content/reports/2025.issued.json"


def write_school(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """One activity in 2025, a plan and a report file."""
    standing: dict[str, str | bytes] = {
        "mkdocs.yml": CONFIGURATION,
        "content/pages/gioi-thieu.md": "# Giới thiệu\n\nTrường THCS Hoa Mai.\n",
        "content/posts/2025/bien-dao.md": post(),
        PLAN_FILE: PLAN,
        REPORT_FILE: REPORT,
    }
    write_files(folder, standing | dict(files or {}))
    return folder


def add_activity(folder: Path, title: str = "Tuyên truyền về hội nhập") -> None:
    """One more activity in 2025."""
    write_files(folder, {"content/posts/2025/them.md": post(title, "06/04/2025")})


def read(folder: Path) -> Content:
    """What stands in the project."""
    return read_content(folder, TODAY)


def issue(
    folder: Path,
    number: str | None = "3",
    day: str | None = "10/01/2026",
    *,
    is_correction: bool = False,
) -> None:
    """Issue the report of 2025."""
    content = read(folder)
    assert content.library is not None
    run_issue(
        content,
        content.library,
        Issue("2025", number, day, is_correction=is_correction),
        find_fonts(),
    )


def report(folder: Path, *formats: str, period: str = "2025") -> Mapping[str, bytes]:
    """Files of a report as the command makes them."""
    content = read(folder)
    assert content.library is not None
    made = run_report(content, content.library, period=period, formats=formats, fonts=find_fonts())
    return made.files


def build(folder: Path) -> Path:
    """The site of the project."""
    built = run_build(Order(folder, TODAY), MkDocsEngine, site_folder=None, tell=SILENT)
    assert built.folder is not None
    return built.folder


def read_notices(site: Path, period: str = "2025") -> list[str]:
    """What the page of a period tells above its figures."""
    page = (site / f"tong-ket/{period}/index.html").read_text(encoding="utf-8")
    return re.findall(r'<p class="so-summary__notice[^"]*" role="note">(.*?)</p>', page)


def read_frozen(folder: Path, path: str = FROZEN_FILE) -> dict[str, Any]:
    """A frozen file, parsed."""
    parsed = json.loads((folder / path).read_text(encoding="utf-8"))
    assert isinstance(parsed, dict)
    return parsed


def tell_codes(folder: Path) -> list[str]:
    """Codes of all that `check` tells."""
    return [problem.code for problem in read(folder).problems]
