"""The school's settings → what the frame of every page shows of it."""

from __future__ import annotations

from builder.locale import say
from builder.model.library import Library


def compose_frame(library: Library) -> dict[str, object]:
    """Imprint and contact. A school's site is no newspaper and says so (domain.md 5.2)."""
    school = library.settings.school
    name = school.name_on(library.today)
    return {
        "imprint": say("imprint", library.settings.language, school=name),
        "address": school.address,
        "main_site": school.main_site,
    }
