"""Ids of rows, by which a figure leads to its activities."""

from dataclasses import replace

import pytest

from tests.counting import demo, school


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("2023/ten-bai", "hd-2023.ten-bai"),
        ("2023-ten-bai", "hd-2023-ten-bai"),
        ("https://a.example/x?y", "hd-https_3a_..a_2e_example.x_3f_y"),
    ],
)
def test_two_activities_never_share_a_row(id_: str, expected: str) -> None:
    """An event's id and another post's slug path stay apart."""
    activity = replace(
        school.library(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS).activities[0], id=id_
    )

    assert expected == activity.anchor
