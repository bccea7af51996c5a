"""The corpus as the project of each peer: a post or a whole corpus in, files out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from corpus import ABOUT, SCHOOL, SITE_URL, News, Written
from pages import Period, address_of, list_periods, partner_id
from words import PARTNERS, TYPES, WEEKDAYS

from builder.model.addresses import slug_of
from builder.pages.patterns import compose_pattern

_DRAWINGS = 16
"""As many as templates choose from for cards without a photo; ours has one for each title."""

PEERS = Path(__file__).parent / "peers"
_FOLDERS = {
    "tin": "Tất cả tin, bài",
    "hoat-dong": "Hoạt động",
    "doi-tac": "Đối tác",
    "tong-ket": "Kết quả từng năm",
}


_MOST_POSTS = 1_000_000
"""By weight Hugo sorts as all others do: of one day's posts the later number first."""


def compose_hugo_post(one: News) -> Written:
    """A page of Hugo's; a folder of its own where a photo stands beside it."""
    front = {
        "title": one.title,
        "date": one.day,
        "weight": _MOST_POSTS - one.number,
        "hoat-dong": [one.activity_type],
        "doi-tac": [partner_id(one)],
        "summary": one.summary,
        "staff": one.staff,
        "students": one.students,
    }
    path = f"content/{address_of(one).rstrip('/')}"
    if one.photo is None:
        return Written({f"{path}.md": write_page(front, one.tell())})
    text = write_page(front, one.tell(one.photo))
    return Written({f"{path}/index.md": text}, {f"{path}/{one.photo}": one.number})


def compose_hugo_rest(news: Sequence[News]) -> Written:
    """Headings of its lists, a page for each period, and the theme."""
    texts = {
        **read_folder("hugo"),
        **read_folder("shared", "layouts/_partials/", ".html"),
        **read_folder("shared", "static/", ".css"),
        "data/school.json": describe_school(news),
        "content/gioi-thieu.md": write_page({"title": "Giới thiệu"}, ABOUT),
    }
    lists = {"tin": _list_years(news), "hoat-dong": TYPES, "doi-tac": PARTNERS}
    for folder, title in _FOLDERS.items():
        texts[f"content/{folder}/_index.md"] = write_page({"title": title})
        for name, own_title in lists.get(folder, {}).items():
            texts[f"content/{folder}/{name}/_index.md"] = write_page({"title": own_title})
    for period in list_periods(news):
        front = {"title": period.title, "months": _describe_months(period)}
        texts[f"content/{period.address.rstrip('/')}.md"] = write_page(front)
    return Written(texts)


def compose_eleventy_post(one: News) -> Written:
    """A template of Eleventy's; photos are copied to where they stand among the sources."""
    front = {
        "title": one.title,
        "slug": slug_of(one.title),
        "date": one.day,
        "type": one.activity_type,
        "partner": partner_id(one),
        "post_summary": one.summary,
        "staff": one.staff,
        "students": one.students,
    }
    folder = f"tin/{one.day.year}"
    text = write_page(front, one.tell(f"/{folder}/{one.photo}"))
    photos = {f"{folder}/{one.photo}": one.number} if one.photo else {}
    return Written({f"{folder}/bai-{one.number}.md": text}, photos)


def compose_eleventy_rest(news: Sequence[News]) -> Written:
    """Its settings, templates and data."""
    return Written(
        {
            **read_folder("eleventy"),
            **read_folder("shared", "_includes/", ".html"),
            **read_folder("shared", "", ".css"),
            "school.json": describe_school(news),
            "gioi-thieu.md": write_page({"title": "Giới thiệu", "layout": "base.njk"}, ABOUT),
        }
    )


def compose_pelican_post(one: News) -> Written:
    """An article of Pelican's, its type as category and its partner as tag.

    A second of the day for each number: of one day's posts its feed, too, has the later first.
    """
    moment = datetime.combine(one.day, time()) + timedelta(seconds=one.number)
    front = (
        f"Title: {one.title}\n"
        f"Slug: {slug_of(one.title)}\n"
        f"Date: {moment.isoformat(sep=' ')}\n"
        f"Category: {one.activity_type}\n"
        f"Tags: {partner_id(one)}\n"
        f"Summary_text: {one.summary}\n"
        f"Staff: {one.staff}\n"
        f"Students: {one.students}\n"
    )
    folder = f"content/tin/{one.day.year}"
    text = f"{front}\n{one.tell(f'{{attach}}{one.photo}')}"
    photos = {f"{folder}/{one.photo}": one.number} if one.photo else {}
    return Written({f"{folder}/bai-{one.number}.md": text}, photos)


def compose_pelican_rest(news: Sequence[News]) -> Written:
    """Its settings, plugin, theme and data."""
    return Written(
        {
            **read_folder("pelican"),
            **read_folder("shared", "", ".py"),
            **read_folder("shared", "theme/templates/", ".html"),
            **read_folder("shared", "content/", ".css"),
            "school.json": describe_school(news),
            "content/pages/gioi-thieu.md": "Title: Giới thiệu\n\nTrường của chúng em.\n",
        }
    )


def write_page(front: Mapping[str, object], text: str = "") -> str:
    """A Markdown file with front matter."""
    lines = "".join(
        f"{key}: {value if isinstance(value, date) else _write_json(value)}\n"
        for key, value in front.items()
    )
    return f"---\n{lines}---\n\n{text}"


def describe_school(news: Sequence[News]) -> str:
    """What templates know besides the posts: names of types and partners, years, periods."""
    periods = list_periods(news)
    names = [TYPES, PARTNERS, {period.id: period.title for period in periods}]
    indexes = [
        {
            "address": f"/{folder}/",
            "title": _FOLDERS[folder],
            "rows": [{"id": key, "title": title} for key, title in rows.items()],
        }
        for folder, rows in zip(tuple(_FOLDERS)[1:], names, strict=True)
    ]
    school = {
        "name": SCHOOL,
        "url": SITE_URL.rstrip("/"),
        "menu": json.loads((PEERS / "shared" / "menu.json").read_text(encoding="utf-8")),
        "weekdays": WEEKDAYS,
        "drawings": [compose_pattern(str(number)) for number in range(_DRAWINGS)],
        "types": TYPES,
        "partners": PARTNERS,
        "years": sorted(_list_years(news), reverse=True),
        "periods": [_describe_period(period) for period in periods],
        "indexes": indexes,
    }
    return _write_json(school)


def _describe_period(period: Period) -> Mapping[str, object]:
    """A period as data."""
    return {
        "id": period.id,
        "title": period.title,
        "from": period.first_day.isoformat(),
        "to": period.last_day.isoformat(),
        "months": _describe_months(period),
    }


def _describe_months(period: Period) -> list[Mapping[str, str]]:
    """Its months with their titles."""
    return [
        {"id": f"{month:%Y-%m}", "title": f"Tháng {month.month}/{month.year}"}
        for month in period.months()
    ]


def _list_years(news: Sequence[News]) -> Mapping[str, str]:
    """Titles of the years' lists."""
    return {str(year): f"Năm {year}" for year in sorted({one.day.year for one in news})}


def read_folder(name: str, to: str = "", ending: str = "") -> dict[str, str]:
    """Texts of the files that end so below a peer's folder, by where they go."""
    folder = PEERS / name
    return {
        f"{to}{file.relative_to(folder).as_posix()}": file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob(f"*{ending}"))
        if file.is_file() and "__pycache__" not in file.parts
    }


def _write_json(value: object) -> str:
    """JSON on one line, Vietnamese letters as they are; YAML reads it as well."""
    return json.dumps(value, ensure_ascii=False)
