"""Size and shape of the code: each piece can be read in one go."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.house.repository import REPOSITORY, list_modules, parse_module, say_place

MODULE_LINES = 250
ADAPTER_LINES = 100
FUNCTION_LINES = 30

_SHOWN = list_modules("builder", "benchmarks")


def test_every_module_can_be_read_at_a_sitting() -> None:
    """A module has at most 250 lines, the plugin for MkDocs at most 100."""
    too_long = [
        say_place(file)
        for file in _SHOWN
        if len(file.read_text(encoding="utf-8").splitlines()) > _most_lines(file)
    ]

    assert [] == too_long


def test_every_function_is_one_thought() -> None:
    """A function has at most 30 lines besides its docstring."""
    too_long = [
        f"{say_place(file, function.lineno)} {function.name}"
        for file in _SHOWN
        for function in _list_functions(file)
        if _count_lines(function) > FUNCTION_LINES
    ]

    assert [] == too_long


def test_every_module_begins_with_what_it_gives() -> None:
    """The first sentence of a module says what comes in or goes out."""
    silent = [
        say_place(file)
        for file in _SHOWN
        if not (ast.get_docstring(parse_module(file)) or "").strip()
    ]

    assert [] == silent


def test_helpers_stand_below_their_callers() -> None:
    """A private function stands below the first function of its module that uses it."""
    above = [
        f"{say_place(file, helper.lineno)} {helper.name}"
        for file in _SHOWN
        for helper in _find_helpers_above(parse_module(file))
    ]

    assert [] == above


def test_layers_hold() -> None:
    """No module imports from above or from beside it, nor a library that belongs elsewhere."""
    linter = Path(sys.executable).with_name("lint-imports")
    linted = subprocess.run(
        [linter, "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )

    assert 0 == linted.returncode, linted.stdout


def _most_lines(file: Path) -> int:
    """How long a module may be."""
    return ADAPTER_LINES if file.name == "mkdocs_plugin.py" else MODULE_LINES


def _list_functions(file: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Functions and methods of a module."""
    return [
        node
        for node in ast.walk(parse_module(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def _count_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring and decorators."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is not None:
        docstring = function.body[0]
        lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
    return lines


def _find_helpers_above(module: ast.Module) -> list[ast.FunctionDef]:
    """Private functions of a module that no statement before them uses, and one after them does.

    One that the module itself needs while it is imported (a decorator, a table) must stand above.
    """
    above = []
    for helper in module.body:
        if not isinstance(helper, ast.FunctionDef) or not helper.name.startswith("_"):
            continue
        users = [node for node in module.body if node is not helper and _names(node, helper.name)]
        in_functions = all(isinstance(user, ast.FunctionDef | ast.ClassDef) for user in users)
        if users and in_functions and users[0].lineno > helper.lineno:
            above.append(helper)
    return above


def _names(node: ast.stmt, name: str) -> bool:
    """Whether a statement uses a name."""
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(node))
