"""A report or a plan as a document → the files that it can be had as."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path

import builder
from builder import reports
from builder.cache.encoding import ENCODER
from builder.model.failures import CommandError
from builder.model.issued import IssuedReport
from builder.model.library import Library
from builder.model.plans import Plan, ReportText
from builder.model.report import Report
from builder.model.summary import PeriodSummary
from builder.model.tables import Sheet
from builder.reports.composing import compose_plan, compose_report, write_markdown
from builder.reports.fonts import PRESCRIBED, Fonts
from builder.reports.issuing import name_replaced
from builder.workflow.speaking import speak_line
from builder.workflow.templates import Template


@dataclass(frozen=True, slots=True)
class Paper:
    """One official document with what its files are made with."""

    report: Report
    fonts: Fonts
    template: Template | None
    """The school's own form for Word; None: ours."""

    def make(self, file_format: str) -> bytes:
        """The file in one of `DOCUMENT_FORMATS`.

        Libraries are loaded only where a file is made: most builds find all in the cache.
        """
        match file_format:
            case "docx":
                return _write_word(self)
            case "pdf":
                from builder.reports.pdf import write_pdf  # noqa: PLC0415

                return write_pdf(self.report, self.fonts)
        return write_markdown(self.report).encode()

    def find_unshown(self) -> tuple[str, ...]:
        """Signs of its words that no font of this machine can draw, so that its PDF lacks them."""
        from builder.reports.pdf import find_unshown  # noqa: PLC0415

        return find_unshown(self.report, self.fonts)

    def tell_sources(self, formats: Sequence[str]) -> Mapping[str, str]:
        """By format, all that its bytes depend on."""
        more = {
            "docx": self.template.digest if self.template else "",
            "pdf": repr((self.fonts.family, self.fonts.folder)),
        }
        report = hashlib.sha256(ENCODER.encode(self.report)).hexdigest()
        return {one: f"{hash_writers()} {one} {more.get(one, '')} {report}" for one in formats}


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command made."""

    files: Mapping[str, bytes]
    """By format."""

    unshown: tuple[str, ...] = ()
    """Signs that a PDF among them lacks."""


def print_paper(paper: Paper, formats: Sequence[str]) -> Printed:
    """A document in some of `DOCUMENT_FORMATS`."""
    files = {one: paper.make(one) for one in formats}
    return Printed(files, paper.find_unshown() if "pdf" in files else ())


def compose_period_report(
    library: Library,
    summary: PeriodSummary,
    text: ReportText | None,
    corrects: IssuedReport | None = None,
) -> Report:
    """A period's document; a correction names the issued one that it takes the place of.

    Its properties carry the day of issue, before that the day of its newest
    activity: a document in which nothing changed is the same file tomorrow.
    """
    report = compose_report(summary, library, text=text)
    if corrects is not None:
        report = name_replaced(report, corrects, library.settings.language)
    newest = max((row.activity.first_day for row in summary.activities), default=None)
    return replace(report, today=report.letterhead.day or newest)


def compose_period_plan(library: Library, plan: Plan) -> Report:
    """A plan's document; its properties carry the day of issue, before that its period's first."""
    report = compose_plan(plan, library)
    return replace(report, today=report.letterhead.day or plan.period.first_day)


def take_issued(issued: IssuedReport, file_format: str) -> bytes:
    """The file of an issued document, in one of `DOCUMENT_FORMATS`, as it was issued."""
    return issued.text.encode() if file_format == "md" else issued.documents[file_format]


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Tables as a workbook."""
    from builder.reports.xlsx import write_workbook  # noqa: PLC0415  # loaded where one is made

    return write_workbook(sheets)


def load_writers() -> None:
    """Load what makes documents, for processes that are to share it; it starts no thread."""
    for name in ("docx", "pdf", "xlsx"):
        import_module(f"builder.reports.{name}")


@cache
def hash_writers() -> str:
    """One hash of the code that writes documents: another version may write other bytes."""
    digest = hashlib.sha256(builder.__version__.encode())
    folder = Path(reports.__file__).parent
    for file in sorted(one for one in folder.rglob("*") if one.suffix in {".py", ".typ"}):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _write_word(paper: Paper) -> bytes:
    """A document for Word: in the prescribed font, which nearly every machine with Word has."""
    if paper.template is not None:
        return _fill(paper.template, paper.report)
    from builder.reports.docx import write_docx  # noqa: PLC0415

    return write_docx(paper.report, font=PRESCRIBED)


def _fill(template: Template, report: Report) -> bytes:
    """A document in the school's own form; CommandError where a tag of it names nothing."""
    filled = template.fill(report)
    if filled.value is None:
        reason = "\n".join(speak_line(one, template.language) for one in filled.problems)
        raise CommandError("template-refused", path=template.path, reason=reason)
    return filled.value
