"""Each gift of an event counts once (counting.md, rules 2, 10 and 19)."""

from __future__ import annotations

from typing import Any

import pytest

from builder.model.posts import Post, Resource
from builder.model.problems import Problem, Where
from tests.counting.school import gift, library, post, read

A = "content/posts/a.md"
B = "content/posts/b.md"


def told(name: str, *resources: Resource, **facts: object) -> Post:
    """A post about the event `trao-qua`."""
    return post(name, "2025-03-01", "xa-hoi-hoa", event="trao-qua", resources=resources, **facts)


def gifts(*posts: Post) -> list[tuple[Any, ...]]:
    """Kind, value, quantity and giver of each gift of the one activity."""
    (activity,) = library(*posts).activities
    return [
        (one.kind, one.value_vnd, one.quantity, one.partner and one.partner.id)
        for one in activity.resources
    ]


def codes(*posts: Post) -> list[str]:
    """Codes of the problems of these posts."""
    return [one.code for one in read(posts).problems]


def test_a_gift_told_in_two_posts_is_one() -> None:
    """Same giver, kind, unit and pledge."""
    one = gift("tien", 5_000_000, partner="Hội A")

    assert [("tien", 5_000_000, None, "hoi-a")] == gifts(told("a", one), told("b", one))


def test_a_gift_told_twice_in_one_post_is_two() -> None:
    """Nobody writes one gift down twice in a row; another post may tell both again."""
    one = gift("tien", 5_000_000, partner="Hội A")
    both = [("tien", 5_000_000, None, "hoi-a")] * 2

    assert both == gifts(told("a", one, one))
    assert both == gifts(told("a", one, one), told("b", one, one))


@pytest.mark.parametrize(
    "other",
    [
        gift("hoc-bong", 5_000_000, partner="Hội A"),
        gift("tien", 5_000_000, partner="Hội B"),
        gift("tien", 5_000_000, partner="Hội A", pledged=True),
        gift("tien", 5_000_000, partner="Hội A", unit="suất"),
    ],
)
def test_another_giver_kind_unit_or_pledge_is_another_gift(other: Resource) -> None:
    """Units are compared as written."""
    assert 2 == len(gifts(told("a", gift("tien", 5_000_000, partner="Hội A")), told("b", other)))


def test_a_gift_without_giver_is_of_the_activitys_only_partner() -> None:
    """Whom another post may name, as a partner or as a giver; then it is that gift."""
    open_gift = gift("tien", 5_000_000)
    given = gift("tien", 5_000_000, partner="Hội A")

    assert [("tien", 5_000_000, None, "hoi-a")] == gifts(
        told("a", open_gift), told("b", partners=("Hội A",))
    )
    assert [("tien", 5_000_000, None, "hoi-a")] == gifts(told("a", open_gift), told("b", given))


def test_a_gift_among_several_partners_is_nobodys() -> None:
    """As is one where nobody is named."""
    open_gift = gift("tien", 5_000_000)

    assert [("tien", 5_000_000, None, None)] == gifts(
        told("a", open_gift, partners=("Hội A", "Hội B"))
    )
    assert [("tien", 5_000_000, None, None)] == gifts(told("a", open_gift))


def test_what_one_post_leaves_open_another_fills() -> None:
    """Unknown is no statement."""
    assert [("hoc-bong", 48_000_000, 32, None)] == gifts(
        told("a", gift("hoc-bong", quantity=32, unit="suất")),
        told("b", gift("hoc-bong", 48_000_000, unit="suất")),
    )


def test_several_gifts_may_be_told_in_another_order() -> None:
    """They are the same list."""
    five, ten = gift("tien", 5_000_000), gift("tien", 10_000_000)

    assert [] == codes(told("a", five, ten), told("b", ten, five))


def test_another_value_is_an_error_that_shows_both_lines() -> None:
    """At the post that comes later."""
    posts = (told("a", gift("tien", 5_000_000)), told("b", gift("tien", 6_000_000)))
    details = {"written": "6000000", "first": "5000000", "place": f"{A}:15"}

    assert (Problem("event-gift-differs", Where(B, 15), details, also=(Where(A, 15),)),) == read(
        posts
    ).problems


def test_another_quantity_is_an_error() -> None:
    """Of one kind and unit."""
    assert ["event-gift-differs"] == codes(
        told("a", gift("hien-vat", quantity=10, unit="bộ")),
        told("b", gift("hien-vat", quantity=11, unit="bộ")),
    )


def test_another_number_of_gifts_is_an_error() -> None:
    """Gifts of one identity are the same list in every post that tells them."""
    five = gift("tien", 5_000_000)

    assert ["event-gifts-differ"] == codes(told("a", five, five), told("b", five))
