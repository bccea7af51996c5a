"""The preview: what waits and what is broken is shown, and a saved change is seen."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.workflow.school import CONFIGURATION, TODAY, post, write_files, write_project

SECONDS = 30.0


def free_port() -> int:
    """A port on this machine where nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def get(port: int, path: str) -> str:
    """A page of the preview; empty where nobody listens yet."""
    with socket.socket() as connection:
        connection.settimeout(5)
        try:
            connection.connect(("127.0.0.1", port))
        except OSError:
            return ""
        connection.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        parts = []
        while part := connection.recv(65_536):
            parts.append(part)
        return b"".join(parts).decode("utf-8", "replace")


def wait_for(port: int, path: str, words: str) -> bool:
    """Whether a page comes to show some words."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if words in get(port, path):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
@pytest.mark.engine
def test_a_saved_change_is_seen(tmp_path: Path) -> None:
    """Drafts and broken posts are shown, a correction replaces the broken one's page."""
    port = free_port()
    broken = "content/posts/2025/hong/index.md"
    project = write_project(
        tmp_path / "school",
        {
            "mkdocs.yml": f"dev_addr: 127.0.0.1:{port}\n{CONFIGURATION}",
            "content/posts/2025/nhap/index.md": post("Bài nháp", "06/03/2025").replace(
                "loại:", "trạng thái: nháp\nloại:"
            ),
            broken: post("Hội thảo", "31/02/2025"),
        },
    )
    running = subprocess.Popen(
        [sys.executable, "-c", "from builder.cli import main; main()", "serve"],
        cwd=project,
        env=os.environ | {"OUTREACH_TODAY": TODAY},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        shown = [
            wait_for(port, "/tin/2025/bai-nhap/", "Bài nháp"),
            wait_for(port, "/tin/2025/hong/", "31/02/2025"),
        ]
        page = get(port, "/")
        write_files(project, {broken: post("Hội thảo", "07/03/2025")})
        shown.append(wait_for(port, "/tin/2025/hoi-thao/", "07/03/2025"))
    finally:
        running.send_signal(signal.SIGINT)
        status = running.wait(timeout=SECONDS)

    assert ([True, True, True], 0) == (shown, status)
    assert (True, False) == ("frame-src" in page, "script-src" in page), "its own script must run"


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    """A second preview says why it does not open, and exits 2."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        project = write_project(
            tmp_path / "school",
            {"mkdocs.yml": f"dev_addr: 127.0.0.1:{port}\n{CONFIGURATION}"},
        )
        done = subprocess.run(
            [sys.executable, "-c", "from builder.cli import main; main()", "serve"],
            cwd=project,
            env=os.environ | {"OUTREACH_TODAY": TODAY},
            capture_output=True,
            check=False,
            timeout=SECONDS,
        )

    assert (2, True) == (done.returncode, f"127.0.0.1:{port}".encode() in done.stderr)
