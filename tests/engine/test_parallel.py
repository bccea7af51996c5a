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
from builder.workflow import bodies
parallel.PAYS_FROM = bodies.PAYS_FROM = int(sys.argv.pop(1))
from builder.cli import main
if __name__ == "__main__":
    main()
"""


def build(project: Path, site: Path, *, pays_from: int) -> str:
    """Fingerprint of a build with processes from so many pages on."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(pays_from), "build", "--site-dir", str(site)],
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
def test_processes_change_no_byte(tmp_path: Path, plugins: str) -> None:
    """However many processes render, the site is the same."""
    project = write_project(
        tmp_path / "school",
        {f"content/posts/2025/{n}.md": post(f"Bài số {n}", "06/03/2025") for n in range(20)},
    )
    file = project / "mkdocs.yml"
    file.write_text(file.read_text("utf-8").replace("plugins:\n", f"plugins:\n{plugins}"), "utf-8")

    assert build(project, tmp_path / "a", pays_from=1_000_000) == build(
        project, tmp_path / "b", pays_from=1
    )
