"""Bodies are the same whenever and wherever they are made."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from builder.cache.kept_texts import KeptTexts, hash_text
from builder.cache.ledger import Ledger
from builder.workflow import bodies
from builder.workflow.content import read_content
from builder.workflow.memory import Memory
from builder.workflow.prepare import Order, prepare_delivery
from tests.workflow.school import TODAY, post, write_project

DAY = date.fromisoformat(TODAY)


def compose(project: Path) -> dict[str, str]:
    """Text of every page, by path."""
    order = Order(project, DAY)
    delivery = prepare_delivery(read_content(project, DAY, for_pages=True), order)
    return {one.path: one.text for one in delivery.files} if delivery else {}


def test_bodies_made_ahead_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However a file writes its lines, its text is the one that the reader gives."""
    plain = post("Hội thảo", "06/03/2025", "\nXem [bài](b.md).\n\n```\n---\n```\n")
    project = write_project(
        tmp_path,
        {
            "content/posts/2025/a.md": plain,
            "content/posts/2025/b.md": "\ufeff" + plain.replace("\n", "\r\n"),
            "content/posts/2025/c.md": plain.replace("bài", "ba\u0300i").replace("Nhà", "\x0bNhà"),
        },
    )
    expected = compose(project)
    shutil.rmtree(project / ".cache")
    monkeypatch.setattr(bodies, "PAYS_FROM", 1)

    assert expected == compose(project)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_bodies_made_ahead_fit_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line_end: str
) -> None:
    """Each is made of the very text that the post turns out to have; else nothing was gained."""
    monkeypatch.setattr(bodies, "PAYS_FROM", 1)
    posts = {"content/posts/2025/a.md": post("Hội thảo", "06/03/2025").replace("\n", line_end)}
    content = read_content(write_project(tmp_path, posts), DAY, for_pages=True)
    expected = {one.path: one.body for one in content.library.posts} if content.library else {}

    assert expected
    assert [] == [
        path for path, text in expected.items() if not content.converted.take(path, hash_text(text))
    ]


def test_a_broken_configuration_leaves_nothing_to_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its errors are told; no text is touched before."""
    monkeypatch.setattr(bodies, "PAYS_FROM", 1)
    texts = {"mkdocs.yml": b"site_name: [", "content/posts/2025/a.md": post().encode()}

    ledger = Ledger(tmp_path / "kept")
    memory = Memory(KeptTexts(ledger, "post", b""), KeptTexts(ledger, "html", b""))

    assert bodies.NOTHING_AHEAD is bodies.convert_ahead(texts, memory)


def test_a_text_made_ahead_is_taken_once() -> None:
    """It is let go with its first reader; whoever asks again, or for another text, makes it."""
    made = (f"{hash_text(text).hex()} {text}" for text in ("Một", "Hai"))
    ahead = bodies.Ahead(("a.md", "b.md"), made)
    asked = (("b.md", "Hai"), ("b.md", "Hai"), ("a.md", "Ba"))
    taken = [ahead.take(path, hash_text(text)) for path, text in asked]

    assert ["Hai", None, None] == taken
