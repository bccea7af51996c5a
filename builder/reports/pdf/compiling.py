"""A template with its data in; out comes a PDF. The one place that runs the typesetter."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import typst

from builder.reports.font_folders import list_font_folders
from builder.reports.fonts import BUILT_IN, Fonts

_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_NO_DAY = date(1970, 1, 1)
_ROUNDS_TO_FORGET = 4

_WHOLE_BOLD_ITALIC = "New Computer Modern"
"""In bold italics the typesetter's Libertinus Serif draws ư as u, and of ờ the mark alone."""


def compile_pdf(
    template: str, data: str, fonts: Fonts, *, day: date = _NO_DAY, wide: bool
) -> bytes:
    """PDF/A-2a and PDF/UA-1 of a template; what the typesetter warns of is our mistake.

    The template reads the text `data`. `wide` seeks what the document's font
    lacks in all fonts of the machine.
    """
    compiler = _load_compiler(fonts.family, fonts.folder, wide=wide)
    made, warnings = compiler.compile_with_warnings(
        f"#let data = {_quote(data)}\n{template}".encode(),
        format="pdf",
        pdf_standards=_STANDARDS,
        timestamp=datetime.combine(day, time(), UTC),
    )
    _forget(compiler)
    if warnings or not isinstance(made, bytes):
        raise RuntimeError(f"not the PDF that was meant: {[one.message for one in warnings]}")
    return made


def _quote(text: str) -> str:
    """The text as a string of the typesetter's language.

    It is part of the source, not one of `sys.inputs`: these are part of the
    typesetter's library, and where that changes, it forgets all that it
    laid out of the documents before.
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _forget(compiler: typst.Compiler) -> None:
    """Set nothing a few times, so that memory does not grow with the number of documents.

    The typesetter keeps what it laid out for ten rounds, tens of megabytes of
    a large document; by this for two documents, the next of which shares cells.
    """
    for _ in range(_ROUNDS_TO_FORGET):
        compiler.compile(b"", format="svg")


@cache
def _load_compiler(family: str, folder: Path | None, *, wide: bool) -> typst.Compiler:
    """One for all documents in a font; it knows those of the typesetter too, and `wide` all others.

    Of two fonts of one name the first is taken, and the machine may have an
    older one without Vietnamese letters: so the document's own folder leads.
    """
    own = [folder] if folder is not None else []
    folders = [*own, *list_font_folders()] if wide else own
    bold_italic = _WHOLE_BOLD_ITALIC if family == BUILT_IN else family
    return typst.Compiler(
        font_paths=typst.Fonts(
            include_system_fonts=False, font_paths=[str(one) for one in folders]
        ),
        sys_inputs={"font": family, "bold_italic": bold_italic},
    )
