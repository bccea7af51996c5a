"""A project's folder → its library and pictures, with every problem of every file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder.counting import check_reports, count_library
from builder.disk.sources import ProjectFiles, load_project
from builder.disk.staging import put_right
from builder.model.library import Library
from builder.model.problems import Problem, Severity, Where, sort_problems
from builder.model.summary import PeriodSummary
from builder.reading.project import read_project
from builder.workflow.bodies import NOTHING_AHEAD, Ahead, convert_ahead
from builder.workflow.counted_posts import CountedPosts
from builder.workflow.document_checks import check_documents
from builder.workflow.memory import Memory, open_memory
from builder.workflow.pictures import CleanCopies, Gallery, clean_pages, make_gallery
from builder.workflow.project_sources import list_sources
from builder.workflow.remembered import open_ledger
from builder.workflow.shown_pictures import list_shown
from builder.workflow.steps import SILENT, Tell

RESERVED = frozenset(
    (
        *("tin", "hoat-dong", "chu-de", "doi-tac", "ke-hoach", "tong-ket", "tiep-can"),
        *("tim-kiem", "pagefind"),
        *("du-lieu", "anh", "tep", "feed.xml", "feed.json", "sitemap.xml", "robots.txt"),
    )
)
"""First parts of addresses that belong to the site's own pages (outputs.md, Addresses)."""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a project on one day."""

    project: ProjectFiles
    memory: Memory
    problems: tuple[Problem, ...]
    """Of all files, sorted."""

    library: Library | None
    """What is left where broken posts are left out; None: `mkdocs.yml` has errors."""

    summaries: tuple[PeriodSummary, ...] = ()
    gallery: Gallery | None = None
    """None where there is no library."""

    pages: CleanCopies | None = None
    """Pictures of hand-written pages; None where there is no library."""

    converted: Ahead = NOTHING_AHEAD
    """What `convert_ahead` makes of the posts' texts, where pages are to be made."""

    @property
    def has_errors(self) -> bool:
        """Whether any problem is an error."""
        return any(problem.is_error for problem in self.problems)

    @property
    def language(self) -> str:
        """Language of the site; Vietnamese where it cannot be read."""
        return self.library.settings.language if self.library else "vi"


def read_content(
    folder: Path, today: date, *, for_pages: bool = False, tell: Tell = SILENT
) -> Content:
    """Read a project.

    A picture that cannot be shown breaks its post like one that is missing:
    the library is then read again without it, so that its post is left out
    by the same rules. `for_pages` begins on the posts' HTML meanwhile.
    """
    tell.part("part-sources")
    put_right(folder)
    project = load_project(folder)
    memory = open_memory(open_ledger(folder), project, today)
    converted = convert_ahead(project.texts, memory) if for_pages else NOTHING_AHEAD
    tell.part("part-posts")
    posts = CountedPosts(memory.records, project.texts, tell)
    outcome = read_project(list_sources(project), today=today, memory=posts)
    if outcome.value is None:
        return Content(project, memory, sort_problems(outcome.problems), None)
    tell.part("part-pictures")
    gallery = make_gallery(list_shown(outcome.value, project.files), project, tell)
    library = outcome.value
    if gallery.unreadable:
        readable = list_sources(project, without=gallery.unreadable)
        library = read_project(readable, today=today, memory=memory.records).value or library
    pages = clean_pages(library.settings.pages_folder, project, tell)
    tell.part("part-figures")
    summaries = count_library(library)
    told = (*outcome.problems, *gallery.problems, *pages.problems)
    problems = sort_problems((*told, *_check(project, library, summaries)))
    return Content(project, memory, problems, library, summaries, gallery, pages, converted)


def _check(
    project: ProjectFiles, library: Library, summaries: tuple[PeriodSummary, ...]
) -> Iterator[Problem]:
    """What shows only when all is read and counted."""
    yield from check_reports(library, summaries)
    yield from check_documents(project, library, summaries)
    yield from _check_reserved(library.settings.pages_folder, project)


def _check_reserved(pages_folder: str, project: ProjectFiles) -> Iterator[Problem]:
    """Tell of hand-written pages that stand where the site's own pages will."""
    folder = pages_folder.rstrip("/") + "/"
    for path in project.files:
        first = path.removeprefix(folder).partition("/")[0].removesuffix(".md")
        if path.startswith(folder) and first in RESERVED:
            details = {"file": path, "folder": first}
            yield Problem("page-reserved", Where(path), details, Severity.WARNING)
