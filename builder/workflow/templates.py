"""A school's own Word template, and the documents made of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from builder.disk.sources import ProjectFiles
from builder.model.library import Library
from builder.model.problems import Outcome
from builder.model.report import Report
from builder.model.summary import PeriodSummary
from builder.reports.composing import list_absent, list_numbers

REPORT_TEMPLATE = "content/reports/mau.docx"
PLAN_TEMPLATE = "content/plans/mau.docx"
"""Where a school puts templates of its own; none is needed."""


@dataclass(frozen=True, slots=True)
class Template:
    """A school's template with the figures that its tags may name."""

    path: str
    data: bytes
    figures: Mapping[str, str]
    """Path in `data.json` → how a text shows it."""

    language: str

    @property
    def digest(self) -> str:
        """Hash of all that a document takes from here."""
        told = json.dumps(dict(self.figures), sort_keys=True).encode()
        return hashlib.sha256(self.data + b"\0" + told).hexdigest()

    def fill(self, report: Report) -> Outcome[bytes]:
        """The report in this form; its problems where a tag names nothing."""
        from builder.reports.docx.templates import fill_template  # noqa: PLC0415  # seldom needed

        return fill_template(self.data, report, self.figures, path=self.path)


def load_report_template(
    project: ProjectFiles, summary: PeriodSummary, library: Library
) -> Template | None:
    """The school's form for reports with a period's figures; None where it has none."""
    file = project.files.get(REPORT_TEMPLATE)
    if file is None:
        return None
    language = library.settings.language
    figures = {**list_absent(library, language), **list_numbers(summary, language)}
    return Template(REPORT_TEMPLATE, file.read_bytes(), figures, language)


def load_plan_template(project: ProjectFiles, language: str) -> Template | None:
    """The school's form for plans, which have no figures; None where it has none."""
    file = project.files.get(PLAN_TEMPLATE)
    return Template(PLAN_TEMPLATE, file.read_bytes(), {}, language) if file is not None else None
