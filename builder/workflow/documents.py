"""All reports and plans of a site → their files, made on other cores where something changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

import msgspec

from builder.cache.encoding import ENCODER
from builder.cache.files import find_file, save_file
from builder.disk.lock import take_turn
from builder.disk.store import FolderStore
from builder.model.library import Library
from builder.model.site import Beside, Download
from builder.reports.fonts import Fonts
from builder.workflow.content import Content
from builder.workflow.known_documents import KnownDocuments, MadeFile, without_posts
from builder.workflow.offered import PRINT_VIEW, OfferingPage, Wanted, list_offering_pages
from builder.workflow.papers import load_writers
from builder.workflow.remembered import open_ledger
from builder.workflow.side_by_side import make_side_by_side
from builder.workflow.steps import SILENT, Tell

CACHE = ".cache/outreach/van-ban"
_TYPESET = ".pdf"

_MOST_GROWTH_KB = 96 * 1024
"""Of a process: room for what two neighbouring periods of hundreds of activities share."""


def begin_documents(
    content: Content,
    library: Library,
    fonts: Fonts,
    *,
    plain: bool = False,
    tell: Tell = SILENT,
) -> Documents:
    """Begin on reports, workbooks and plans; what is unchanged comes from the cache.

    `plain` offers no Markdown.
    """
    bare = without_posts(library)
    known = KnownDocuments(open_ledger(content.project.folder), content.project, bare)
    pages = tuple(list_offering_pages(content, bare, fonts))
    return Documents(
        FolderStore(content.project.folder / CACHE), known, pages, plain=plain, tell=tell
    )


class Documents(Mapping[str, Beside]):
    """What stands beside each page of a summary or plan, by the page's address.

    Other processes make it; whoever looks for it waits until it is there.
    """

    def __init__(
        self,
        store: FolderStore,
        known: KnownDocuments,
        pages: Sequence[OfferingPage],
        *,
        plain: bool,
        tell: Tell,
    ) -> None:
        self._store, self._known, self._plain, self._tell = store, known, plain, tell
        told = known.hash_records([page.records for page in pages])
        self._told = dict(zip((page.address for page in pages), told, strict=True))
        self._made = {page.address: self._recall(page.address) for page in pages}
        missing = [page for page in pages if self._made[page.address] is None]
        if missing:
            store.share()
        # A fork of a process in which Typst has run would wait for its threads for ever.
        pays_from = len(missing) + 1 if "typst" in sys.modules else 1
        # A period shares its activities with the two beside it: all neighbours in one process.
        made = make_side_by_side(
            lambda number: self._make(missing[number]),
            len(missing),
            pays_from=pays_from,
            load=load_writers,
            in_a_row=len(missing),
            most_growth_kb=_MOST_GROWTH_KB,
        )
        self._coming = zip((page.address for page in missing), made, strict=True)

    def __getitem__(self, page: str) -> Beside:
        made = self._find(page)
        printed = next((one.name for one in made if one.path.endswith(PRINT_VIEW)), None)
        data = self._store.load(printed) if printed else None
        downloads = (Download(one.path, one.size_bytes, one.label) for one in self._offer(made))
        return Beside(tuple(downloads), data.decode() if data else None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def list_files(self) -> dict[str, Path]:
        """Path on the site → file on this machine, of all that pages offer."""
        files = (one for page in self._made for one in self._offer(self._find(page)))
        return {one.path: self._store.file_of(one.name) for one in files}

    def _find(self, page: str) -> tuple[MadeFile, ...]:
        """Files of a page; KeyError where none stand beside it."""
        made = self._made[page]
        while made is None:
            self._tell.part("part-documents")
            come, told = next(self._coming)
            self._made[come] = files = _DECODER.decode(told)
            self._known.keep(come, self._told[come], files)
            self._tell.count(sum(one is not None for one in self._made.values()), len(self._made))
            self._tell.part("part-pages")
            made = self._made[page]
        return made

    def _recall(self, page: str) -> tuple[MadeFile, ...] | None:
        """Files of a page as they were made before; None where one of them is lost."""
        files = self._known.recall(page, self._told[page]) or ()
        kept = (find_file(self._store, one.key, Path(one.path).suffix) for one in files)
        return files if files and all(kept) else None

    def _make(self, page: OfferingPage) -> str:
        """Compose and write the files of a page; runs in a process of its own.

        A large PDF takes more memory than all else, so one is made at a time, and
        last: a process that has grown ends after it.
        """
        wanted = page.list_wanted()
        made: dict[str, MadeFile] = {}
        for one in sorted(wanted, key=lambda one: one.path.endswith(_TYPESET)):
            with take_turn(self._store.folder) if one.path.endswith(_TYPESET) else nullcontext():
                made[one.path] = _make_file(self._store, one)
        return ENCODER.encode([made[one.path] for one in wanted]).decode()

    def _offer(self, files: Sequence[MadeFile]) -> Iterator[MadeFile]:
        """Those that readers may take."""
        hidden = (PRINT_VIEW, ".md") if self._plain else (PRINT_VIEW,)
        return (one for one in files if not one.path.endswith(hidden))


def _make_file(store: FolderStore, wanted: Wanted) -> MadeFile:
    """One file, from the cache where its bytes would be the same."""
    suffix = Path(wanted.path).suffix
    kept = find_file(store, wanted.key, suffix)
    if kept is None:
        kept = save_file(store, wanted.key, suffix, wanted.make())
    return MadeFile(wanted.path, wanted.key, kept.name, kept.size_bytes, wanted.label)


_DECODER = msgspec.json.Decoder(tuple[MadeFile, ...])
