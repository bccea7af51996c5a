"""Years as commands and people name them."""

from __future__ import annotations

import pytest

from builder.model.periods import find_period, find_written_period


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("2023", "2023"),
        ("năm 2023", "2023"),
        ("2022-2023", "nam-hoc-2022-2023"),
        ("nam-hoc-2022-2023", "nam-hoc-2022-2023"),
        ("2022 – 2023", "nam-hoc-2022-2023"),
        ("2022–2023", "nam-hoc-2022-2023"),
        ("NH 2022-2023", "nam-hoc-2022-2023"),
        ("năm học 2022 - 2023", "nam-hoc-2022-2023"),
        (" Năm học 2022—2023 ", "nam-hoc-2022-2023"),
        ("2022-2024", None),
        ("2022/2023", None),
        ("", None),
    ],
)
def test_a_year_is_known_however_it_is_written(written: str, name: str | None) -> None:
    """With a dash of any length and the word before it; the second year follows the first."""
    period = find_written_period(written)

    assert name == (period and period.id)


@pytest.mark.parametrize("name", ["2022–2023", "2022 - 2023", "NH 2022-2023"])
def test_a_file_is_named_in_one_way(name: str) -> None:
    """A file's name stands in addresses too."""
    assert find_period(name) is None
