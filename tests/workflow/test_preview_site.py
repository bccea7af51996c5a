"""A preview that stays in memory shows what one that is made anew shows, after any change."""

from __future__ import annotations

import gc
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from builder.engine.mkdocs_build import MkDocsEngine
from builder.model.failures import CommandError
from builder.workflow.preview_site import PreviewSite, Renewed
from builder.workflow.steps import SILENT, Tell
from tests.workflow.school import (
    CONFIGURATION,
    TODAY,
    fingerprint,
    post,
    write_files,
    write_project,
)

pytestmark = pytest.mark.slow

QUIET_SECONDS = 0.06
"""What was written just now counts as changed at the next look too."""

POST = "content/posts/2025/bien-dao/index.md"
DRAFT = "content/posts/2025/nhap/index.md"
PICTURE = "\n![Học sinh xem triển lãm về biển](anh.jpg)\n"
WAITING = post("Bài nháp", "06/03/2025").replace("loại:", "trạng thái: nháp\nloại:")

STORY: tuple[tuple[str, dict[str, str | None], int], ...] = (
    ("a sentence more", {POST: post(more=f"{PICTURE}\nMột câu nữa.\n")}, 0),
    ("the same again", {POST: post(more=f"{PICTURE}\nMột câu nữa.\n")}, 0),
    ("a draft's text", {DRAFT: f"{WAITING}\nThêm một câu.\n"}, 0),
    (
        "two texts at once",
        {POST: post(more=f"{PICTURE}\nCâu khác.\n"), DRAFT: f"{WAITING}\nCâu khác.\n"},
        0,
    ),
    ("a post breaks", {POST: post(day="31/02/2025", more=PICTURE)}, 1),
    ("its text, while it is broken", {POST: post(day="31/02/2025", more=f"{PICTURE}\nCâu.\n")}, 1),
    ("it is mended", {POST: post(more=f"{PICTURE}\nCâu khác.\n")}, 1),
    ("a figure", {POST: post(more=f"{PICTURE}\nCâu khác.\n").replace("100", "101")}, 1),
    ("a text after a build", {POST: post(more=f"{PICTURE}\nCâu.\n").replace("100", "101")}, 0),
    ("a post more", {"content/posts/2025/moi.md": post("Bài mới", "07/03/2025")}, 1),
    ("its text", {"content/posts/2025/moi.md": post("Bài mới", "07/03/2025", "\nCâu.\n")}, 0),
    ("a post less", {"content/posts/2025/moi.md": None}, 1),
    ("a draft is ready", {DRAFT: post("Bài nháp", "06/03/2025")}, 1),
    ("the school's name", {"mkdocs.yml": CONFIGURATION.replace("Hoa Mai", "Hoa Sen")}, 1),
    ("a hand-written page", {"content/pages/gioi-thieu.md": "# Giới thiệu\n\nTrường ta.\n"}, 1),
    ("a text at the end", {DRAFT: post("Bài nháp", "06/03/2025", "\nHết.\n")}, 0),
)
"""What is saved, by path (None: removed), and how many builds it takes."""


class School:
    """A project with its preview, and how often anything was built for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = write_project(folder, {DRAFT: WAITING})
        self.preview = open_site(self.folder)
        self.builds = 0

    def save(self, files: dict[str, str | None]) -> Renewed | None:
        """Save files as an editor does, and let the preview see it."""
        write_files(self.folder, {path: text for path, text in files.items() if text is not None})
        for path, text in files.items():
            if text is None:
                (self.folder / path).unlink()
        time.sleep(QUIET_SECONDS)
        renewed = self.look(woken=True)
        self.preview.settle()
        return renewed

    def look(self, *, woken: bool = False) -> Renewed | None:
        """Let the preview look whether anything changed."""
        return self.preview.renew(self._begin, woken=woken)

    @contextmanager
    def _begin(self) -> Iterator[Tell]:
        """Count a build."""
        self.builds += 1
        yield SILENT

    @property
    def site(self) -> Path:
        """Where the preview stands."""
        return self.folder / "xem"


def open_site(project: Path) -> PreviewSite:
    """The preview of a project, in a folder of it."""
    return PreviewSite(project, project / "xem", partial(MkDocsEngine, preview=True))


@pytest.fixture(autouse=True)
def _looking_for_rubbish() -> Iterator[None]:
    """A preview that never settles would leave the tests after it without the collector."""
    yield
    gc.enable()


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with a post and a draft, its preview made."""
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    school = School(tmp_path / "school")
    school.save({})
    return school


def test_a_preview_after_many_saves_is_a_fresh_one(school: School, tmp_path: Path) -> None:
    """File by file, whatever was saved; and where a text alone changed, nothing is built."""
    for number, (what, files, builds) in enumerate(STORY):
        before = school.builds
        school.save(files)
        fresh = tmp_path / str(number)
        shutil.copytree(school.folder, fresh, ignore=shutil.ignore_patterns("xem", ".*"))
        open_site(fresh).renew(school._begin, woken=True)

        assert (builds, fingerprint(fresh / "xem")) == (
            school.builds - before - 1,
            fingerprint(school.site),
        ), what


def test_a_text_stands_on_its_page_at_once(school: School) -> None:
    """A draft's page has the new text before anything is built, and its badge still."""
    school.save({DRAFT: f"{WAITING}\nCâu vừa viết.\n"})
    page = (school.site / "tin/2025/bai-nhap/index.html").read_text(encoding="utf-8")

    assert (1, True, True) == (school.builds, "Câu vừa viết." in page, "so-badge" in page)


def test_a_build_after_a_text_makes_little(school: School) -> None:
    """What was put into the site without a build is known to the next build, which keeps it."""
    school.save({POST: post(more=f"{PICTURE}\nMột câu nữa.\n")})
    page = school.site / "404.html"
    before = page.stat().st_ino
    school.save({DRAFT: post("Bài nháp", "06/03/2025")})

    assert before == page.stat().st_ino


def test_a_broken_configuration_is_told_until_it_is_mended(school: School) -> None:
    """Its sentence comes once; the preview goes on where it was."""
    before = fingerprint(school.site)
    broken = school.save({"mkdocs.yml": CONFIGURATION.replace("school:", "shool:")})
    again = school.look()
    mended = school.save({"mkdocs.yml": CONFIGURATION})

    assert broken is not None
    assert mended is not None
    assert (True, None, (), True) == (
        "shool" in broken.failure[0],
        again,
        mended.failure,
        mended.is_new,
    )
    assert before == fingerprint(school.site)


def test_a_template_that_cannot_be_read_is_told(school: School) -> None:
    """A school's own template with a slip is no end of the preview, and no traceback."""
    own = CONFIGURATION.replace("language: vi", "language: vi, custom_dir: rieng")
    main = '{% extends "base.html" %}\n'
    school.save({"rieng/main.html": main, "mkdocs.yml": own})
    broken = school.save({"rieng/main.html": main + "{% block x %}\n"})
    mended = school.save({"rieng/main.html": main})

    assert broken is not None
    assert mended is not None
    assert (True, ()) == ("main.html:2" in broken.failure[0], mended.failure)


def test_what_the_disk_refuses_is_tried_again(school: School) -> None:
    """A file that is away for a moment is told of once, and all is well when it is back."""
    away = school.folder / "mkdocs.yml"
    away.rename(school.folder / "away")
    refused, again = school.look(), school.look()
    (school.folder / "away").rename(away)
    back = school.look()

    assert refused is not None
    assert back is not None
    assert (True, None, ()) == ("mkdocs.yml" in refused.failure[0], again, back.failure)


def test_an_editors_own_files_change_nothing(school: School) -> None:
    """A swap file, or Word's mark of an open file, makes no build."""
    school.save({"content/posts/2025/bien-dao/.index.md.swp": "x"})
    school.save({"content/posts/2025/~$bai.docx": "x"})

    assert 1 == school.builds


def test_a_file_from_the_future_is_built_once(school: School) -> None:
    """A clock that is ahead keeps no preview busy."""
    ahead = time.time() + 3600
    os.utime(school.folder / "content/posts/2025/bien-dao/anh.jpg", (ahead, ahead))
    school.look()
    builds = school.builds
    looks = [school.look() for _ in range(3)]

    assert ([None] * 3, builds) == (looks, school.builds)


def test_a_new_day_is_seen(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is to be published on a day shows on it, though nobody saved anything."""
    monkeypatch.setenv("OUTREACH_TODAY", "2025-12-02")
    school.look()

    assert 2 == school.builds


def test_what_cannot_go_on_is_told_in_words(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stops a build has its sentence, and the next change is tried again."""

    def refuse(*_: object) -> tuple[str, ...]:
        raise CommandError("engine-failed", reason="Hết chỗ.")

    with monkeypatch.context() as patched:
        patched.setattr(MkDocsEngine, "render", refuse)
        broken = school.save({DRAFT: post("Bài khác", "06/03/2025")})
    mended = school.save({DRAFT: post("Bài khác nữa", "06/03/2025")})

    assert broken is not None
    assert mended is not None
    assert (True, ()) == ("Hết chỗ." in broken.failure[0], mended.failure)
