"""Give one target the bytes of some files, as the search did, without what the search needs.

python -m tests.fuzz.again TARGET FILE …
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS


def main() -> int:
    """Exit status: 1 where anything is wrong; what is raised is shown as it is."""
    name, *files = sys.argv[1:]
    status = 0
    for file in files:
        for fault in TARGETS[name](Path(file).read_bytes()):
            sys.stdout.write(f"{file}: {fault}\n")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
