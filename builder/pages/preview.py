"""Posts that aren't ready, for the preview: badges, and pages that carry their problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from builder.locale import say, speak_problem
from builder.locale.formats import format_day
from builder.model.addresses import slug_of
from builder.model.library import Library
from builder.model.posts import Post
from builder.model.problems import Problem
from builder.model.site import SiteFile
from builder.model.waiting import reason_of
from builder.pages.site_pages import compose_page

_POSTS = "content/posts/"


@dataclass(frozen=True, slots=True)
class BrokenPost:
    """A post that errors name."""

    path: str
    text: str
    """Its whole file, as far as it can be read."""

    problems: tuple[Problem, ...]

    @property
    def address(self) -> str:
        """Address of its page: its own can't be known, so the nearest that its path tells."""
        folders = self.path.removeprefix(_POSTS).removesuffix(".md").split("/")
        if folders[-1] == "index" and len(folders) > 1:
            folders.pop()
        year = next((one for one in folders if one.isdecimal() and len(one) == 4), "xem-truoc")
        return f"tin/{year}/{slug_of(folders[-1]) or 'bai'}/"

    @property
    def body(self) -> str:
        """Its text below the front matter."""
        parts = self.text.split("---\n", 2)
        return parts[2] if len(parts) == 3 and not parts[0].strip() else self.text


@dataclass(frozen=True, slots=True)
class Preview:
    """What `serve` shows beside the site."""

    broken: tuple[BrokenPost, ...] = ()


def badge_of(post: Post, library: Library) -> str:
    """Word that tells why readers can't see a post yet."""
    reason = reason_of(post, library.today, library.outdated)
    day = format_day(post.publish_on) if post.publish_on else ""
    return say(f"badge-{reason}", library.settings.language, day=day)


def compose_problem_pages(
    broken: Sequence[BrokenPost], bodies: Mapping[str, str], taken: set[str], language: str
) -> tuple[SiteFile, ...]:
    """One page a broken post, at an address that no other page has."""
    pages = []
    for post in broken:
        address = post.address
        while f"{address}index.md" in taken:
            address = f"{address.rstrip('/')}-loi/"
        taken.add(f"{address}index.md")
        pages.append(_compose_page(post, address, bodies.get(post.path, ""), language))
    return tuple(pages)


def list_broken(home: SiteFile, broken: Sequence[SiteFile], language: str) -> SiteFile:
    """The home page with links to the pages of broken posts, which no list can lead to."""
    if not broken:
        return home
    rows = [
        {"address": one.path.removesuffix("index.md"), "path": (one.meta or {})["path"]}
        for one in broken
    ]
    told = {"title": say("home-problems", language, n=len(rows)), "rows": rows}
    return replace(home, meta={**(home.meta or {}), "problems": told})


def _compose_page(post: BrokenPost, address: str, body: str, language: str) -> SiteFile:
    """A broken post: a note for each problem, then its text as far as it goes."""
    lines = post.text.splitlines()
    return compose_page(
        address,
        "problems.html",
        title=say("problems-title", language),
        text=body,
        meta={
            "path": post.path,
            "lead": say("problems-lead", language),
            "notes": [_compose_note(one, post.path, lines, language) for one in post.problems],
            "unlisted": True,
        },
    )


def _compose_note(
    problem: Problem, path: str, lines: Sequence[str], language: str
) -> dict[str, object]:
    """What is wrong, where, and what to write instead."""
    spoken = speak_problem(problem, language)
    line = problem.where.line
    here = problem.where.path == path and 0 < line <= len(lines)
    return {
        "place": f"{problem.where.path}:{line}",
        "line": lines[line - 1].strip() if here else None,
        "message": spoken.message,
        "hint": spoken.hint,
        "is_error": problem.is_error,
    }
