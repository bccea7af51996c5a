"""Texts that rules look at, made of what a teacher would write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from builder.model.problems import Problem
from builder.model.settings import Dated, School, Settings
from builder.reading.configuration.rules import DEFAULTS
from builder.reading.posts.context import PostContext
from builder.reading.posts.post import read_post
from builder.reading.rules.watch import Known
from builder.reading.vocabulary import load_vocabulary

PATH = "content/posts/2024/bai/index.md"
PICTURES = ("anh.jpg", "ChatGPT Image 12.png")
TODAY = date(2026, 11, 22)
FRONT = "title: Ngày hội\ndate: 20/11/2024\ntype: ngoai-khoa-trai-nghiem\n"
"""Three lines that every post has; its own come below them."""

OF_FORM = frozenset(
    {
        *("heading-jump", "link-text", "alt-text", "table-header", "video-transcript"),
        *("scan-only", "colour-contrast"),
    }
)
"""Rules on how a text is made, not on what it tells."""

LEVELS = {rule: level for rule, level in DEFAULTS.items() if rule not in OF_FORM}

KNOWN = Known(
    hosts=frozenset({"thcshoamai.example", "nangsom.example"}),
    contacts=frozenset({"0901234567", "vanphong.hoamai@gmail.com"}),
)


def review(
    body: str, front: str = "", *, levels: Mapping[str, str] = LEVELS, today: date = TODAY
) -> tuple[Problem, ...]:
    """Problems of a post with this body, and these lines besides what every post has."""
    settings = Settings(
        School((Dated(None, "Trường THCS Hoa Mai"),)),
        load_vocabulary(),
        site_name="Hoa Mai",
        site_url=None,
        rules=MappingProxyType(dict(levels)),
    )
    files = frozenset(f"content/posts/2024/bai/{name}" for name in PICTURES)
    context = PostContext(settings, lambda _: None, files, today, KNOWN)
    return read_post(f"---\n{FRONT}{front}---\n{body}", PATH, context).problems


def codes(body: str, front: str = "") -> list[str]:
    """Codes of what a post's rules find, in order of place."""
    return [one.code for one in review(body, front)]
