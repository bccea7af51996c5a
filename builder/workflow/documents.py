"""All reports and plans of a site → their files, made where something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.cache.files import KeptFile, find_file, key_of, save_file
from builder.disk.store import FolderStore
from builder.locale import say
from builder.locale.formats import format_day
from builder.model.addresses import slug_of
from builder.model.issued import IssuedReport, hash_issued
from builder.model.library import Library
from builder.model.plans import Plan
from builder.model.site import Download
from builder.model.summary import PeriodSummary
from builder.pages.data.sheets import compose_sheets
from builder.pages.numbers.period_words import locate_summary
from builder.reports.fonts import Fonts
from builder.workflow.content import Content
from builder.workflow.known_documents import KnownDocuments, NamedFile, without_posts
from builder.workflow.making import Make, make_files
from builder.workflow.memory import open_ledger
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

    file: NamedFile
    make: Make


@dataclass(frozen=True, slots=True)
class _Page:
    """A page beside which documents stand."""

    address: str
    records: tuple[object, ...]
    """All that its documents are made of, besides what those of all pages have in common."""

    list_wanted: Callable[[], tuple[_Wanted, ...]]


def make_documents(
    content: Content, library: Library, fonts: Fonts, *, plain: bool = False
) -> Documents:
    """Reports, workbooks and plans; whatever is unchanged since the last run comes from the cache.

    `plain` leaves Markdown out.
    """
    store = FolderStore(content.project.folder / CACHE)
    bare = without_posts(library)
    known = KnownDocuments(open_ledger(content.project.folder), content.project, bare)
    kept: dict[str, KeptFile] = {}
    offered: dict[str, list[NamedFile]] = {}
    missing: dict[str, _Wanted] = {}
    for page in _list_pages(content, bare, fonts):
        told = known.hash_records(*page.records)
        named = known.recall(page.address, told)
        found = _find_all(store, named or ())
        if named is None or len(found) < len(named):
            wanted = page.list_wanted()
            named = tuple(one.file for one in wanted)
            known.keep(page.address, told, named)
            found = _find_all(store, named)
            missing |= {one.file.path: one for one in wanted if one.file.path not in found}
        kept |= found
        offered[page.address] = [one for one in named if not (plain and one.path.endswith(".md"))]
    kept |= _make_missing(store, missing)
    return _offer(offered, kept, store)


def _find_all(store: FolderStore, named: Sequence[NamedFile]) -> dict[str, KeptFile]:
    """Those of some files that the cache holds, by path."""
    found = ((one.path, find_file(store, one.key, Path(one.path).suffix)) for one in named)
    return {path: file for path, file in found if file is not None}


def _make_missing(store: FolderStore, missing: Mapping[str, _Wanted]) -> dict[str, KeptFile]:
    """Files made and put into the cache, by path."""
    made = make_files([one.make for one in missing.values()])
    return {
        path: save_file(store, one.file.key, Path(path).suffix, data)
        for (path, one), data in zip(missing.items(), made, strict=True)
    }


def _offer(
    offered: Mapping[str, Sequence[NamedFile]], kept: Mapping[str, KeptFile], store: FolderStore
) -> Documents:
    """What pages tell of their files, and where those are."""
    shown = {one.path for files in offered.values() for one in files}
    return Documents(
        {
            page: tuple(Download(one.path, kept[one.path].size_bytes, one.label) for one in files)
            for page, files in offered.items()
        },
        {path: store.file_of(kept[path].name) for path in kept if path in shown},
    )


def _list_pages(content: Content, library: Library, fonts: Fonts) -> Iterator[_Page]:
    """Pages beside which documents stand."""
    for summary in content.summaries:
        text = library.reports.get(summary.period.id)
        issued = library.issued.get(summary.period.id, ())
        compose = partial(_list_beside_summary, summary, content, library, fonts)
        yield _Page(locate_summary(summary.period), (summary, text, issued), compose)
    for plan in library.plans:
        compose = partial(_list_beside_plan, plan, content, library, fonts)
        yield _Page(plan.address, (plan,), compose)


def _list_beside_summary(
    summary: PeriodSummary, content: Content, library: Library, fonts: Fonts
) -> tuple[_Wanted, ...]:
    """Files of a summary page."""
    page = locate_summary(summary.period)
    issued = library.issued.get(summary.period.id, ())
    documents = (
        _list_issued(page, issued, library.settings.language)
        if issued
        else _list_live(page, summary, content, library, fonts)
    )
    return (*documents, _workbook(page, summary, library))


def _list_beside_plan(
    plan: Plan, content: Content, library: Library, fonts: Fonts
) -> tuple[_Wanted, ...]:
    """Files of a plan's page."""
    template = load_plan_template(content.project, library.settings.language)
    paper = Paper(compose_period_plan(library, plan), fonts, template)
    return _list_files(f"{plan.address}ke-hoach", paper, PRINTED_FORMATS)


def _list_live(
    page: str, summary: PeriodSummary, content: Content, library: Library, fonts: Fonts
) -> tuple[_Wanted, ...]:
    """A period's document as its figures are today."""
    template = load_report_template(content.project, summary, library)
    report = compose_period_report(library, summary, library.reports.get(summary.period.id))
    return _list_files(f"{page}bao-cao", Paper(report, fonts, template), DOCUMENT_FORMATS)


def _list_files(stem: str, paper: Paper, formats: Sequence[str]) -> tuple[_Wanted, ...]:
    """The formats of one document."""
    sources = paper.tell_sources(formats)
    return tuple(
        _Wanted(NamedFile(f"{stem}.{one}", key_of(sources[one]), None), partial(paper.make, one))
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
    key = key_of(f"{issued.path} {hash_issued(issued)} {file_format}")
    data = take_issued(issued, file_format)
    return _Wanted(NamedFile(path, key, label), partial(bytes, data))


def _workbook(page: str, summary: PeriodSummary, library: Library) -> _Wanted:
    """The tables of a summary page, as they are today: a workbook is no official document."""
    sheets = compose_sheets(summary, library)
    key = key_of(f"{hash_writers()} {sheets!r}")
    return _Wanted(NamedFile(f"{page}so-lieu.xlsx", key, None), partial(write_xlsx, sheets))
