"""A folder of broken posts, one a promise of the reader: what is told, and what stands after."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from builder.cli.app import run
from tests.workflow.school import fingerprint

BROKEN = Path(__file__).parent.parent / "sites/broken"
TODAY = "2026-01-15"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the broken school as the current folder."""
    folder = tmp_path / "broken"
    shutil.copytree(BROKEN, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    return folder


def test_every_promise_gives_its_error_at_its_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One run tells all of them, each once, with its line and its code."""
    status = run(["check", "--format", "json"])
    told = [
        (problem["file"].removeprefix("content/posts/"), problem["line"], problem["code"])
        for problem in json.loads(capsys.readouterr().out)
        if problem["severity"] == "error"
    ]
    expected = yaml.safe_load((project / "expected.yml").read_text(encoding="utf-8"))

    assert (1, [(file, *place) for file, place in expected.items()]) == (status, told)
    assert len(told) >= 40


def test_a_build_over_them_leaves_the_standing_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stood before still stands, to the byte, and the status says so."""
    posts = project / "content/posts"
    posts.rename(project / "posts-away")
    posts.mkdir()
    shutil.copy(project / "posts-away/sound.md", posts)
    first = run(["build"])
    before = fingerprint(project / "site")
    shutil.rmtree(posts)
    (project / "posts-away").rename(posts)
    second = run(["build"])
    told = capsys.readouterr().err

    assert (0, 1, before) == (first, second, fingerprint(project / "site"))
    assert "content/posts/date-not-in-calendar.md:3: " in told


def test_lenient_builds_the_rest_and_says_how_many_are_left_out(project: Path) -> None:
    """The sound post is there, every named post is not, and the summary states the number."""
    status = run(["build", "--lenient"])
    summary = project / "site/tong-ket/2024"
    data = json.loads((summary / "data.json").read_text(encoding="utf-8"))
    page = (summary / "index.html").read_text(encoding="utf-8")
    expected = yaml.safe_load((project / "expected.yml").read_text(encoding="utf-8"))
    also_named = {"event-count-differs-a", "event-with-two-main-posts-a", "address-clash-a"}

    assert 0 == status
    assert [1, 1] == [data["totals"]["activities"], data["totals"]["posts"]]
    assert len(expected) + len(also_named) - 1 == data["left_out"]
    assert str(data["left_out"]) in page
    assert ["mot-bai-viet-dung"] == [
        folder.name for folder in (project / "site/tin/2024").iterdir() if folder.is_dir()
    ]
