"""Our sections beside what the school put into its menu."""

from __future__ import annotations

import pytest

from builder.engine.navigation import NavItem, compose_nav, list_labels

SECTIONS = (("Trang chủ", "index.md"), ("Tin", "tin/index.md"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (None, [{"Trang chủ": "index.md"}, {"Tin": "tin/index.md"}, "gioi-thieu.md"]),
        (
            ["gioi-thieu.md"],
            ["gioi-thieu.md", {"Trang chủ": "index.md"}, {"Tin": "tin/index.md"}],
        ),
        (
            [{"Nhà": "index.md"}, {"Khác": ["gioi-thieu.md", {"Bài": "tin/index.md"}]}],
            [{"Nhà": "index.md"}, {"Khác": ["gioi-thieu.md", {"Bài": "tin/index.md"}]}],
        ),
    ],
    ids=["no menu", "sections left out", "sections named"],
)
def test_a_written_menu_wins(written: list[NavItem] | None, expected: list[NavItem]) -> None:
    """What the school names stands where it put it; the rest is added."""
    assert expected == compose_nav(written, SECTIONS, ["index.md", "gioi-thieu.md"])


def test_folders_of_pages_become_sections() -> None:
    """Hand-written pages nest as MkDocs nests them."""
    pages = ["index.md", "truong/lich-su.md", "truong/doi-ngu.md"]

    assert [
        {"Trang chủ": "index.md"},
        {"Tin": "tin/index.md"},
        {"Truong": ["truong/lich-su.md", "truong/doi-ngu.md"]},
    ] == compose_nav(None, SECTIONS, pages)


def test_labels_are_found_at_any_depth() -> None:
    """A label that the school gave one of our pages is the page's."""
    nav: list[NavItem] = ["a.md", {"B": "b.md"}, {"C": [{"D": ["d.md", {"E": "e.md"}]}]}]

    assert [("a.md", None), ("b.md", "B"), ("d.md", None), ("e.md", "E")] == list(list_labels(nav))
