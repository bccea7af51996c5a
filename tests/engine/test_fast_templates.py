"""Templates give what they gave before, only sooner."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError
from markupsafe import Markup
from mkdocs.utils.templates import url_filter

from builder.engine.fast_templates import hasten

PLACES = [
    *("", "a/", "a/b/", "a/b/c/", "a/bc/", "a/b", "feed.xml", "../a/", "/a/", "#x", "b/", "ă/"),
    *(".", "..", "./a/", "a/./b/", "a/b/..", "a/b/../c/", "a/feed.xml", "a/b/feed.xml", "a.b/"),
    *("https://a.b/c.d", "//a.b/", "mailto:a@b.vn", ".a/", "a/b."),
]


def make_environments() -> tuple[Environment, Environment]:
    """MkDocs' environment, and one that was hastened."""
    environments = (Environment(autoescape=False), Environment(autoescape=False))  # noqa: S701
    for env in environments:
        env.filters["url"] = url_filter
    hasten(environments[1])
    return environments


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(PLACES)), max_size=12))
def test_links_are_those_of_mkdocs(pairs: list[tuple[str, str]]) -> None:
    """From any page to any place, whatever was linked before."""
    plain, fast = (env.from_string("{{ place|url }}") for env in make_environments())
    contexts = [
        {"page": SimpleNamespace(url=here), "base_url": ".", "place": place}
        for here, place in pairs
    ]

    assert [plain.render(one) for one in contexts] == [fast.render(one) for one in contexts]


def test_a_template_of_no_page_links_from_the_root() -> None:
    """The page for missing addresses stands nowhere in particular."""
    plain, fast = (env.from_string("{{ 'tin/'|url }}") for env in make_environments())
    context = {"page": None, "base_url": "/doi-ngoai"}

    assert plain.render(context) == fast.render(context)


@pytest.mark.parametrize(
    "written",
    [
        *("{{ r.a }}", "{{ r.none is none }}", "{{ r.items is callable }}", "{{ r.b }}|x"),
        *("{{ r.below.a }}", "{{ r.below.below.a }}", "{{ r.thing.a }}", "{{ r.a.real }}"),
        "{{ r.b is defined }}{% if r.b %}x{% else %}y{% endif %}{{ r.b|default('z') }}",
        "{% for one in r.list if one.a %}{{ one.a }}{{ one.b }}{{ loop.index }}{% endfor %}",
        "{% macro say(one) %}{{ one.a }}{{ one.below.b }}{% endmacro %}{{ say(r) }}",
        "{{ r.list|map(attribute='a')|join }}{{ r.list|selectattr('b')|list }}",
    ],
)
def test_records_are_read_as_jinja_reads_them(written: str) -> None:
    """Keys, methods and what is not there."""
    plain, fast = (env.from_string(written) for env in make_environments())
    below = {"a": 3, "below": {"a": 4}}
    things = {"below": below, "thing": SimpleNamespace(a=5), "list": [{"a": 6}, {"a": 0}, {"b": 7}]}
    record = {"a": 1, "none": None, "items": 2, **things}

    assert plain.render(r=record) == fast.render(r=record)


@pytest.mark.parametrize("written", ["{{ r.b.c }}", "{{ r.a.b.c }}", "{{ q.a }}", "{{ r.b() }}"])
def test_what_cannot_be_read_fails_as_in_jinja(written: str) -> None:
    """A school that writes its own template is told the same."""
    told = []
    for env in make_environments():
        with pytest.raises(UndefinedError) as failed:
            env.from_string(written).render(r={"a": 1})
        told.append(str(failed.value))

    assert told[0] == told[1]


@given(st.lists(st.one_of(st.text(alphabet="a&<>'\"đ"), st.integers(), st.booleans(), st.none())))
def test_what_is_escaped_is_what_jinja_escapes(values: list[object]) -> None:
    """Signs that HTML would take for its own, numbers that Python takes for each other too."""
    marked = [Markup(one) for one in values if isinstance(one, str)]  # noqa: S704  # meant so
    values = [*values, *marked, 1, True, 1.0]
    plain, fast = (env.from_string("{{ value|e }}") for env in make_environments())

    assert [plain.render(value=one) for one in values] == [fast.render(value=one) for one in values]
