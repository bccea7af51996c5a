"""Pictures, videos and scanned papers of a text → those that only some readers can take in."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from builder.reading.bodies.html import Tag
from builder.reading.bodies.scan import Pointer
from builder.reading.rules.enclosures import Enclosures
from builder.reading.rules.findings import Finding
from builder.reading.rules.rule import Rule
from builder.reading.rules.text import ReviewedText
from builder.reading.source.yaml_nodes import shorten

_PICTURE_NAME = re.compile(
    r"\S*\.(?:avif|bmp|gif|hei[cf]|jfif|jpe?g|png|svg|tiff?|webp)"
    r"|\S*\d{6,}\S*"
    r"|(?:(?:hình|ảnh|tranh)(?: (?:ảnh|minh h(?:ọa|oạ)|bìa|chụp|đại diện|hoạt động|sự kiện)){0,2}"
    r"|anh|dsc|dscf|dscn|hinh|image|img|minh h(?:ọa|oạ)|photo|pic|picture|pxl|screenshot"
    r"|untitled|zalo)[\W\d_]*",
    re.IGNORECASE,
)
"""What says nothing of a picture: a file's name, or that it is one."""

_VIDEO_HOSTS = re.compile(
    r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|tiktok\.com)$"
)
_CAPTIONED = "cc_load_policy=1"
_TRANSCRIPT = re.compile(
    r"phụ đề|lời thoại|lời bình|bản chữ|bản ghi lời|transcript|subtitle|caption"
)
_PAPERS = (".pdf", ".doc", ".docx", ".ppt", ".pptx")
_LINK = re.compile(r"(!?)\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 12
"""Of a text that says something beside what it attaches."""


def find_poor_alternatives(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `alt-text`: pictures without words, or with words that say nothing."""
    body = text.body
    for pointer in body.pointers:
        code = check_alt(pointer.words, pointer.address) if pointer.is_picture else None
        if code is not None:
            details = {"address": pointer.address, "alt": pointer.words.strip()}
            yield Finding("alt-text", body.text.place(pointer.position), details, code)
    cover = text.post.cover if text.post and text.post.path == body.text.path else None
    if cover is not None and check_alt(cover.alt, cover.path) is not None:
        written = posixpath.relpath(cover.path, posixpath.dirname(body.text.path))
        yield Finding("alt-text", cover.where, {"written": shorten(written)}, "cover-alt")


def find_silent_videos(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `video-transcript`: videos whose words nobody can read.

    A track of subtitles counts, and so does a text that speaks of them.
    """
    videos = [one for one in text.body.tags if _is_video(one)]
    if not videos or _TRANSCRIPT.search(text.lowered, text.body_start):
        return
    enclosed = Enclosures(text.body)
    for tag in videos:
        if not enclosed.has_within(tag, "track") and _CAPTIONED not in _source_of(tag):
            yield Finding("video-transcript", text.body.text.place(tag.position))


def find_scans(text: ReviewedText) -> Iterator[Finding]:
    """The finding of `scan-only`: a post that is no more than a picture or a paper to take away."""
    post = text.post
    if post is None or post.summary_only or _says_something(post.summary or ""):
        return
    first = next((one for one in text.body.pointers if _may_be_scan(one)), None)
    if first is not None and not _says_something(text.body.text.masked):
        details = {"address": first.address}
        yield Finding("scan-only", text.body.text.place(first.position), details)


def check_alt(words: str, address: str) -> str | None:
    """Code of what is wrong with an alternative text; None: nothing (posts.md, Text)."""
    alt = words.strip()
    if not alt:
        return "alt-missing"
    name = unquote(posixpath.basename(address.partition("?")[0])).lower()
    is_name = alt.lower() in (name, posixpath.splitext(name)[0])
    return "alt-file-name" if is_name or _PICTURE_NAME.fullmatch(alt) else None


def _may_be_scan(pointer: Pointer) -> bool:
    """Whether a pointer is to a paper, or to a picture of which `alt-text` has nothing to say."""
    if pointer.is_picture:
        return check_alt(pointer.words, pointer.address) is None
    return pointer.address.partition("#")[0].lower().endswith(_PAPERS)


def _is_video(tag: Tag) -> bool:
    """Whether a tag shows a video."""
    if tag.name == "iframe":
        return _VIDEO_HOSTS.search(_host_of(_source_of(tag))) is not None
    return tag.name == "video"


def _source_of(tag: Tag) -> str:
    """Address that a tag loads."""
    return tag.value_of("src") or ""


def _host_of(address: str) -> str:
    """Host of an address, lower case; empty where it can't be told."""
    try:
        return urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""


def _says_something(text: str) -> bool:
    """Whether a text has more than a few words; those of links don't count, of pictures they do."""
    count = 0
    for line in text.split("\n"):
        count += len(_WORD.findall(_without_links(line)))
        if count >= _FEWEST_WORDS:
            return True
    return False


def _without_links(line: str) -> str:
    """A line without the words of its links and without tags."""
    if "[" in line:
        line = _LINK.sub(lambda one: one[2] if one[1] else " ", line)
    return _TAG.sub(" ", line) if "<" in line else line


RULES = (
    Rule(frozenset({"alt-text"}), find_poor_alternatives),
    Rule(frozenset({"video-transcript"}), find_silent_videos),
    Rule(frozenset({"scan-only"}), find_scans),
)
