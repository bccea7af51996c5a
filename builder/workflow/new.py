"""`new`: the bundle of a new post, with its front matter filled in as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder.disk.project_folder import CONFIGURATION
from builder.disk.writing import write_new
from builder.locale import say
from builder.locale.formats import format_day
from builder.model.addresses import slug_of
from builder.model.failures import CommandError
from builder.model.problems import Outcome, Where
from builder.model.settings import Settings
from builder.reading.configuration.settings import read_settings
from builder.reading.source.decoding import decode_source
from builder.reading.source.nodes import Scalar
from builder.reading.values.days import read_day
from builder.reading.values.words import read_word, word_table
from builder.workflow.front_lines import quote_text


@dataclass(frozen=True, slots=True)
class NewPost:
    """What a teacher says of a post that is to be written."""

    title: str
    activity_type: str | None = None
    """As typed; None: left blank."""

    day: str | None = None
    """As typed; None: today."""


@dataclass(frozen=True, slots=True)
class MadePost:
    """A bundle that was written."""

    path: str
    remarks: tuple[str, ...]
    """Codes of what the teacher should know, in order; `new-type-missing` lists the types."""

    types: str
    """Every activity type with its label, a line each."""


def run_new(folder: Path, new: NewPost, *, today: date) -> MadePost:
    """Write the bundle; CommandError where it stands already.

    Its slug is stated, so that a title mended later keeps the address (domain.md 1.4, 003-13).
    """
    settings = load_settings(folder)
    slug = slug_of(new.title)
    if not slug:
        raise CommandError("new-title-empty", title=new.title)
    day = read_typed_day(new.day) if new.day else today
    path = f"content/posts/{day.year}/{slug}/index.md"
    text = say(
        "new-post",
        settings.language,
        title=quote_text(" ".join(new.title.split())),
        date=format_day(day),
        type=_find_type(new.activity_type, settings) if new.activity_type else "",
        slug=slug,
    )
    lines = (line.rstrip() for line in text.splitlines())
    if not write_new(folder / path, "\n".join((*lines, "")).encode("utf-8")):
        raise CommandError("new-exists", path=path)
    remarks = (
        "new-next",
        *(["new-type-missing"] if not new.activity_type else []),
        *(["new-date-ahead"] if day > today else []),
    )
    return MadePost(path, remarks, _list_types(settings))


def load_settings(folder: Path, *, wants_all: bool = False) -> Settings:
    """The project's settings; CommandError where too little of `mkdocs.yml` could be read.

    With `wants_all` any error is too much; `check` tells each.
    """
    text = decode_source((folder / CONFIGURATION).read_bytes(), CONFIGURATION).value
    read = read_settings(text, CONFIGURATION) if text is not None else Outcome(None)
    if read.value is None or (wants_all and read.has_errors):
        raise CommandError("configuration-broken")
    return read.value


def read_typed_day(written: str) -> date:
    """A day as a teacher types it; CommandError if it is none."""
    day = read_day(Scalar(written, Where("")), key="date").value
    if day is None:
        raise CommandError("new-date-unread", written=written)
    return day


def _find_type(written: str, settings: Settings) -> str:
    """Id of an activity type, by any of its names; CommandError with all types otherwise."""
    types = settings.vocabulary.activity_types
    found = read_word(Scalar(written, Where("")), word_table(types), key="activity_type").value
    if found is None:
        raise CommandError("new-type-unknown", written=written, types=_list_types(settings))
    return found


def _list_types(settings: Settings) -> str:
    """Every activity type with its label, a line each."""
    types = settings.vocabulary.activity_types.values()
    return "\n".join(f"  {one.id} – {one.label_in(settings.language)}" for one in types)
