"""Random posts: events, articles, unknown and marked numbers, gifts, all kinds of status."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from builder.model.counts import Group, Participants
from builder.model.posts import Post, Resource, Status
from tests.counting.school import SETTINGS, gift, people, post

WORDS = SETTINGS.vocabulary
FIRST_DAY = date(2022, 6, 1)
"""Two calendar years and three school years begin in the 700 days from here on."""


def libraries() -> st.SearchStrategy[list[Post]]:
    """Up to 25 posts with one path and one address each; some events clash.

    Drawn from a seed: full libraries from the first example on, which a search
    for the smallest wouldn't give.
    """
    return st.integers(0, 2**32 - 1).map(_make_posts)


def _make_posts(seed: int) -> list[Post]:
    """Posts of one seed."""
    random = Random(seed)
    return [_make_post(f"p{number}", random) for number in range(random.randint(1, 25))]


def _make_post(name: str, random: Random) -> Post:
    """A post that states some of what it may."""
    day = FIRST_DAY + timedelta(days=random.randrange(700))
    facts = {key: make(random) for key, make in _FACTS.items() if random.random() < 0.4}
    if random.random() < 0.15:
        facts["until"] = (day + timedelta(days=random.randrange(180))).isoformat()
    return post(name, day.isoformat(), random.choice(list(WORDS.activity_types)), **facts)


def _make_participants(random: Random) -> Participants:
    """Some groups, or a bare total."""
    if random.random() < 0.2:
        return people(total=_make_number(random))
    groups = random.sample([str(group) for group in Group], random.randint(1, 3))
    return people(whole=random.random() < 0.3, **{group: _make_number(random) for group in groups})


def _make_number(random: Random) -> int | str:
    """Few numbers, so that some agree: exact, marked or unknown."""
    return random.choice([0, 50, 50, 80, "?", "~50", "80+"])


def _make_gifts(random: Random) -> tuple[Resource, ...]:
    """What was given or pledged."""
    return tuple(
        gift(
            random.choice(list(WORDS.resource_kinds)),
            random.choice([None, 5_000_000, 7_000_000]),
            quantity=random.choice([None, 3, 10]),
            unit=random.choice([None, "suất", "bộ"]),
            partner=random.choice([None, "Hội A", "Hội C"]),
            pledged=random.random() < 0.2,
        )
        for _ in range(random.randint(1, 2))
    )


def _some(words: object) -> Callable[[Random], tuple[str, ...]]:
    """Maker of up to two words."""
    return lambda random: tuple(random.sample(list(words), random.randint(0, 2)))


_FACTS: dict[str, Callable[[Random], object]] = {
    "participants": _make_participants,
    "event": lambda random: random.choice(["hoi-thi", "giao-luu", "trao-qua", "hoi-thao"]),
    "is_main": lambda random: random.random() < 0.2,
    "sessions": lambda random: random.choice([1, 2, 2, 2]),
    "role": lambda random: random.choice(list(WORDS.roles)),
    "mode": lambda random: random.choice(list(WORDS.modes)),
    "level": lambda random: random.choice(list(WORDS.levels)),
    "channels": _some(WORDS.channels),
    "themes": _some(WORDS.themes),
    "partners": _some(["Hội A", "Hội B", "hội a"]),
    "resources": _make_gifts,
    "status": lambda random: random.choice([None, *Status]),
    "counted": lambda random: random.random() < 0.7,
    "summary_only": lambda random: random.random() < 0.3,
}
