"""Every page of a site says what it may load and run, whoever wrote its template."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from builder.cli.app import run
from tests.workflow.school import CONFIGURATION, TODAY, post, write_project

OWN = "document.documentElement.dataset.own = 'có'"
MAIN = f"""{{% extends "base.html" %}}
{{% block extrahead %}}
  <script>{OWN}</script>
  <script>var where = "{{{{ page.url }}}}"</script>
{{% endblock %}}
"""
BARE = "<html><head></head><body>{{ page.content }}</body></html>"
BROUGHT = "<script>alert(1)</script>"
LINKED = f"# Giới thiệu\n\n[Bạn](https://ban.example/) {BROUGHT}\n"
WITH_OTHER_SCRIPTS = {"gioi-thieu/index.html", "404.html"}
"""Pages with scripts that no hash allows: of a text, or different on every page."""

_SCRIPT = re.compile(r"<script(?![^>]*(?:src=|application/json))[^>]*>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


def list_hashes(pattern: re.Pattern[str], html: str) -> set[str]:
    """Sources for all that a page writes inline."""
    digests = (sha256(one.encode()).digest() for one in pattern.findall(html))
    return {f"'sha256-{b64encode(one).decode()}'" for one in digests}


def read_policy(html: str) -> dict[str, list[str]]:
    """Directives of a page's policy; the page has one policy and no more."""
    (policy,) = _POLICY.findall(html)
    return {name: rest for name, *rest in (part.split() for part in policy.split("; "))}


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A school with templates of its own, built."""
    theme = (
        "language: vi, custom_dir: rieng, features: [content.tabs.link, announce.dismiss],"
        " icon: {admonition: {note: material/school}},"
        " palette: [{scheme: default, toggle: {icon: material/school, name: Tối}}]"
    )
    project = write_project(
        tmp_path / "school",
        {
            "mkdocs.yml": CONFIGURATION.replace("language: vi", theme),
            "rieng/main.html": MAIN,
            "rieng/404.html": '{% extends "main.html" %}',
            "rieng/tran.html": BARE,
            "content/pages/gioi-thieu.md": LINKED,
            "content/pages/tran.md": "---\ntemplate: tran.html\n---\n\n# Trang trần\n",
            "content/posts/2025/cu.md": post("Bài cũ").replace(
                "tóm tắt:", "đường dẫn cũ: [tin-cu/1.html]\ntóm tắt:"
            ),
        },
    )
    monkeypatch.chdir(project)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    assert 0 == run(["build"])
    return project / "site"


def read_pages(site: Path) -> dict[str, str]:
    """Every page of a site by its path."""
    return {
        file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.html")
    }


def test_every_page_has_one_policy(school: Path) -> None:
    """Ours, hand-written ones, those of the school's templates, earlier addresses, what is lost."""
    found = {path: len(_POLICY.findall(html)) for path, html in read_pages(school).items()}

    assert {"tin-cu/1.html", "gioi-thieu/index.html", "tran/index.html", "404.html"} < found.keys()
    assert {1} == set(found.values())


def test_what_the_theme_writes_runs_by_its_hash(school: Path) -> None:
    """On each of our pages, and nothing is allowed wholesale."""
    for path, html in read_pages(school).items():
        sources = set(read_policy(html).get("script-src", ()))
        if path not in WITH_OTHER_SCRIPTS:
            assert set() == list_hashes(_SCRIPT, html) - sources, path
        assert "'unsafe-inline'" not in sources, path


def test_a_schools_own_script_runs_and_that_of_a_text_does_not(school: Path) -> None:
    """A script of a template stands word for word in it; a text brings none of its own."""
    page = (school / "gioi-thieu/index.html").read_text("utf-8")
    sources = set(read_policy(page)["script-src"])

    assert list_hashes(_SCRIPT, f"<script>{OWN}</script>") < sources
    assert list_hashes(_SCRIPT, BROUGHT) < list_hashes(_SCRIPT, page) - sources


def test_inline_styles_of_the_theme_are_allowed_by_their_hash(school: Path) -> None:
    """Material writes icons of admonitions as a style."""
    html = (school / "index.html").read_text("utf-8")

    assert set() < list_hashes(_STYLE, html) <= set(read_policy(html)["style-src-elem"])


def test_no_page_tells_what_made_it(school: Path) -> None:
    """Nobody searches the web for schools with last year's version."""
    assert [] == [path for path, html in read_pages(school).items() if 'name="generator"' in html]


def test_the_letters_coding_goes_first(school: Path) -> None:
    """A browser looks for it in the first 1,024 bytes."""
    html = (school / "gioi-thieu/index.html").read_text("utf-8")

    assert html.encode().index(b"<meta charset") < html.encode().index(b"Content-Security-Policy")


def test_links_of_hand_written_pages_are_marked(school: Path) -> None:
    """As those of posts are."""
    html = (school / "gioi-thieu/index.html").read_text("utf-8")

    assert '<a rel="noopener noreferrer" href="https://ban.example/">' in html
