"""The preview's window: when it shows the site, when a notice, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from builder.disk.lock import hold_lock
from builder.engine.mkdocs_build import MkDocsEngine
from builder.model.failures import CommandError
from builder.workflow.preview import PLACE, run_preview
from builder.workflow.preview_site import Renewed
from builder.workflow.steps import SILENT, Tell
from tests.workflow.school import (
    CONFIGURATION,
    TODAY,
    fingerprint,
    post,
    write_files,
    write_project,
)

BROKEN = CONFIGURATION.replace("school:", "shool:")
NOTICE = f"{PLACE}/notice/index.html"


class FakeWindow:
    """A window in which files are saved one after the other, until it is closed."""

    address = "http://127.0.0.1:8000/"

    def __init__(self, project: Path, saves: Iterable[dict[str, str] | None]) -> None:
        self._project = project
        self._saves = iter(saves)
        self.shown: list[str] = []
        self.watched: list[Path] = []
        self.pauses: list[float] = []

    def watch(self, project: Path, folders: Iterable[Path]) -> None:
        """Remember what is watched."""
        self.watched = [one.relative_to(project) for one in folders]

    def wait(self, seconds: float) -> bool:
        """Save the next files; Ctrl+C after the last."""
        self.pauses.append(seconds)
        try:
            files = next(self._saves)
        except StopIteration:
            raise KeyboardInterrupt from None
        write_files(self._project, files or {})
        return files is not None

    def show(self, *, notice: bool) -> None:
        """Remember what is shown."""
        self.shown.append("notice" if notice else "site")


class Listener:
    """Hears what becomes of a preview."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def open(self, address: str) -> None:
        """It can be looked at."""
        self.heard.append(address)

    @contextmanager
    def begin(self) -> Iterator[Tell]:
        """Something is built."""
        self.heard.append("build")
        yield SILENT

    def end(self, renewed: Renewed) -> None:
        """Something became of a change."""
        self.heard.append("failed" if renewed.failure else "new" if renewed.is_new else "same")


Watch = Callable[..., tuple[FakeWindow, list[str]]]
"""Takes saves, None for a look without one; gives the window and what was heard."""


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Runs a preview through saves."""
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    project = write_project(tmp_path / "school")

    def run(*saves: dict[str, str] | None) -> tuple[FakeWindow, list[str]]:
        window, listener = FakeWindow(project, saves), Listener()

        @contextmanager
        def open_window(*_: Path) -> Iterator[FakeWindow]:
            yield window

        run_preview(project, partial(MkDocsEngine, preview=True), open_window, listener)
        return window, listener.heard

    return run


@pytest.mark.slow
def test_pages_are_loaded_again_only_for_what_is_new(watch: Watch) -> None:
    """Looks at files that are as they were show nothing and tell nothing."""
    new = {"content/posts/2025/moi.md": post("Bài mới", "07/03/2025")}
    window, heard = watch(None, new, None, None)

    assert ["site", "site"] == window.shown
    assert [window.address, "build", "new", "build", "new"] == heard
    assert [Path("content"), Path("content/pages")] == window.watched
    assert min(window.pauses) >= 2, "a machine must not be kept busy by looking"


@pytest.mark.slow
def test_a_notice_stands_while_the_configuration_is_broken(watch: Watch, tmp_path: Path) -> None:
    """It names the place, and goes when that is mended."""
    window, heard = watch({"mkdocs.yml": BROKEN}, {"mkdocs.yml": CONFIGURATION})
    notice = (tmp_path / "school" / NOTICE).read_text(encoding="utf-8")

    assert ["site", "notice", "site"] == window.shown
    assert (["failed", "build", "new"], True) == (heard[-3:], "mkdocs.yml:" in notice)


@pytest.mark.slow
def test_the_site_itself_is_not_touched(watch: Watch, tmp_path: Path) -> None:
    """A built site stands as it was, and where there is none the preview makes none."""
    project = tmp_path / "school"
    write_files(project, {"site/index.html": "Trang của trường"})
    before = fingerprint(project / "site")
    watch({"content/posts/2025/moi.md": post("Bài mới", "07/03/2025")})

    assert before == fingerprint(project / "site")
    assert {".cache", "content", "mkdocs.yml", "site"} == {one.name for one in project.iterdir()}


def test_one_project_has_one_preview(watch: Watch, tmp_path: Path) -> None:
    """A second one, at whatever address, is refused while the first runs."""
    with (
        hold_lock(tmp_path / "school" / PLACE / "lock", wait_seconds=0),
        pytest.raises(CommandError) as refused,
    ):
        watch()

    assert "lock-held" == refused.value.code
