"""Text of a partner's file → Partner."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from builder.locale.countries import find_country, is_country
from builder.model.addresses import slug_of
from builder.model.partners import Agreement, Partner
from builder.model.problems import Outcome, Where
from builder.reading.documents import (
    day_of,
    mappings_of,
    match_required,
    text_of,
    texts_of,
    web_address_of,
)
from builder.reading.front_matter import Document, read_front_matter
from builder.reading.gathering import Gathering
from builder.reading.keys import key_table
from builder.reading.nodes import Entry, MappingNode
from builder.reading.values.words import WordTable, read_word
from builder.reading.yaml_nodes import shorten

PARTNER_KEYS = key_table(
    {
        "name": ("tên", "tên đối tác"),
        "names": ("tên khác", "các tên khác"),
        "kind": ("loại", "loại đối tác"),
        "country": ("quốc gia", "nước"),
        "website": ("trang web", "trang thông tin"),
        "licence": ("giấy phép", "số giấy phép"),
        "agreements": ("thỏa thuận", "các thỏa thuận"),
    }
)
AGREEMENT_KEYS = key_table(
    {
        "title": ("tên", "tiêu đề", "tên thỏa thuận"),
        "from": ("từ ngày", "từ"),
        "to": ("đến ngày", "đến"),
    }
)
_DEFAULT_COUNTRY = "VN"


def read_partner(text: str, path: str, kinds: WordTable) -> Outcome[Partner]:
    """Partner of a file; None where it has no name or no id can be made of the file's name."""
    gathering = Gathering()
    document = gathering.take(read_front_matter(text, path))
    if document is None:
        return Outcome(None, tuple(gathering.problems))
    partner_id = posixpath.basename(path).removesuffix(".md")
    if slug_of(partner_id) != partner_id:
        details = {
            "written": shorten(partner_id),
            "suggestion": slug_of(partner_id) or "ten-doi-tac",
        }
        gathering.tell("partner-file-name", Where(path), details)
    found = match_required(gathering, document.front, PARTNER_KEYS, required=("name",))
    name = text_of(gathering, found, "name")
    partner = _read(gathering, found, document, kinds, partner_id, name or partner_id, path)
    return Outcome(partner if name else None, tuple(gathering.problems))


def _read(
    gathering: Gathering,
    found: Mapping[str, Entry],
    document: Document,
    kinds: WordTable,
    partner_id: str,
    name: str,
    path: str,
) -> Partner:
    """The partner with all that its front matter states."""
    kind = found.get("kind")
    return Partner(
        id=partner_id,
        name=name,
        names=texts_of(gathering, found, "names"),
        kind=gathering.take(read_word(kind.value, kinds, key=kind.key)) if kind else None,
        country=_country_of(gathering, found),
        website=web_address_of(gathering, found, "website"),
        licence=text_of(gathering, found, "licence"),
        agreements=tuple(
            agreement
            for mapping in mappings_of(gathering, found.get("agreements"))
            if (agreement := _read_agreement(gathering, mapping)) is not None
        ),
        body=document.body,
        path=path,
        body_line=document.body_line,
    )


def _country_of(gathering: Gathering, found: Mapping[str, Entry]) -> str:
    """Code of the partner's country."""
    entry = found.get("country")
    written = text_of(gathering, found, "country")
    if entry is None or written is None or is_country(written.upper()):
        return written.upper() if written else _DEFAULT_COUNTRY
    meant = find_country(written)
    code = "country-name" if meant else "country-unknown"
    details = {"written": shorten(written), "suggestion": meant or ""}
    gathering.tell(code, entry.value.where, details)
    return _DEFAULT_COUNTRY


def _read_agreement(gathering: Gathering, mapping: MappingNode) -> Agreement | None:
    """One agreement; its end may not lie before its begin."""
    found = match_required(gathering, mapping, AGREEMENT_KEYS, required=("title",))
    title = text_of(gathering, found, "title")
    first_day, last_day = (day_of(gathering, found, key) for key in ("from", "to"))
    if first_day and last_day and last_day < first_day:
        details = {"first": f"{first_day:%d/%m/%Y}", "last": f"{last_day:%d/%m/%Y}"}
        gathering.tell("agreement-order", found["to"].value.where, details)
    return Agreement(title, first_day, last_day) if title else None
