"""Publish a folder over SFTP, as `outreach publish` does after it has built.

    python send.py FOLDER TARGET

TARGET is JSON: what `benchmarks/publish.py` knows of its server.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.opening import open_target
from builder.publish.publisher import Times, find_publisher
from builder.publish.release import load_release
from builder.publish.run import run_publication
from builder.publish.storage import Surroundings


@dataclass(frozen=True, slots=True)
class Silent:
    """Progress that nobody watches."""

    def begin(self, code: str, total: int) -> None:
        """A stretch of work begins."""

    def advance(self) -> None:
        """A step is done."""


def main() -> None:
    """Publish."""
    folder, told = Path(sys.argv[1]), json.loads(sys.argv[2])
    target = PublishTarget("bench", TargetKind.SFTP, host="127.0.0.1", **told)
    surroundings = Surroundings(
        folder, find_secret=lambda: None, confirm=lambda *_: False, remark=lambda *_: None
    )
    release = load_release(folder, published_at="2026-11-22T08:00:00+07:00", withdrawn=None)
    with open_target(target, surroundings, find_publisher(), Times()) as opened:
        run_publication(opened, release, Silent())


if __name__ == "__main__":
    main()
