"""The school's settings → its accessibility statement."""

from __future__ import annotations

from builder.locale import say
from builder.model.library import Library
from builder.model.site import SiteFile
from builder.pages.site_pages import compose_page

SECTIONS = ("aim", "works", "limits", "help")


def compose_accessibility(library: Library) -> SiteFile:
    """`/tiep-can/`: what was done, what may fall short, whom to tell."""
    settings = library.settings
    language = settings.language
    school = settings.school.name_on(library.today)
    where = settings.school.address or settings.school.main_site or school
    lead = say("accessibility-lead", language, school=school)
    meta = {
        "description": lead,
        "lead": lead,
        "sections": [
            {
                "title": say(f"accessibility-{one}-title", language),
                "paragraphs": say(
                    f"accessibility-{one}", language, school=school, where=where
                ).splitlines(),
            }
            for one in SECTIONS
        ],
    }
    title = say("accessibility-title", language)
    return compose_page("tiep-can/", "statement.html", title=title, meta=meta)
