"""A page filled into a frame that it shares is the page rendered alone, to the byte."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from builder.engine import told_build
from builder.engine.mkdocs_build import MkDocsEngine
from builder.engine.press import Press
from builder.workflow.content import read_content
from builder.workflow.prepare import Order, prepare_delivery
from tests.workflow.school import TODAY, post, write_project

PARTIAL = "theme/partials/integrations/analytics.html"
"""A part of the head that schools fill in by themselves."""


def compare(
    project: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], list[str]]:
    """Build a site: its pages that share a frame, and those of them that differ from it."""
    presses: list[Press] = []

    def keep(press: Press, *_: object) -> Iterator[str]:
        presses.append(press)
        return iter(())

    monkeypatch.setattr(told_build, "write_ahead", keep)
    order = Order(project, date.fromisoformat(TODAY))
    delivery = prepare_delivery(read_content(project, order.today), order)
    if delivery is None:
        pytest.fail("the project has errors")
    MkDocsEngine(project).render(delivery, site)
    shared, different = [], []
    for page in presses[0].pages:
        page.active = True
        frame = presses[0].find_frame(page)
        if frame is not None:
            shared.append(page.url)
            if frame.fill(page) != presses[0].render_alone(page):
                different.append(page.url)
        page.active = False
    return shared, different


def write_school(folder: Path, note: str) -> Path:
    """A school with many posts and a frame of its own that notes something about each page."""
    posts = {
        f"content/posts/2025/{number}.md": post(f'Bài "{number}" <b> & {{{{ x }}}}', "06/03/2025")
        for number in range(5)
    }
    project = write_project(
        folder, posts | {PARTIAL: f"{{% if page %}}<!-- {note} -->{{% endif %}}"}
    )
    file = project / "mkdocs.yml"
    written = file.read_text("utf-8")
    file.write_text(written.replace("language: vi", "language: vi, custom_dir: theme"), "utf-8")
    return project


@pytest.mark.slow
def test_the_demo_is_the_same_with_and_without_frames(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page of the demo that shares a frame, and most of them do."""
    shared, different = compare(repository, tmp_path / "site", monkeypatch)

    assert ([], True) == (different, len(shared) > 30)


@pytest.mark.parametrize(
    "note",
    [
        "a word",
        "{{ page.meta.title|e }} {{ page.title|e }} {{ page.canonical_url|e }}",
        "{{ 'tong-ket/'|url }} {{ base_url }} {{ page.is_homepage }} {{ page.active }}",
        "{% if page.meta.hide %}hidden{% endif %}{{ page.meta.og_type }}",
    ],
)
def test_a_frame_may_show_what_its_pages_have_in_common(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, note: str
) -> None:
    """And their names and addresses, each in its page."""
    project = write_school(tmp_path / "school", note)
    shared, different = compare(project, tmp_path / "site", monkeypatch)

    assert ([], 6) == (different, sum(url.startswith("tin/2025/") for url in shared))


@pytest.mark.parametrize(
    "note",
    [
        "{{ page.meta.older }}",
        "{{ page.meta|items|list }}",
        "{{ page.meta|length }}",
        "{{ page.file.src_uri }}",
        "{{ page.url }}",
        "{{ page.title|tojson }}",
        "{{ page.meta.title|upper }}",
        "{{ page.content|length }}",
    ],
)
def test_a_frame_that_tells_its_pages_apart_is_rendered_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, note: str
) -> None:
    """Whatever a school's own theme shows of a page, it shows of the right one."""
    project = write_school(tmp_path / "school", note)
    shared, different = compare(project, tmp_path / "site", monkeypatch)

    assert ([], 0) == (different, sum(url.startswith("tin/2025/") for url in shared))


def test_a_title_is_text_in_the_header_too(tmp_path: Path) -> None:
    """Signs of a title that HTML reads as its own are written as signs."""
    title = "Bài <b> & <script>alert(1)</script>"
    project = write_project(
        tmp_path / "school", {"content/posts/2025/a.md": post(title, "06/03/2025")}
    )
    order = Order(project, date.fromisoformat(TODAY))
    delivery = prepare_delivery(read_content(project, order.today), order)
    MkDocsEngine(project).render(delivery, tmp_path / "site")
    pages = [file.read_text("utf-8") for file in tmp_path.glob("site/tin/2025/*/index.html")]

    assert [0, 0] == [page.count("<script>alert") for page in pages]
