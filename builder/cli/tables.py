"""Rows of words → a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.cli.speech import tell, tell_aside

_WIDTH_ELSEWHERE = 160
"""Columns where nobody knows how wide the reader's window is."""


def tell_table(
    title: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    unbroken: str = "",
    aside: bool = False,
) -> None:
    """A table below its title; nothing is cut off, and cells below `unbroken` stay whole.

    It is a result, or `aside` of one.
    """
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  # most commands show no table
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD)
    for head in heads:
        table.add_column(head, overflow="fold", no_wrap=head == unbroken)
    for row in rows:
        table.add_row(*row)
    console = Console(markup=False, emoji=False, highlight=False)
    if not console.is_terminal:
        console.width = _WIDTH_ELSEWHERE
    with console.capture() as captured:
        console.print(title, style="bold")
        console.print(table)
    text = "\n".join(line.rstrip() for line in captured.get().splitlines())
    (tell_aside if aside else tell)(text)
