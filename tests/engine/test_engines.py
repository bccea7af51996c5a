"""One site under every engine: MkDocs, ProperDocs, our build, Zensical over staged pages."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflow.school import TODAY, fingerprint, post, write_files, write_project

pytestmark = [pytest.mark.engine, pytest.mark.slow]

_UNSEEN = re.compile(r"<(svg|style|script)\b.*?</\1>", re.DOTALL)
_MARKDOWN = re.compile(r'<li><a href="[^"]*\.md" download>.*?</li>', re.DOTALL)
"""Only engines that leave Markdown as it is offer it for taking away."""

_FIGURE = re.compile(r'<data value="([^"]*)" data-figure="([^"]*)"')


def call(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this environment in a folder."""
    return subprocess.run(
        [str(Path(sys.executable).parent / words[0]), *words[1:]],
        cwd=folder,
        env=os.environ | {"OUTREACH_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def articles(site: Path) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Text and figures of each page's article."""
    return {
        file.relative_to(site).as_posix(): _read_article(file.read_text("utf-8"))
        for file in site.rglob("*.html")
    }


def _read_article(page: str) -> tuple[str, list[tuple[str, str]]]:
    """What a reader sees of a page's article, and its figures."""
    found = re.search(r"<article.*?</article>", page, re.DOTALL)
    article = found[0] if found else ""
    seen = re.sub(r"<[^>]+>", " ", _UNSEEN.sub("", _MARKDOWN.sub("", article)))
    figures = [(value, html.unescape(path)) for value, path in _FIGURE.findall(article)]
    return " ".join(html.unescape(seen).split()), figures


@pytest.fixture(scope="module")
def demo(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as `outreach build` makes it."""
    site = tmp_path_factory.mktemp("demo") / "site"
    done = call(repository, "outreach", "build", "--site-dir", str(site))
    if done.returncode != 0:
        pytest.fail(done.stderr)
    return site


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_engines_with_plugins_build_the_same_bytes(
    repository: Path, demo: Path, tmp_path: Path, engine: str
) -> None:
    """`outreach build` is the engine's own build, made safe."""
    site = tmp_path / "site"
    done = call(repository, engine, "build", "--strict", "-f", "mkdocs.yml", "-d", str(site))

    assert (0, fingerprint(demo)) == (done.returncode, fingerprint(site)), done.stderr


def test_staged_pages_show_the_same_articles(repository: Path, demo: Path, tmp_path: Path) -> None:
    """Zensical, which runs no plugin of ours, shows the same texts and figures on every page."""
    staged = tmp_path / "staged"
    statuses = [
        call(repository, "outreach", "stage", str(staged)).returncode,
        call(staged, "zensical", "build").returncode,
    ]

    expected = articles(demo)
    expected.pop("tim-kiem/index.html")  # Zensical has a search of its own.

    assert ([0, 0], expected) == (statuses, articles(staged / "site"))


def test_staged_files_reach_the_site(repository: Path, demo: Path, tmp_path: Path) -> None:
    """Data files, feeds, pictures and styles stand under every engine."""
    staged = tmp_path / "staged"
    call(repository, "outreach", "stage", str(staged))
    call(staged, "zensical", "build")
    kinds = (
        *(".json", ".csv", ".xml", ".txt", ".webp", ".svg", "outreach/base.css"),
        *(".docx", ".pdf", ".xlsx"),
    )
    expected = {
        file.relative_to(demo).as_posix()
        for file in demo.rglob("*")
        if file.as_posix().endswith(kinds) and "pagefind" not in file.parts
    }

    assert set() == {path for path in expected if not (staged / "site" / path).is_file()}


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_errors_abort_before_the_site_is_emptied(tmp_path: Path, engine: str) -> None:
    """Under the engine's own command, too, an error leaves the standing site to the byte."""
    project = write_project(tmp_path / "school")
    words = (engine, "build", "-f", "mkdocs.yml")
    statuses = [call(project, *words).returncode]
    before = fingerprint(project / "site")
    write_files(project, {"content/posts/2025/hong.md": post(day="31/02/2025")})
    done = call(project, *words)
    statuses.append(done.returncode)

    assert ([0, 1], before, True) == (
        statuses,
        fingerprint(project / "site"),
        "content/posts/2025/hong.md:3: " in done.stderr,
    )


def test_warnings_do_not_fail_a_strict_build(tmp_path: Path) -> None:
    """--strict fails on errors alone; our warnings stand in the log."""
    project = write_project(
        tmp_path / "school",
        {"content/posts/2025/a.md": post("Hội thảo", "06/03/2025").replace("địa điểm", "địa lạ")},
    )
    done = call(project, "mkdocs", "build", "--strict")

    assert (0, True) == (done.returncode, "content/posts/2025/a.md:6: " in done.stderr)
