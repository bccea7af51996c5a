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
from compileall import compile_dir
from contextlib import nullcontext
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from corpus import WORDS_A_POST, make_news, write_ours, write_peer
from measure import Cost, count_cores, measure_peak_mb, run_timed

MOST_RATIO = 0.25
MOST_MB = 300
_ASIDE = "aside"
_SCRIPTS = Path(sys.executable).parent
_OURS = (str(_SCRIPTS / "outreach"), "build")
_PEER = (str(_SCRIPTS / "mkdocs"), "build", "--quiet")


def main() -> int:
    """Measure, tell, and say by the exit status whether the promises are kept."""
    wanted = _read_arguments()
    keep = nullcontext(wanted.keep) if wanted.keep else tempfile.TemporaryDirectory()
    _compile_bytecode()
    with keep as name:
        folder = Path(name)
        print(_describe_machine())
        kept = compare_with_peer(folder, wanted.posts, wanted.rounds)
        show_growth(folder, tuple(wanted.posts * share // 4 for share in (1, 2, 4, 8)))
        shutil.rmtree(folder / _ASIDE)
    return 0 if kept else 1


def compare_with_peer(folder: Path, posts: int, rounds: int) -> bool:
    """Build both projects in turn, print the table; whether the promises are kept."""
    news = tuple(make_news(posts))
    ours = Build(_OURS, folder / "ours", "tin/*/*/index.html", posts)
    peer = Build(_PEER, folder / "peer", "blog/20*/*/*/*/index.html", posts)
    write_ours(news, ours.project)
    write_peer(news, peer.project)
    rows = [(ours.measure(), peer.measure()) for _ in range(rounds)]
    costs_ours, costs_peer = [one for one, _ in rows], [one for _, one in rows]
    peak_mb = ours.measure_peak_mb()
    print(f"\n{posts} posts of {WORDS_A_POST} words, cold, median of {rounds}:\n")
    print("| build | seconds | processor seconds | memory, MB |\n|---|---:|---:|---:|")
    print(_describe_costs("outreach build", costs_ours, peak_mb))
    print(_describe_costs("mkdocs build, Material's blog", costs_peer, peer.measure_peak_mb()))
    ratio = _median_seconds(costs_ours) / _median_seconds(costs_peer)
    print(f"\nratio {ratio:.2f} (at most {MOST_RATIO}), ", end="")
    print(f"peak {_describe_memory(peak_mb)} MB (under {MOST_MB})")
    return ratio <= MOST_RATIO and (peak_mb or 0) < MOST_MB


def show_growth(folder: Path, sizes: Sequence[int]) -> None:
    """Build ever larger projects of ours and print what one post takes."""
    print("\n| posts | seconds | ms a post | memory, MB |\n|---:|---:|---:|---:|")
    for posts in sizes:
        build = Build(_OURS, folder / f"growth-{posts}", "tin/*/*/index.html", posts)
        write_ours(tuple(make_news(posts)), build.project)
        seconds = build.measure().seconds
        memory = _describe_memory(build.measure_peak_mb())
        print(f"| {posts} | {seconds:.2f} | {seconds / posts * 1000:.2f} | {memory} |")
        _put_aside(build.project, folder)


@dataclass(frozen=True, slots=True)
class Build:
    """A project's build, always without anything that an earlier one left."""

    command: Sequence[str]
    project: Path
    pages: str
    """Pattern of the pages of posts below the site's folder, lists of posts among them."""

    posts: int

    def measure(self) -> Cost:
        """Build; every post must have its page."""
        self._clear()
        cost = run_timed(self.command, self.project)
        site = self.project / "site"
        found = sum("trang" not in file.parts for file in site.glob(self.pages))
        if found != self.posts:
            raise RuntimeError(f"{self.project.name}: {found} pages of {self.posts} posts")
        return cost

    def measure_peak_mb(self) -> float | None:
        """Build once more, for its memory alone."""
        self._clear()
        return measure_peak_mb(self.command, self.project)

    def _clear(self) -> None:
        """Begin anew."""
        for made in ("site", ".cache"):
            _put_aside(self.project / made, self.project.parent)


def _put_aside(made: Path, folder: Path) -> None:
    """Move what a build left out of its way.

    Deleted, it would slow down the next build: a file system that has just
    freed thousands of files takes ten times as long to make a new one.
    """
    aside = folder / _ASIDE
    aside.mkdir(parents=True, exist_ok=True)
    if made.exists():
        made.rename(aside / str(sum(1 for _ in aside.iterdir())))


def _compile_bytecode() -> None:
    """Compile our package, as an installer does; the peer's was when it was installed."""
    spec = find_spec("builder")
    for folder in (spec and spec.submodule_search_locations) or ():
        compile_dir(folder, quiet=1)


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


def _describe_costs(label: str, costs: Sequence[Cost], peak_mb: float | None) -> str:
    """One row of the table."""
    worked = [cost.processor_seconds for cost in costs if cost.processor_seconds is not None]
    return (
        f"| {label} | {_median_seconds(costs):.1f} | "
        f"{f'{statistics.median(worked):.1f}' if worked else '—'} | {_describe_memory(peak_mb)} |"
    )


def _median_seconds(costs: Sequence[Cost]) -> float:
    """The time between the slower and the faster half."""
    return statistics.median(cost.seconds for cost in costs)


def _describe_memory(peak_mb: float | None) -> str:
    """Whole megabytes, or a dash."""
    return "—" if peak_mb is None else f"{peak_mb:.0f}"


if __name__ == "__main__":
    sys.exit(main())
