"""Facts about options of Markdown's extensions that name Python objects."""

from __future__ import annotations

import posixpath
from collections import Counter
from types import MappingProxyType

import pytest

from builder.pages.body.markdown_options import plain_options, resolve_options


def test_options_become_plain_at_any_depth() -> None:
    """Read-only mappings and tuples can't travel; dicts and lists can."""
    options = MappingProxyType({"a": MappingProxyType({"b": ("c", 1)})})

    assert {"a": {"b": ["c", 1]}} == plain_options(options)


def test_a_name_becomes_its_object() -> None:
    """Wherever in the options it stands."""
    options = {"fences": [{"format": "!!python/name:posixpath.join"}], "title": "Mục lục"}

    assert {"fences": [{"format": posixpath.join}], "title": "Mục lục"} == resolve_options(options)


@pytest.mark.parametrize(
    ("arguments", "result"),
    [
        ({"args": ["aab"]}, Counter(a=2, b=1)),
        ({"kwds": {"a": 2, "b": 1}}, Counter(a=2, b=1)),
        ({}, Counter()),
    ],
)
def test_an_applied_function_is_called(arguments: dict[str, object], result: object) -> None:
    """With its positional and its named arguments."""
    options = {"!!python/object/apply": "collections.Counter", **arguments}

    assert result == resolve_options(options)


def test_a_name_that_leads_nowhere_is_refused() -> None:
    """The one who wrote it hears of it."""
    with pytest.raises(ModuleNotFoundError):
        resolve_options("!!python/name:khong_co.gi")
