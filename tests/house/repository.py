"""The repository's own files, as the house tests look at them."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent.parent


def list_modules(*folders: str) -> tuple[Path, ...]:
    """Python files below some folders of the repository, in order."""
    return tuple(sorted(file for folder in folders for file in (REPOSITORY / folder).rglob("*.py")))


@cache
def parse_module(file: Path) -> ast.Module:
    """Syntax tree of a Python file."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def list_tracked() -> tuple[Path, ...] | None:
    """Files that git tracks or would add; None where this is no checkout."""
    git = shutil.which("git")
    if git is None or not (REPOSITORY / ".git").exists():
        return None
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    files = (REPOSITORY / name for name in listed.split("\0") if name)
    return tuple(file for file in files if file.is_file())


def say_place(file: Path, line: int | None = None) -> str:
    """Path from the repository, with a line where there is one, for an editor to jump to."""
    path = file.relative_to(REPOSITORY).as_posix()
    return path if line is None else f"{path}:{line}"


def read_catalog(language: str) -> Mapping[str, Mapping[str, str]]:
    """Every entry of a language's catalog, read without the product's own reader."""
    catalog: dict[str, Mapping[str, str]] = {}
    for file in sorted((REPOSITORY / "builder" / "locale" / language).glob("*.toml")):
        catalog |= tomllib.loads(file.read_text(encoding="utf-8"))
    return catalog


def read_labels(language: str) -> Mapping[str, str]:
    """Every word of the templates by key."""
    text = (REPOSITORY / "theme" / "labels" / f"{language}.html").read_text(encoding="utf-8")
    return dict(re.findall(r'^\s*"([a-z0-9_]+)":\s*"((?:[^"\\]|\\.)*)"', text, re.MULTILINE))


def iterate_calls(module: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last part of its callee's name."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            callee = node.func
            if isinstance(callee, ast.Attribute):
                yield callee.attr, node
            elif isinstance(callee, ast.Name):
                yield callee.id, node


def describe_text(node: ast.expr) -> re.Pattern[str] | None:
    """Pattern of the texts that an expression gives, where it is written out in part at least."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.compile(re.escape(node.value))
    if isinstance(node, ast.JoinedStr):
        parts = (
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_-]+"
            for part in node.values
        )
        written = any(isinstance(part, ast.Constant) for part in node.values)
        return re.compile("".join(parts)) if written else None
    return None
