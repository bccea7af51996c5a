"""A seeded corpus of school news: the same posts as two projects, ours and Material's blog.

Number of posts and folder in, two folders out. The same number gives the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SEED = 20_11
WORDS_A_POST = 400
FIRST_DAY = date(2015, 9, 1)
DAYS = 3652
"""Ten years: the posts lie evenly between their first and last day."""

_TYPES = {
    "tuyen-truyen": "Tuyên truyền",
    "hop-tac-quoc-te": "Hợp tác quốc tế",
    "giao-luu-hop-tac": "Giao lưu, hợp tác trong nước",
    "van-nghe-the-thao": "Văn nghệ, thể thao",
    "ngoai-khoa-trai-nghiem": "Ngoại khóa, trải nghiệm",
    "stem-khkt": "STEM, khoa học kỹ thuật",
    "ngoai-ngu": "Ngoại ngữ",
    "phoi-hop-cha-me": "Phối hợp với cha mẹ học sinh",
}
_PARTNERS = (
    "Trường THCS Sông Trăng",
    "Trường Trung học Midorigaoka",
    "Hợp tác xã Gốm Mây Trắng",
    "Quỹ Khuyến học Hương Lúa",
    "Trạm Y tế xã Sao Mai",
)
_WHO = (
    "học sinh khối bảy",
    "các em trong câu lạc bộ tiếng Anh",
    "thầy cô tổ Ngữ văn",
    "Liên đội nhà trường",
    "ban đại diện cha mẹ học sinh",
    "đoàn khách của trường bạn",
    "các bác nghệ nhân trong làng",
    "đội văn nghệ của trường",
    "nhóm phóng viên nhỏ tuổi",
    "thư viện nhà trường",
)
_DOES = (
    "cùng chuẩn bị",
    "giới thiệu với mọi người",
    "kể lại bằng tranh vẽ",
    "ghi chép cẩn thận",
    "trình bày rất tự tin",
    "trao đổi thật sôi nổi về",
    "mang đến góc trưng bày",
    "tìm hiểu từ nhiều nguồn sách báo",
    "đặt nhiều câu hỏi về",
    "dành cả buổi sáng cho",
)
_WHAT = (
    "những câu chuyện về quê hương",
    "các món ăn quen thuộc của mùa gặt",
    "mô hình lọc nước bằng vỏ trấu",
    "bộ sưu tập bình gốm mộc",
    "bài hát về tình bạn bốn phương",
    "kế hoạch trồng cây quanh sân trường",
    "tủ sách song ngữ đầu tiên của xã",
    "cách nhận biết tin sai sự thật trên mạng",
    "trò chơi dân gian của hai đất nước",
    "chuyến thăm làng nghề sắp tới",
)
_WHEN = (
    "trong giờ sinh hoạt dưới cờ",
    "vào sáng thứ bảy",
    "suốt tuần lễ đọc sách",
    "sau buổi kết nối trực tuyến",
    "trước ngày hội của trường",
    "ngay tại sân trường đầy nắng",
    "với sự giúp đỡ của thầy cô",
    "như một món quà nhỏ gửi bạn bè",
)


@dataclass(frozen=True, slots=True)
class News:
    """One post before it takes the form of either project."""

    number: int
    title: str
    day: date
    activity_type: str
    partner: str
    staff: int
    students: int
    lead: str
    body: str


def make_news(posts: int) -> Iterator[News]:
    """The corpus in order of days, `posts` long."""
    for number in range(posts):
        # Each post has its own seed, so that a small corpus is no other text than a large one.
        chance = random.Random(SEED * 100_000 + number)
        lead = " ".join(_write_sentences(chance, 40))
        yield News(
            number=number,
            title=f"Bản tin số {number + 1} về {_write_title(chance).lower()}",
            day=FIRST_DAY + timedelta(days=number * DAYS // posts),
            activity_type=chance.choice(tuple(_TYPES)),
            partner=chance.choice(_PARTNERS),
            staff=chance.randint(5, 42),
            students=chance.randint(30, 600),
            lead=lead,
            body=_write_body(chance, lead),
        )


def write_ours(news: Sequence[News], folder: Path) -> None:
    """A project for `outreach build`."""
    for one in news:
        front = (
            f"tiêu đề: {one.title}\n"
            f"ngày: {one.day:%d/%m/%Y}\n"
            f"loại: {one.activity_type}\n"
            f"tham gia: {{cán bộ: {one.staff}, học sinh: {one.students}}}\n"
            f"đối tác: [{one.partner}]\n"
            f"tóm tắt: {one.lead.split('. ')[0]}.\n"
        )
        path = folder / "content" / "posts" / str(one.day.year) / f"bai-{one.number}.md"
        _write(path, f"---\n{front}---\n\n{one.lead}\n\n{one.body}")
    _write(folder / "content" / "pages" / "gioi-thieu.md", "# Giới thiệu\n\nTrường của chúng em.\n")
    _write(
        folder / "mkdocs.yml",
        "site_name: Trường THCS Đo Lường\n"
        "site_url: https://truong.example/\n"
        "docs_dir: content/pages\n"
        "theme: {name: material, language: vi}\n"
        "plugins:\n"
        "  - outreach:\n"
        "      school: {name: Trường THCS Đo Lường}\n",
    )


def write_peer(news: Sequence[News], folder: Path) -> None:
    """A project for `mkdocs build` with Material's blog plugin, as its manual sets it up."""
    for one in news:
        front = (
            f'title: "{one.title}"\n'
            f"date: {one.day.isoformat()}\n"
            f'categories: ["{_TYPES[one.activity_type]}"]\n'
        )
        path = folder / "docs" / "blog" / "posts" / str(one.day.year) / f"bai-{one.number}.md"
        text = f"---\n{front}---\n\n# {one.title}\n\n{one.lead}\n\n<!-- more -->\n\n{one.body}"
        _write(path, text)
    _write(folder / "docs" / "blog" / "index.md", "# Tin tức\n")
    _write(folder / "docs" / "index.md", "# Giới thiệu\n\nTrường của chúng em.\n")
    _write(
        folder / "mkdocs.yml",
        "site_name: Trường THCS Đo Lường\n"
        "site_url: https://truong.example/\n"
        "theme: {name: material, language: vi, font: false}\n"
        "plugins:\n"
        "  - blog: {pagination_per_page: 20}\n",
    )


def _write_body(chance: random.Random, lead: str) -> str:
    """Paragraphs, a heading, a list and a link, so that lead and body have `WORDS_A_POST` words."""
    goals = "\n".join(f"- {_write_sentence(chance)}" for _ in range(3))
    parts = [
        f"## {_write_title(chance)}",
        f"**Mục tiêu của buổi sinh hoạt** và [trang của trường](https://truong.example/):\n\n{goals}",
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
    who, does, what, when = (chance.choice(bank) for bank in (_WHO, _DOES, _WHAT, _WHEN))
    return f"{who[0].upper()}{who[1:]} {does} {what} {when}."


def _write_title(chance: random.Random) -> str:
    """A headline without a colon or a full stop."""
    what = chance.choice(_WHAT)
    return f"{what[0].upper()}{what[1:]} {chance.choice(_WHEN)}"


def _write(file: Path, text: str) -> None:
    """Write a file and its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
