"""Texts become HTML that is safe and the same under every engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from markdown import Markdown

from builder.model.posts import Status
from builder.pages.body.converting import BodyConverter
from builder.pages.body.rendering import BodyRenderer, BodySource, list_bodies
from builder.pages.preview import BrokenPost, Preview
from tests.counting.school import library, post
from tests.pages.section import TOLD, picture, render

STORIES = sorted((Path(__file__).parent.parent / "golden" / "bodies").glob("*.yml"))
OTHER_ENGINES = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta", "smarty"),
    *("tables", "toc", "pymdownx.superfences", "pymdownx.snippets", "pymdownx.tabbed"),
    *("pymdownx.magiclink", "pymdownx.emoji", "pymdownx.tasklist", "pymdownx.details"),
]


@pytest.mark.parametrize("story", STORIES, ids=lambda one: one.stem)
def test_a_text_becomes_what_its_story_tells(story: Path) -> None:
    """Each story is one promise about texts."""
    told = yaml.safe_load(story.read_text(encoding="utf-8"))
    html = render(told["text"], pictures=told.get("pictures", ()))

    assert told["html"] == html


@pytest.mark.parametrize("story", STORIES, ids=lambda one: one.stem)
def test_the_markdown_of_other_engines_changes_nothing(story: Path) -> None:
    """Our HTML is one raw block to an engine that puts every text through its own Markdown."""
    html = yaml.safe_load(story.read_text(encoding="utf-8"))["html"]

    assert html == Markdown(extensions=OTHER_ENGINES).convert(html)


def test_a_text_converted_elsewhere_becomes_the_same_body() -> None:
    """Its links and pictures are resolved where the whole project is known."""
    options = MappingProxyType({"toc": MappingProxyType({"permalink": True})})
    settings = replace(TOLD, markdown_extensions=("toc",), markdown_options=options)
    path = "content/posts/2024/bai/san.jpg"
    renderer = BodyRenderer(settings, MappingProxyType({}), MappingProxyType({path: picture(path)}))
    source = BodySource(
        path.replace("san.jpg", "index.md"), "tin/2024/bai/", "# A\n\n![S](san.jpg)"
    )
    converted = BodyConverter(settings).convert(source.text)

    assert renderer.render(source) == renderer.render(source, converted=converted)


@pytest.mark.parametrize(
    ("options", "anchor"),
    [
        ({}, "doi-ken-den-truong"),
        ({"toc": MappingProxyType({"permalink": False})}, "doi-ken-den-truong"),
        (
            {"toc": MappingProxyType({"slugify": "!!python/name:posixpath.join"})},
            "Đội kèn đến trường/-",
        ),
    ],
)
def test_a_headings_anchor_is_made_as_addresses_are(
    options: Mapping[str, Mapping[str, object]], anchor: str
) -> None:
    """Every đ with it, unless the configuration names another way."""
    settings = replace(TOLD, markdown_extensions=("toc",), markdown_options=options)

    assert f'id="{anchor}"' in BodyConverter(settings).convert("## Đội kèn đến trường")


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    """Footnotes and reference links of a text belong to it alone."""
    renderer = BodyRenderer(TOLD, {}, {})
    source = BodySource("content/posts/a.md", "tin/2024/a/", "Chữ[^1] [x]\n\n[^1]: Chân\n[x]: #y")
    first = renderer.render(source)
    renderer.render(replace(source, text="Khác[^1]\n\n[^1]: Khác"))

    assert first == renderer.render(source)


def test_a_configured_host_may_show_frames() -> None:
    """A frame stays where its host and path are those of `frames_from`, and nowhere beside them."""
    settings = replace(TOLD, frames_from=("video.example", "www.example/maps"))
    addresses = (
        "https://video.example/embed/1",
        "https://www.example/maps/embed",
        "https://www.example/mapsx",
        "https://video.example.xau.example/",
        "//video.example/1",
        "https:\\\\xau.example/",
        "trang.html",
    )
    kept = [
        one
        for one in addresses
        if "<iframe" in render(f'<iframe src="{one}"></iframe>', settings=settings)
    ]

    assert [*addresses[:2], addresses[4]] == kept


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<iframe src="https://xau.example/">Khung <b>này</b></iframe>', ""),
        ("<iframe><script>1</script></iframe>", ""),
        (
            '<iframe src="https://video.example/1"><b>x</b></iframe>',
            '<iframe src="https://video.example/1"></iframe>',
        ),
    ],
)
def test_a_frame_leaves_nothing_behind_but_itself(written: str, shown: str) -> None:
    """Where its source goes it goes whole, and no browser shows the words within one."""
    settings = replace(TOLD, frames_from=("video.example",))

    assert f"<p>a {shown} b</p>" in render(f"a {written} b", settings=settings)


def test_every_text_of_the_site_is_listed() -> None:
    """Posts with a page, partners with a file and plans; what waits stays out."""
    waiting = replace(post("nhap", "2024-05-01"), status=Status.DRAFT)
    made = replace(
        library(post("bai", "2024-03-01"), post("an", "2024-04-01", summary_only=True)),
        waiting=(waiting,),
    )

    assert ["content/posts/bai.md"] == [one.path for one in list_bodies(made)]


def test_the_preview_lists_what_waits_and_what_is_broken() -> None:
    """Internal posts stay out of it all the same."""
    waiting = (post("nhap", "2024-05-01"), post("noi-bo", "2024-05-02", internal=True))
    made = replace(library(post("bai", "2024-03-01")), waiting=waiting)
    broken = BrokenPost("content/posts/hong.md", "---\n---\nChữ", ())
    paths = {one.path for one in list_bodies(made, preview=Preview((broken,)))}

    assert {"content/posts/bai.md", "content/posts/nhap.md", "content/posts/hong.md"} == paths
