"""From a period's activities to the partners they were held with (counting.md, rule 9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.counting.figures import sum_parts
from builder.counting.index import PeriodContent
from builder.counting.resources import count_money
from builder.counting.tallies import Tally
from builder.locale.sorting import sort_key
from builder.model.partners import Partner
from builder.model.summary import Figure, Part, PartnerRow


def count_partners(
    content: PeriodContent, partners: Mapping[str, Partner]
) -> tuple[PartnerRow, ...]:
    """One row a partner, most activities first, then by name."""
    held: dict[str, list[Tally]] = {}
    for tally in content.tallies:
        for partner in tally.activity.partners:
            held.setdefault(partner, []).append(tally)
    rows = [
        PartnerRow(
            partners[partner],
            sum_parts(f"partners.{partner}.activities", [tally.once for tally in tallies]),
            count_money(tallies, f"partners.{partner}.resources_vnd", partner=partner),
            partner in content.new_partners,
        )
        for partner, tallies in held.items()
    ]
    return tuple(sorted(rows, key=_row_order))


def count_distinct_partners(path: str, partners: Iterable[str]) -> Figure:
    """How many partners these are; each is one part."""
    return sum_parts(path, [Part(partner, 1) for partner in partners])


def _row_order(row: PartnerRow) -> tuple[int, object, str]:
    """Key of the order of rows."""
    return -len(row.activities.parts), sort_key(row.partner.name), row.partner.id
