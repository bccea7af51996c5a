"""Headings of a report's file → the parts of the report that they give text to (domain.md 4.2)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from builder.model.addresses import fold_key
from builder.model.plans import ReportText
from builder.reports.composing.text.prose import Section, read_sections, strip_numeral


class Place(StrEnum):
    """Where the principal's own text stands in a report."""

    DIRECTION = "direction"
    THEMES = "themes"
    CHANNELS = "channels"
    EXCHANGE = "exchange"
    RESOURCES = "resources"
    COMMUNITY = "community"
    ASSESSMENT = "assessment"
    SHORTCOMINGS = "shortcomings"
    OUTLOOK = "outlook"
    PROPOSALS = "proposals"


HEADINGS: Mapping[Place, str] = MappingProxyType(
    {
        Place.DIRECTION: "Công tác chỉ đạo",
        Place.THEMES: "Nội dung tuyên truyền",
        Place.CHANNELS: "Hình thức tuyên truyền",
        Place.EXCHANGE: "Giao lưu, hợp tác, hội nhập quốc tế",
        Place.RESOURCES: "Huy động nguồn lực, xã hội hóa",
        Place.COMMUNITY: "Phối hợp với cha mẹ học sinh và cộng đồng",
        Place.ASSESSMENT: "Đánh giá chung",
        Place.SHORTCOMINGS: "Tồn tại, hạn chế và nguyên nhân",
        Place.OUTLOOK: "Phương hướng, nhiệm vụ",
        Place.PROPOSALS: "Kiến nghị, đề xuất",
    }
)
"""The fixed headings, as a starter writes them; a year may stand behind the one of the outlook."""

SHORT_PLACES = frozenset({Place.DIRECTION, Place.THEMES, Place.CHANNELS, Place.ASSESSMENT})
"""What the short form has room for."""

_ALIASES: Mapping[Place, tuple[str, ...]] = MappingProxyType(
    {
        Place.DIRECTION: ("Công tác chỉ đạo, triển khai", "Công tác tuyên truyền"),
        Place.THEMES: ("Hoạt động truyền thông, tuyên truyền",),
        Place.EXCHANGE: ("Giao lưu, hợp tác", "Hội nhập quốc tế", "Giao lưu, hợp tác quốc tế"),
        Place.RESOURCES: ("Huy động nguồn lực", "Xã hội hóa"),
        Place.COMMUNITY: ("Phối hợp với cha mẹ học sinh", "Phối hợp cha mẹ học sinh và cộng đồng"),
        Place.ASSESSMENT: ("Kết quả đạt được",),
        Place.SHORTCOMINGS: ("Tồn tại, hạn chế", "Hạn chế và nguyên nhân", "Hạn chế, nguyên nhân"),
        Place.OUTLOOK: ("Phương hướng", "Phương hướng nhiệm vụ"),
        Place.PROPOSALS: ("Kiến nghị", "Đề xuất", "Đề xuất, kiến nghị"),
    }
)


def find_place(heading: str) -> Place | None:
    """The place that a heading means; None where it is none of the fixed ones."""
    return _KNOWN.get(_fold(heading)) or (
        Place.OUTLOOK if _fold(heading).startswith(_fold(HEADINGS[Place.OUTLOOK])) else None
    )


def split_text(text: ReportText) -> Mapping[Place | None, tuple[Section, ...]]:
    """Sections of the principal's text by their place; None: headings that the outline lacks.

    Text before the first heading belongs to the direction.
    """
    found: dict[Place | None, list[Section]] = {}
    for section in read_sections(text.body):
        place = Place.DIRECTION if section.heading is None else find_place(section.heading)
        if section.heading is not None or any(line.strip() for line in section.lines):
            found.setdefault(place, []).append(section)
    return MappingProxyType({place: tuple(one) for place, one in found.items()})


def _fold(heading: str) -> str:
    """What two spellings of one heading share."""
    return fold_key(strip_numeral(heading).replace(",", " ").rstrip(":."))


_KNOWN = MappingProxyType(
    {
        _fold(heading): place
        for place, usual in HEADINGS.items()
        for heading in (usual, *_ALIASES.get(place, ()))
    }
)
