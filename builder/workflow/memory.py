"""What earlier commands made out about a project, beside its cache."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from secrets import token_bytes

from builder.cache.kept_texts import KeptTexts, hash_data
from builder.cache.ledger import Ledger
from builder.cache.records import PostRecords
from builder.disk.project_folder import CONFIGURATION
from builder.disk.sources import ProjectFiles
from builder.model.markdown_extensions import is_self_contained
from builder.reading.configuration.settings import read_settings
from builder.reading.source.decoding import decode_leniently
from builder.workflow.surroundings import hash_surroundings

_SURROUNDING = ("content/partners/", "content/pages/")
_KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Memory:
    """Posts as they were read and texts as they were converted."""

    posts: KeptTexts
    html: KeptTexts

    @property
    def records(self) -> PostRecords:
        """The posts, as reading asks for them."""
        return PostRecords(self.posts)

    def knows(self, path: str, data: bytes) -> bool:
        """Whether a post's file was read as it is, and HTML of some text of it is kept."""
        was_read = self.posts.find(path, hash_data(data)) is not None
        return was_read and self.html.find_last(path) is not None

    def save(self) -> None:
        """Keep what is new."""
        for kept in (self.posts, self.html):
            kept.save()


def open_memory(
    ledger: Ledger, project: ProjectFiles, today: date, *, only: Iterable[str] | None = None
) -> Memory:
    """What is known of the texts of a project, or of `only` some of them.

    A post is read with the configuration, the partners' files, the hand-written pages
    (whom they name may be named) and the day; its HTML depends on the configuration alone.
    Where it may depend on other files, none that was kept is ever found.
    """
    configured = blake2b(hash_surroundings(), digest_size=_KEY_BYTES)
    configured.update(project.texts[CONFIGURATION])
    converted = configured.copy()
    if not _is_self_contained(project.texts[CONFIGURATION]):
        converted.update(token_bytes(_KEY_BYTES))
    around = configured.copy()
    around.update(today.isoformat().encode())
    for path, data in sorted(project.texts.items()):
        if path.startswith(_SURROUNDING):
            around.update(f"\0{path}\0".encode() + data)
    return Memory(
        KeptTexts(ledger, "post", around.digest(), only=only),
        KeptTexts(ledger, "html", converted.digest(), only=only),
    )


def _is_self_contained(configuration: bytes) -> bool:
    """Whether the HTML of a text comes of the text alone, as far as the configuration tells."""
    settings = read_settings(decode_leniently(configuration)).value
    return settings is not None and is_self_contained(
        settings.markdown_extensions, settings.markdown_options
    )
