"""A Report and the fonts of this machine in; out comes a PDF, the same bytes every time."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import typst

from builder.model.report import Report
from builder.reports.fonts import Fonts
from builder.reports.pdf.compiling import compile_pdf
from builder.reports.pdf.drawing import fit_text, list_odd, replace_letters
from builder.reports.pdf.tree import compose_tree


def write_pdf(report: Report, fonts: Fonts) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1, in Vietnamese.

    Letters that the font lacks come from any font of the machine; what none of
    them has is left out where it is a picture, and is `?` where it is a letter:
    no box is ever printed. `find_unshown` names what went.
    """
    text = _write_json(report)
    odd = list_odd(text, fonts)
    if not odd:
        return _lay_out(text, report, fonts, wide=False)
    try:
        return _lay_out(fit_text(text, fonts), report, fonts, wide=True)
    except typst.TypstError:
        # Fonts are sought anew for each style and run of text: what a word could draw alone may
        # fail in bold, or between its neighbours.
        return _lay_out(replace_letters(text, odd), report, fonts, wide=False)


def find_unshown(report: Report, fonts: Fonts) -> tuple[str, ...]:
    """Signs of the report that no font of this machine can draw; mostly there are none."""
    text = _write_json(report)
    return tuple(sorted(set(text) - set(fit_text(text, fonts))))


def _write_json(report: Report) -> str:
    """What the template reads."""
    return json.dumps(compose_tree(report), ensure_ascii=False)


def _lay_out(text: str, report: Report, fonts: Fonts, *, wide: bool) -> bytes:
    """Pages of the document, dated by its day, or by that of its making."""
    day = report.letterhead.day or report.today
    if day is None:
        return compile_pdf(_load_template(), text, fonts, wide=wide)
    return compile_pdf(_load_template(), text, fonts, day=day, wide=wide)


@cache
def _load_template() -> str:
    """How documents are laid out."""
    return files("builder.reports.pdf").joinpath("report.typ").read_text(encoding="utf-8")
