"""Lists in; out come the annexes behind a signature, each with its label and reference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.locale import say
from builder.model.report import Annex, Block, Letterhead
from builder.reports.composing.sentences.numbering import roman
from builder.reports.decree import write_day, write_number


@dataclass(frozen=True, slots=True)
class Attached:
    """The document that annexes hang on."""

    kind: str
    """`Báo cáo`."""

    letterhead: Letterhead
    school: str
    language: str


def compose_annexes(
    lists: Sequence[tuple[str, tuple[Block, ...]]], attached: Attached
) -> tuple[Annex, ...]:
    """Annexes of titles and blocks; one alone has no number (Decree 30/2020, Annex I)."""
    reference, language = _refer_to(attached), attached.language
    if len(lists) == 1:
        ((title, blocks),) = lists
        return (Annex(say("report-annex", language), title, reference, blocks),)
    return tuple(
        Annex(say("report-annex-numbered", language, number=roman(place)), title, reference, blocks)
        for place, (title, blocks) in enumerate(lists, start=1)
    )


def _refer_to(attached: Attached) -> str:
    """“(Kèm theo Báo cáo số … ngày … của …)”, with room for what is not given yet."""
    head, language = attached.letterhead, attached.language
    document = say(
        "report-annex-document",
        language,
        kind=attached.kind,
        number=write_number(head).partition(":")[2].strip(" "),
        day=write_day(head.day),
    )
    return say("report-annex-reference", language, document=document, school=attached.school)
