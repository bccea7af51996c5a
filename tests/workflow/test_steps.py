"""Steps of a build: whoever follows it hears of every post, text, document and page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builder.engine.mkdocs_build import MkDocsEngine
from builder.workflow.build import run_build
from builder.workflow.prepare import Order
from builder.workflow.steps import SILENT, count_each
from tests.workflow.school import TODAY, post, write_project


class Follower:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.counts: dict[str, list[tuple[int, int]]] = {}

    def __call__(self, code: str) -> None:
        """A step begins."""
        self.heard.append(code)

    def part(self, code: str) -> None:
        """A part of it begins or goes on."""
        self.heard.append(code)

    def count(self, done: int, total: int) -> None:
        """So many things are done."""
        self.counts.setdefault(self.heard[-1], []).append((done, total))


@pytest.fixture
def follower(tmp_path: Path) -> Follower:
    """Has followed a build of three posts, one with a picture and one with a translation."""
    project = write_project(
        tmp_path / "school",
        {
            "content/posts/2025/hai.md": post("Bài hai", "06/03/2025"),
            "content/posts/2025/ba.md": post("Bài ba", "07/03/2025"),
            "content/posts/2025/ba.en.md": "---\ntitle: Three\nsummary: Third.\n---\n\nThree.\n",
        },
    )
    follower = Follower()
    order = Order(project, date.fromisoformat(TODAY))
    built = run_build(order, MkDocsEngine, site_folder=None, tell=follower)
    assert built.folder is not None
    return follower


@pytest.mark.slow
def test_everything_is_counted_to_its_end(follower: Follower) -> None:
    """Posts that are read, texts, pictures, documents and pages, each up to all of them."""
    ends = {part: counts[-1] for part, counts in follower.counts.items()}

    assert (3, 3) == ends["part-posts"]
    assert (1, 1) == ends["part-pictures"]
    assert {"part-texts", "part-documents", "part-rendering"} < ends.keys()
    assert [] == [part for part, (done, total) in ends.items() if done != total]


@pytest.mark.slow
def test_steps_come_in_their_order(follower: Follower) -> None:
    """From reading to the site in its place."""
    steps = [code for code in follower.heard if code.startswith("step-")]

    assert ["step-read", "step-compose", "step-render", "step-publish"] == steps


def test_things_are_counted_as_they_come() -> None:
    """Nothing is taken before it is asked for, and nothing is changed."""
    follower = Follower()
    follower.part("part-posts")
    things = count_each(iter("abc"), 3, follower)
    first = next(things)

    assert ("a", [(1, 3)]) == (first, follower.counts["part-posts"])
    assert ["b", "c"] == list(things)


def test_nobody_is_told_where_nobody_listens(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that reads content as one step among others says nothing of it."""
    SILENT("step-read")
    SILENT.part("part-posts")
    SILENT.count(1, 1)

    assert ("", "") == tuple(capsys.readouterr())
