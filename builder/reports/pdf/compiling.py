"""A template with its inputs in; out comes a PDF. The one place that runs the typesetter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import typst

from builder.reports.font_folders import list_font_folders
from builder.reports.fonts import BUILT_IN, Fonts

_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_NO_DAY = date(1970, 1, 1)

_WHOLE_BOLD_ITALIC = "New Computer Modern"
"""In bold italics the typesetter's Libertinus Serif draws ư as u, and of ờ the mark alone."""


def compile_pdf(
    template: bytes, inputs: Mapping[str, str], fonts: Fonts, *, day: date = _NO_DAY, wide: bool
) -> bytes:
    """PDF/A-2a and PDF/UA-1 of a template; what the typesetter warns of is our mistake.

    `wide` seeks what the document's font lacks in all fonts of the machine.
    """
    made, warnings = typst.compile_with_warnings(
        template,
        format="pdf",
        font_paths=_load_fonts(fonts.folder, wide=wide),
        sys_inputs={**inputs, "font": fonts.family, "bold_italic": _find_bold_italic(fonts)},
        pdf_standards=_STANDARDS,
        timestamp=datetime.combine(day, time(), UTC),
    )
    if warnings:
        raise RuntimeError(f"not the PDF that was meant: {[one.message for one in warnings]}")
    return made


def _find_bold_italic(fonts: Fonts) -> str:
    """The family of bold italics: the document's own, or another of the typesetter's."""
    return _WHOLE_BOLD_ITALIC if fonts.family == BUILT_IN else fonts.family


@cache
def _load_fonts(folder: Path | None, *, wide: bool) -> typst.Fonts:
    """The document's font and those of the typesetter; `wide`: all of the machine too.

    Of two fonts of one name the first is taken, and the machine may have an
    older one without Vietnamese letters: so the document's own folder leads.
    """
    own = [folder] if folder is not None else []
    folders = [*own, *list_font_folders()] if wide else own
    return typst.Fonts(include_system_fonts=False, font_paths=[str(one) for one in folders])
