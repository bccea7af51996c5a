"""Posts that somebody wants to approve → what can become of each, with its file as it will be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from builder.locale.formats import format_day
from builder.model.approval import APPROVALS, CHECKS
from builder.model.failures import CommandError
from builder.model.library import Library
from builder.model.posts import Post, Status
from builder.model.problems import Problem
from builder.reading.joining.approvals import hash_content, is_author
from builder.reading.posts.keys import POST_KEYS
from builder.reading.posts.translation import find_original
from builder.reading.posts.wording import read_wording
from builder.reading.project import read_project
from builder.reading.source.decoding import decode_source
from builder.reading.surroundings.approvals import read_approvals
from builder.workflow.content import Content
from builder.workflow.front_lines import NewLines, quote_text, state_values
from builder.workflow.post_names import list_posts
from builder.workflow.project_sources import list_sources

_TITLED_IN_ENGLISH = re.compile(rb"^title[ \t]*:", re.MULTILINE)
_SETTLED_HERE = frozenset({"approval-outdated", "secrecy-tick"})
"""Problems of a post that its approval puts right."""


class State(StrEnum):
    """What can become of a post that somebody wants to approve."""

    READY = "ready"
    UNCHANGED = "unchanged"
    """It was approved as it stands."""

    BROKEN = "broken"
    """Errors name it, as it is or as it would be once it is approved."""

    UNCLEAR = "unclear"
    """Its front matter has a form into which no line can be written for certain."""

    OWN = "own"
    """The approver wrote it."""

    INTERNAL = "internal"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A post that somebody wants to approve."""

    path: str
    state: State
    post: Post | None = None
    """As it stands; with its approval where it is ready. None: errors name it."""

    problems: tuple[Problem, ...] = ()
    """What is told of it, at the lines of its file as it stands."""

    data: bytes = b""
    """Its file with the approval; empty where it isn't ready."""


@dataclass(frozen=True, slots=True)
class Approver:
    """Who approves on which day."""

    name: str
    day: date


def plan_approvals(
    content: Content, library: Library, paths: Sequence[str], approver: Approver
) -> tuple[Candidate, ...]:
    """What can become of each post, judged as it will be once it is approved.

    A draft's errors stop nothing as long as it is a draft, and posts may clash
    that didn't while one of them waited: so the content is read again with the
    approvals in it. Nothing is written.
    """
    posts = {one.path: one for one in list_posts(library)}
    kept = _list_kept(content)
    judged = [_judge(path, posts.get(path), content, kept, approver) for path in paths]
    texts = {one.path: one.data for one in judged if one.state is State.READY}
    sources = list_sources(content.project, texts={**content.project.texts, **texts})
    outcome = read_project(sources, today=library.today)
    if outcome.value is None:
        raise CommandError("configuration-broken")
    approved = {one.path: one for one in list_posts(outcome.value)}
    problems = (*outcome.problems, *(content.gallery.problems if content.gallery else ()))
    return tuple(
        _settle(one, approved.get(one.path), _naming(one.path, problems), approver)
        if one.state is State.READY
        else one
        for one in judged
    )


def decode_list(data: bytes) -> str | None:
    """Text of the list of approvals; None where it can't be read."""
    return decode_source(data, APPROVALS).value


def _list_kept(content: Content) -> frozenset[str]:
    """Hashes of contents of which every point was ticked."""
    text = decode_list(content.project.texts.get(APPROVALS, b""))
    kept = read_approvals(text or "").value or ()
    return frozenset(one.approved_hash for one in kept if one.checked == CHECKS)


def _judge(
    path: str, post: Post | None, content: Content, kept: frozenset[str], approver: Approver
) -> Candidate:
    """What a post is before it is approved; its file with the approval where it is ready."""
    data = content.project.texts[path]
    text = decode_source(data, path).value
    wording = read_wording(text, path) if text is not None else None
    if post is None or wording is None:
        return Candidate(path, State.BROKEN, problems=_naming(path, content.problems))
    found = hash_content(replace(post, wording=wording), content.project.digests)
    if post.internal:
        return Candidate(path, State.INTERNAL, post)
    if post.status is Status.WITHDRAWN:
        return Candidate(path, State.WITHDRAWN, post)
    if _stands(post, found) and found in kept:
        return Candidate(path, State.UNCHANGED, post)
    if is_author(approver.name, post):
        return Candidate(path, State.OWN, post)
    stated = _state(data, post, approver, found or "")
    if stated is None:
        return Candidate(path, State.UNCLEAR, post)
    return Candidate(path, State.READY, post, data=stated)


def _stands(post: Post, found: str | None) -> bool:
    """Whether somebody else than its author approved a post as it stands."""
    is_named = post.approved_by is not None and not is_author(post.approved_by, post)
    return post.status is Status.APPROVED and is_named and post.approved_hash == found


def _state(data: bytes, post: Post, approver: Approver, found: str) -> bytes | None:
    """The post's file with its approval, in the language in which its title is keyed."""
    is_english = _TITLED_IN_ENGLISH.search(data) is not None
    values = {
        "status": "approved" if is_english else "đã duyệt",
        "approved_by": quote_text(approver.name),
        "approved_on": approver.day.isoformat() if is_english else format_day(approver.day),
        "approved_hash": found,
    }
    if "draft" in post.where:
        values["draft"] = "no" if is_english else "không"
    names = {key: key if is_english else POST_KEYS.names[key] for key in values}
    return state_values(data, values, POST_KEYS, NewLines(names, at_end=True))


def _naming(path: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems that name a post's file or its translation."""
    return tuple(
        one
        for one in problems
        if one.code not in _SETTLED_HERE
        and any((find_original(at.path) or at.path) == path for at in (one.where, *one.also))
    )


def _settle(
    candidate: Candidate, approved: Post | None, problems: Sequence[Problem], approver: Approver
) -> Candidate:
    """A ready candidate with the post as it will be; one that errors will name isn't ready."""
    told = tuple(_as_it_stands(one, candidate, approved) for one in problems)
    is_picture_lost = any(one.code.startswith("picture-") for one in told)
    if approved is None or is_picture_lost or any(one.is_error for one in told):
        return Candidate(candidate.path, State.BROKEN, problems=told)
    is_meant = approved.status is Status.APPROVED and approved.approved_by == approver.name
    if not is_meant or approved.approved_on != approver.day:
        return Candidate(candidate.path, State.UNCLEAR, approved)
    return replace(candidate, post=approved, problems=told)


def _as_it_stands(problem: Problem, candidate: Candidate, approved: Post | None) -> Problem:
    """A problem of the file as it will be, at its line in the file as it is."""
    before = candidate.post
    if before is None or approved is None or problem.where.path != candidate.path:
        return problem
    if problem.where.line < approved.body_line:
        return problem
    line = problem.where.line - approved.body_line + before.body_line
    return replace(problem, where=replace(problem.where, line=line))
