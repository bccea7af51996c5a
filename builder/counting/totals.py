"""From what counts in a period to its key figures."""

from __future__ import annotations

from builder.counting.attendance import count_attendance, count_peaks
from builder.counting.figures import sum_parts
from builder.counting.index import PeriodContent
from builder.counting.partners import count_distinct_partners
from builder.counting.persons import count_persons
from builder.counting.resources import count_money
from builder.model.library import Library
from builder.model.summary import Part, Totals

_ONLINE = "truc-tuyen"
_DOCUMENT = "van-ban"


def count_totals(content: PeriodContent, library: Library) -> Totals:
    """Key figures of a period, as `totals` of `data.json`."""
    tallies = content.tallies
    types = library.settings.vocabulary.activity_types
    attendance = count_attendance(tallies, "totals.attendance")
    peak = count_peaks(tallies, "totals.peak")
    partners = _partners_of(content)
    communication = [one for one in tallies if types[one.activity.activity_type].communication]
    online = [one for one in tallies if one.activity.mode == _ONLINE]
    posts = [(Part(one.path, 1), one.activity_type) for one in content.posts]
    return Totals(
        activities=sum_parts("totals.activities", [one.once for one in tallies]),
        posts=sum_parts("totals.posts", [part for part, _ in posts]),
        documents=sum_parts(None, [part for part, kind in posts if kind == _DOCUMENT]),
        sessions=sum_parts("totals.sessions", [one.sessions for one in tallies]),
        communication_sessions=sum_parts(
            "totals.communication_sessions", [one.sessions for one in communication]
        ),
        attendance=attendance,
        peak=peak,
        persons=count_persons(tallies, peak, attendance, library.reports.get(content.period.id)),
        online=sum_parts("totals.online", [one.once for one in online]),
        partners=count_distinct_partners("totals.partners", partners),
        partners_foreign=count_distinct_partners(
            "totals.partners_foreign", [p for p in partners if library.partners[p].is_foreign]
        ),
        partners_new=count_distinct_partners(
            "totals.partners_new", [p for p in partners if p in content.new_partners]
        ),
        resources_vnd=count_money(tallies, "totals.resources_vnd"),
    )


def _partners_of(content: PeriodContent) -> tuple[str, ...]:
    """Partners of a period's activities, each once, as first met."""
    found = (partner for tally in content.tallies for partner in tally.activity.partners)
    return tuple(dict.fromkeys(found))
