"""What was given to the school (counting.md, rule 10)."""

from __future__ import annotations

from builder.model.posts import Post, Resource
from builder.model.summary import PeriodSummary
from tests.counting.school import gift, numbers, post, summaries


def giving(name: str, day: str, *resources: Resource, **facts: object) -> Post:
    """A post about gifts."""
    return post(name, day, "xa-hoi-hoa", resources=resources, **facts)


def count_2025(*posts: Post) -> PeriodSummary:
    """Summary of 2025."""
    return summaries(*posts)["2025"]


def money(summary: PeriodSummary) -> dict[str, int | None]:
    """Money by kind."""
    return {row.kind: row.value_vnd.value for row in summary.resources}


def goods(summary: PeriodSummary) -> dict[str, list[tuple[str | None, int | None]]]:
    """Units and quantities by kind."""
    return {
        row.kind: [(one.unit, one.quantity.value) for one in row.goods] for row in summary.resources
    }


def test_money_is_summed_by_kind_in_the_vocabularys_order() -> None:
    """Of `tien` and `hoc-bong`, by activity."""
    counted = count_2025(
        giving("a", "2025-03-01", gift("hoc-bong", 4), gift("tien", 1), gift("tien", 2)),
        giving("b", "2025-03-02", gift("tien", 8)),
    )

    assert [("tien", 11), ("hoc-bong", 4)] == list(money(counted).items())
    assert {"2025/a": 7, "2025/b": 8} == numbers(counted.totals.resources_vnd)


def test_money_is_zero_where_there_is_none() -> None:
    """Never unknown."""
    totals = count_2025(giving("a", "2025-03-01")).totals

    assert (0, ()) == (totals.resources_vnd.value, totals.resources_vnd.unknown)


def test_a_value_beside_goods_is_shown_and_not_summed() -> None:
    """Goods are never turned into money."""
    counted = count_2025(
        giving("a", "2025-03-01", gift("trang-thiet-bi", 90_000_000, quantity=10, unit="bộ"))
    )

    assert (0, {"trang-thiet-bi": 0}) == (counted.totals.resources_vnd.value, money(counted))
    assert [90_000_000] == [one.resource.value_vnd for one in counted.gifts]


def test_goods_are_summed_by_kind_and_unit_as_first_received() -> None:
    """Scholarships have a quantity too."""
    counted = count_2025(
        giving("a", "2025-03-01", gift("hien-vat", quantity=5, unit="quyển")),
        giving("b", "2025-03-02", gift("hien-vat", quantity=2, unit="bộ")),
        giving("c", "2025-03-03", gift("hien-vat", quantity=7, unit="quyển")),
        giving("d", "2025-03-04", gift("hoc-bong", 100, quantity=3, unit="suất")),
    )

    assert {"hoc-bong": [("suất", 3)], "hien-vat": [("quyển", 12), ("bộ", 2)]} == goods(counted)


def test_what_is_pledged_is_shown_and_not_summed() -> None:
    """It makes no row of what was received."""
    counted = count_2025(giving("a", "2025-03-01", gift("tien", 5, quantity=1, pledged=True)))

    assert (0, ()) == (counted.totals.resources_vnd.value, counted.resources)
    assert [("2025/a", True)] == [(one.activity, one.resource.pledged) for one in counted.gifts]


def test_a_resource_with_neither_value_nor_quantity_makes_no_row() -> None:
    """It is told among the gifts."""
    counted = count_2025(giving("a", "2025-03-01", gift("khong-gian", note="sân bóng")))

    assert ((), 1) == (counted.resources, len(counted.gifts))


def test_money_without_its_value_is_among_the_unknown() -> None:
    """32 scholarships of an unstated worth are not worth 0."""
    counted = count_2025(
        giving("a", "2025-03-01", gift("hoc-bong", quantity=32, unit="suất"), gift("tien", 5))
    )

    assert (5, ("2025/a",)) == (
        counted.totals.resources_vnd.value,
        counted.totals.resources_vnd.unknown,
    )


def test_an_article_gives_no_gift() -> None:
    """A figure in a text-only post isn't taken."""
    counted = count_2025(
        giving("a", "2025-03-01", event="x"),
        post("b", "2025-03-02", "van-ban", event="x", resources=(gift("tien", 5),)),
    )

    assert (0, ()) == (counted.totals.resources_vnd.value, counted.gifts)
