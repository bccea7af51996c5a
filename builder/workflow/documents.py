"""All reports and plans of a site → their files, made where something changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.cache.files import keep_file
from builder.disk.store import FolderStore
from builder.locale import say
from builder.locale.formats import format_day
from builder.model.addresses import slug_of
from builder.model.issued import IssuedReport
from builder.model.library import Library
from builder.model.site import Download
from builder.model.summary import PeriodSummary
from builder.pages.data.sheets import compose_sheets
from builder.pages.numbers.period_words import locate_summary
from builder.reports.fonts import Fonts
from builder.workflow.content import Content
from builder.workflow.papers import (
    DOCUMENT_FORMATS,
    Paper,
    compose_period_plan,
    compose_period_report,
    hash_writers,
    take_issued,
    write_xlsx,
)
from builder.workflow.templates import load_plan_template, load_report_template

CACHE = ".cache/outreach/van-ban"
PRINTED_FORMATS = ("docx", "pdf")
"""What stands beside a plan's page, and of a report that another one corrects."""


@dataclass(frozen=True, slots=True)
class Documents:
    """What stands beside the pages of summaries and plans."""

    downloads: Mapping[str, tuple[Download, ...]]
    """By the address of their page, in the order in which it lists them."""

    files: dict[str, Path]
    """Path on the site → file on this machine."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file that a page offers, before it is looked for."""

    path: str
    """From the site's root."""

    told: str
    """All that its bytes depend on."""

    make: Callable[[], bytes]
    label: str | None = None


def make_documents(
    content: Content, library: Library, fonts: Fonts, *, plain: bool = False
) -> Documents:
    """Reports, workbooks and plans; whatever is unchanged since the last run comes from the cache.

    `plain` leaves Markdown out.
    """
    store = FolderStore(content.project.folder / CACHE)
    downloads: dict[str, tuple[Download, ...]] = {}
    files: dict[str, Path] = {}
    for page, wanted in _list_wanted(content, library, fonts):
        beside = []
        for one in wanted:
            if plain and one.path.endswith(".md"):
                continue
            kept = keep_file(store, one.told, Path(one.path).suffix, one.make)
            files[one.path] = store.file_of(kept.name)
            beside.append(Download(one.path, kept.size_bytes, one.label))
        downloads[page] = tuple(beside)
    return Documents(downloads, files)


def _list_wanted(
    content: Content, library: Library, fonts: Fonts
) -> Iterator[tuple[str, Sequence[_Wanted]]]:
    """Address of a page and what stands beside it."""
    for summary in content.summaries:
        page = locate_summary(summary.period)
        issued = library.issued.get(summary.period.id, ())
        documents = (
            _list_issued(page, issued, library.settings.language)
            if issued
            else _list_live(page, summary, content, library, fonts)
        )
        yield page, (*documents, _workbook(page, summary, library))
    for plan in library.plans:
        template = load_plan_template(content.project, library.settings.language)
        paper = Paper(compose_period_plan(library, plan), fonts, template)
        yield plan.address, _list_files(f"{plan.address}ke-hoach", paper, PRINTED_FORMATS)


def _list_live(
    page: str, summary: PeriodSummary, content: Content, library: Library, fonts: Fonts
) -> tuple[_Wanted, ...]:
    """A period's document as its figures are today."""
    template = load_report_template(content.project, summary, library)
    report = compose_period_report(library, summary, library.reports.get(summary.period.id))
    return _list_files(f"{page}bao-cao", Paper(report, fonts, template), DOCUMENT_FORMATS)


def _list_files(stem: str, paper: Paper, formats: Sequence[str]) -> tuple[_Wanted, ...]:
    """The formats of one document."""
    return tuple(
        _Wanted(f"{stem}.{one}", paper.tell_sources(one), partial(paper.make, one))
        for one in formats
    )


def _list_issued(page: str, issued: Sequence[IssuedReport], language: str) -> tuple[_Wanted, ...]:
    """A period's issued document, and under names of their own those that it corrects."""
    *replaced, valid = issued
    files = [_frozen(f"{page}bao-cao.{one}", valid, one) for one in DOCUMENT_FORMATS]
    for old in reversed(replaced):
        stem = f"{page}bao-cao-{slug_of(old.number)}"
        day = format_day(old.issued_on)
        label = say("download-replaced", language, number=old.number, day=day)
        files += [_frozen(f"{stem}.{one}", old, one, label) for one in PRINTED_FORMATS]
    return tuple(files)


def _frozen(path: str, issued: IssuedReport, file_format: str, label: str | None = None) -> _Wanted:
    """One file of an issued document."""
    data = take_issued(issued, file_format)
    return _Wanted(path, hashlib.sha256(data).hexdigest(), lambda: data, label)


def _workbook(page: str, summary: PeriodSummary, library: Library) -> _Wanted:
    """The tables of a summary page, as they are today: a workbook is no official document."""
    sheets = compose_sheets(summary, library)
    told = f"{hash_writers()} {sheets!r}"
    return _Wanted(f"{page}so-lieu.xlsx", told, partial(write_xlsx, sheets))
