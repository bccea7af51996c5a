"""The page for the school's web keeper tells every tag of a Word template."""

from __future__ import annotations

import re
from pathlib import Path

from builder.reports.docx.page import TEXT_MM
from builder.reports.docx.templates.parts import compose_parts, compose_pieces
from tests.reports.documents import compose_report


def test_every_tag_of_a_template_is_told(repository: Path) -> None:
    """The table holds the parts of a document, all of them and nothing else."""
    text = (repository / "docs" / "quan-tri.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `\{\{ (\w+) \}\}` \|", text, re.MULTILINE)
    report = compose_report()

    assert sorted({**compose_parts(report), **compose_pieces(report, TEXT_MM)}) == sorted(told)
