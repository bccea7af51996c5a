"""A teacher's machine, on which nothing but the wheel is installed."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class School:
    """A teacher's machine: the wheel is installed, the repository is nowhere near."""

    folder: Path
    scripts: Path

    def run(self, command: str, *arguments: str, folder: str = ".") -> str:
        """Run an installed command in a folder; its output. Fails the test where it fails."""
        done = subprocess.run(
            [self.scripts / command, *arguments],
            cwd=self.folder / folder,
            env=_bare_environment(self.scripts),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert 0 == done.returncode, f"{command} {' '.join(arguments)}\n{done.stdout}{done.stderr}"
        return done.stdout


def _bare_environment(scripts: Path) -> dict[str, str]:
    """Nothing of the repository's environment but what the system itself needs."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "TMPDIR") if key in os.environ}
    return kept | {
        "PATH": os.pathsep.join([str(scripts), os.defpath]),
        "HOME": str(scripts.parent),
        "LANG": "C.UTF-8",
        "PYTHONNOUSERSITE": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }
