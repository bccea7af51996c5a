"""A small school's project, written into a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from tests.images.pictures import jpeg_from_phone

TODAY = "2025-12-01"

CONFIGURATION = """\
site_name: Trường THCS Hoa Mai
site_url: https://hoamai.example/
docs_dir: content/pages
theme: {name: material, language: vi}
plugins:
  - outreach:
      school: {name: Trường THCS Hoa Mai}
      rules: {consent: off}
"""

POST = """\
---
tiêu đề: {title}
ngày: {day}
loại: tuyen-truyen
tham gia: 20 cán bộ, 100 học sinh
địa điểm: Sân trường
tóm tắt: Tóm tắt của bài.
---

Nhà trường tổ chức {title}.
"""

ABOUT = "# Giới thiệu\n\nTrường THCS Hoa Mai.\n"


def post(title: str = "Tuyên truyền về biển đảo", day: str = "05/03/2025", more: str = "") -> str:
    """Text of a post that has nothing wrong."""
    return POST.format(title=title, day=day) + more


def write_project(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A project with one post that shows a picture, and a page; `files` add to it or replace."""
    standing: dict[str, str | bytes] = {
        "mkdocs.yml": CONFIGURATION,
        "content/pages/gioi-thieu.md": ABOUT,
        "content/posts/2025/bien-dao/index.md": post(
            more="\n![Học sinh xem triển lãm về biển](anh.jpg)\n"
        ),
        "content/posts/2025/bien-dao/anh.jpg": jpeg_from_phone(600, 400),
    }
    write_files(folder, standing | dict(files or {}))
    return folder


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Files by path below a folder."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))


def fingerprint(folder: Path) -> str:
    """One hash of every path and byte below a folder; of an absent folder too."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()
