"""From a save to the new text on the open page, beside a build after the same edit.

    python benchmarks/preview.py [--posts 1000 10000] [--rounds 5]

The preview runs, and Chromium shows the page of the post that is edited; beside it the same
posts are built by the command, as a whole process. Both in turn, medians told. Exit status 1
where the page does not show an edit sooner than a build would have ended.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus import News, compose_our_post, make_news, write_ours
from machine import compile_bytecode, describe_machine
from measure import run_timed
from pages import address_of
from playwright.sync_api import Error, Page, sync_playwright
from rounds import BODY, FIGURE, choose_edited, edit_news
from sides import TODAY
from table import Judged, compose_goals, compose_table

_OUTREACH = str(Path(sys.executable).parent / "outreach")
_BUILD = (_OUTREACH, "build", "--today", TODAY)
_SCENARIOS = (BODY, FIGURE)
_MOST = 1.0
_PORT = 8765
_PATIENCE_MS = 600_000
_REST_SECONDS = 1.0
"""Between two saves, as no teacher is quicker."""

_SHOWS = "words => document.body && document.body.textContent.includes(words)"
_LOOK_MS = 20
"""Between two looks at the page: more often, they would take time from what is measured."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of each round."""

    preview: float
    build: float


def main() -> int:
    """Measure, tell, and say by the exit status whether the promise is kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--posts", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    compile_bytecode()
    print(describe_machine())
    judged = [one for posts in wanted.posts for one in compare(posts, wanted.rounds)]
    print(compose_goals(judged))
    return 1 if any(one.is_missed for one in judged) else 0


def compare(posts: int, rounds: int) -> list[Judged]:
    """Edit so many posts' project in both ways, and print what it took."""
    news = tuple(make_news(posts))
    with tempfile.TemporaryDirectory() as name:
        previewed, built = Path(name) / "previewed", Path(name) / "built"
        for folder in (previewed, built):
            write_ours(news, folder)
        configuration = previewed / "mkdocs.yml"
        stated = configuration.read_text(encoding="utf-8")
        configuration.write_text(f"dev_addr: 127.0.0.1:{_PORT}\n{stated}", encoding="utf-8")
        run_timed(_BUILD, built)
        with open_page(previewed, address_of(news[choose_edited(news)])) as page:
            taken = _measure(news, rounds, page, previewed, built)
    return _tell(posts, taken)


@contextmanager
def open_page(project: Path, address: str) -> Iterator[Page]:
    """A page of a project's preview in Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    environment = os.environ | {"OUTREACH_TODAY": TODAY}
    with (
        (project / "serve.log").open("wb") as log,
        subprocess.Popen(
            [_OUTREACH, "serve"], cwd=project, env=environment, stdout=log, stderr=log
        ) as serving,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=program, args=["--no-sandbox"]) as browser,
    ):
        page = browser.new_page()
        try:
            _wait_for_server(page)
            page.wait_for_selector(".md-header", timeout=_PATIENCE_MS)
            page.goto(f"http://127.0.0.1:{_PORT}/{address}")
            yield page
        finally:
            serving.terminate()


def _wait_for_server(page: Page) -> None:
    """Open the preview's first page as soon as there is anything to open."""
    while True:
        try:
            page.goto(f"http://127.0.0.1:{_PORT}/")
        except Error:
            time.sleep(_REST_SECONDS)
        else:
            return


def _measure(
    news: Sequence[News], rounds: int, page: Page, previewed: Path, built: Path
) -> dict[str, list[Measured]]:
    """Each edit in each round, in both projects."""
    taken: dict[str, list[Measured]] = {scenario: [] for scenario in _SCENARIOS}
    for number in range(1, rounds + 1):
        for scenario in _SCENARIOS:
            edited = edit_news(news, scenario, number)[choose_edited(news)]
            _save(edited, built)
            time.sleep(_REST_SECONDS)
            build = run_timed(_BUILD, built).seconds
            words = edited.body.splitlines()[-1]
            if scenario == FIGURE:
                words = f"{edited.students} học sinh"
            started = time.perf_counter()
            _save(edited, previewed)
            page.wait_for_function(_SHOWS, arg=words, polling=_LOOK_MS, timeout=_PATIENCE_MS)
            taken[scenario].append(Measured(time.perf_counter() - started, build))
            time.sleep(_REST_SECONDS)
    return taken


def _save(edited: News, project: Path) -> None:
    """Save the edited post."""
    for path, text in compose_our_post(edited).texts.items():
        (project / path).write_text(text, encoding="utf-8")


def _tell(posts: int, taken: dict[str, list[Measured]]) -> list[Judged]:
    """Print the medians; the promises with what was measured."""
    judged, rows = [], []
    for scenario, rounds in taken.items():
        preview = statistics.median(one.preview for one in rounds)
        build = statistics.median(one.build for one in rounds)
        rows.append((scenario, f"{preview:.2f}", f"{build:.2f}", f"{preview / build:.2f}"))
        judged.append(Judged(f"{scenario}, {posts:,} posts", preview / build, _MOST))
    print(f"\n{posts:,} posts, medians of {len(taken[BODY])}:\n")
    headings = ("edit", "preview shows it, s", "build ends, s", "preview against build")
    print(compose_table(headings, rows), end="\n\n", flush=True)
    return judged


if __name__ == "__main__":
    sys.exit(main())
