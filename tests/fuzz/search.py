"""Search for bytes that make one target fail, led by the lines that they reach, until time is up.

    python -m tests.fuzz.search TARGET [option or folder of libFuzzer …]

Atheris must be installed; `make fuzz` sees to that.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["builder"]):
    from tests.fuzz.targets import TARGETS


class FaultError(AssertionError):
    """What was read from the bytes is wrong."""


def main() -> None:
    """Search until libFuzzer ends this process."""
    name, *options = sys.argv[1:]
    target = TARGETS[name]

    def try_bytes(data: bytes) -> None:
        faults = target(data)
        if faults:
            raise FaultError(faults)

    atheris.Setup([sys.argv[0], *options], try_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
