"""A seeded corpus of school news, and our own project with it.

Number of posts in, news out. The same number gives the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from photos import draw_photo
from words import DOES, PARTNERS, TYPES, WHAT, WHEN, WHO

SEED = 20_11
WORDS_A_POST = 400
FIRST_DAY = date(2015, 9, 1)
DAYS = 3652
"""Ten years: the posts lie evenly between their first and last day."""

POSTS_A_PHOTO = 10
"""Where photos are wanted, each so many posts have one."""

SCHOOL = "Trường THCS Đo Lường"
SITE_URL = "https://truong.example/"
ABOUT = "# Giới thiệu\n\nTrường của chúng em.\n"


@dataclass(frozen=True, slots=True)
class News:
    """One post before it takes a project's form."""

    number: int
    title: str
    day: date
    activity_type: str
    partner: str
    staff: int
    students: int
    lead: str
    body: str
    photo: str | None = None
    """Name of its photo; None where it has none."""

    @property
    def summary(self) -> str:
        """The lead's first sentence."""
        return self.lead.split(". ")[0] + "."

    def tell(self, photo_address: str | None = None) -> str:
        """Its Markdown; the photo, where it has one, at an address of the project's choice."""
        picture = f"![Buổi sinh hoạt số {self.number}]({photo_address})\n\n" if self.photo else ""
        return f"{self.lead}\n\n{picture}{self.body}"


@dataclass(frozen=True, slots=True)
class Written:
    """Files of a project, by their path from its folder."""

    texts: Mapping[str, str]
    photos: Mapping[str, int] = field(default_factory=dict)
    """Number of the post that a photo shows, by the photo's path."""

    def write(self, folder: Path) -> None:
        """Put them where they belong."""
        for path, text in self.texts.items():
            _write(folder / path, text.encode("utf-8"))
        for path, number in self.photos.items():
            _write(folder / path, draw_photo(number))


def make_news(posts: int, *, photos: bool = False) -> Iterator[News]:
    """The corpus in order of days, `posts` long."""
    for number in range(posts):
        # Each post has its own seed, so that a small corpus is no other text than a large one.
        chance = random.Random(SEED * 100_000 + number)
        lead = " ".join(_write_sentences(chance, 40))
        yield News(
            number=number,
            title=f"Bản tin số {number + 1} về {_write_title(chance).lower()}",
            day=FIRST_DAY + timedelta(days=number * DAYS // posts),
            activity_type=chance.choice(tuple(TYPES)),
            partner=chance.choice(tuple(PARTNERS.values())),
            staff=chance.randint(5, 42),
            students=chance.randint(30, 600),
            lead=lead,
            body=_write_body(chance, lead),
            photo=f"anh-{number}.jpg" if photos and number % POSTS_A_PHOTO == 0 else None,
        )


def write_ours(news: Sequence[News], folder: Path) -> None:
    """A project for `outreach build`."""
    compose_our_settings(search=False).write(folder)
    for one in news:
        compose_our_post(one).write(folder)


def compose_our_post(one: News) -> Written:
    """One post as a teacher writes it."""
    front = (
        f"tiêu đề: {one.title}\n"
        f"ngày: {one.day:%d/%m/%Y}\n"
        f"loại: {one.activity_type}\n"
        f"tham gia: {{cán bộ: {one.staff}, học sinh: {one.students}}}\n"
        f"đối tác: [{one.partner}]\n"
        f"tóm tắt: {one.summary}\n"
    )
    folder = f"content/posts/{one.day.year}"
    return Written(
        {f"{folder}/bai-{one.number}.md": f"---\n{front}---\n\n{one.tell(one.photo)}"},
        {f"{folder}/{one.photo}": one.number} if one.photo else {},
    )


def compose_our_settings(*, search: bool) -> Written:
    """Our project's other files."""
    plugins = "  - search\n" if search else ""
    settings = (
        f"site_name: {SCHOOL}\n"
        f"site_url: {SITE_URL}\n"
        "docs_dir: content/pages\n"
        "theme: {name: material, language: vi}\n"
        f"plugins:\n{plugins}"
        "  - outreach:\n"
        f"      school: {{name: {SCHOOL}}}\n"
    )
    return Written({"mkdocs.yml": settings, "content/pages/gioi-thieu.md": ABOUT})


def _write_body(chance: random.Random, lead: str) -> str:
    """Paragraphs, a heading, a list and a link, so that lead and body have `WORDS_A_POST` words."""
    goals = "\n".join(f"- {_write_sentence(chance)}" for _ in range(3))
    parts = [
        f"## {_write_title(chance)}",
        f"**Mục tiêu của buổi sinh hoạt** và [trang của trường]({SITE_URL}):\n\n{goals}",
        "## Lời cảm ơn",
    ]
    missing = WORDS_A_POST - len(lead.split()) - sum(len(part.split()) for part in parts)
    words = " ".join(_write_sentences(chance, missing)).split()[:missing]
    third = missing // 3
    texts = [" ".join(words[at : at + third]) for at in range(0, missing, third)]
    return "\n\n".join([texts[0], parts[0], texts[1], parts[1], parts[2], *texts[2:]]) + "\n"


def _write_sentences(chance: random.Random, words: int) -> list[str]:
    """Sentences of at least `words` words together."""
    sentences: list[str] = []
    while sum(len(sentence.split()) for sentence in sentences) < words:
        sentences.append(_write_sentence(chance))
    return sentences


def _write_sentence(chance: random.Random) -> str:
    """One sentence of some twenty words."""
    who, does, what, when = (chance.choice(bank) for bank in (WHO, DOES, WHAT, WHEN))
    return f"{who[0].upper()}{who[1:]} {does} {what} {when}."


def _write_title(chance: random.Random) -> str:
    """A headline without a colon or a full stop."""
    what = chance.choice(WHAT)
    return f"{what[0].upper()}{what[1:]} {chance.choice(WHEN)}"


def _write(file: Path, content: bytes) -> None:
    """Write a file and its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
