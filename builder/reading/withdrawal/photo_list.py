"""Text of `content/withdrawn-photos.md` → the pictures that were withdrawn."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from urllib.parse import unquote

from builder.model.problems import Outcome, Problem, Where
from builder.model.withdrawal import WITHDRAWN_PHOTOS
from builder.reading.source.nodes import Scalar
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.days import read_day

_LINE = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+(.*\S)")
_ENTRY = re.compile(
    r"(\d{4}[-/]\d{1,2}[-/]\d{1,2}|.*?\d{4})(?:[ \t]*[:,;]|[ \t]+[–\-])?[ \t]+(\S.*)"
)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^()]+)\)")
_KEY = "ngày gỡ"
"""How sentences call the day of a line."""


def read_photo_list(text: str, files: frozenset[str], pages_folder: str) -> Outcome[frozenset[str]]:
    """Paths of withdrawn pictures, from the project folder.

    Lines of a list name a day and a picture, by its path below `content/`; whatever
    else stands there is for people. A picture goes even if its day can't be read:
    a child's picture is no price for a slip. `files` are all files below `content/`. A
    picture among hand-written pages must go itself, since MkDocs publishes all of
    that folder.
    """
    found: set[str] = set()
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        entry = _LINE.match(line)
        if entry is None:
            continue
        read = _read_entry(entry[1], Where(WITHDRAWN_PHOTOS, number, entry.start(1) + 1))
        problems += read.problems
        if read.value is None:
            continue
        path = read.value
        where, details = Where(WITHDRAWN_PHOTOS, number), {"written": shorten(path)}
        if path not in files:
            problems.append(Problem("withdrawn-photo-missing", where, details))
        elif path.startswith(f"{pages_folder.rstrip('/')}/"):
            problems.append(Problem("withdrawn-photo-page", where, details))
        found.add(path)
    return Outcome(frozenset(found), tuple(problems))


def _read_entry(text: str, where: Where) -> Outcome[str]:
    """Picture of one line, with the problems of its day."""
    found = _ENTRY.fullmatch(text)
    if found is None:
        return Outcome(None, (Problem("withdrawn-photo-line", where, {"written": shorten(text)}),))
    day = read_day(Scalar(found[1].strip("*_` "), where), key=_KEY)
    return Outcome(_path_of(found[2]), day.problems)


def _path_of(written: str) -> str:
    """Path from the project folder, however the picture is named: plain, in quotes, as a link.

    Windows gives strokes of its own to whoever copies a path there.
    """
    link = _LINK.fullmatch(written)
    name = unicodedata.normalize("NFC", unquote(link[1] if link else written.strip('`"“”<>*_ ')))
    folder = posixpath.dirname(WITHDRAWN_PHOTOS)
    path = name.replace("\\", "/")
    return posixpath.normpath(path if path.startswith(f"{folder}/") else f"{folder}/{path}")
