"""All sources of a project → its library, with every problem of every file: reading's one entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from builder.model.library import Library
from builder.model.periods import Period
from builder.model.problems import Outcome, Problem, Where, sort_problems
from builder.model.settings import Settings
from builder.model.withdrawal import WITHDRAWN_PHOTOS
from builder.reading.configuration.settings import CONFIGURATION, read_settings
from builder.reading.joining.approvals import Proof
from builder.reading.joining.library import read_library
from builder.reading.posts.memory import PostMemory
from builder.reading.project_links import LinkedText, check_anchors
from builder.reading.project_posts import ReadPosts, read_posts
from builder.reading.rules.watch import Watch
from builder.reading.some_posts import make_context
from builder.reading.sources import (
    WITHDRAWN_LIST,
    Sources,
    decode_sources,
    leave_posts,
    list_folder,
    tell_misnamed,
)
from builder.reading.surroundings.documents import period_of_file
from builder.reading.surroundings.gathering import Surroundings, read_surroundings
from builder.reading.surroundings.partner_papers import check_partners
from builder.reading.surroundings.reviewing import review_surroundings
from builder.reading.withdrawal.photo_list import read_photo_list
from builder.reading.withdrawal.taking_down import take_down

__all__ = ["Sources", "read_project"]


def read_project(
    sources: Sources, *, today: date, memory: PostMemory | None = None
) -> Outcome[Library]:
    """Library of a project as it is on a day, problems sorted by file and line.

    With errors the value is the library without the broken posts, which
    `Library.left_out` names; it is None only where `mkdocs.yml` has errors.
    Posts that `memory` knows are not read again.
    """
    decoded = decode_sources(leave_posts(sources.texts))
    texts = decoded.value or {}
    settings = read_settings(texts.get(CONFIGURATION, ""))
    if settings.value is None or CONFIGURATION not in texts:
        return Outcome(None, _tell_unsettled(sources, settings.problems))
    around, around_problems = read_surroundings(texts, settings.value, sources)
    context = make_context(texts, around, settings.value, sources, today)
    posts, post_problems = read_posts(sources.texts, context, memory)
    library = read_library(
        posts.posts,
        settings=settings.value,
        partners=around.partners,
        plans=around.plans,
        reports=around.reports,
        today=today,
        left_out=posts.broken,
        broken_plans=_find_broken_plans((*decoded.problems, *around_problems), settings.value),
        proof=Proof(sources.digests, around.approvals),
    )
    told = (*around_problems, *post_problems, *_check_texts(posts, around, texts, context.watch))
    misnamed = tell_misnamed(sources.files)
    problems = (*decoded.problems, *settings.problems, *library.problems, *told, *misnamed)
    if settings.has_errors or library.value is None:
        return Outcome(None, sort_problems(problems))
    whole = replace(library.value, issued=around.issued, introduction=around.introduction)
    shown = _take_down(whole, texts, sources.files)
    return Outcome(shown.value, sort_problems(map(_weigh, (*problems, *shown.problems))))


def _weigh(problem: Problem) -> Problem:
    """A problem, which forbids to publish if a picture may stay since its withdrawal is misread."""
    is_of_list = problem.is_error and problem.where.path.startswith(WITHDRAWN_LIST)
    return replace(problem, forbids=True) if is_of_list else problem


def _take_down(
    library: Library, texts: Mapping[str, str], files: frozenset[str]
) -> Outcome[Library]:
    """The library without the pictures that the school has withdrawn."""
    written = texts.get(WITHDRAWN_PHOTOS, "")
    withdrawn = read_photo_list(written, files, library.settings.pages_folder)
    taken = take_down(library, withdrawn.value or frozenset())
    return Outcome(taken.value, (*withdrawn.problems, *taken.problems))


def _tell_unsettled(sources: Sources, unread: Iterable[Problem]) -> tuple[Problem, ...]:
    """Why there is no configuration: it isn't there, can't be decoded, or has errors."""
    if CONFIGURATION not in sources.texts:
        return (Problem("settings-missing", Where(CONFIGURATION)),)
    undecoded = decode_sources(sources.texts).problems
    is_text = all(one.where.path != CONFIGURATION for one in undecoded)
    return sort_problems((*undecoded, *(unread if is_text else ())))


def _find_broken_plans(problems: Iterable[Problem], settings: Settings) -> tuple[Period, ...]:
    """Periods of plan files that errors name."""
    paths = {one.where.path for one in problems if one.is_error}
    plans = (path for path in paths if path.startswith("content/plans/"))
    periods = (period_of_file(path, settings.school_year_start).value for path in plans)
    return tuple(period for period in periods if period is not None)


def _check_texts(
    posts: ReadPosts, around: Surroundings, texts: Mapping[str, str], watch: Watch
) -> Iterator[Problem]:
    """Problems of texts that only show once all are read."""
    yield from review_surroundings(around, texts, watch)
    yield from check_partners(around.partners.values(), watch.today)
    yield from check_anchors(_list_texts(posts, around, texts))


def _list_texts(
    posts: ReadPosts, around: Surroundings, texts: Mapping[str, str]
) -> Iterator[LinkedText]:
    """All texts that the site shows, those that MkDocs shows by itself too."""
    for page, text in list_folder(texts, "pages"):
        yield LinkedText(page, text, is_ours=False)
    for post in posts.posts:
        yield LinkedText(post.path, post.body, post.body_line)
        for one in post.translations.values():
            yield LinkedText(one.path, one.body, one.body_line)
    for shown in (*around.partners.values(), *around.plans, around.introduction):
        if shown is not None:
            yield LinkedText(shown.path or "", shown.body, shown.body_line)
