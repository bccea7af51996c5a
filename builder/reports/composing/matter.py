"""A summary, its library and the principal's text in; out comes what all parts are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from builder.locale import say
from builder.model.library import Library
from builder.model.periods import Period
from builder.model.plans import ReportText
from builder.model.summary import PeriodSummary
from builder.model.vocabulary import Vocabulary
from builder.reports.composing.sentences.phrases import Spans, phrase


@dataclass(frozen=True, slots=True)
class Matter:
    """All that the parts of one report are made of."""

    summary: PeriodSummary
    library: Library
    text: ReportText
    """Empty where the principal wrote nothing; the form is the full one then."""

    @property
    def language(self) -> str:
        """Language of the sentences."""
        return self.library.settings.language

    @property
    def words(self) -> Vocabulary:
        """The school's words."""
        return self.library.settings.vocabulary

    @property
    def day(self) -> date:
        """Day that picks heading, addressee and signer: of issue, or today (configuration.md)."""
        return self.text.issued_on or self.library.today

    @property
    def is_short(self) -> bool:
        """Whether the kindergarten's three parts are asked for."""
        return self.text.form == "short"

    @property
    def school(self) -> str:
        """The school's name on that day."""
        return self.library.settings.school.name_on(self.day)

    @property
    def period(self) -> str:
        """The period inside a sentence: `năm 2023`."""
        return speak_period(self.summary.period, self.language)

    @property
    def subject(self) -> str:
        """What the report tells of, with a capital: the title of the summary page."""
        return say("summary-title", self.language, period=self.period)

    def say(self, code: str, **blanks: object) -> str:
        """A sentence in the document's language."""
        return say(code, self.language, **blanks)

    def phrase(self, code: str, **blanks: str | Spans) -> Spans:
        """A sentence with figures in it."""
        return phrase(code, self.language, **blanks)


def speak_period(period: Period, language: str) -> str:
    """Name of a period inside a sentence: `năm 2023`, `năm học 2022–2023`."""
    name = period.name.replace("-", "–")
    return say(f"in-period-{period.kind}", language, name=name)
