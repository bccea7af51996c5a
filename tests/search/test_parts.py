"""Posts are parted by years, so that one edit makes little anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hypothesis import given
from hypothesis import strategies as st

from builder.search.parts import NEWEST_PAGES, PART_PAGES, plan_parts


def posts(years: Mapping[int, int]) -> Iterator[tuple[int, str]]:
    """So many posts of each year."""
    for year, count in years.items():
        for number in range(count):
            yield year, f"tin/{year}/bai-{number}/"


def sizes(found: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Parts by name with the number of their posts."""
    return {part.name: len(part.addresses) for part in plan_parts(found)}


def test_a_site_without_posts_has_no_parts() -> None:
    """Its other pages have an index of their own."""
    assert () == plan_parts(())


def test_past_years_join_until_they_fill_a_part() -> None:
    """The newest year stands alone; a small school has two parts."""
    assert {"2023-2025": 90, "2026": 4} == sizes(posts({2023: 30, 2024: 30, 2025: 30, 2026: 4}))
    assert {"2023": 700, "2024-2025": 800, "2026": 4} == sizes(
        posts({2023: 700, 2024: 400, 2025: 400, 2026: 4})
    )


def test_a_year_that_fills_more_than_a_part_has_several() -> None:
    """The newest year has smaller ones, since most edits fall there."""
    assert {"2025.1": 1000, "2025.2": 1000, "2025.3": 1, "2026.1": 300, "2026.2": 1} == sizes(
        posts({2025: 2001, 2026: 301})
    )


def test_a_new_post_stands_behind_all_others() -> None:
    """The parts before it stay as they were."""
    before = plan_parts(posts({2025: 50, 2026: 310}))
    after = plan_parts(posts({2025: 50, 2026: 311}))

    assert before[:2] == after[:2]
    assert (*before[2].addresses, "tin/2026/bai-310/") == after[2].addresses


@given(st.dictionaries(st.integers(2001, 2030), st.integers(1, 2500), max_size=12))
def test_every_post_stands_in_one_part(years: dict[int, int]) -> None:
    """In the order of years, no part larger than it may be, no name twice."""
    ordered = dict(sorted(years.items()))
    parts = plan_parts(posts(ordered))
    newest = str(max(years, default=""))
    most = [NEWEST_PAGES if part.name.startswith(newest) else PART_PAGES for part in parts]

    assert [address for _, address in posts(ordered)] == [
        address for part in parts for address in part.addresses
    ]
    assert [] == [
        part for part, limit in zip(parts, most, strict=True) if len(part.addresses) > limit
    ]
    assert len(parts) == len({part.name for part in parts})
