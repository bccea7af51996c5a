"""The school's settings → what the frame of every page shows of it."""

from __future__ import annotations

from builder.locale import say
from builder.model.library import Library
from builder.pages.policy import compose_policy


def compose_frame(library: Library, *, search: bool = False) -> dict[str, object]:
    """Imprint, contact, and what pages may load.

    A school's site is no newspaper and says so (domain.md 5.2).
    """
    school = library.settings.school
    name = school.name_on(library.today)
    return {
        "imprint": say("imprint", library.settings.language, school=name),
        "address": school.address,
        "main_site": school.main_site,
        "policy": compose_policy(library.settings),
        "search": search,
    }
