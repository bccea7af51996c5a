"""Pages of summaries and plans → the files that each of them offers, and what these are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from builder.cache.encoding import ENCODER
from builder.cache.files import key_of
from builder.locale import say
from builder.locale.formats import format_day
from builder.model.addresses import slug_of
from builder.model.issued import IssuedReport, hash_issued
from builder.model.library import Library
from builder.model.plans import Plan
from builder.model.summary import PeriodSummary
from builder.pages.data.sheets import compose_sheets
from builder.pages.numbers.period_words import locate_summary
from builder.reports.fonts import Fonts
from builder.reports.print_view import write_print_view
from builder.workflow.content import Content
from builder.workflow.formats import DOCUMENT_FORMATS
from builder.workflow.papers import (
    Paper,
    compose_period_plan,
    compose_period_report,
    hash_writers,
    take_issued,
    write_xlsx,
)
from builder.workflow.templates import load_plan_template, load_report_template

PRINTED_FORMATS = ("docx", "pdf")
"""What stands beside a plan's page, and of a report that another one corrects."""

PRINT_VIEW = "bao-cao.html"
"""What a page is printed by: part of the page itself, and no file of the site."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that a page offers, before it is looked for."""

    path: str
    """From the site's root."""

    key: str
    """Hash of all that its bytes depend on."""

    make: Callable[[], bytes]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class OfferingPage:
    """A page beside which documents stand."""

    address: str
    records: tuple[object, ...]
    """All that its documents are made of, besides what those of all pages have in common."""

    list_wanted: Callable[[], tuple[Wanted, ...]]
    """Composes them, which takes as long as to write some."""


def list_offering_pages(content: Content, library: Library, fonts: Fonts) -> Iterator[OfferingPage]:
    """Summaries and plans; `library` needs no posts."""
    for summary in content.summaries:
        text = library.reports.get(summary.period.id)
        issued = library.issued.get(summary.period.id, ())
        compose = partial(_list_beside_summary, summary, content, library, fonts)
        yield OfferingPage(locate_summary(summary.period), (summary, text, issued), compose)
    for plan in library.plans:
        compose = partial(_list_beside_plan, plan, content, library, fonts)
        yield OfferingPage(plan.address, (plan,), compose)


def _list_beside_summary(
    summary: PeriodSummary, content: Content, library: Library, fonts: Fonts
) -> tuple[Wanted, ...]:
    """Files of a summary page."""
    page = locate_summary(summary.period)
    issued = library.issued.get(summary.period.id, ())
    documents = (
        _list_issued(page, issued, library.settings.language)
        if issued
        else _list_live(page, summary, content, library, fonts)
    )
    return (*documents, _workbook(page, summary, library), _print_view(page, documents))


def _list_beside_plan(
    plan: Plan, content: Content, library: Library, fonts: Fonts
) -> tuple[Wanted, ...]:
    """Files of a plan's page."""
    template = load_plan_template(content.project, library.settings.language)
    paper = Paper(compose_period_plan(library, plan), fonts, template)
    return _list_files(f"{plan.address}ke-hoach", paper, PRINTED_FORMATS)


def _list_live(
    page: str, summary: PeriodSummary, content: Content, library: Library, fonts: Fonts
) -> tuple[Wanted, ...]:
    """A period's document as its figures are today."""
    template = load_report_template(content.project, summary, library)
    report = compose_period_report(library, summary, library.reports.get(summary.period.id))
    return _list_files(f"{page}bao-cao", Paper(report, fonts, template), DOCUMENT_FORMATS)


def _list_files(stem: str, paper: Paper, formats: Sequence[str]) -> tuple[Wanted, ...]:
    """The formats of one document, each made once: the print view is made of its md form."""
    sources = paper.tell_sources(formats)
    return tuple(
        Wanted(f"{stem}.{one}", key_of(sources[one]), cache(partial(paper.make, one)))
        for one in formats
    )


def _list_issued(page: str, issued: Sequence[IssuedReport], language: str) -> tuple[Wanted, ...]:
    """A period's issued document, and under names of their own those that it corrects."""
    *replaced, valid = issued
    files = [_frozen(f"{page}bao-cao.{one}", valid, one) for one in DOCUMENT_FORMATS]
    for old in reversed(replaced):
        stem = f"{page}bao-cao-{slug_of(old.number)}"
        day = format_day(old.issued_on)
        label = say("download-replaced", language, number=old.number, day=day)
        files += [_frozen(f"{stem}.{one}", old, one, label) for one in PRINTED_FORMATS]
    return tuple(files)


def _frozen(path: str, issued: IssuedReport, file_format: str, label: str | None = None) -> Wanted:
    """One file of an issued document."""
    key = key_of(f"{issued.path} {hash_issued(issued)} {file_format}")
    return Wanted(path, key, partial(bytes, take_issued(issued, file_format)), label)


def _workbook(page: str, summary: PeriodSummary, library: Library) -> Wanted:
    """The tables of a summary page, as they are today: a workbook is no official document."""
    sheets = compose_sheets(summary, library)
    key = key_of(f"{hash_writers()} {ENCODER.encode(sheets).decode()}")
    return Wanted(f"{page}so-lieu.xlsx", key, partial(write_xlsx, sheets))


def _print_view(page: str, documents: Sequence[Wanted]) -> Wanted:
    """The report by which a page is printed, from its md form."""
    text = next(one for one in documents if one.path == f"{page}bao-cao.md")
    return Wanted(
        f"{page}{PRINT_VIEW}",
        key_of(f"{hash_writers()} {PRINT_VIEW} {text.key}"),
        lambda: write_print_view(text.make().decode()).encode(),
    )
