"""`publish`: what was sent where, and what visitors are given now."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from builder.cli.answers import ask_yes_no
from builder.cli.publish_site import SiteToPublish
from builder.cli.speech import tell, tell_aside
from builder.cli.statuses import DONE, NOT_PUBLISHED
from builder.cli.steps import Steps, telling_steps
from builder.cli.tables import tell_table
from builder.disk.project_folder import find_project
from builder.locale import say
from builder.locale.formats import format_number
from builder.publish.plan import Action, Plan
from builder.workflow.publish import Published, Talk, run_back, run_publish


def run_publish_command(
    language: str, *, target: str | None, dry_run: bool, back: bool, lenient: bool
) -> int:
    """A site published, or the release before put back, or what either would do."""
    with telling_steps(language) as steps:
        site = SiteToPublish(steps, is_lenient=lenient)
        published = _run(site, target, steps, dry_run=dry_run, back=back)
    status = site.tell()
    if published is None:
        return status
    if dry_run:
        _tell_plan(published, language)
        return DONE
    return _tell_published(published, language, back=back)


@dataclass(slots=True)
class Sending:
    """Progress of files: a count that moves on a terminal, one plain line a stretch elsewhere."""

    steps: Steps
    language: str
    _words: str = field(default="", init=False)
    _total: int = field(default=0, init=False)
    _done: int = field(default=0, init=False)

    def begin(self, code: str, total: int) -> None:
        """A stretch begins; one without steps is not worth a line."""
        self._words = say(code, self.language, total=format_number(total, self.language))
        self._total, self._done = total, 0
        if total:
            self.steps.show(self._words)

    def advance(self) -> None:
        """One more."""
        self._done += 1
        if self.steps.is_live:
            self.steps.show(f"{self._words} {self._done}/{self._total}")


def _run(
    site: SiteToPublish, target: str | None, steps: Steps, *, dry_run: bool, back: bool
) -> Published | None:
    """What became of a publication; None where the content forbade it."""
    language, folder = steps.language, find_project(Path.cwd())

    def confirm(code: str, blanks: Mapping[str, str]) -> bool:
        if not sys.stdin.isatty():
            return False
        with steps.paused():
            return ask_yes_no(say(code, language, **blanks))

    def remark(code: str, blanks: Mapping[str, str]) -> None:
        with steps.paused():
            tell_aside(say(code, language, **blanks))

    talk = Talk(Sending(steps, language), confirm, remark)
    if back:
        return run_back(folder, target, tell=steps, talk=talk, dry_run=dry_run)
    return run_publish(folder, target, site.make, tell=steps, talk=talk, dry_run=dry_run)


def _tell_plan(published: Published, language: str) -> None:
    """What would be done, file by file, and that nothing was."""
    plan, name = published.plan, published.target.name
    if plan.steps:
        heads = [say(f"plan-head-{one}", language) for one in ("what", "file", "bytes")]
        rows = [
            (
                say(f"plan-{step.action.value}", language),
                step.path,
                ""
                if step.action is Action.DELETE
                else format_number(step.mark.size_bytes, language),
            )
            for step in plan.steps
        ]
        tell_table(say("plan-title", language, target=name), heads, rows)
    tell(say("plan-sum", language, target=name, **_count(plan, language)))


def _tell_published(published: Published, language: str, *, back: bool) -> int:
    """What was done, and whether visitors are given it."""
    checked, url = published.checked, published.url or ""
    if checked is not None and not checked.is_reached:
        tell_aside(say("publish-unreached", language, url=url))
        return NOT_PUBLISHED
    if checked is not None and checked.wrong:
        told = {"wrong": str(len(checked.wrong)), "looked_at": str(checked.looked_at)}
        tell_aside(say("publish-unconfirmed", language, address=checked.wrong[0], **told))
        return NOT_PUBLISHED
    code = "publish-back-done" if back else "publish-done"
    if not published.plan.steps:
        code = "publish-nothing"
    counts = _count(published.plan, language)
    when = _format_moment(published.manifest.published_at)
    tell(say(code, language, target=published.target.name, when=when, **counts))
    if checked is not None:
        tell(say("publish-confirmed", language, url=url, looked_at=str(checked.looked_at)))
    return DONE


def _format_moment(written: str) -> str:
    """A moment of a manifest as people of this machine read it; as it stands where it is none."""
    try:
        return f"{datetime.fromisoformat(written).astimezone():%H:%M %d/%m/%Y}"
    except (ValueError, OverflowError):
        return written


def _count(plan: Plan, language: str) -> dict[str, str]:
    """How many files come, change and go, and how many bytes are sent."""
    counts = {
        action.value: format_number(sum(step.action is action for step in plan.steps), language)
        for action in Action
    }
    size = sum(step.mark.size_bytes for step in plan.puts)
    return counts | {"bytes": format_number(size, language)}
