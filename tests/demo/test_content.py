"""What stands in the demo's files, and what `check` says of it."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from builder.model.library import Library
from builder.model.problems import Outcome
from tests.demo.conftest import read_folder

_GIFTS = "content/posts/2024/tiep-nhan-hoc-bong-va-may-tinh-tang-hoc-sinh/index.md"


def test_check_tells_of_one_missing_number(demo: Outcome[Library]) -> None:
    """Nobody counted the parents at the handing over of scholarships; all else is in order."""
    assert [("count-missing", _GIFTS, False)] == [
        (one.code, one.where.path, one.is_error) for one in demo.problems
    ]


def test_the_demo_is_whole(library: Library) -> None:
    """Twelve posts, seven partners, two plans, one report; nothing waits, nothing is left out."""
    assert (12, 7, 2, ["2023"], (), ()) == (
        len(library.posts),
        len(library.partners),
        len(library.plans),
        list(library.reports),
        library.waiting,
        library.left_out,
    )


def test_every_partner_has_a_file_and_is_named(library: Library) -> None:
    """The catalogue has those that posts name, no more and no less."""
    named = {partner for activity in library.activities for partner in activity.partners}

    assert named == set(library.partners)
    assert [] == [one.id for one in library.partners.values() if one.path is None]


def test_every_post_stands_at_its_address(library: Library) -> None:
    """A post's folder is its year and the slug that its title gives."""
    folders = {one.path: f"content/posts/{one.id}/index.md" for one in library.posts}

    assert list(folders) == list(folders.values())


def test_every_post_tells_a_story(library: Library) -> None:
    """250 to 450 words, with headings, a summary, a cover and who approved it."""
    thin = [
        post.id
        for post in library.posts
        if not 250 <= len(_count_words(post.body)) <= 450
        or "\n## " not in post.body
        or not (post.summary and post.cover and post.approved_by and post.approved_on)
    ]

    assert [] == thin


def test_no_two_pictures_are_told_alike(library: Library) -> None:
    """Each picture has a text of its own, and its caption says something else."""
    pictures = [
        photo for post in library.posts for photo in (post.cover, *post.photos) if photo is not None
    ]
    texts = Counter(text for one in pictures for text in (one.alt, one.caption))

    assert 2 * len(pictures) == len(texts)


def test_every_picture_is_drawn_by_the_program(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No photo of anybody's stands in the demo: each JPEG is one that the script draws."""
    monkeypatch.syspath_prepend(repository / "docs" / "demo")
    drawing = importlib.import_module("draw_pictures")
    drawn = {
        drawing.find_folder(post) / name
        for post, pictures in drawing.SCENES.items()
        for name in pictures
    }

    assert drawn == set((repository / "content").rglob("*.jpg"))
    assert [] == [one.name for one in drawn if one.stat().st_size >= 150_000]


@pytest.mark.parametrize("folder", [".", "builder/starter"])
def test_every_page_says_that_it_is_no_real_school(repository: Path, folder: str) -> None:
    """The note stands in the configuration, from where every page has it."""
    text = (repository / folder / "mkdocs.yml").read_text(encoding="utf-8")
    note = yaml.safe_load(text)["extra"]["notice"]

    assert re.search("không có thật|chỉ là ví dụ", note)


def test_a_new_school_has_nothing_to_mend(repository: Path) -> None:
    """The starter reads clean on any day after its own dates, which lie years back."""
    starter = repository / "builder" / "starter"
    read = read_folder(starter, date(2026, 1, 1))
    assert read.value is not None
    last = max(post.first_day for post in read.value.posts)

    assert ((), ()) == (read.problems, read_folder(starter, last + timedelta(days=1)).problems)


def test_a_new_school_sees_one_of_each(repository: Path) -> None:
    """One post, one activity, one partner, one plan and the home page's introduction."""
    library = read_folder(repository / "builder" / "starter", date(2026, 1, 1)).value
    assert library is not None

    assert (1, 1, 1, 1, True) == (
        len(library.posts),
        len(library.activities),
        len(library.partners),
        len(library.plans),
        library.introduction is not None,
    )


def _count_words(body: str) -> list[str]:
    """Words of a text, without the addresses of links and pictures and without signs."""
    return re.findall(r"[^\W_]+", re.sub(r"\]\([^)]*\)", "]", body))
