"""The table of laws: one row a law, each behind a rule, cited while it is in force."""

from __future__ import annotations

from datetime import date

import pytest

from builder.reading.configuration.rules import DEFAULTS
from builder.reading.rules.laws import SHOWN_PROOFS, cite_laws, load_laws


def test_every_law_stands_behind_rules_that_there_are() -> None:
    """No row names a rule that configuration lacks, and none names nothing."""
    assert [] == [law.names["en"] for law in load_laws() if not law.rules <= DEFAULTS.keys()]
    assert [] == [law.names["en"] for law in load_laws() if not law.rules]


def test_every_law_has_its_proof() -> None:
    """Read, stated by a source, or still to be checked by a person."""
    assert {"C", "S", "U"} >= {law.proof for law in load_laws()}


@pytest.mark.parametrize(
    ("rule", "day", "cited"),
    [
        ("secret-mark", date(2026, 2, 28), "29/2018/QH14"),
        ("secret-mark", date(2026, 3, 1), "117/2025/QH15"),
        ("child-name", date(2025, 12, 31), "13/2023/NĐ-CP"),
        ("child-name", date(2026, 1, 1), "91/2025/QH15"),
        ("press-wording", date(2026, 6, 30), "103/2016/QH13"),
        ("press-wording", date(2026, 7, 1), "126/2025/QH15"),
    ],
)
def test_a_law_is_cited_while_it_is_in_force(rule: str, day: date, cited: str) -> None:
    """On the day of change the new one stands in the old one's place."""
    others = {"29/2018", "117/2025", "13/2023", "91/2025", "103/2016", "126/2025"} - {cited[:8]}
    said = cite_laws(rule, day, "vi")

    assert cited in said
    assert [] == [one for one in others if one in said and one not in cited]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_nobody_checked_is_never_shown_as_law(language: str) -> None:
    """A teacher hears of laws that a text or a source proves."""
    unproven = [law.names[language] for law in load_laws() if law.proof not in SHOWN_PROOFS]
    said = "".join(cite_laws(rule, date(2026, 11, 22), language) for rule in DEFAULTS)

    assert unproven
    assert [] == [name for name in unproven if name in said]


def test_a_rule_without_a_law_cites_none() -> None:
    """Its sentence then gives the reason in its own words alone."""
    assert "" == cite_laws("unknown-host", date(2026, 11, 22), "vi")
