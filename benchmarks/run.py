"""Our build beside Hugo, Eleventy, Pelican, Zensical and Material's blog, on the same posts.

    python benchmarks/run.py [--posts 1000 10000] [--rounds 5] [--peers Hugo Eleventy]

Whole processes in turn, medians told. Exit status 1 where a goal is not met.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from corpus import WORDS_A_POST, make_news
from machine import compile_bytecode, describe_machine
from rounds import run_rounds
from sides import OURS, PAGES_ALONE, PEERS, Side, make_side
from table import compose_goals, compose_results, judge


def main() -> int:
    """Measure, tell, and say by the exit status whether every goal is met."""
    wanted = _read_arguments()
    compile_bytecode()
    sides = [make_side(name, search=wanted.search) for name in (OURS, PAGES_ALONE, *wanted.peers)]
    print(describe_machine())
    met = [compare(sides, posts, wanted) for posts in wanted.posts]
    return 0 if all(met) else 1


def compare(sides: Sequence[Side], posts: int, wanted: argparse.Namespace) -> bool:
    """Build so many posts, print both tables; whether every goal is met."""
    news = tuple(make_news(posts, photos=wanted.photos))
    keep = nullcontext(wanted.keep) if wanted.keep else tempfile.TemporaryDirectory()
    with keep as name:
        results = run_rounds(
            sides,
            news,
            Path(name) / str(posts),
            rounds=wanted.rounds,
            patience_s=wanted.patience,
        )
    judged = judge(results, posts)
    print(f"\n{posts:,} posts of {WORDS_A_POST} words, medians of {wanted.rounds}:\n")
    print(compose_results(results), compose_goals(judged), sep="\n\n", flush=True)
    return not any(one.is_missed for one in judged)


def _read_arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--posts", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=list(PEERS))
    parser.add_argument(
        "--patience",
        type=float,
        default=60,
        metavar="SECONDS",
        help="a side whose first build takes longer builds only once",
    )
    parser.add_argument("--photos", action="store_true", help="a photo in each tenth post")
    parser.add_argument("--search", action="store_true", help="an index for search as well")
    parser.add_argument("--keep", metavar="FOLDER", help="leave the projects there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
