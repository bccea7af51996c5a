"""What every post must have: title, address, days, type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TypedDict

from builder.model.addresses import SLUG_LENGTH, slug_of
from builder.model.problems import Where
from builder.reading.fields.given import Fields
from builder.reading.posts.context import PostContext
from builder.reading.source.front_matter import Document
from builder.reading.values.days import Days, read_days

NO_DAY = date.min
"""Stands in a post whose day can't be told, until the post is given up."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Head(TypedDict):
    """The first fields of a `Post`."""

    path: str
    slug: str
    title: str
    first_day: date
    activity_type: str
    body: str
    body_line: int
    where: Mapping[str, Where]
    last_day: date | None


def read_head(fields: Fields, document: Document, path: str, context: PostContext) -> Head:
    """Head of a post; what is missing is empty, a missing day `NO_DAY`."""
    types = context.words["activity_types"]
    fields.require("title", code="title-empty")
    fields.require("date", code="date-empty")
    fields.require_word("activity_type", types)
    title = fields.text("title") or ""
    days = fields.read("date", read_days)
    if days and days.first > context.today:
        fields.tell("date-future", "date", written=fields.written("date"))
    return Head(
        path=path,
        slug=read_slug(fields, title),
        title=title,
        first_day=days.first if days else NO_DAY,
        activity_type=fields.word("activity_type", types) or "",
        body=document.body,
        body_line=document.body_line,
        where=_list_places(fields, path, days),
        last_day=_read_last_day(fields, days),
    )


def read_slug(fields: Fields, title: str) -> str:
    """Last part of the address: as stated, else made of the title; empty where neither can be."""
    stated = fields.text("slug")
    if stated is None:
        slug = slug_of(title)
        if title and not slug:
            fields.tell("slug-empty", "title", written=fields.written("title"))
        return slug
    if _SLUG.fullmatch(stated) and len(stated) <= SLUG_LENGTH:
        return stated
    suggestion = slug_of(stated) or slug_of(title) or "ten-bai"
    fields.tell("slug-format", "slug", written=fields.written("slug"), suggestion=suggestion)
    return ""


def _read_last_day(fields: Fields, days: Days | None) -> date | None:
    """Last day by `end_date`, or by a span in `date`; both must agree.

    In a post of an event the order of the days is checked where the event's
    main post is known (counting.md, rule 19).
    """
    spanned, stated = days.last if days else None, fields.day("end_date")
    if spanned and stated and spanned != stated:
        fields.tell(
            "end-date-twice",
            "end_date",
            written=fields.written("end_date"),
            span=fields.written("date"),
        )
    elif days and stated and stated < days.first and not fields.written("event"):
        fields.tell(
            "end-date-order",
            "end_date",
            written=fields.written("end_date"),
            first=f"{days.first:%d/%m/%Y}",
        )
    return spanned or stated


def _list_places(fields: Fields, path: str, days: Days | None) -> Mapping[str, Where]:
    """Where each key is stated; a span in `date` states `end_date` too."""
    places = {key: entry.where for key, entry in fields.entries.items()}
    if days and days.last:
        places.setdefault("end_date", places["date"])
    return MappingProxyType({"post": Where(path), **places})
