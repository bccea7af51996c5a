"""Builds that are killed, and builds at the same time: a whole site stands at every moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.disk.staging import work_folder
from tests.workflow.school import TODAY, fingerprint, post, write_files, write_project

KILLS = 20
POST = "content/posts/2025/bien-dao-2/index.md"


def begin(project: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start a build in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", "from builder.cli import main; main()", "build", *options],
        cwd=project,
        env=_surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _surroundings() -> Mapping[str, str]:
    """The environment of a build on a fixed day."""
    return os.environ | {"OUTREACH_TODAY": TODAY}


def build(project: Path, *options: str) -> float:
    """Build and tell how long it took."""
    start = time.perf_counter()
    if begin(project, *options).wait() != 0:
        pytest.fail("the build itself failed")
    return time.perf_counter() - start


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    """Of twenty kills spread over a build's time, none leaves half a site or bars the next."""
    project = write_project(tmp_path / "school")
    build(project)
    old = fingerprint(project / "site")
    write_files(project, {POST: post("Triển lãm tranh biển đảo", "06/03/2025")})
    seconds = build(project, "--site-dir", str(tmp_path / "elsewhere"))
    new = fingerprint(tmp_path / "elsewhere")
    seen = []
    for number in range(KILLS):
        running = begin(project)
        time.sleep(seconds * (number + 0.5) / KILLS)
        running.send_signal(signal.SIGKILL)
        running.wait()
        seen.append(fingerprint(project / "site"))
    build(project)

    assert (set(), new, set()) == (
        set(seen) - {old, new},
        fingerprint(project / "site"),
        _list_left(project) - {"spare"},
    )


def _list_left(project: Path) -> set[str]:
    """What builds left beside the site; a build that ends and keeps no spare leaves no folder."""
    work = work_folder(project / "site")
    return {one.name for one in work.iterdir()} if work.exists() else set()


@pytest.mark.slow
def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    """Both end well, and one whole site stands."""
    project = write_project(tmp_path / "school")
    build(project, "--site-dir", str(tmp_path / "alone"))
    running = [begin(project) for _ in range(3)]
    statuses = [one.wait() for one in running]

    assert ([0, 0, 0], fingerprint(tmp_path / "alone"), False) == (
        statuses,
        fingerprint(project / "site"),
        work_folder(project / "site").exists(),
    )
