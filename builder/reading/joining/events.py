"""From published posts to activities: which posts belong together (counting.md, rules 1 and 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.model.library import Activity
from builder.model.posts import Post
from builder.model.problems import Outcome, Problem
from builder.model.settings import Settings
from builder.reading.joining.activities import check_last_day, is_text_only, unite_posts
from builder.reading.joining.event_counts import differ


def join_posts(
    published: Iterable[Post], withdrawn: Iterable[Post], settings: Settings
) -> Outcome[tuple[Activity, ...]]:
    """Activities of counted posts, by (first_day, id).

    Withdrawn posts add nothing, but two posts that lead one event clash even if
    one of them was taken down. A clash names every post of its event: what only
    some of them say would be counted as if it were all.
    """
    published = tuple(published)
    alone, events = _group(published)
    problems = _check_leaders(events, _group(withdrawn)[1], settings)
    activities: list[Activity] = []
    for posts in (*([post] for post in alone), *events.values()):
        joined = unite_posts(posts, settings)
        problems += (_name_all(problem, posts) for problem in joined.problems)
        if joined.value:
            activities.append(joined.value)
    for post in published:
        problems += () if post.counted else check_last_day(post, [post])
    activities.sort(key=lambda one: (one.first_day, one.id))
    return Outcome(tuple(activities), tuple(problems))


def _group(posts: Iterable[Post]) -> tuple[list[Post], dict[str, list[Post]]]:
    """Counted posts that stand alone, and those of each event."""
    alone: list[Post] = []
    events: dict[str, list[Post]] = {}
    for post in posts:
        if post.counted:
            (events.setdefault(post.event.id, []) if post.event else alone).append(post)
    return alone, events


def _check_leaders(
    events: Mapping[str, Sequence[Post]],
    taken_down: Mapping[str, Sequence[Post]],
    settings: Settings,
) -> list[Problem]:
    """Events that more than one post wants to lead."""
    problems: list[Problem] = []
    for event in dict.fromkeys((*events, *taken_down)):
        posts = (*events.get(event, ()), *taken_down.get(event, ()))
        leaders = sorted(_leaders(posts, settings), key=lambda one: one.publication_key)
        for other in leaders[1:]:
            where, first = other.place_of("main_post"), leaders[0].place_of("main_post")
            clash = differ("event-two-main", where, first, other.title, leaders[0].title)
            problems.append(_name_all(clash, posts))
    return problems


def _leaders(posts: Iterable[Post], settings: Settings) -> list[Post]:
    """Posts that are marked to lead their event; a text-only post never leads."""
    return [post for post in posts if post.is_main and not is_text_only(post, settings)]


def _name_all(problem: Problem, posts: Iterable[Post]) -> Problem:
    """The clash with every post of its event named; a mistake of one post names that alone."""
    if not problem.also:
        return problem
    named = {problem.where.path, *(where.path for where in problem.also)}
    others = (post.place_of("event") for post in posts if post.path not in named)
    return replace(problem, also=(*problem.also, *others))
