"""Single values of the plugin's section, each with its own form."""

from __future__ import annotations

import re
from functools import partial

from builder.model.problems import Outcome, Problem
from builder.reading.source.nodes import Node
from builder.reading.source.yaml_nodes import shorten
from builder.reading.surroundings.documents import choices, read_choice
from builder.reading.values.lists import read_list
from builder.reading.values.texts import read_text

_MONTH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})")
_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z0-9-]+(?:/[^\s?#]*)?)", re.IGNORECASE)
_APPROVALS = choices({"off": ("no", "không"), "required": ("yes", "có", "bắt buộc")})
_LANGUAGES = choices({"vi": ("tiếng Việt",), "en": ("tiếng Anh",)})

read_approval = partial(read_choice, known=_APPROVALS)
"""`off` or `required`."""


def read_year_start(node: Node, *, key: str) -> Outcome[int]:
    """Month whose first day starts the school year, written `09-01`."""
    text = read_text(node, key=key)
    if text.value is None:
        return Outcome(None, text.problems)
    found = _MONTH_DAY.fullmatch(text.value)
    if found and 1 <= int(found[1]) <= 12 and int(found[2]) == 1:
        return Outcome(int(found[1]))
    return Outcome(None, (_tell("year-start", node, key, text.value),))


def read_languages(node: Node, *, key: str) -> Outcome[tuple[str, ...]]:
    """Languages of the site, each once."""
    texts = read_list(node, key=key)
    read = [read_choice(one, _LANGUAGES, key=key) for one in texts.value or ()]
    problems = (*texts.problems, *(problem for one in read for problem in one.problems))
    return Outcome(tuple(dict.fromkeys(one.value for one in read if one.value)), problems)


def read_frame_hosts(node: Node, *, key: str) -> Outcome[tuple[str, ...]]:
    """Hosts, maybe with a path, whose frames may be shown; a `https://` before them is dropped."""
    texts = read_list(node, key=key)
    hosts: dict[str, None] = {}
    problems = list(texts.problems)
    for one in texts.value or ():
        found = _HOST.fullmatch(one.text)
        if found is None:
            problems.append(_tell("frame-host", one, key, one.text))
        else:
            hosts.setdefault(found[1])
    return Outcome(tuple(hosts), tuple(problems))


def _tell(code: str, node: Node, key: str, written: str) -> Problem:
    """Problem of a written value."""
    return Problem(code, node.where, {"key": key, "written": shorten(written)})
