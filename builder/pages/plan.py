"""Plans and summaries in; out come the pages of the plans with their progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from builder.locale import say
from builder.locale.formats import format_day
from builder.model.library import Library
from builder.model.plans import DocumentReference, Plan, PlanTask, Target
from builder.model.site import Beside, Download, SiteFile
from builder.model.summary import Figure, PeriodSummary, PlanRow, PlanState
from builder.pages.downloads import Downloads, describe_download
from builder.pages.numbers.period_words import locate_summary, speak_period, title_period
from builder.pages.numbers.plan_rows import compose_plan_table, speak_target
from builder.pages.numbers.tables import Meta
from builder.pages.summary.matter import gather_matter
from builder.pages.summary.plan import anchor_row


def compose_plans(
    library: Library,
    summaries: Sequence[PeriodSummary],
    bodies: Mapping[str, str],
    downloads: Downloads | None = None,
) -> tuple[SiteFile, ...]:
    """`/ke-hoach/<period>/` for every plan.

    `bodies` are the plans' texts as HTML, by path, `downloads` the documents beside each page.
    """
    counted = {one.period.id: one for one in summaries}
    return tuple(
        _compose_plan(
            plan,
            counted.get(plan.period.id),
            library,
            bodies.get(plan.path, ""),
            (downloads or {}).get(plan.address, Beside()).downloads,
        )
        for plan in library.plans
    )


def _compose_plan(
    plan: Plan,
    summary: PeriodSummary | None,
    library: Library,
    body: str,
    documents: Sequence[Download],
) -> SiteFile:
    """The page of one plan."""
    language = library.settings.language
    meta: Meta = {
        "template": "outreach/plan.html",
        "title": plan.title,
        "description": say(
            "plan-description", language, period=speak_period(plan.period, language)
        ),
        "kind": "plan",
        "hide": ["navigation", "toc"],
        "type": say("plan-of", language, period=speak_period(plan.period, language)),
        "facts": _list_facts(plan, library),
        "downloads_heading": say("section-downloads", language),
        "downloads": [describe_download(one, language) for one in documents],
        "progress": _compose_progress(plan, summary, library),
        "tasks": {
            "heading": say("plan-tasks", language),
            "rows": [_compose_task(task, library) for task in plan.tasks],
            "empty": say("plan-no-tasks", language),
        },
        "text_heading": say("plan-text", language) if body else None,
    }
    return SiteFile(f"{plan.address}index.md", body, meta)


def _compose_progress(plan: Plan, summary: PeriodSummary | None, library: Library) -> Meta:
    """What was reached so far."""
    language = library.settings.language
    rows = summary.plan_rows if summary else _uncounted_rows(plan, library)
    caption, aims = say("plan-table", language), _aims(rows, summary, library)
    return {
        "heading": say("plan-progress", language),
        "intro": say("plan-progress-intro" if summary else "plan-progress-none", language),
        "table": compose_plan_table(caption, rows, aims, library) if rows else None,
        "summary": _link_summary(summary, language),
    }


def _uncounted_rows(plan: Plan, library: Library) -> tuple[PlanRow, ...]:
    """Rows of a plan in whose period no activity has taken place: nothing is counted yet."""
    return tuple(
        PlanRow(
            task, target, Figure(None, 0), Decimal(0), _uncounted_state(task, plan, library), ()
        )
        for task in plan.tasks
        for target in task.targets
    )


def _uncounted_state(task: PlanTask, plan: Plan, library: Library) -> PlanState:
    """How a target stands for which nothing was counted (counting.md, rules 13 and 19)."""
    if library.today <= plan.period.last_day:
        return PlanState.OPEN
    return PlanState.NOT_ARISEN if task.optional else PlanState.MISSED


def _aims(
    rows: Sequence[PlanRow], summary: PeriodSummary | None, library: Library
) -> list[str | None]:
    """Where each row's figure leads: to its evidence on the summary page."""
    if summary is None:
        return [None] * len(rows)
    matter = gather_matter(library, summary)
    page = locate_summary(summary.period)
    return [
        f"{page}#{anchor_row(number, row, matter)}" if row.counted.parts else None
        for number, row in enumerate(rows, start=1)
    ]


def _link_summary(summary: PeriodSummary | None, language: str) -> Meta | None:
    """Link to the period's summary, where it has one."""
    if summary is None:
        return None
    title = title_period(summary.period, language)
    return {
        "label": say("plan-to-summary", language, period=title),
        "address": locate_summary(summary.period),
    }


def _list_facts(plan: Plan, library: Library) -> list[Meta]:
    """Number, day, basis, signer and recipients, as far as they are stated."""
    language = library.settings.language
    day = [format_day(plan.issued_on)] if plan.issued_on else []
    named = (
        ("number", [plan.number] if plan.number else []),
        ("issued-on", day),
        ("basis", [speak_reference(one, language) for one in plan.basis]),
        ("signer", [plan.signer] if plan.signer else []),
        ("recipients", list(plan.recipients)),
    )
    return [
        {"label": say(f"plan-{name}", language), "lines": lines} for name, lines in named if lines
    ]


def speak_reference(reference: DocumentReference, language: str) -> str:
    """A document as one names it: `Công văn số 23/PGDĐT ngày 05/01/2023 của … về …`."""
    if reference.text is not None:
        return reference.text
    named = (
        ("type", reference.type),
        ("number", reference.number),
        ("day", format_day(reference.day) if reference.day else None),
        ("issuer", reference.issuer),
        ("subject", reference.subject),
    )
    return " ".join(
        say(f"reference-{name}", language, value=value) for name, value in named if value
    )


def _compose_task(task: PlanTask, library: Library) -> Meta:
    """One task with who sees to it, by when, and what it wants reached."""
    language = library.settings.language
    facts = (("owner", task.owner), ("due", task.due))
    return {
        "id": task.id,
        "title": task.title,
        "optional": say("plan-task-optional", language) if task.optional else None,
        "facts": [
            {"label": say(f"plan-task-{name}", language), "value": value}
            for name, value in facts
            if value
        ],
        "targets": [_speak_goal(target, library) for target in task.targets],
    }


def _speak_goal(target: Target, library: Library) -> str:
    """A target as a sentence of its own."""
    spoken = speak_target(target, library)
    return spoken[:1].upper() + spoken[1:]
