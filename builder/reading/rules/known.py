"""Settings, partners and the school's own pages → whom its texts may name freely."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.partners import Partner
from builder.model.settings import Settings
from builder.reading.rules.hosts import host_of
from builder.reading.rules.numbers import list_contacts
from builder.reading.rules.watch import Known


def find_known(settings: Settings, partners: Iterable[Partner], pages: Iterable[str]) -> Known:
    """Hosts and contacts that are no finding.

    A number or address on a hand-written page, such as the one to get in touch, in
    the school's address or in a partner's file is shown on purpose.
    """
    partners = tuple(partners)
    addresses = [settings.site_url, settings.school.main_site, *(one.website for one in partners)]
    addresses += (f"https://{frame}" for frame in settings.frames_from)
    texts = [settings.school.address or "", *pages, *(one.body for one in partners)]
    return Known(
        hosts=frozenset(host for one in addresses if (host := host_of(one))),
        contacts=frozenset(contact for text in texts for contact in list_contacts(text)),
    )
