"""Texts of partners, plans, reports and the introduction → what posts are read with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol, TypeVar

from builder.model.approval import APPROVALS, Approval
from builder.model.library import Introduction
from builder.model.partners import Partner
from builder.model.periods import Period
from builder.model.plans import Plan, ReportText
from builder.model.problems import Outcome, Problem, Where
from builder.model.settings import Settings
from builder.reading.bodies.scan import scan_body
from builder.reading.sources import Sources, list_folder
from builder.reading.surroundings.approvals import read_approvals
from builder.reading.surroundings.introduction import read_introduction
from builder.reading.surroundings.issued import Issued, check_issued, read_all_issued
from builder.reading.surroundings.partner_names import PartnerNames, read_partner_names
from builder.reading.surroundings.partners import read_partner
from builder.reading.surroundings.plans import PlanWords, read_plan
from builder.reading.surroundings.report_text import group_keys, read_report_text
from builder.reading.values.words import word_table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that stands beside the posts."""

    partners: Mapping[str, Partner]
    """Those with a file, by id."""

    names: PartnerNames
    plans: tuple[Plan, ...]
    reports: tuple[ReportText, ...]
    issued: Issued
    introduction: Introduction | None
    approvals: tuple[Approval, ...]


class _OfPeriod(Protocol):
    """A record of which a period has one."""

    @property
    def period(self) -> Period:
        """The period."""

    @property
    def path(self) -> str:
        """Path of its file."""


PeriodT = TypeVar("PeriodT", bound=_OfPeriod)


def read_surroundings(
    texts: Mapping[str, str], settings: Settings, sources: Sources
) -> tuple[Surroundings, tuple[Problem, ...]]:
    """Everything but the posts, with all problems of all files."""
    partners = _read_partners(texts, settings)
    plans = _read_plans(texts, settings)
    reports = _read_reports(texts, settings)
    issued = read_all_issued(sources.frozen, settings.school_year_start)
    index = f"{settings.pages_folder}/index.md"
    introduction = read_introduction(texts[index], index) if index in texts else Outcome(None)
    by_id: dict[str, Partner] = {}
    for partner in partners.value or ():
        by_id.setdefault(partner.id, partner)
    names = read_partner_names(partners.value or ())
    shown = (*(partners.value or ()), *(plans.value or ()), introduction.value)
    approvals = read_approvals(texts.get(APPROVALS, ""))
    read_files = (partners, plans, reports, issued, introduction, approvals)
    problems = [one for read in read_files for one in read.problems]
    problems += names.problems
    problems += check_issued(reports.value or (), issued.value or {})
    problems += _scan_bodies((one for one in shown if one is not None), settings, sources.files)
    surroundings = Surroundings(
        partners=MappingProxyType(by_id),
        names=names.value or PartnerNames({}),
        plans=plans.value or (),
        reports=reports.value or (),
        issued=issued.value or {},
        introduction=introduction.value,
        approvals=approvals.value or (),
    )
    return surroundings, tuple(problems)


def _read_partners(texts: Mapping[str, str], settings: Settings) -> Outcome[tuple[Partner, ...]]:
    """Partners with a file."""
    kinds = word_table(settings.vocabulary.partner_kinds)
    return _read_all(texts, "partners", lambda text, path: read_partner(text, path, kinds))


def _read_plans(texts: Mapping[str, str], settings: Settings) -> Outcome[tuple[Plan, ...]]:
    """Plans, one for a period."""
    vocabulary, start = settings.vocabulary, settings.school_year_start
    words = PlanWords(word_table(vocabulary.activity_types), word_table(vocabulary.themes))
    plans = _read_all(
        texts,
        "plans",
        lambda text, path: read_plan(text, path, words=words, start_month=start),
    )
    return _one_a_period(plans)


def _read_reports(texts: Mapping[str, str], settings: Settings) -> Outcome[tuple[ReportText, ...]]:
    """Report texts, one for a period."""
    groups, start = group_keys(settings.vocabulary), settings.school_year_start
    reports = _read_all(
        texts,
        "reports",
        lambda text, path: read_report_text(text, path, groups=groups, start_month=start),
    )
    return _one_a_period(reports)


def _read_all(
    texts: Mapping[str, str], folder: str, read_one: Callable[[str, str], Outcome[T]]
) -> Outcome[tuple[T, ...]]:
    """Records of a folder in order of their paths."""
    read = [read_one(text, path) for path, text in list_folder(texts, folder)]
    problems = tuple(problem for one in read for problem in one.problems)
    return Outcome(tuple(one.value for one in read if one.value is not None), problems)


def _one_a_period(read: Outcome[tuple[PeriodT, ...]]) -> Outcome[tuple[PeriodT, ...]]:
    """The first record of each period; a second one is an error that names both files."""
    kept: dict[str, PeriodT] = {}
    problems = list(read.problems)
    for one in read.value or ():
        first = kept.setdefault(one.period.id, one)
        if first is not one:
            details = {"period": one.period.name, "other": first.path}
            also = (Where(first.path),)
            problems.append(Problem("period-twice", Where(one.path), details, also=also))
    return Outcome(tuple(kept.values()), tuple(problems))


def _scan_bodies(
    shown: Iterable[Partner | Plan | Introduction], settings: Settings, files: frozenset[str]
) -> Iterable[Problem]:
    """Problems of texts that the site shows beside the posts; they may be empty."""
    for one in shown:
        scanned = scan_body(
            one.body,
            path=one.path or "",
            body_line=one.body_line,
            files=files,
            frames_from=settings.frames_from,
            pages_folder=settings.pages_folder,
            may_be_empty=True,
        )
        yield from scanned.problems
