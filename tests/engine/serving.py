"""`outreach serve` of a small school, as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.engine.pages_of_a_port import SECONDS, wait_for
from tests.servers.launching import pick_port
from tests.workflow.school import CONFIGURATION, TODAY, post, write_files, write_project

SERVE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from builder.cli import main
main()
"""
"""Hears Ctrl+C even where the tests run in the background and ignore it."""

POST = "content/posts/2025/hong/index.md"
DRAFT = "content/posts/2025/nhap/index.md"


class Serving:
    """A project whose preview runs."""

    def __init__(self, folder: Path) -> None:
        self.port = pick_port()
        draft = post("Bài nháp", "06/03/2025").replace("loại:", "trạng thái: nháp\nloại:")
        broken = post("Hội thảo", "31/02/2025")
        self.project = write_project(
            folder, {"mkdocs.yml": self.configure(CONFIGURATION), DRAFT: draft, POST: broken}
        )

    def configure(self, configuration: str) -> str:
        """The same configuration with the preview's address."""
        return f"dev_addr: 127.0.0.1:{self.port}\n{configuration}"

    def shows(self, path: str, words: str) -> bool:
        """Whether a page comes to show some words."""
        return wait_for(self.port, path, words)

    def save(self, path: str, text: str) -> None:
        """Save a file."""
        write_files(self.project, {path: text})

    @contextmanager
    def run(self) -> Iterator[subprocess.Popen[str]]:
        """Run `outreach serve`, ended with the block if it hasn't before."""
        with subprocess.Popen(
            [sys.executable, "-c", SERVE, "serve"],
            cwd=self.project,
            env=os.environ | {"OUTREACH_TODAY": TODAY},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        ) as running:
            try:
                yield running
            finally:
                running.kill()


def stop(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Press Ctrl+C; exit status, and all that was told."""
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=SECONDS)
    return running.returncode, told
