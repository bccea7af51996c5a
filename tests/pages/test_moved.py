"""Earlier addresses keep working."""

from __future__ import annotations

import pytest

from builder.pages.moved import find_file
from tests.counting.school import post
from tests.pages.section import SITE_URL, compose, files


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/tin-tuc/bai-12.html", "tin-tuc/bai-12.html"),
        ("tin/2023/cu/", "tin/2023/cu/index.html"),
        ("tin/2023/cu", "tin/2023/cu/index.html"),
        (f"{SITE_URL}cu/", "cu/index.html"),
        ("/t%E1%BA%BFt/", "tết/index.html"),
        ("https://khac.example/cu/", None),
        ("/index.php?id=5", None),
        ("../ngoai/", None),
        ("/", None),
    ],
)
def test_an_earlier_address_is_a_file_that_a_server_finds(
    written: str, expected: str | None
) -> None:
    """What no file can serve, or what lies outside the site, has none."""
    assert expected == find_file(written, SITE_URL)


def test_an_earlier_address_leads_on_without_a_script() -> None:
    """By a meta refresh, a canonical link and a link to click."""
    site = compose(post("a", "2024-03-01", title="A & B", old_addresses=("/cu/bai-1.html",)))
    text = files(site)["cu/bai-1.html"].text

    assert f'<link rel="canonical" href="{SITE_URL}tin/2024/a/">' in text
    assert 'content="0; url=../tin/2024/a/"' in text
    assert '<a href="../tin/2024/a/">A &amp; B</a>' in text
    assert "<script" not in text


def test_a_page_of_today_wins_over_an_earlier_address() -> None:
    """A post can't take another page's place."""
    site = compose(post("a", "2024-03-01", old_addresses=("/tin/", "/chu-de/cu/")))

    assert "tin/index.html" not in files(site)
    assert "chu-de/cu/index.html" in files(site)
