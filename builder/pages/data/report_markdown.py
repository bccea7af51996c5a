"""The page of a yearly summary in; out comes the same text and figures as plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from builder.model.library import Library
from builder.model.summary import PeriodSummary
from builder.pages.numbers.period_words import locate_summary
from builder.pages.summary.pages import compose_summaries

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def write_report_markdown(
    summary: PeriodSummary, summaries: Sequence[PeriodSummary], library: Library
) -> str:
    """Heading, sentence, and every section with its tables, in the page's order."""
    path = f"{locate_summary(summary.period)}index.md"
    page = next(one for one in compose_summaries(library, summaries) if one.path == path)
    meta = page.meta or {}
    blocks = [f"# {_escape(meta['title'])}", _escape(meta["as_of"]), _escape(meta["lead"])]
    blocks += [_escape(notice) for notice in _list(meta["notices"])]
    for section in _list(meta["sections"]):
        blocks += _write_section(cast("Mapping[str, object]", section))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _write_section(section: Mapping[str, object]) -> Iterable[str]:
    """Heading, what to see, tables and notes."""
    yield f"## {_escape(section['heading'])}"
    yield _escape(section["intro"])
    for table in _list(section["tables"]):
        yield _write_table(cast("Mapping[str, object]", table))
    for note in _list(section["notes"]):
        yield _escape(note)


def _write_table(table: Mapping[str, object]) -> str:
    """A table with its caption above; numbers stand right."""
    columns = cast("list[Mapping[str, object]]", table["columns"])
    rows = [cast("Mapping[str, object]", row)["cells"] for row in _list(table["rows"])]
    rows += [table["foot"]] if table["foot"] is not None else []
    lines = [
        _write_row(_escape(one["label"]) for one in columns),
        _write_row("---:" if one["numeric"] else "---" for one in columns),
        *(_write_row(map(_write_cell, cast("list[Mapping[str, object]]", row))) for row in rows),
    ]
    return f"{_escape(table['caption'])}\n\n" + "\n".join(lines)


def _write_cell(cell: Mapping[str, object]) -> str:
    """Words, figures or a change, with the note below them."""
    if cell.get("figures"):
        figures = cast("list[Mapping[str, object]]", cell["figures"])
        return ", ".join(" ".join(_parts(one, "text", "unit", "note")) for one in figures)
    if cell.get("change"):
        return _escape(cast("Mapping[str, object]", cell["change"])["text"])
    return " ".join(_parts(cell, "text", "note"))


def _parts(thing: Mapping[str, object], *names: str) -> Iterable[str]:
    """What a figure or cell says under these names, where it says anything."""
    return (_escape(thing[name]) for name in names if thing.get(name))


def _write_row(cells: Iterable[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"


def _list(value: object) -> Iterable[object]:
    """A list of a page's front matter."""
    return cast("Iterable[object]", value)


def _escape(value: object) -> str:
    """Text that Markdown shows as it stands, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(value).split()))
