"""Bytes in place of one of a school's files → what reading it made wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from builder.cache.encoding import ENCODER
from builder.locale import LANGUAGES, speak_problem
from builder.model.approval import APPROVALS, CHECKS, Approval
from builder.model.library import Library
from builder.model.posts import Post
from builder.model.problems import Problem
from builder.model.withdrawal import WITHDRAWN_PHOTOS
from builder.reading.project import Sources, read_project
from builder.reading.source.decoding import decode_source
from builder.reading.surroundings.approvals import read_approvals, write_approvals

TODAY = date(2026, 11, 22)
POST = "content/posts/2024/ngay-hoi/index.md"
ISSUED = "content/reports/2024.issued.json"
SCHOOL: Mapping[str, str] = MappingProxyType(
    {
        "mkdocs.yml": "theme: {name: material}\nplugins:\n  - outreach:\n"
        "      school: {name: Hoa Mai}\n      approval: required\n",
        POST: "---\ntiêu đề: Ngày hội\nngày: 20/11/2024\nloại: stem-khkt\n"
        "người viết: Lan\n---\n![Sân trường](anh.jpg)\n",
        "content/posts/b.md": "---\ntiêu đề: B\nngày: 21/11/2024\nloại: stem-khkt\n---\n[a](c.md)",
        "content/partners/may-trang.md": "---\ntên: Gốm Mây Trắng\n---\n",
        "content/plans/2024.md": "---\ntiêu đề: Kế hoạch\nnhiệm vụ: [{mã: NV1, tên: A}]\n---\n",
        "content/reports/2024.md": "---\nsố: 5\n---\n## Đánh giá chung\n",
        "content/pages/index.md": "# Xin chào\nNội dung",
    }
)
PICTURES = frozenset({"content/posts/2024/ngay-hoi/anh.jpg", "content/posts/don.pdf"})


def read_in_place_of(path: str) -> Callable[[bytes], list[str]]:
    """A target: bytes stand at a path of a school whose other files are sound."""
    return lambda data: _read_school({path: data}, {})


def read_frozen(data: bytes) -> list[str]:
    """Bytes in place of an issued report."""
    return _read_school({}, {ISSUED: data})


def read_ticks(data: bytes) -> list[str]:
    """Bytes in place of the approvals, alone and in a school; one more is added to them."""
    faults = _read_school({APPROVALS: data}, {})
    text = decode_source(data, APPROVALS).value
    if text is None:
        return faults
    approval = Approval(POST, "Lan", TODAY, "a", CHECKS)
    added = read_approvals(write_approvals(text, approval)).value or ()
    return faults if approval in added else [*faults, "an approval that was written is lost"]


def _read_school(changed: Mapping[str, bytes], frozen: Mapping[str, bytes]) -> list[str]:
    """Faults of a school's library and problems where some files are others."""
    sound = {path: text.encode() for path, text in SCHOOL.items()}
    texts = {**sound, **changed}
    files = PICTURES | {path for path in (*texts, *frozen) if path.startswith("content/")}
    read = read_project(Sources(texts, files, frozen), today=TODAY)
    faults = [] if read.value or read.problems else ["nothing was told"]
    if read.value is not None:
        faults += _find_unkept(read.value)
    return [*faults, *_find_untold(read.problems, texts)]


def _find_unkept(library: Library) -> list[str]:
    """Posts that can't be kept as bytes, or come back as others."""
    posts = (*library.posts, *library.waiting, *library.withdrawn)
    return [
        f"{post.path} comes back as another"
        for post in posts
        if msgspec.json.decode(ENCODER.encode(post), type=Post) != post
    ]


def _find_untold(problems: Iterable[Problem], texts: Mapping[str, bytes]) -> list[str]:
    """Problems without words, or at a place that their file hasn't got."""
    faults = []
    for problem in problems:
        where = problem.where
        data = texts.get(where.path, b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if not (1 <= where.line <= data.count(b"\n") + 1 and where.column >= 1):
            faults.append(f"{problem.code} at {where}")
        for language in LANGUAGES:
            spoken = speak_problem(problem, language)
            f"{spoken.message}{spoken.hint}".encode()  # as a terminal writes it
            if not (spoken.message and spoken.hint):
                faults.append(f"{problem.code} says nothing in {language}")
    return faults


WRITTEN = {
    "post": read_in_place_of(POST),
    "settings": read_in_place_of("mkdocs.yml"),
    "partner": read_in_place_of("content/partners/may-trang.md"),
    "plan": read_in_place_of("content/plans/2024.md"),
    "report": read_in_place_of("content/reports/2024.md"),
    "page": read_in_place_of("content/pages/index.md"),
    "withdrawn": read_in_place_of(WITHDRAWN_PHOTOS),
    "approvals": read_ticks,
    "issued": read_frozen,
}
"""What teachers and commands write into a project, by the name of its target."""
