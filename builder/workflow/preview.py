"""A project → its preview, as its files are, for as long as somebody looks at it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Protocol

from builder.disk.lock import hold_lock
from builder.disk.project_folder import CONTENT
from builder.disk.writing import write_whole
from builder.locale import say
from builder.pages.notice import compose_notice
from builder.workflow.delivery import Engine
from builder.workflow.language import find_language
from builder.workflow.preview_site import PreviewSite, Renewed
from builder.workflow.steps import Tell

PLACE = ".cache/outreach/xem-truoc"
"""Where the preview stands: away from the site, of which nothing is touched."""

_LOCK_WAIT_SECONDS = 1.0
_LOOK_SECONDS = 2.0
_LOOK_SHARE = 0.03
"""Of the time that goes into looking at files while the system tells of no change: of network
drives it says nothing."""


class Window(Protocol):
    """Shows folders in browsers and watches files."""

    @property
    def address(self) -> str:
        """Where browsers find it."""

    def watch(self, project: Path, folders: Iterable[Path]) -> None:
        """Watch a project's configuration and all below folders."""

    def wait(self, seconds: float) -> bool:
        """Wait until files changed and are left alone again; False where none did for so long."""

    def show(self, *, notice: bool) -> None:
        """Let every open page be loaded again: from the site, or the notice in place of any."""


class Speaker(Protocol):
    """Tells of a preview as it goes on."""

    def open(self, address: str) -> None:
        """It can be looked at."""

    def begin(self) -> AbstractContextManager[Tell]:
        """Something is built while the block runs."""

    def end(self, renewed: Renewed) -> None:
        """Something became of a change."""


OpenWindow = Callable[[Path, Path, Path], AbstractContextManager[Window]]
"""Opens a window on a project, with the folders of its site and of a notice."""


def run_preview(
    project: Path,
    load_engine: Callable[[Path], Engine],
    open_window: OpenWindow,
    speaker: Speaker,
) -> None:
    """Show the preview, and each change of the project's files, until Ctrl+C.

    CommandError `lock-held` where another one of this project runs.
    """
    site, notice = project / PLACE / "site", project / PLACE / "notice"
    with (
        suppress(KeyboardInterrupt),
        hold_lock(project / PLACE / "lock", wait_seconds=_LOCK_WAIT_SECONDS),
    ):
        _write_notice(notice, "making", (), find_language(project))
        with open_window(project, site, notice) as window:
            speaker.open(window.address)
            preview = PreviewSite(project, site, load_engine)
            woken = True
            while True:
                pause = _show_changes(preview, window, notice, speaker, woken=woken)
                woken = window.wait(pause)


def _show_changes(
    preview: PreviewSite, window: Window, notice: Path, speaker: Speaker, *, woken: bool
) -> float:
    """Let browsers show what changed; seconds until the next look at the files."""
    begun = time.perf_counter()
    renewed = preview.renew(speaker.begin, woken=woken)
    if renewed is None:
        preview.settle()
        return max(_LOOK_SECONDS, (time.perf_counter() - begun) / _LOOK_SHARE)
    if renewed.failure:
        _write_notice(notice, "failed", renewed.failure, renewed.language)
    if renewed.is_new:
        window.show(notice=bool(renewed.failure))
    speaker.end(renewed)
    window.watch(preview.project, (preview.project / CONTENT, *preview.watched_folders))
    preview.settle()
    return _LOOK_SECONDS


def _write_notice(folder: Path, what: str, lines: tuple[str, ...], language: str) -> None:
    """Write the page that stands in place of all others while there is no site to show."""
    title, lead = (say(f"preview-{what}-{part}", language) for part in ("title", "lead"))
    html = compose_notice(title, lead, lines, language)
    write_whole(folder / "index.html", html.encode(), durable=False)
