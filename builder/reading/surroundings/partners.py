"""Text of a partner's file → Partner."""

from __future__ import annotations

import posixpath
from types import MappingProxyType

from builder.locale.countries import find_country, is_country
from builder.model.addresses import slug_of
from builder.model.partners import Agreement, Partner
from builder.model.problems import Outcome, Problem, Where
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import key_table
from builder.reading.fields.mappings import read_mappings
from builder.reading.source.front_matter import Document, read_broken_front_matter
from builder.reading.source.nodes import MappingNode, Node
from builder.reading.source.yaml_nodes import shorten
from builder.reading.surroundings.documents import match_fields, read_texts, read_web_address
from builder.reading.values.texts import read_text
from builder.reading.values.words import WordTable

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
    """Partner of a file; None where it has no name, or where its head can't be read."""
    document = read_broken_front_matter(text, path, missing="front-missing-partner")
    if document.value is None:
        return Outcome(None, (*_check_file_name(path), *document.problems))
    fields = match_fields(document.value.front, PARTNER_KEYS, required=("name",))
    partner = _read(fields, document.value, kinds, path)
    problems = (*_check_file_name(path), *document.problems, *fields.problems)
    return Outcome(partner if partner.name else None, problems)


def _check_file_name(path: str) -> tuple[Problem, ...]:
    """The problem of a file whose name can't be an address."""
    written = _id_of(path)
    suggestion = slug_of(written) or "ten-doi-tac"
    if suggestion == written:
        return ()
    details = {"written": shorten(written), "suggestion": suggestion}
    return (Problem("partner-file-name", Where(path), details),)


def _id_of(path: str) -> str:
    """Id that a file's name gives."""
    return posixpath.basename(path).removesuffix(".md")


def _read(fields: Fields, document: Document, kinds: WordTable, path: str) -> Partner:
    """The partner with all that its front matter states."""
    return Partner(
        id=_id_of(path),
        name=fields.text("name") or "",
        names=fields.read("names", read_texts) or (),
        kind=fields.word("kind", kinds),
        country=fields.read("country", _read_country) or _DEFAULT_COUNTRY,
        website=fields.read("website", read_web_address),
        licence=fields.text("licence"),
        agreements=fields.read("agreements", _read_agreements) or (),
        body=document.body,
        path=path,
        body_line=document.body_line,
        where=MappingProxyType({key: one.value.where for key, one in fields.entries.items()}),
    )


def _read_country(node: Node, *, key: str) -> Outcome[str]:
    """Code of a country; a name in its place is an error that tells the code."""
    text = read_text(node, key=key)
    if text.value is None or is_country(text.value.upper()):
        return Outcome(text.value.upper() if text.value else None, text.problems)
    meant = find_country(text.value)
    details = {"written": shorten(text.value), **({"suggestion": meant} if meant else {})}
    code = "country-name" if meant else "country-unknown"
    return Outcome(None, (Problem(code, node.where, details),))


def _read_agreements(node: Node, *, key: str) -> Outcome[tuple[Agreement, ...]]:
    """Agreements in the order of the file."""
    return read_mappings(node, key=key, read_one=_read_agreement, wanted="agreement")


def _read_agreement(mapping: MappingNode) -> Outcome[Agreement]:
    """One agreement; its end may not lie before its begin."""
    fields = match_fields(mapping, AGREEMENT_KEYS, required=("title",))
    title, first_day, last_day = fields.text("title"), fields.day("from"), fields.day("to")
    if first_day and last_day and last_day < first_day:
        fields.tell(
            "partner-agreement-order",
            "to",
            first=f"{first_day:%d/%m/%Y}",
            last=f"{last_day:%d/%m/%Y}",
        )
    agreement = Agreement(title, first_day, last_day, mapping.where) if title else None
    return Outcome(agreement, tuple(fields.problems))
