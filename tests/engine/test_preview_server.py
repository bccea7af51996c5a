"""The process that shows a preview: pages, a notice, what isn't there, and what it watches."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.engine.preview_server import PreviewServer, open_preview
from tests.engine.pages_of_a_port import get
from tests.servers.launching import pick_port
from tests.workflow.school import CONFIGURATION, write_files, write_project

pytestmark = pytest.mark.engine

SITE = {
    "index.html": "<html><body>Trang đầu</body></html>",
    "tin/index.html": "<html><body>Tin</body></html>",
    "404.html": "<html><body>Không có trang này</body></html>",
    "anh.txt": "ảnh",
}
SECONDS = 5.0
A_MOMENT = 0.3


class Shown:
    """A preview that runs, and its project."""

    def __init__(self, server: PreviewServer, port: int, project: Path) -> None:
        self.server, self.port, self.project = server, port, project

    def get(self, path: str) -> str:
        """Answer to a question, with its head."""
        return get(self.port, path)


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    """A preview below an address of its own, of which the notice is shown."""
    port = pick_port()
    stated = f"dev_addr: 127.0.0.1:{port}\n{CONFIGURATION}".replace(".example/", ".example/truong/")
    project = write_project(tmp_path / "school", {"mkdocs.yml": stated})
    write_files(tmp_path / "site", SITE)
    write_files(tmp_path / "notice", {"index.html": "<html><body>Xin chờ</body></html>"})
    with open_preview(project, tmp_path / "site", tmp_path / "notice") as server:
        yield Shown(server, port, project)


def test_a_notice_stands_at_every_address(shown: Shown) -> None:
    """Whatever is asked for, until there is a site to show."""
    answers = [shown.get(f"/truong/{path}") for path in ("", "tin/", "khong-co/", "anh.txt")]

    assert [True] * 4 == ["Xin chờ" in one and one.startswith("HTTP/1.0 200") for one in answers]


def test_pages_are_shown_below_the_sites_path(shown: Shown) -> None:
    """As on the school's server, so that addresses mean the same."""
    shown.server.show(notice=False)
    wait_until(shown, "/truong/", "Trang đầu")

    assert f"http://127.0.0.1:{shown.port}/truong/" == shown.server.address
    assert (True, True) == (
        "Tin" in shown.get("/truong/tin/"),
        "ảnh" in shown.get("/truong/anh.txt"),
    )


def test_what_is_not_there_is_loaded_again_too(shown: Shown) -> None:
    """The site's own page for it, with its status, asks for news like any other."""
    shown.server.show(notice=False)
    wait_until(shown, "/truong/", "Trang đầu")
    answer = shown.get("/truong/khong-co/")

    assert answer.startswith("HTTP/1.0 404")
    assert (True, True) == ("Không có trang này" in answer, "livereload(" in answer)


def test_open_pages_hear_of_news(shown: Shown) -> None:
    """A page that waits for news is answered as soon as there are any, and not before."""
    page = shown.get("/truong/")
    asked = re.search(r"livereload\((\d+), (\d+)\)", page)
    assert asked is not None
    answers: list[str] = []
    path = f"/livereload/{asked[1]}/{asked[2]}"
    waiting = threading.Thread(target=lambda: answers.append(shown.get(path)))
    waiting.start()
    waiting.join(A_MOMENT)
    before = list(answers)
    shown.server.show(notice=False)
    waiting.join(SECONDS)

    assert ([], True) == (before, int(answers[0].split()[-1]) > int(asked[1]))


def test_a_save_is_told(shown: Shown) -> None:
    """A changed post, a new folder's post and the configuration; nothing else of the project."""
    posts = shown.project / "content"
    shown.server.watch(shown.project, [posts, posts / "pages"])
    told = {}
    for path in ("content/posts/2025/moi/index.md", "mkdocs.yml", "ghi-chu.txt"):
        shown.server.wait(A_MOMENT)
        write_files(shown.project, {path: CONFIGURATION})
        told[path] = shown.server.wait(SECONDS if path != "ghi-chu.txt" else A_MOMENT)

    assert [True, True, False] == list(told.values())


def test_what_programs_write_beside_a_post_is_not_told(shown: Shown) -> None:
    """Swap files, and the files of a build."""
    shown.server.watch(shown.project, [shown.project / "content"])
    shown.server.wait(A_MOMENT)
    beside = ("content/posts/2025/.moi.md.swp", "content/~$mau.docx", ".cache/outreach/x")
    write_files(shown.project, dict.fromkeys(beside, "x"))

    assert not shown.server.wait(A_MOMENT)


def wait_until(shown: Shown, path: str, words: str) -> None:
    """Let a preview come to show some words."""
    for _ in range(100):
        if words in shown.get(path):
            return
    pytest.fail(f"{path} does not come to show “{words}”")
