"""Findings of rules → problems, as strict as the school and its post want them to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.model.posts import Allowance
from builder.model.problems import Problem, Severity, Where

OFF = "off"

_SEVERITIES = {"warn": Severity.WARNING, "block": Severity.ERROR}


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a rule on content speaks of."""

    rule: str
    """Its id in configuration.md, e.g. `id-number`."""

    where: Where
    details: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    code: str | None = None
    """Its sentence in the catalogs, where a rule has several; None: the rule's id."""

    is_hint: bool = False
    """Worth a look and no more: told as a warning even where the rule blocks."""


def list_active(levels: Mapping[str, str], allowances: Iterable[Allowance] = ()) -> frozenset[str]:
    """Rules that are neither switched off nor allowed in a post."""
    allowed = {one.rule for one in allowances}
    return frozenset(rule for rule, level in levels.items() if level != OFF and rule not in allowed)


def weigh_findings(
    findings: Iterable[Finding],
    levels: Mapping[str, str],
    laws: Mapping[str, str],
    allowances: Iterable[Allowance] = (),
) -> Iterator[Problem]:
    """A problem for each finding of a rule that is active.

    `laws` are the laws in force by rule, as a sentence carries them.
    """
    allowed = {one.rule for one in allowances}
    for finding in findings:
        if levels.get(finding.rule, OFF) != OFF and finding.rule not in allowed:
            severity = _SEVERITIES[levels[finding.rule]]
            if finding.is_hint:
                severity = Severity.WARNING
            details = {**finding.details, "law": laws.get(finding.rule, ""), "rule": finding.rule}
            yield Problem(finding.code or finding.rule, finding.where, details, severity)
