"""Which pictures the site shows, and where each is shown first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builder.model.problems import Severity
from builder.workflow.content import Content, read_content
from builder.workflow.shown_pictures import list_shown
from tests.images.pictures import jpeg_from_phone
from tests.workflow.school import post, write_project

DAY = date(2025, 12, 1)
PARTNER = "---\nname: Midori\nkind: truong-hoc\n---\n\n![Cổng trường](c.jpg)\n"
PICTURE = "content/posts/2025/bien-dao/anh.jpg"


def read(folder: Path, files: dict[str, str | bytes]) -> Content:
    """A project's content."""
    return read_content(write_project(folder, files), DAY)


def shown(content: Content) -> list[tuple[str, int, Severity, bool]]:
    """Pictures with line, severity and whether readers see them."""
    if content.library is None:
        pytest.fail("the project's configuration is broken")
    found = list_shown(content.library, content.project.files)
    return [(one.path, one.where.line, one.severity, one.is_public) for one in found]


def test_a_posts_picture_is_shown_at_its_line(tmp_path: Path) -> None:
    """The line that shows a picture is where its problems are told."""
    assert [(PICTURE, 12, Severity.ERROR, True)] == shown(read(tmp_path, {}))


def test_a_drafts_picture_stops_nothing_and_stays_hidden(tmp_path: Path) -> None:
    """Pictures of a draft are for the preview; what is wrong with them is a warning."""
    draft = post(more="\n![Học sinh xem triển lãm về biển](anh.jpg)\n").replace(
        "loại:", "trạng thái: nháp\nloại:"
    )
    content = read(tmp_path, {"content/posts/2025/bien-dao/index.md": draft})

    assert [(PICTURE, 13, Severity.WARNING, False)] == shown(content)


def test_hidden_pictures_are_not_published(tmp_path: Path) -> None:
    """What only a waiting post shows does not reach the built site."""
    later = post(more="\n![Học sinh xem triển lãm về biển](anh.jpg)\n").replace(
        "loại:", "ngày đăng: 01/01/2030\nloại:"
    )
    gallery = read(tmp_path, {"content/posts/2025/bien-dao/index.md": later}).gallery

    assert gallery is not None
    assert (0, 1) == (
        len(gallery.list_files(with_waiting=False)),
        len(gallery.list_files(with_waiting=True)),
    )


def test_partners_and_the_introduction_show_pictures_too(tmp_path: Path) -> None:
    """Texts that are no posts have their pictures by name."""
    picture = jpeg_from_phone(100, 100)
    content = read(
        tmp_path,
        {
            "content/posts/2025/bien-dao/index.md": post(),
            "content/partners/midori.md": PARTNER,
            "content/partners/c.jpg": picture,
            "content/partners/khac.jpg": picture,
            "content/pages/index.md": "# Chào\n\n![Sân trường](san.jpg)\n",
            "content/pages/san.jpg": picture,
        },
    )

    assert ["content/pages/san.jpg", "content/partners/c.jpg"] == [
        path for path, *_ in shown(content)
    ]


def test_a_page_in_a_place_of_ours_is_told(tmp_path: Path) -> None:
    """A hand-written page that the site's own would hide is a warning."""
    content = read(tmp_path, {"content/pages/tin/index.md": "# Tin\n"})

    assert [("page-reserved", "content/pages/tin/index.md")] == [
        (one.code, one.where.path) for one in content.problems
    ]
