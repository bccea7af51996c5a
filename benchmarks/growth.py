"""How our build's time and memory grow with the posts.

    python benchmarks/growth.py [--posts 1000 3000 10000 30000] [--rounds 3]

Exit status 1 where a promise is not kept: the time a post takes is the same within 20 % when all
is built, a build after one edit takes at most twice as long with the most posts as with the
fewest, and 30,000 posts need at most 2,250 MB.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from corpus import make_news
from machine import compile_bytecode, describe_machine
from rounds import BODY, COLD, SCENARIOS, Result, run_rounds
from sides import OURS, make_side
from table import Judged, compose_goals, compose_table, median_seconds

SIZES = (1000, 3000, 10_000, 30_000)
MOST_SPREAD = 1.2
MOST_EDIT_GROWTH = 2.0
MOST_MB = {30_000: 2250.0}


def main() -> int:
    """Measure, tell, and say by the exit status whether the promises are kept."""
    wanted = _read_arguments()
    compile_bytecode()
    print(describe_machine(), end="\n\n", flush=True)
    results = [measure_size(posts, wanted) for posts in wanted.posts]
    judged = judge_growth(wanted.posts, results)
    print(compose_growth(wanted.posts, results), compose_goals(judged), sep="\n\n")
    return 1 if any(one.is_missed for one in judged) else 0


def measure_size(posts: int, wanted: argparse.Namespace) -> Result:
    """Build a project of so many posts."""
    keep = nullcontext(wanted.keep) if wanted.keep else tempfile.TemporaryDirectory()
    with keep as name:
        (result,) = run_rounds(
            [make_side(OURS, search=wanted.search)],
            tuple(make_news(posts)),
            Path(name) / str(posts),
            rounds=wanted.rounds,
            patience_s=float("inf"),
        )
    return result


def judge_growth(sizes: Sequence[int], results: Sequence[Result]) -> tuple[Judged, ...]:
    """The promises with what was measured."""
    per_post = [_seconds(one, COLD) / posts for posts, one in zip(sizes, results, strict=True)]
    edits = [_seconds(one, BODY) for one in results]
    return (
        Judged(
            "cold time a post, slowest against quickest", max(per_post) / min(per_post), MOST_SPREAD
        ),
        Judged(
            "one edited body, most posts against fewest", edits[-1] / edits[0], MOST_EDIT_GROWTH
        ),
        Judged(
            f"peak memory at {sizes[-1]:,} posts, MB", results[-1].peak_mb, MOST_MB.get(sizes[-1])
        ),
    )


def compose_growth(sizes: Sequence[int], results: Sequence[Result]) -> str:
    """A row for each number of posts."""
    rows = [
        (
            f"{posts:,}",
            *(f"{_seconds(one, scenario):.2f}" for scenario in SCENARIOS),
            f"{_seconds(one, COLD) / posts * 1000:.2f}",
            "—" if one.peak_mb is None else f"{one.peak_mb:,.0f}",
        )
        for posts, one in zip(sizes, results, strict=True)
    ]
    headings = (*(f"{scenario}, s" for scenario in SCENARIOS), "cold, ms a post", "memory, MB")
    return compose_table(("posts", *headings), rows)


def _seconds(result: Result, scenario: str) -> float:
    """The median, which every scenario has here: nothing is left out for want of patience."""
    seconds = median_seconds(result, scenario)
    if seconds is None:
        raise ValueError(f"{scenario} was not built")
    return seconds


def _read_arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--posts", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--search", action="store_true", help="an index for search as well")
    parser.add_argument("--keep", metavar="FOLDER", help="leave the projects there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
