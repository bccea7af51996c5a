"""Publish a folder as a program of its own, which may be killed.

    python publishing.py FOLDER TARGET

TARGET is JSON: the fields of a target of the configuration.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.opening import open_target
from builder.publish.publisher import Publisher, Times
from builder.publish.release import load_release
from builder.publish.run import run_publication
from tests.publish.surroundings import quiet_surroundings
from tests.publish.target_contract import Heard


def main() -> None:
    """Publish."""
    folder, told = Path(sys.argv[1]), json.loads(sys.argv[2])
    told["kind"] = TargetKind(told["kind"])
    surroundings = quiet_surroundings(folder, os.environ.get("SECRET"))
    who = Publisher("co-lan", "may-van-phong", "m1", os.getpid(), str(os.getpid()))
    release = load_release(folder, published_at="2026-11-22T08:00:00+07:00", withdrawn=None)
    with open_target(PublishTarget(**told), surroundings, who, Times()) as target:
        run_publication(target, release, Heard())


if __name__ == "__main__":
    main()
