"""The corpus that speed is measured on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

Load = Callable[[str], ModuleType]


def test_every_post_has_400_words(corpus: ModuleType) -> None:
    """What is measured is what is promised: posts of 400 words."""
    counted = {len(f"{one.lead} {one.body}".split()) for one in corpus.make_news(50)}

    assert {400} == counted


def test_a_small_corpus_tells_what_a_large_one_tells(corpus: ModuleType) -> None:
    """More posts add news and change none."""
    small, large = list(corpus.make_news(12)), list(corpus.make_news(24))

    assert [one.body for one in small] == [one.body for one in large[:12]]


def test_the_corpus_is_always_the_same(corpus: ModuleType, tmp_path: Path) -> None:
    """Two runs of the benchmark build the same posts."""
    for name in ("first", "second"):
        corpus.write_ours(tuple(corpus.make_news(12)), tmp_path / name)

    assert _read_all(tmp_path / "first") == _read_all(tmp_path / "second")


def test_each_tenth_post_has_a_photo_where_photos_are_wanted(
    corpus: ModuleType, tmp_path: Path
) -> None:
    """Its text shows the photo that stands beside it."""
    corpus.write_ours(tuple(corpus.make_news(12, photos=True)), tmp_path)
    photos = sorted(file.name for file in tmp_path.rglob("*.jpg"))

    assert ["anh-0.jpg", "anh-10.jpg"] == photos
    assert "](anh-0.jpg)" in next(tmp_path.rglob("bai-0.md")).read_text("utf-8")


def test_a_photo_is_always_the_same(load: Load) -> None:
    """Two runs of the benchmark make the same photos, and two posts different ones."""
    photos = load("photos")

    assert photos.draw_photo(1) == photos.draw_photo(1)
    assert photos.draw_photo(1) != photos.draw_photo(2)


def test_all_projects_tell_the_same_posts(corpus: ModuleType, load: Load) -> None:
    """Each peer builds the bodies that we build, nothing more."""
    projects, blogs = load("projects"), load("blogs")
    composers = (
        corpus.compose_our_post,
        projects.compose_hugo_post,
        projects.compose_eleventy_post,
        projects.compose_pelican_post,
        blogs.compose_blog_post,
        blogs.compose_alone_post,
        blogs.compose_zensical_post,
    )
    for one in corpus.make_news(12):
        for compose in composers:
            (text,) = compose(one).texts.values()

            assert text.endswith(f"\n\n{one.body}")
            assert one.lead in text


def _read_all(folder: Path) -> dict[str, bytes]:
    """Files below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
