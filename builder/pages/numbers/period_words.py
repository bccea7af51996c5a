"""Periods in; out come their names as titles, links and sentences speak them."""

from __future__ import annotations

from builder.locale import say
from builder.model.periods import Period


def name_period(period: Period) -> str:
    """Bare name with a real dash: `2023`, `2022–2023`."""
    return period.name.replace("-", "–")


def speak_period(period: Period, language: str) -> str:
    """Name inside a sentence: `năm 2023`, `năm học 2022–2023`."""
    return say(f"in-period-{period.kind}", language, name=name_period(period))


def title_period(period: Period, language: str) -> str:
    """Name that stands alone, on a switch or a card: `Năm 2023`, `Năm học 2022–2023`."""
    spoken = speak_period(period, language)
    return spoken[:1].upper() + spoken[1:]


def title_summary(period: Period, language: str) -> str:
    """Title of a period's summary page, as the official report has it."""
    return say("summary-title", language, period=speak_period(period, language))


def locate_summary(period: Period) -> str:
    """Address of a period's summary page, from the site's root."""
    return f"tong-ket/{period.id}/"
