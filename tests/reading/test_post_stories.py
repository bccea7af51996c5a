"""Every promise about reading one post, told as a story of `tests/golden/posts/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.locale import LANGUAGES
from tests.reading.stories import describe_problem, describe_record, load_story, read_story

STORIES = sorted((Path(__file__).parent.parent / "golden" / "posts").glob("*.yml"))


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_post_is_read_as_its_story_tells(file: Path) -> None:
    """The record and the problems, wording included, are those of the story."""
    story = load_story(file)
    outcome = read_story(story)
    record = describe_record(outcome.value)
    known = record if isinstance(record, dict) else {}

    assert list(story.problems) == [describe_problem(one) for one in outcome.problems]
    assert (story.record is None) == (record is None)
    assert (story.record or {}) == {key: known.get(key) for key in story.record or ()}


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_every_problem_of_a_story_is_spoken_in_every_language(file: Path) -> None:
    """No blank of a sentence stays open, and no sentence is empty."""
    problems = read_story(load_story(file)).problems
    spoken = [describe_problem(one, language) for one in problems for language in LANGUAGES]

    assert [] == [one for one in spoken if not (one["message"] and one["hint"])]


def test_every_story_has_a_promise() -> None:
    """A story says in one sentence what it shows."""
    assert [] == [file.stem for file in STORIES if not load_story(file).promise.endswith(".")]
