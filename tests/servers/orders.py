"""What a test orders a server to do wrong, while it runs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Orders:
    """A file that a server of ours reads again whenever a fault might be due."""

    file: Path

    def give(self, **faults: object) -> None:
        """These faults from now on, and no others."""
        told = json.loads(self.file.read_text(encoding="utf-8"))
        self.write({**told, "faults": faults})

    def write(self, told: dict[str, object]) -> None:
        """Write the whole file, in one step."""
        draft = self.file.with_suffix(".new")
        draft.write_text(json.dumps(told), encoding="utf-8")
        draft.replace(self.file)
