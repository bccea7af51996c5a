"""Rows of words → a table on the standard output."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console

from builder.cli.speech import tell

_WIDTH_ELSEWHERE = 160
"""Columns where nobody knows how wide the reader's window is."""


def tell_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table with its title; long words break, and nothing is cut off."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  # most commands show no table
    from rich.table import Table  # noqa: PLC0415

    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(markup=False, emoji=False, highlight=False)
    if not console.is_terminal:
        console.width = _WIDTH_ELSEWHERE
    with console.capture() as captured:
        console.print(table)
    tell("\n".join(line.rstrip() for line in captured.get().splitlines()))
