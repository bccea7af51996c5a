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
    year: str | None = None
    """Of its day, and below its slug, as far as its lines tell them."""

    slug: str | None = None

    @property
    def address(self) -> str:
        """Address of its page: its own can't be known, so the nearest that its path tells."""
        folders = self._folders
        if folders[-1] == "index" and len(folders) > 1:
            folders.pop()
        return f"tin/{self._year_of_path}/{slug_of(folders[-1]) or 'bai'}/"

    @property
    def usual_address(self) -> str | None:
        """Where it stands while it is sound, as far as its lines tell; None where they don't."""
        return f"tin/{self.year or self._year_of_path}/{self.slug}/" if self.slug else None

    @property
    def body(self) -> str:
        """Its text below the front matter."""
        parts = self.text.split("---\n", 2)
        return parts[2] if len(parts) == 3 and not parts[0].strip() else self.text

    @property
    def _folders(self) -> list[str]:
        """Parts of its path below the posts."""
        return self.path.removeprefix(_POSTS).removesuffix(".md").split("/")

    @property
    def _year_of_path(self) -> str:
        """The folder that is named for a year, else a word in its place."""
        years = (one for one in self._folders if one.isdecimal() and len(one) == 4)
        return next(years, "xem-truoc")


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
    """A page of each broken post, at an address that no other page has.

    It stands where the sound post would, too: a browser that shows the post then
    shows what is wrong with it, and the post again as soon as it is mended.
    """
    placed = []
    for post in broken:
        address = post.address
        while f"{address}index.md" in taken:
            address = f"{address.rstrip('/')}-loi/"
        taken.add(f"{address}index.md")
        placed.append((post, address))
    for post in broken:
        usual = post.usual_address
        if usual is not None and f"{usual}index.md" not in taken:
            taken.add(f"{usual}index.md")
            placed.append((post, usual))
    return tuple(
        _compose_page(post, address, bodies.get(post.path, ""), language)
        for post, address in placed
    )


def list_broken(home: SiteFile, broken: Sequence[SiteFile], language: str) -> SiteFile:
    """The home page with links to the pages of broken posts, which no list can lead to."""
    if not broken:
        return home
    rows: dict[object, dict[str, object]] = {}
    for one in broken:
        path = (one.meta or {})["path"]
        rows.setdefault(path, {"address": one.path.removesuffix("index.md"), "path": path})
    told = {"title": say("home-problems", language, n=len(rows)), "rows": list(rows.values())}
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
