"""Changes that are easily missed: each shows with the next build as in a clean one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.locale import load_catalog
from tests.histories.comparing import build_clean, list_differences, list_said, read_site
from tests.histories.damage import LEDGER
from tests.histories.running import Program
from tests.workflow.school import CONFIGURATION, post, write_files, write_project

pytestmark = pytest.mark.slow

_SETTLED_SECONDS = 0.06
_POST = "content/posts/2025/bai-1.md"
_NOTED = "Doc file"
"""How MkDocs begins to tell of a link that leads nowhere."""

Change = Callable[[Path], object]


def _edit_searched_text(project: Path) -> None:
    """A word that readers may search for."""
    write_files(project, {_POST: post("Bài số 1", more="\nCả trường ngắm kính vạn hoa.\n")})


def _hold_texts(project: Path) -> None:
    """Fill the feed with newer posts, of which one has the text of an old one."""
    shared = "Nhà trường tổ chức Cũ."
    posts = {
        f"content/posts/2025/moi-{n}.md": post(f"Mới {n}", f"{n + 1}/04/2025") for n in range(21)
    }
    posts["content/posts/2025/moi-3.md"] += f"\n{shared}\n"
    write_files(project, posts)


def _edit_text_that_others_hold(project: Path) -> None:
    """The text of an old post, which a post of the feed holds too."""
    write_files(project, {"content/posts/2020/cu.md": post("Cũ", "06/03/2020", "\nMới.\n")})


def _edit_included(project: Path) -> None:
    """A file that a text brings in."""
    write_files(project, {"chung.txt": "Lời chung mới.\n"})


def _edit_linked(project: Path) -> None:
    """A post that stands elsewhere."""
    write_files(project, {"../noi-khac/bai.md": post("Bài ở nơi khác", more="\nMới.\n")})


def _replace_document(project: Path) -> None:
    """Another document of the same size and time."""
    file = project / "content/posts/2025/bai/ke-hoach.docx"
    found = file.stat()
    file.write_bytes(b"b" * 99)
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


def _edit_draft(project: Path) -> None:
    """A line above the picture of a draft that cannot be shown."""
    file = project / "content/posts/2025/nhap/index.md"
    file.write_text(file.read_text("utf-8").replace("\n![", "\nThêm.\n\n!["), "utf-8")


def _move_withdrawn(project: Path) -> None:
    """A line above a picture that was withdrawn, of which a line of the text tells."""
    file = project / "content/posts/2025/bien-dao/index.md"
    file.write_text(file.read_text("utf-8").replace("\n![", "\nThêm.\n\n!["), "utf-8")


def _edit_figure(project: Path) -> None:
    """A figure, beside a hand-written page with a link that leads nowhere."""
    write_files(project, {_POST: post("Bài số 1").replace("100 học sinh", "123 học sinh")})


def _change_nothing(_project: Path) -> None:
    """Nothing, beside the same page."""


def _write_cases(project: Path) -> None:
    """All that the changes are about."""
    write_project(
        project,
        {
            "content/posts/2020/cu.md": post("Cũ", "06/03/2020"),
            _POST: post("Bài số 1"),
            "content/posts/2025/bai/index.md": post("Bài có tệp", more="\n[Tệp](ke-hoach.docx)\n"),
            "content/posts/2025/bai/ke-hoach.docx": b"a" * 99,
            "content/posts/2025/nhap/index.md": post(
                "Nháp", more="\n![Sân trường](anh.jpg)\n"
            ).replace("---\n\n", "trạng thái: nháp\n---\n\n"),
            "content/posts/2025/nhap/anh.jpg": b"no picture",
            "content/pages/viet-tay.md": "# Viết tay\n\n[Không đâu](khong-co.md)\n",
            "../noi-khac/bai.md": post("Bài ở nơi khác"),
            "chung.txt": "Lời chung.\n",
        },
    )
    (project / "content/posts/2025/lien-ket.md").symlink_to(project.parent / "noi-khac/bai.md")


def _search(project: Path) -> None:
    """Let the site be searched."""
    settings = CONFIGURATION.replace("plugins:\n", "plugins:\n  - search\n")
    write_files(project, {"mkdocs.yml": settings})


def _include(project: Path) -> None:
    """Let texts bring in others."""
    snippets = f"markdown_extensions:\n  - pymdownx.snippets: {{base_path: ['{project}']}}\n"
    included = '\n--8<-- "chung.txt"\n'
    files = {"mkdocs.yml": CONFIGURATION + snippets, _POST: post("Bài số 1", more=included)}
    write_files(project, files)


def _withdraw(project: Path) -> None:
    """Show a picture no more."""
    withdrawn = "- 12/03/2025: posts/2025/bien-dao/anh.jpg\n"
    write_files(project, {"content/withdrawn-photos.md": withdrawn})


def _leave(_project: Path) -> None:
    """Change nothing."""


@pytest.mark.parametrize(
    ("prepare", "change"),
    [
        (_search, _edit_searched_text),
        (_hold_texts, _edit_text_that_others_hold),
        (_include, _edit_included),
        (_leave, _edit_linked),
        (_leave, _replace_document),
        (_leave, _edit_draft),
        (_withdraw, _move_withdrawn),
        (_leave, _edit_figure),
        (_leave, _change_nothing),
    ],
    ids=lambda one: one.__name__.strip("_"),
)
def test_a_change_shows_with_the_next_build(
    program: Program, tmp_path: Path, prepare: Change, change: Change
) -> None:
    """Its site and what is said are those of a clean build."""
    project = tmp_path / "school"
    _write_cases(project)
    prepare(project)
    time.sleep(_SETTLED_SECONDS)
    before = program.run(project, "build")
    change(project)
    time.sleep(_SETTLED_SECONDS)
    ran = program.run(project, "build")
    clean, site = build_clean(program, project, tmp_path / "clean")

    assert 0 == before.status, before.err
    assert (0, list_said(clean)) == (ran.status, list_said(ran))
    assert [] == list_differences(site, read_site(project / "site"))


def test_what_is_thrown_away_is_told_once(program: Program, tmp_path: Path) -> None:
    """A sentence says so, in the language of the site; the site is as ever."""
    project = write_project(tmp_path / "school")
    program.run(project, "build")
    site = read_site(project / "site")
    told = []
    for language in ("vi", "en"):
        settings = CONFIGURATION.replace("language: vi", f"language: {language}")
        write_files(project, {"mkdocs.yml": settings, LEDGER: b"another program's"})
        sentence = load_catalog(language)["cache-thrown-away"]["text"]
        for command in ("check", "build", "build"):
            ran = program.run(project, command)
            told.append(sentence.format(file=project / LEDGER) in ran.err)
    write_files(project, {"mkdocs.yml": CONFIGURATION})
    program.run(project, "build")

    assert ([True, False, False] * 2, site) == (told, read_site(project / "site"))


def test_little_is_kept_of_commands_that_are_not_repeated(program: Program, tmp_path: Path) -> None:
    """Sites that are gone are forgotten, and of one that stands only the last command is known."""
    project = write_project(tmp_path / "school")
    sizes = []
    for number in range(8):
        program.run(project, "build", "--today", f"2025-12-0{number + 1}")
        program.run(project, "build", "--site-dir", f"trang-{number}")
        for file in sorted((project / f"trang-{number}").rglob("*"), reverse=True):
            file.unlink() if file.is_file() else file.rmdir()
        (project / f"trang-{number}").rmdir()
        sizes.append((project / LEDGER).stat().st_size)

    assert sizes[2] >= sizes[-1]
