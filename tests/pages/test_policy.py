"""What a site's pages may load and run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.pages.links import mark_links_elsewhere
from builder.pages.policy import POLICY_OF_A_BARE_PAGE, compose_policy
from tests.pages.section import TOLD


def read_policy(*frames_from: str) -> dict[str, str]:
    """Directives of a school that shows frames of these hosts."""
    parts = compose_policy(replace(TOLD, frames_from=frames_from)).split("; ")
    return {name: rest for name, _, rest in (part.partition(" ") for part in parts)}


def test_frames_come_from_listed_hosts_alone() -> None:
    """A listed path stands for itself and for all below it, as in the sanitiser."""
    policy = read_policy("www.youtube-nocookie.com", "www.google.com/maps")

    expected = "www.youtube-nocookie.com www.google.com/maps www.google.com/maps/"
    assert expected == policy["frame-src"]
    assert f"'self' {expected}" == policy["media-src"]


def test_without_a_list_no_frame_is_shown() -> None:
    """An empty directive would say the same less clearly."""
    assert ("'none'", "'self'") == (read_policy()["frame-src"], read_policy()["media-src"])


def test_a_listed_path_cannot_end_the_directive() -> None:
    """Signs that a policy reads as its own are written as an address writes them."""
    assert (
        "a.example/x%3B%2C%27 a.example/x%3B%2C%27/" == read_policy("a.example/x;,'")["frame-src"]
    )


@pytest.mark.parametrize(
    ("directive", "sources"),
    [
        *(("object-src", "'none'"), ("base-uri", "'self'"), ("form-action", "'self'")),
        *(("connect-src", "'self'"), ("img-src", "'self' data:")),
    ],
)
def test_everything_else_is_the_schools_own(directive: str, sources: str) -> None:
    """No page loads from another host, sends a form there, or runs a plugin."""
    assert sources == read_policy()[directive]


def test_a_bare_page_loads_nothing() -> None:
    """It is a few words and a link."""
    assert POLICY_OF_A_BARE_PAGE.startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        (
            '<a href="https://a.example/">a</a>',
            '<a rel="noopener noreferrer" href="https://a.example/">a</a>',
        ),
        (
            "<A class='x' href='//a.example'>a</A>",
            "<a rel=\"noopener noreferrer\" class='x' href='//a.example'>a</A>",
        ),
        (
            '<a rel="me" href="https://a.example/">a</a>',
            '<a rel="me" href="https://a.example/">a</a>',
        ),
        ('<a href="../tin/">a</a>', '<a href="../tin/">a</a>'),
        ('<abbr title="https://a.example/">a</abbr>', '<abbr title="https://a.example/">a</abbr>'),
    ],
)
def test_links_to_other_hosts_say_nothing_of_the_reader(written: str, marked: str) -> None:
    """A page elsewhere cannot reach back and isn't told where its reader came from."""
    assert marked == mark_links_elsewhere(written)
