"""Publish a folder over SFTP, as `outreach publish` does after it has built.

    python send.py SITE TARGET

TARGET is JSON: what `benchmarks/publish.py` knows of its server.
"""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.opening import open_target
from builder.publish.publisher import Times, find_publisher
from builder.publish.run import run_publication
from builder.publish.storage import Surroundings
from builder.workflow.marked_release import load_marked_release


@dataclass(frozen=True, slots=True)
class Silent:
    """Progress that nobody watches."""

    def begin(self, code: str, total: int) -> None:
        """A stretch of work begins."""

    def advance(self) -> None:
        """A step is done."""


def main() -> None:
    """Publish."""
    site, told = Path(sys.argv[1]), json.loads(sys.argv[2])
    target = PublishTarget("bench", TargetKind.SFTP, host="127.0.0.1", **told)
    surroundings = Surroundings(
        site.parent, find_secret=lambda: None, confirm=lambda *_: False, remark=lambda *_: None
    )
    with ThreadPoolExecutor(1) as reader:
        reading = reader.submit(load_marked_release, site, site.parent, datetime.now(UTC))
        with open_target(target, surroundings, find_publisher(), Times()) as opened:
            run_publication(opened, reading.result(), Silent())


if __name__ == "__main__":
    main()
    os._exit(0)  # as the command ends
