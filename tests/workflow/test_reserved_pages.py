"""Hand-written pages that would stand where the site makes its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builder.model.problems import Problem, Severity, Where
from builder.workflow.content import read_content
from tests.workflow.school import TODAY, write_project


def test_a_page_in_a_reserved_place_is_told(tmp_path: Path) -> None:
    """A page named like one of the site's own sections is a warning that names both."""
    path = "content/pages/doi-tac.md"
    project = write_project(tmp_path, {path: "# Đối tác của chúng em\n"})

    content = read_content(project, date.fromisoformat(TODAY))

    details = {"file": path, "folder": "doi-tac"}
    assert (Problem("page-reserved", Where(path), details, Severity.WARNING),) == content.problems
