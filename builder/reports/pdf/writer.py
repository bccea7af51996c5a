"""A Report and the fonts of this machine in; out comes a PDF, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

from builder.model.report import Report
from builder.reports.fonts import Fonts, list_font_folders
from builder.reports.pdf.letters import BREAK, replace_letters
from builder.reports.pdf.tree import compose_tree

_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_PROBE = b"#set document(title: [-])\n#text(font: sys.inputs.font, sys.inputs.text)"
_NO_DAY = date(1970, 1, 1)


def write_pdf(report: Report, fonts: Fonts) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1, in Vietnamese.

    Letters that the font lacks come from any font of the machine; what none of
    them has is left out where it is a picture, and is `?` where it is a letter:
    no box is ever printed. `find_unshown` names what went.
    """
    text = _write_json(report)
    odd = _list_odd(text, fonts)
    if odd:
        text = replace_letters(text, _list_unshown(odd, fonts))
    day = report.letterhead.day or report.today or _NO_DAY
    machine = _load_fonts(fonts.folder, wide=bool(odd))
    return _compile(_load_template(), machine, {"document": text, "font": fonts.family}, day)


def find_unshown(report: Report, fonts: Fonts) -> tuple[str, ...]:
    """Signs of the report that no font of this machine can draw, in order; mostly there are none."""
    return _list_unshown(_list_odd(_write_json(report), fonts), fonts)


def _write_json(report: Report) -> str:
    """What the template reads."""
    return json.dumps(compose_tree(report), ensure_ascii=False)


def _list_odd(text: str, fonts: Fonts) -> tuple[str, ...]:
    """Letters that the document's own font is not known to have."""
    return tuple(sorted(set(text) - fonts.letters - {BREAK}))


def _list_unshown(odd: Iterable[str], fonts: Fonts) -> tuple[str, ...]:
    """Those of these letters that no font of the machine has: a document of one cannot be made."""
    unshown = []
    for letter in odd:
        machine = _load_fonts(fonts.folder, wide=True)
        try:
            _compile(_PROBE, machine, {"text": letter, "font": fonts.family}, _NO_DAY)
        except typst.TypstError:
            unshown.append(letter)
    return tuple(unshown)


def _compile(template: bytes, machine: typst.Fonts, inputs: dict[str, str], day: date) -> bytes:
    """A PDF of a template with these inputs; what the compiler warns of is our mistake.

    A compiler that was given its template as bytes knows it for one document only.
    """
    made, warnings = typst.compile_with_warnings(
        template,
        format="pdf",
        font_paths=machine,
        sys_inputs=inputs,
        pdf_standards=_STANDARDS,
        timestamp=datetime.combine(day, time(), UTC),
    )
    if warnings or not isinstance(made, bytes):
        raise RuntimeError(f"the PDF is not as it should be: {[one.message for one in warnings]}")
    return made


@cache
def _load_fonts(folder: Path | None, *, wide: bool) -> typst.Fonts:
    """The document's font, beside it those of the compiler; `wide`: all of the machine too.

    Of two fonts of one name the first is taken, and the machine may have an
    older one without Vietnamese letters: so the document's own folder leads.
    """
    own = [folder] if folder is not None else []
    folders = [*own, *list_font_folders()] if wide else own
    return typst.Fonts(include_system_fonts=False, font_paths=[str(one) for one in folders])


@cache
def _load_template() -> bytes:
    """How documents are laid out."""
    return files("builder.reports.pdf").joinpath("report.typ").read_bytes()
