"""Figures in; out come the bars of a summary page's charts, and what the charts say in words."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.summary import Figure
from builder.pages.numbers.charts import Bar, ChartWords
from builder.pages.numbers.figures import write_number
from builder.pages.summary.matter import Matter


def draw_bar(label: str, figure: Figure, matter: Matter) -> Bar:
    """Bar of one figure, with the number that the table beside it shows."""
    text = write_number(figure.value, figure.mark, matter.language)
    return Bar(label, figure.value or 0, text)


def word_chart(name: str, bars: Sequence[Bar], matter: Matter) -> ChartWords:
    """Name of a chart, and its figures in words."""
    told = "; ".join(f"{bar.label}: {bar.text}" for bar in bars)
    return ChartWords(
        id=f"bieu-do-{name}",
        title=matter.say(f"chart-{name}", year=matter.year),
        description=matter.say("chart-description", told=told),
    )
