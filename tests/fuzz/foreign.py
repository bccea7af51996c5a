"""Bytes from a server, from other programs and from earlier runs → what reading them made wrong."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from builder.cache.ledger import Ledger
from builder.images.cleaning import clean_picture
from builder.images.opening import open_picture, read_pixels
from builder.images.recipes import PictureError
from builder.model.failures import CommandError
from builder.pages.body.rendering import BodyRenderer, BodySource
from builder.publish.journal import Journal, load_journal, write_journal
from builder.publish.line import LineLostError
from builder.publish.lock import TargetLock
from builder.publish.manifest import (
    ManifestUnreadableError,
    is_site_path,
    read_manifest,
    write_manifest,
)
from builder.publish.publisher import Publisher, Times
from builder.publish.sftp.known_hosts import read_known_keys
from builder.publish.sftp.packets import Answer, Reply, read_handle, read_marks, read_names
from builder.publish.storage import Prune, Step
from builder.reading.configuration.settings import read_settings
from builder.reports.opentype import read_font_file
from builder.search.cbor import read_list, write_value
from tests.fuzz.project import SCHOOL
from tests.publish.surroundings import say_nothing

MOST_PIXELS = 100_000
"""Larger pictures would be unpacked for seconds, which finds nothing sooner."""

_ALIGNED = re.compile(r"(?:text-align: ?(?:left|center|right);? ?)*")
_SCHEMES = ("javascript:", "vbscript:", "data:")


def read_release(data: bytes) -> list[str]:
    """The list of a release: refused, or written and read again as it is."""
    try:
        manifest = read_manifest(data)
    except ManifestUnreadableError:
        return []
    faults = [
        f"a path out of the site: {path}" for path in manifest.files if not is_site_path(path)
    ]
    if read_manifest(write_manifest(manifest)) != manifest or not manifest.id:
        faults.append("comes back as another")
    return faults


def read_unfinished(data: bytes) -> list[str]:
    """A journal at a target."""
    try:
        journal = load_journal(_Place(data), "journal")
    except CommandError:
        return []
    again = load_journal(_Place(write_journal(journal)), "journal") if journal else Journal
    return [] if again == journal else ["comes back as another"]


def meet_holder(data: bytes) -> list[str]:
    """The lock of somebody else: waited for, told or broken."""
    now = datetime(2026, 11, 22, tzinfo=UTC)
    times = Times(lambda: now, lambda: 0.0, lambda _: None)
    us = Publisher("lan", "may", "m", 1, "token")
    lock = TargetLock(_Place(data), "lock", us, times, say_nothing, wait_seconds=0.0)
    with suppress(CommandError), lock.hold():
        pass
    return []


def open_ledger(data: bytes) -> list[str]:
    """A file in place of what earlier builds made out: used or thrown away, then of use again."""
    folder = Path(tempfile.mkdtemp())
    try:
        file = folder / "ledger"
        file.write_bytes(data)
        ledger = Ledger(file)
        for name in ledger.list_names("post"):
            ledger.read("post", name)
        ledger.read_all("post")
        ledger.write("post", {"a": b"1"})
        ledger.write("post", {"a": b"2"})
        return [] if ledger.read("post", "a") == b"2" else ["keeps nothing any more"]
    finally:
        shutil.rmtree(folder)


def read_index(data: bytes) -> list[str]:
    """A file of the search's index."""
    try:
        value = read_list(data)
    except ValueError:
        return []
    return [] if read_list(write_value(value)) == value else ["comes back as another"]


def read_font(data: bytes) -> list[str]:
    """A font's file."""
    font = read_font_file(data)
    return [] if font is None or len(font.letters) <= 0x110000 else ["more letters than there are"]


def read_picture(data: bytes) -> list[str]:
    """A picture: refused, or unpacked and written clean."""
    with suppress(PictureError):
        picture = open_picture(data)
        if picture.width * picture.height <= MOST_PIXELS:
            for use in (
                lambda: read_pixels(data, longest_side_px=400),
                lambda: clean_picture(data),
            ):
                with suppress(PictureError):
                    use()
    return []


def render_body(data: bytes) -> list[str]:
    """A text as a page shows it: nothing in it runs."""
    text = data.decode("utf-8", "replace")
    looking = _Looking()
    looking.feed(_renderer().render(BodySource("content/posts/a.md", "a/", text)))
    looking.close()
    return looking.faults


def read_hosts(data: bytes) -> list[str]:
    """A list of servers' keys."""
    return [
        f"half a key: {key}"
        for key in read_known_keys(data.decode("utf-8", "replace"), "[hoamai.example]:2222")
        if not (key.kind and key.key)
    ]


def read_replies(data: bytes) -> list[str]:
    """What an SFTP server answers."""
    reply = Reply(Answer.STATUS, data)
    takes: list[Callable[[], object]] = [
        lambda: reply.status,
        lambda: read_marks(reply),
        lambda: list(read_names(reply)),
        lambda: read_handle(reply),
    ]
    for take in takes:
        with suppress(LineLostError):
            take()
    return []


@dataclass(slots=True)
class _Place:
    """A target at which one file stands, whatever is asked for, until it is taken away."""

    data: bytes | None
    steps: list[Step] = field(default_factory=list)

    def load(self, path: str) -> bytes | None:  # noqa: ARG002
        """The file."""
        return self.data

    def list_names(self, folder: str) -> frozenset[str]:  # noqa: ARG002
        """Nothing."""
        return frozenset()

    def list_each(self, folders: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """Nothing."""
        return dict.fromkeys(folders, frozenset())

    def make_folder(self, folder: str) -> bool:  # noqa: ARG002
        """Only where nothing stands."""
        return self.data is None

    def read_link(self, path: str) -> str | None:  # noqa: ARG002
        """No link."""
        return None

    def carry_out(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Remember each step."""
        for step in steps:
            self.steps.append(step)
            if isinstance(step, Prune):
                self.data = None
            yield step


class _Looking(HTMLParser):
    """Looks for what would run in a browser, which takes what stands in a frame as mere text."""

    CDATA_CONTENT_ELEMENTS = ("script", "style", "iframe")

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge an element."""
        if tag in {"script", "style", "object", "embed", "form", "base", "meta", "link"}:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if _runs(name, value or "") or (tag == "iframe" and name == "src"):
                self.faults.append(f"{name}={value}")


def _runs(name: str, value: str) -> bool:
    """Whether an attribute runs something, or lays something over the page."""
    if name == "style":
        return _ALIGNED.fullmatch(value) is None
    if name in {"href", "src"}:
        # Browsers pass over blanks and control signs in an address.
        return re.sub(r"[\x00-\x20]", "", value).lower().startswith(_SCHEMES)
    return name.startswith("on") or name == "srcdoc"


@cache
def _renderer() -> BodyRenderer:
    """What renders the texts of a school that allows no frames."""
    settings = read_settings(f"{SCHOOL['mkdocs.yml']}      frames_from: []\n").value
    if settings is None:
        raise ValueError(SCHOOL)
    return BodyRenderer(settings, {"content/posts/b.md": "b/"}, {})


FOREIGN = {
    "body": render_body,
    "manifest": read_release,
    "journal": read_unfinished,
    "lock": meet_holder,
    "known-hosts": read_hosts,
    "sftp": read_replies,
    "ledger": open_ledger,
    "index": read_index,
    "font": read_font,
    "picture": read_picture,
}
"""What others and earlier runs wrote, by the name of its target."""
