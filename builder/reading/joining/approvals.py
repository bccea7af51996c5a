"""Posts and the hashes of their files → whose approval holds, and what is wrong with the others."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from builder.locale.formats import format_day
from builder.locale.sorting import sort_key
from builder.model.addresses import fold_key
from builder.model.approval import SECRECY, Approval
from builder.model.posts import Post, Status
from builder.model.problems import Problem, Severity
from builder.model.settings import Settings
from builder.reading.bodies.scan import read_body, resolve
from builder.reading.rules.findings import Finding, list_active, weigh_findings
from builder.reading.rules.laws import cite_laws

SECRECY_RULE = "secrecy-tick"
_SCHEMA = "school-outreach/approval/1"
_LENGTH = 32
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)")
_TITLE = re.compile(r"\s*(thầy|cô|ông|bà|đồng chí|đ/c)(?:\s+giáo)?[\s.:]+(?=\S)", re.IGNORECASE)
_OFFICE = re.compile(
    r"\A\s*(?:(?:phó )?hiệu trưởng|hiệu phó|tổ (?:trưởng|phó)(?: chuyên môn)?|giáo viên|gv|th?s"
    r"|bí thư(?: chi bộ)?|chủ tịch công đoàn|tổng phụ trách(?: đội)?)[\s.:,–-]+(?=\S)",
    re.IGNORECASE,
)
_OFFICE_BEHIND = re.compile(r"(?<=\S)\s*(?:[(,;]|\s[–-]\s).*")
_ELSEWHERE = re.compile(r"https?://|[^#]+\.md(?:#|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proof:
    """What approvals are held against."""

    digests: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """SHA-256 of every file below `content/` by path."""

    approvals: tuple[Approval, ...] = ()
    """Those that the school keeps."""


NO_PROOF = Proof()


def hash_content(post: Post, digests: Mapping[str, str]) -> str | None:
    """Hash of a post with its translations, pictures and linked files: what an approval is of.

    `digests` give the SHA-256 of every file below `content/`. Names of files
    stand in the text, so that a bundle may move. None where the post bears no
    approval, and nobody asked what it says.
    """
    if post.wording is None:
        return None
    translations = [post.translations[language] for language in sorted(post.translations)]
    said = [
        [one.language, one.title, one.slug, one.summary, one.body.strip("\n").rstrip()]
        for one in translations
    ]
    texts = [(post.path, post.body)] if _may_link_to_file(post.body) else []
    texts += [(one.path, one.body) for one in translations]
    linked = (path for text in texts for path in _list_linked(*text))
    photos = (*post.photos, *([post.cover] if post.cover else ()))
    paths = dict.fromkeys((*(one.path for one in photos), *linked))
    files = [digests[path] for path in paths if path in digests]
    text = json.dumps([_SCHEMA, post.wording, said, files])
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def find_outdated(posts: Iterable[Post], settings: Settings, proof: Proof) -> frozenset[str]:
    """Paths of approved posts that changed since, where the school requires approval."""
    if not settings.approval_required:
        return frozenset()
    approved = (one for one in posts if one.status is Status.APPROVED and one.approved_hash)
    return frozenset(
        one.path for one in approved if hash_content(one, proof.digests) != one.approved_hash
    )


def check_approvals(
    posts: Sequence[Post], settings: Settings, outdated: frozenset[str]
) -> Iterator[Problem]:
    """Approvals that don't count, or not for long, where the school requires them."""
    if settings.approval_required:
        for post in posts:
            if post.status is Status.APPROVED and not post.internal:
                yield from _check_approval(post, is_outdated=post.path in outdated)


def is_author(name: str, post: Post) -> bool:
    """Whether a name is one of the post's authors', with `Cô` or an office or without.

    Not every keyboard has Vietnamese letters: `Le Thi Lan` is `Lê Thị Lan`.
    """
    title, called = _split_title(name)
    for author in post.authors:
        other_title, other = _split_title(author)
        may_be_one = not title or not other_title or _name_key(title) == _name_key(other_title)
        if may_be_one and _is_one_name(called, other):
            return True
    return False


def check_secrecy(
    posts: Iterable[Post], settings: Settings, proof: Proof, today: date
) -> Iterator[Problem]:
    """Published posts of which nobody ticked that they hold no secret (rule `secrecy-tick`)."""
    laws = {SECRECY_RULE: cite_laws(SECRECY_RULE, today, settings.language)}
    ticked = {one.approved_hash for one in proof.approvals if SECRECY in one.checked}
    for post in posts:
        active = list_active(settings.rules, post.allowances)
        if SECRECY_RULE in active and hash_content(post, proof.digests) not in ticked:
            where = post.place_of("approved_hash", "status")
            found = Finding(SECRECY_RULE, where, {"path": post.path})
            yield from weigh_findings([found], settings.rules, laws, post.allowances)


def _may_link_to_file(body: str) -> bool:
    """Whether a text might link to a file that is no text: most don't, and need no closer look."""
    if "<" in body or "]:" in body:
        return True
    links = (one for one in _LINK.finditer(body) if body[one.start() - 1 : one.start()] != "!")
    return any(not _ELSEWHERE.match(one[1]) for one in links)


def _list_linked(path: str, body: str) -> Iterator[str]:
    """Paths of all that a text shows and links to, but for other texts."""
    for pointer in read_body(body, path=path, line=1).pointers:
        target = resolve(path, pointer.address)
        if target is not None and not target[0].endswith(".md"):
            yield target[0]


def _check_approval(post: Post, *, is_outdated: bool) -> Iterator[Problem]:
    """The problem of one approved post's approval, if it has one."""
    if post.approved_by is None:
        yield Problem("approver-missing", post.place_of("status"), severity=Severity.WARNING)
    elif is_author(post.approved_by, post):
        where = post.place_of("approved_by")
        yield Problem("approver-is-author", where, {"written": post.approved_by})
    elif is_outdated:
        day = format_day(post.approved_on) if post.approved_on else "–"
        details = {"approver": post.approved_by, "day": day, "path": post.path}
        where = post.place_of("approved_hash")
        yield Problem("approval-outdated", where, details, Severity.WARNING)
    elif post.approved_hash is None:
        where = post.place_of("approved_by")
        yield Problem("approval-open", where, {"path": post.path}, Severity.WARNING)


def _split_title(name: str) -> tuple[str, str]:
    """How a person is addressed, empty where nobody says; and the name, without offices."""
    name = _OFFICE_BEHIND.sub("", _OFFICE.sub("", name, count=1))
    found = _TITLE.match(name)
    return (found[1], name[found.end() :]) if found else ("", name)


def _is_one_name(name: str, other: str) -> bool:
    """Whether two spellings are of one name; a single word without marks is a name of its own."""
    is_plain = " " in name.strip() and (name.isascii() or other.isascii())
    same = fold_key if is_plain else _name_key
    return same(name) == same(other)


def _name_key(name: str) -> object:
    """What two spellings of one person's name share: case, blanks and the place of a tone."""
    letters, tones, _ = sort_key(" ".join(name.split()))
    return letters, tones
