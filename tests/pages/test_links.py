"""Addresses from page to page, and from files to pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.site import CopiedFile
from builder.pages.attachments import list_copies
from builder.pages.links import attachment_address, list_links, read_link, relative_address
from tests.counting.school import library, plan, post
from tests.pages.section import TOLD


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("tin/2024/b/", "tin/2024/a/", "../../../tin/2024/b/"),
        ("", "tin/", "../"),
        ("", "", "./"),
        ("tin/", "", "tin/"),
        ("tin/2024/a/", "cu/bai-1.html", "../tin/2024/a/"),
    ],
)
def test_a_link_counts_from_its_page(target: str, page: str, expected: str) -> None:
    """A site may stand in any folder of a server."""
    assert expected == relative_address(target, page)


def test_a_link_is_read_against_its_file() -> None:
    """Percent signs are decoded, the fragment is kept."""
    link = read_link("../%E1%BA%A3nh%201.jpg?x#y", "content/posts/2024/a.md")

    assert ("content/posts/ảnh 1.jpg", "?x#y") == (link.path, link.tail)


def test_every_linkable_file_has_an_address() -> None:
    """Posts, plans, hand-written pages and documents; a post without a page has none."""
    made = library(
        post("a", "2024-03-01"), post("an", "2024-03-02", summary_only=True), plans=(plan("2024"),)
    )
    made = replace(made, settings=replace(TOLD, pages_folder="content/pages"))
    files = (
        "content/pages/gioi-thieu.md",
        "content/pages/to/index.md",
        "content/pages/so do.pdf",
        "content/posts/a.md",
        "content/posts/an.md",
        "content/posts/biểu mẫu.docx",
    )

    assert {
        "content/pages/gioi-thieu.md": "gioi-thieu/",
        "content/pages/to/index.md": "to/",
        "content/pages/so do.pdf": "so%20do.pdf",
        "content/posts/biểu mẫu.docx": "tep/posts/bi%E1%BB%83u%20m%E1%BA%ABu.docx",
        "content/posts/a.md": "tin/2024/a/",
        "content/plans/2024.md": "ke-hoach/2024/",
    } == list_links(made, files)


def test_only_linked_documents_are_published() -> None:
    """Their names come back from their addresses, whatever letters they have."""
    source = "content/posts/2024/biểu mẫu.docx"
    text = f'<a href="../../../{attachment_address(source)}#2">x</a> <a href="../tin/">y</a>'

    assert (CopiedFile("tep/posts/2024/biểu mẫu.docx", source),) == list_copies([text, text])
