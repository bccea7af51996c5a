"""Rounds of builds by a side that is small enough to read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]

BUILD = """
from pathlib import Path
for source in Path("posts").rglob("*.md"):
    page = Path("site") / source.relative_to("posts").with_suffix("") / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(source.read_bytes())
"""
FORGETFUL = f"""
from pathlib import Path
if not Path("site").exists():
    {BUILD.strip().replace(chr(10), chr(10) + "    ")}
"""


@pytest.fixture
def make_side(load: Load) -> Callable[[str], object]:
    """A side that builds posts alone, by a script."""
    sides, corpus, pages = load("sides"), load("corpus"), load("pages")

    def make(script: str) -> object:
        return sides.Side(
            "Nhỏ",
            "1",
            ((sys.executable, "-c", script),),
            lambda one: corpus.Written(
                {f"posts/{pages.address_of(one).rstrip('/')}.md": one.tell()}
            ),
            lambda _: corpus.Written({"about.txt": "x"}),
            (),
        )

    return make


def test_each_scenario_is_built_once_a_round(
    load: Load, corpus: ModuleType, make_side: Callable[[str], object], tmp_path: Path
) -> None:
    """Two rounds give two costs of each of the four scenarios, and what the side lacks is known."""
    news = tuple(corpus.make_news(12))
    (result,) = load("rounds").run_rounds(
        [make_side(BUILD)], news, tmp_path, rounds=2, patience_s=600
    )

    assert {
        "cold": 2,
        "one edited body": 2,
        "one edited figure": 2,
        "nothing changed": 2,
    } == {scenario: len(costs) for scenario, costs in result.costs.items()}
    assert {
        "lists",
        "years",
        "types",
        "partners",
        "summaries",
        "figures",
        "feed",
        "sitemap",
    } == set(result.missing)


def test_a_slow_side_builds_once(
    load: Load, corpus: ModuleType, make_side: Callable[[str], object], tmp_path: Path
) -> None:
    """Who took longer than the patience is told by the trial alone."""
    news = tuple(corpus.make_news(12))
    (result,) = load("rounds").run_rounds(
        [make_side(BUILD)], news, tmp_path, rounds=2, patience_s=0
    )

    assert {"cold": 1} == {scenario: len(costs) for scenario, costs in result.costs.items()}


def test_a_build_that_leaves_out_the_edit_is_refused(
    load: Load, corpus: ModuleType, make_side: Callable[[str], object], tmp_path: Path
) -> None:
    """A time counts only where the page shows what was written."""
    news = tuple(corpus.make_news(12))

    with pytest.raises(RuntimeError, match="did not build the posts as they stand"):
        load("rounds").run_rounds([make_side(FORGETFUL)], news, tmp_path, rounds=1, patience_s=600)
