"""Our build beside Material's blog plugin, on the same posts, and how our time grows.

    python benchmarks/run.py [--posts 1000] [--rounds 3] [--keep FOLDER]

Both projects are made new, built in turn and cold (no cache, no site that stood before), and
the median is told. Exit status 1 where a promise is not kept: at most a quarter of the peer's
time, under 300 MB.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from importlib.metadata import version
from pathlib import Path

from corpus import WORDS_A_POST, News, make_news, write_ours, write_peer
from measure import Cost, count_cores, run_measured

MOST_RATIO = 0.25
MOST_MB = 300
_SCRIPTS = Path(sys.executable).parent
_OURS = (str(_SCRIPTS / "outreach"), "build")
_PEER = (str(_SCRIPTS / "mkdocs"), "build", "--quiet")


def main() -> int:
    """Measure, tell, and say by the exit status whether the promises are kept."""
    wanted = _read_arguments()
    keep = nullcontext(wanted.keep) if wanted.keep else tempfile.TemporaryDirectory()
    with keep as name:
        folder = Path(name)
        print(_describe_machine())
        kept = compare_with_peer(folder, wanted.posts, wanted.rounds)
        show_growth(folder, tuple(wanted.posts * share // 4 for share in (1, 2, 4, 8)))
    return 0 if kept else 1


def compare_with_peer(folder: Path, posts: int, rounds: int) -> bool:
    """Build both projects in turn, print the table; whether the promises are kept."""
    news = tuple(make_news(posts))
    ours, peer = folder / "ours", folder / "peer"
    write_ours(news, ours)
    write_peer(news, peer)
    costs_ours, costs_peer = [], []
    for _ in range(rounds):
        costs_ours.append(build_cold(_OURS, ours, news, "tin/*/*/index.html"))
        costs_peer.append(build_cold(_PEER, peer, news, "blog/20*/*/*/*/index.html"))
    print(f"\n{posts} posts of {WORDS_A_POST} words, cold, median of {rounds}:\n")
    print("| build | seconds | processor seconds | memory, MB |\n|---|---:|---:|---:|")
    print(_describe_costs("outreach build", costs_ours))
    print(_describe_costs("mkdocs build, Material's blog", costs_peer))
    ratio = _median_seconds(costs_ours) / _median_seconds(costs_peer)
    most_mb = max((cost.peak_mb or 0 for cost in costs_ours), default=0)
    print(f"\nratio {ratio:.2f} (at most {MOST_RATIO}), peak {most_mb:.0f} MB (under {MOST_MB})")
    return ratio <= MOST_RATIO and most_mb < MOST_MB


def show_growth(folder: Path, sizes: Sequence[int]) -> None:
    """Build ever larger projects of ours and print what one post takes."""
    print("\n| posts | seconds | ms a post | memory, MB |\n|---:|---:|---:|---:|")
    for posts in sizes:
        project = folder / f"growth-{posts}"
        news = tuple(make_news(posts))
        write_ours(news, project)
        cost = build_cold(_OURS, project, news, "tin/*/*/index.html")
        a_post = cost.seconds / posts * 1000
        print(f"| {posts} | {cost.seconds:.2f} | {a_post:.2f} | {_describe_memory(cost.peak_mb)} |")
        shutil.rmtree(project)


def build_cold(command: Sequence[str], project: Path, news: Sequence[News], pages: str) -> Cost:
    """Build without anything that an earlier build left; every post must have its page."""
    for made in ("site", ".cache"):
        shutil.rmtree(project / made, ignore_errors=True)
    cost = run_measured(command, project)
    found = sum("trang" not in file.parts for file in (project / "site").glob(pages))
    if found != len(news):
        raise RuntimeError(f"{project.name}: {found} pages of {len(news)} posts")
    return cost


def _read_arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", metavar="FOLDER", help="leave the projects there")
    return parser.parse_args()


def _describe_machine() -> str:
    """Versions and cores, without which a time says nothing."""
    names = ("school-outreach", "mkdocs", "mkdocs-material", "Markdown")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    return f"Python {sys.version.split()[0]}, {versions}; {count_cores()} cores"


def _describe_costs(label: str, costs: Sequence[Cost]) -> str:
    """One row of the table."""
    memory = [cost.peak_mb for cost in costs if cost.peak_mb is not None]
    worked = [cost.processor_seconds for cost in costs if cost.processor_seconds is not None]
    return (
        f"| {label} | {_median_seconds(costs):.1f} | "
        f"{f'{statistics.median(worked):.1f}' if worked else '—'} | "
        f"{_describe_memory(max(memory) if memory else None)} |"
    )


def _median_seconds(costs: Sequence[Cost]) -> float:
    """The time between the slower and the faster half."""
    return statistics.median(cost.seconds for cost in costs)


def _describe_memory(peak_mb: float | None) -> str:
    """Whole megabytes, or a dash."""
    return "—" if peak_mb is None else f"{peak_mb:.0f}"


if __name__ == "__main__":
    sys.exit(main())
