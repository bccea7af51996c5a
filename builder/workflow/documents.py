"""All reports and plans of a site → their files, made where something changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from builder.model.site import Beside, Download
from builder.model.summary import PeriodSummary
from builder.pages.data.sheets import compose_sheets
from builder.pages.numbers.period_words import locate_summary
from builder.reports.fonts import Fonts
from builder.reports.print_view import write_print_view
from builder.workflow.content import Content
from builder.workflow.making import Make, make_files
from builder.workflow.papers import (
    DOCUMENT_FORMATS,
    Paper,
    compose_period_plan,
    compose_period_report,
    hash_writers,
    take_issued,
    write_xlsx,
)
from builder.workflow.steps import SILENT, Tell, count_each
from builder.workflow.templates import load_plan_template, load_report_template

CACHE = ".cache/outreach/van-ban"
PRINTED_FORMATS = ("docx", "pdf")
"""What stands beside a plan's page, and of a report that another one corrects."""


@dataclass(frozen=True, slots=True)
class Documents:
    """What stands beside the pages of summaries and plans."""

    downloads: Mapping[str, Beside]
    """By the address of their page."""

    files: dict[str, Path]
    """Path on the site → file on this machine."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file that a page offers, before it is looked for."""

    path: str
    """From the site's root."""

    key: str
    """Hash of all that its bytes depend on."""

    make: Make
    label: str | None = None

    @property
    def suffix(self) -> str:
        """`.docx`."""
        return Path(self.path).suffix


def make_documents(
    content: Content,
    library: Library,
    fonts: Fonts,
    *,
    plain: bool = False,
    tell: Tell = SILENT,
) -> Documents:
    """Reports, workbooks and plans; whatever is unchanged since the last run comes from the cache.

    `plain` offers no Markdown.
    """
    store = FolderStore(content.project.folder / CACHE)
    kept: dict[str, KeptFile] = {}
    offered: dict[str, list[tuple[str, str | None]]] = {}
    missing: dict[str, _Wanted] = {}
    for page, wanted in _list_wanted(content, library, fonts):
        shown = [one for one in wanted if not (plain and one.suffix == ".md")]
        offered[page] = [(one.path, one.label) for one in shown]
        for one in wanted:
            found = find_file(store, one.key, one.suffix)
            if found is not None:
                kept[one.path] = found
            else:
                missing[one.path] = one
    made = count_each(make_files([one.make for one in missing.values()]), len(missing), tell)
    for (path, one), data in zip(missing.items(), made, strict=True):
        kept[path] = save_file(store, one.key, one.suffix, data)
    return _offer(offered, kept, store)


def _offer(
    offered: Mapping[str, Sequence[tuple[str, str | None]]],
    kept: Mapping[str, KeptFile],
    store: FolderStore,
) -> Documents:
    """What pages tell of their files, and where those are."""
    beside = {
        page: Beside(
            tuple(Download(path, kept[path].size_bytes, label) for path, label in files),
            _load_print_view(page, kept, store),
        )
        for page, files in offered.items()
    }
    shown = [path for files in offered.values() for path, _ in files]
    return Documents(beside, {path: store.file_of(kept[path].name) for path in shown})


def _load_print_view(page: str, kept: Mapping[str, KeptFile], store: FolderStore) -> str | None:
    """The report by which a page is printed, from its md form; None where it has none."""
    text = kept.get(f"{page}bao-cao.md")
    data = store.load(text.name) if text else None
    return write_print_view(data.decode()) if data else None


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
    sources = paper.tell_sources(formats)
    return tuple(
        _Wanted(f"{stem}.{one}", key_of(sources[one]), partial(paper.make, one)) for one in formats
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
    return _Wanted(path, key, partial(bytes, take_issued(issued, file_format)), label)


def _workbook(page: str, summary: PeriodSummary, library: Library) -> _Wanted:
    """The tables of a summary page, as they are today: a workbook is no official document."""
    sheets = compose_sheets(summary, library)
    key = key_of(f"{hash_writers()} {sheets!r}")
    return _Wanted(f"{page}so-lieu.xlsx", key, partial(write_xlsx, sheets))
