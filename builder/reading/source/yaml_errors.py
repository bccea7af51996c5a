"""What the parser stumbled over → the teacher's mistake, with the line that would be right."""

from __future__ import annotations

import re

import yaml

from builder.model.problems import Problem, Where

_SHOWN = 200
"""Longest line that is shown again as its own remedy."""

_LINE = re.compile(r"(?P<head>[ ]*(?:- +)*(?![-?] )[^\s:#\"'\[{&*!|>%@`][^:]*:)[ ]+(?P<value>\S.*)")

_PART = re.compile(
    r"\s*(?:[^\s,:\[\]{}][^,:\[\]{}]*:\s+)?(?P<value>[^\s,;\[\]{}][^,;\[\]{}]*?)\s*[,\]}]"
)
"""A part of brackets, with its key if it has one."""

_SIGNS = ("*", "&", "!", "%", "@", "`", ">", "|")
"""Signs with a meaning of their own before a word."""

_DOUBLY = re.compile(r'"([^"]*\\[^"]*)"')
_WIDE_COLON = re.compile(r"[ ]*(?:- +)*[^\s:：#\"'\[{][^:：#\"'\[{]{0,60}(?P<colon>：)")
"""A key with the colon of a Chinese or Japanese keyboard, which looks like ours."""


def explain_error(text: str, error: yaml.YAMLError, path: str, first_line: int) -> Problem:
    """Problem of a text that is no mapping, at the line to be mended."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Problem("front-unreadable", Where(path, first_line))
    lines = text.split("\n")
    code, number, column = _find_mistake(lines, error, error.problem_mark)
    if code in ("front-colon-missing", "front-indent"):
        code, number, column = _find_wide_colon(lines[: number + 1]) or (code, number, column)
    line = lines[number] if number < len(lines) else ""
    where = Where(path, first_line + number, column + 1)
    details = {"written": line.strip()[:_SHOWN]}
    if code in ("front-colon", "front-quotes"):
        is_escape = code == "front-quotes" and "escape" in (error.problem or "")
        remedy = _quote_singly(line) if is_escape else _quote_at(line, column)
        if remedy is None:
            is_key = line.lstrip().startswith(_SIGNS)
            return Problem("front-key" if is_key else "front-unreadable", where)
        details["remedy"] = remedy.strip()
    return Problem(code, where, details)


def explain_no_colon(text: str, path: str, first_line: int) -> Problem:
    """Problem of a text that begins like a key and is none: its colon doesn't count."""
    lines = text.split("\n")
    code, number, column = _find_wide_colon(lines) or ("front-colon-missing", 0, 0)
    where = Where(path, first_line + number, column + 1)
    return Problem(code, where, {"written": lines[number].strip()[:_SHOWN]})


def quote_line(line: str) -> str | None:
    """A `key: value` line with its value in quotes; None where it is no such line."""
    found = _LINE.fullmatch(line.rstrip())
    if found is None or len(line) > _SHOWN:
        return None
    return f"{found['head']} {_quote(found['value'])}"


def _quote(value: str) -> str:
    """A value in quotes that let it stand as it is."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _quote_at(line: str, column: int) -> str | None:
    """A line with its value in quotes, or the one value in brackets at which the parser stumbled.

    None where no quotes make it sound.
    """
    before = line[:column]
    is_inside = any(before.count(one) > before.count(other) for one, other in ("[]", "{}"))
    if not is_inside:
        return quote_line(line)
    if len(line) > _SHOWN:
        return None
    found = _PART.match(line, max(line.rfind(sign, 0, column) for sign in "[{,") + 1)
    if found is None:
        return None
    start, end = found.span("value")
    return line[:start] + _quote(found["value"]) + line[end:]


def _quote_singly(line: str) -> str | None:
    """A line with strokes, as a folder's name of Windows has them, in quotes that keep them."""
    remedy = _DOUBLY.sub(lambda found: "'" + found[1].replace("'", "''") + "'", line)
    return None if remedy == line or len(line) > _SHOWN else remedy


def _find_mistake(
    lines: list[str], error: yaml.MarkedYAMLError, mark: yaml.Mark
) -> tuple[str, int, int]:
    """Code, line and column of the mistake, counted from 0 within the text."""
    number = min(mark.line, len(lines) - 1)
    begun = error.context_mark.line if error.context_mark else number
    column = mark.column if number == mark.line else 0
    context, problem = error.context or "", error.problem or ""
    if "tab" in problem or lines[number][: column + 1].strip(" ").startswith("\t"):
        return "front-tab", number, column
    if "quoted scalar" in context and "end of stream" in problem:
        return "front-quote-open", begun, error.context_mark.column if error.context_mark else 0
    if "could not find expected ':'" in problem:
        return "front-colon-missing", begun, 0
    if context.startswith("while parsing a flow") and begun < number:
        return "front-bracket-open", begun, error.context_mark.column if error.context_mark else 0
    if "mapping values are not allowed" in problem:
        return _explain_colon(lines, number, column)
    dots = [one for one in range(number) if lines[one].startswith("...")]
    if "<document start>" in problem and dots:
        return "front-many", dots[0], 0
    is_at_begin = not lines[number][:column].strip()
    if "<document start>" in problem or (is_at_begin and "expected key" in problem):
        return "front-indent", number, 0
    return "front-quotes", number, column


def _find_wide_colon(lines: list[str]) -> tuple[str, int, int] | None:
    """The first key with a wide colon; the parser stumbles behind it, over what it ran into."""
    for number, line in enumerate(lines):
        found = _WIDE_COLON.match(line)
        if found:
            return "front-colon-wide", number, found.start("colon")
    return None


def _explain_colon(lines: list[str], number: int, column: int) -> tuple[str, int, int]:
    """Whether a colon that came too early is one too many, or the line before is at fault."""
    found = _LINE.fullmatch(lines[number].rstrip())
    if found and column >= len(found["head"]):
        return "front-colon", number, column
    before = next((one for one in range(number - 1, -1, -1) if lines[one].strip()), number)
    if ": " in lines[before] or lines[before].rstrip().endswith(":"):
        return "front-indent", number, 0
    return "front-colon-missing", before, 0
