"""Pages rendered side by side are the pages that MkDocs renders one by one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflow.school import TODAY, fingerprint, post, write_project

BUILD = """
import sys
from builder.engine import parallel
from builder.workflow import bodies, side_by_side
parallel.PAYS_FROM = bodies.PAYS_FROM = int(sys.argv.pop(1))
parallel.ORDER_FROM = bodies.ORDER_FROM = parallel.PAYS_FROM
side_by_side.FORKS = sys.argv.pop(1) == "forks"
if not side_by_side.FORKS and parallel.PAYS_FROM == 1:
    parallel._write = bodies.BodyConverter.convert = None  # Only the others make anything.
from builder.cli import main
if __name__ == "__main__":
    main()
"""


def build(project: Path, site: Path, *, pays_from: int, how: str = "forks") -> str:
    """Fingerprint of a build with processes from so many pages on."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(pays_from), how, "build", "--site-dir", str(site)],
        cwd=project,
        env=os.environ | {"OUTREACH_TODAY": TODAY},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(done.stderr)
    return fingerprint(site)


@pytest.mark.slow
@pytest.mark.parametrize("plugins", ["", "  - search\n"], ids=["alone", "with search"])
@pytest.mark.parametrize("how", ["forks", "starts anew"])
def test_processes_change_no_byte(tmp_path: Path, plugins: str, how: str) -> None:
    """However many processes render, the site is the same."""
    project = write_project(
        tmp_path / "school",
        {f"content/posts/2025/{n}.md": post(f"Bài số {n}", "06/03/2025") for n in range(20)},
    )
    file = project / "mkdocs.yml"
    file.write_text(file.read_text("utf-8").replace("plugins:\n", f"plugins:\n{plugins}"), "utf-8")

    assert build(project, tmp_path / "a", pays_from=1_000_000) == build(
        project, tmp_path / "b", pays_from=1, how=how
    )
