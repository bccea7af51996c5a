"""What of the theme is published, and what no browser would ask for."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from builder.cli.app import run
from builder.engine.theme_files import ALTERNATES, BUNDLE, LANGUAGES, pass_over_hidden
from tests.workflow.school import CONFIGURATION, TODAY, write_project

OWN = {
    "rieng/assets/ban-do.js.map": "{}",
    "rieng/assets/javascripts/lunr/cua-truong.js": "1",
    "rieng/assets/javascripts/bundle.truong.min.js": ALTERNATES.decode(),
}
"""Files of the school's own theme folder, named like those that are left out or changed."""


def build(folder: Path, monkeypatch: pytest.MonkeyPatch, plugins: str) -> set[str]:
    """Paths below `assets/` of a site with such plugins."""
    settings = CONFIGURATION.replace("language: vi", "language: vi, custom_dir: rieng")
    settings = settings.replace("plugins:\n", f"plugins:\n{plugins}")
    project = write_project(folder / "school", {"mkdocs.yml": settings, **OWN})
    monkeypatch.chdir(project)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    if run(["build"]) != 0:
        pytest.fail("the site was not built")
    assets = project / "site" / "assets"
    return {one.relative_to(assets).as_posix() for one in assets.rglob("*") if one.is_file()}


@pytest.mark.parametrize("plugins", ["", "  - search\n"], ids=["no search", "our search"])
def test_only_what_browsers_ask_for_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plugins: str
) -> None:
    """No source maps and nothing of Material's search; the school's own files stay."""
    files = build(tmp_path, monkeypatch, plugins)

    unused = {one for one in files if one.endswith(".map") or "/lunr/" in one}
    assert {"ban-do.js.map", "javascripts/lunr/cua-truong.js"} == unused


def test_scripts_and_styles_of_the_theme_are_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each that a page names is there."""
    files = build(tmp_path, monkeypatch, "")

    page = (tmp_path / "school/site/tin/index.html").read_text("utf-8")
    named = {one.partition('"')[0] for one in page.split("../assets/")[1:]}
    assert named
    assert named <= files


def test_the_themes_script_takes_no_feed_for_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Material's script changes at the one place where it looks for other languages, no other does.

    Where this fails with a new release, see whether its pages still load `sitemap.xml`.
    """
    build(tmp_path, monkeypatch, "")
    [theirs] = (Path(material.__file__).parent / "templates").glob(BUNDLE)
    script = theirs.read_bytes()
    scripts = tmp_path / "school/site/assets/javascripts"

    assert 1 == script.count(ALTERNATES)
    assert script.replace(ALTERNATES, LANGUAGES) == (scripts / theirs.name).read_bytes()
    assert ALTERNATES == (scripts / "bundle.truong.min.js").read_bytes()


def test_hidden_files_are_passed_over_as_mkdocs_would_leave_them(tmp_path: Path) -> None:
    """The same files of the theme and of the school's own folder are found, whatever is hidden."""
    config = load_config(
        config_file=str(write_project(tmp_path / "school") / "mkdocs.yml"),
        theme={"name": "material"},
    )
    own = tmp_path / "rieng"
    for path in ("a.txt", ".an/b.txt", "thu-muc/.c.txt", "thu-muc/d.txt"):
        (own / path).parent.mkdir(parents=True, exist_ok=True)
        (own / path).write_text("1", "utf-8")
    config.theme.dirs.insert(0, str(own))
    found = [Files([]), Files([])]
    found[0].add_files_from_theme(config.theme.get_env(), config)
    pass_over_hidden(config.theme)
    env = config.theme.get_env()
    found[1].add_files_from_theme(env, config)

    assert list(found[0].src_uris) == list(found[1].src_uris)
    assert {"a.txt", "thu-muc/d.txt"} <= set(found[1].src_uris)
    assert env.get_template(".icons/material/home.svg").render()
