"""What git tracks: small files that speak of this project alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.repository import list_tracked, say_place

MOST_BYTES = 1_000_000
_REGISTRIES = ("pypi", "pythonhosted", "npmjs", "deb.debian", "ghcr")
_MACHINES = ("work", "root", "opt", "home", "Users")
REGISTRY_HOST = re.compile(
    r"\b(?:" + "|".join(re.escape(name) for name in _REGISTRIES) + r")\.(?:org|com|io)\b"
)
MACHINE_PATH = re.compile(r"(?<![\w.$)}*-])/(?:" + "|".join(_MACHINES) + r")/[\w.-]+")


@pytest.fixture(scope="module")
def tracked() -> tuple[Path, ...]:
    """Files that git tracks."""
    files = list_tracked()
    if files is None:
        pytest.skip("no git checkout")
    return files


def test_no_tracked_file_is_large(tracked: tuple[Path, ...]) -> None:
    """A clone stays quick: no file over 1 MB."""
    large = [say_place(file) for file in tracked if file.stat().st_size > MOST_BYTES]

    assert [] == large


def test_no_file_names_a_registry(tracked: tuple[Path, ...]) -> None:
    """Packages come from wherever pip is set up for: no host of a registry is written down."""
    assert [] == _find(REGISTRY_HOST, tracked)


def test_no_file_names_a_machine(tracked: tuple[Path, ...]) -> None:
    """No path of the machine it was written on stays in a file."""
    assert [] == _find(MACHINE_PATH, tracked)


def _find(pattern: re.Pattern[str], files: tuple[Path, ...]) -> list[str]:
    """Places where a pattern stands in a text file."""
    return [
        f"{say_place(file, number)} {found[0]}"
        for file in files
        for number, line in enumerate(_read_lines(file), start=1)
        if (found := pattern.search(line))
    ]


def _read_lines(file: Path) -> list[str]:
    """Lines of a text file; none of a picture."""
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
