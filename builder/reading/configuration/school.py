"""The `school` of `mkdocs.yml` → School."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.model.counts import Group
from builder.model.periods import PeriodKind, find_written_period
from builder.model.problems import Outcome, Problem
from builder.model.settings import School
from builder.reading.configuration.dated import read_dated_text, read_signers
from builder.reading.fields.keys import key_table
from builder.reading.source.nodes import Entry, MappingNode, Node
from builder.reading.source.yaml_nodes import shorten
from builder.reading.surroundings.documents import match_fields, read_web_address
from builder.reading.values.texts import read_whole, tell_shape

SCHOOL_KEYS = key_table(
    {
        "name": (),
        "short_name": (),
        "place": (),
        "address": (),
        "main_site": (),
        "authority": (),
        "report_to": (),
        "signer": (),
        "head_count": (),
    }
)
_GROUP_KEYS = key_table({"staff": (), "students": ()})
_SHOWN_COUNT = "staff: 42, students: 618"
_SHOWN_YEAR = f"2022-2023: {{{_SHOWN_COUNT}}}"


def read_school(node: Node, *, key: str) -> Outcome[School]:
    """The school; None where its name is missing."""
    if not isinstance(node, MappingNode):
        told = tell_shape(node, key=key, wanted="mapping", known=SCHOOL_KEYS.known)
        return Outcome(None, (told,))
    fields = match_fields(node, SCHOOL_KEYS, required=("name",))
    names = fields.read("name", read_dated_text) or ()
    school = School(
        name=names,
        short_name=fields.text("short_name"),
        place=fields.read("place", read_dated_text) or (),
        address=fields.text("address"),
        main_site=fields.read("main_site", read_web_address),
        authority=fields.read("authority", read_dated_text) or (),
        report_to=fields.read("report_to", read_dated_text) or (),
        signer=fields.read("signer", read_signers) or (),
        head_count=fields.read("head_count", _read_head_counts) or MappingProxyType({}),
    )
    return Outcome(school if names else None, tuple(fields.problems))


def _read_head_counts(node: Node, *, key: str) -> Outcome[Mapping[str, Mapping[Group, int]]]:
    """Head counts by the school year's name."""
    if not isinstance(node, MappingNode):
        return Outcome(None, (tell_shape(node, key=key, wanted="mapping", known=_SHOWN_YEAR),))
    counts: dict[str, Mapping[Group, int]] = {}
    problems: list[Problem] = []
    for entry in node.entries:
        year = _find_school_year(entry.key)
        if year is None or year in counts:
            code = "school-year" if year is None else "school-year-twice"
            problems.append(Problem(code, entry.where, {"written": shorten(entry.key)}))
            continue
        read = _read_head_count(entry)
        problems += read.problems
        counts[year] = read.value or {}
    return Outcome(MappingProxyType(counts), tuple(problems))


def _find_school_year(written: str) -> str | None:
    """Name of the school year that a text means: `2022 – 2023` is `2022-2023`."""
    period = find_written_period(written)
    return period.name if period and period.kind is PeriodKind.SCHOOL_YEAR else None


def _read_head_count(entry: Entry) -> Outcome[Mapping[Group, int]]:
    """Staff and students of one school year."""
    if not isinstance(entry.value, MappingNode):
        told = tell_shape(entry.value, key=entry.key, wanted="mapping", known=_SHOWN_COUNT)
        return Outcome(None, (told,))
    fields = match_fields(entry.value, _GROUP_KEYS)
    stated = {Group(key): fields.read(key, read_whole) for key in fields.entries}
    counts = {group: number for group, number in stated.items() if number is not None}
    return Outcome(MappingProxyType(counts), tuple(fields.problems))
