"""Names of keys: every table, and how mappings are matched with it."""

from __future__ import annotations

import pytest

from builder.model.problems import Severity
from builder.reading.fields.keys import KeyTable, key_table, match_keys
from builder.reading.posts.keys import (
    ALLOWANCE_KEYS,
    CORRECTION_KEYS,
    COVER_KEYS,
    POST_KEYS,
    RESOURCE_KEYS,
)
from builder.reading.source.front_matter import read_front_matter

TABLES = {
    "post": POST_KEYS,
    "resource": RESOURCE_KEYS,
    "cover": COVER_KEYS,
    "correction": CORRECTION_KEYS,
    "allowance": ALLOWANCE_KEYS,
}
FOLDING_TRAPS = {"tinh", "so", "thu", "ban"}
KEYS_OF_THE_PAGE = {
    "title",
    "date",
    "end_date",
    "activity_type",
    "participants",
    "whole_school",
    "sessions",
    "themes",
    "channels",
    "level",
    "role",
    "mode",
    "location",
    "partners",
    "tasks",
    "event",
    "main_post",
    "resources",
    "foreign_element",
    "permission",
    "source",
    "authors",
    "summary",
    "cover",
    "featured",
    "photo_consent",
    "ai_used",
    "status",
    "draft",
    "internal",
    "approved_by",
    "approved_on",
    "approved_hash",
    "publish_on",
    "corrections",
    "allow",
    "summary_only",
    "counted",
    "slug",
    "old_addresses",
}


@pytest.mark.parametrize("name", TABLES)
def test_no_name_means_two_things(name: str) -> None:
    """Names whose folded form is ambiguous stand in no table."""
    assert set() == FOLDING_TRAPS & TABLES[name].canonical.keys()


def test_every_key_of_a_post_is_known() -> None:
    """The table holds the keys that teachers are promised, no fewer and no more."""
    assert KEYS_OF_THE_PAGE == set(POST_KEYS.names)


def test_a_name_of_two_keys_is_refused() -> None:
    """A table in which one name means two keys is never made."""
    with pytest.raises(ValueError, match="ngày"):
        key_table({"date": ("ngày",), "day": ("ngày",)})


def test_a_misspelt_required_key_is_one_error() -> None:
    """The key that was meant is not told as missing, too."""
    assert [("key-unknown", Severity.ERROR)] == _match("titel: A")


def test_of_two_misspellings_only_the_first_stands_for_the_key() -> None:
    """A second unknown key near it weighs what any unknown key weighs."""
    told = _match("titel: A\ntitlee: B")

    assert [("key-unknown", Severity.ERROR), ("key-unknown", Severity.WARNING)] == told


def test_many_unknown_keys_are_all_told() -> None:
    """Ten thousand unknown keys are ten thousand warnings."""
    told = _match("title: A\n" + "\n".join(f"mục {number}: 1" for number in range(10_000)))

    assert 10_000 == len(told)


def _match(front: str) -> list[tuple[str, Severity]]:
    """Codes and weights of what matching a front matter with a small table tells."""
    table: KeyTable = key_table({"title": ("tiêu đề",), "date": ("ngày",)})
    document = read_front_matter(f"---\n{front}\n---\n", "bai.md").value
    if document is None:
        pytest.fail("the front matter is sound")
    matched = match_keys(document.front, table, required=("title",), unknown=Severity.WARNING)
    return [(one.code, one.severity) for one in matched.problems]
