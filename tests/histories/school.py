"""A school whose site has a bit of everything, for random histories to work on."""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image

from tests.workflow.school import write_files

CONFIGURATION = """\
site_name: Trường THCS Hoa Mai
site_url: https://hoamai.example/doi-ngoai/
docs_dir: content/pages
theme:
  name: material
  language: vi
  palette: {scheme: default, primary: indigo}
plugins:
  - outreach:
      school:
        name: Trường THCS Hoa Mai
        short_name: THCSHM
        head_count:
          2024-2025: {staff: 46, students: 655}
      posts_per_page: 4
      approval: off
      rules: {consent: off}
      themes: [{id: bien-dao-que-huong, label: Biển đảo quê hương mình}]
markdown_extensions: [footnotes, attr_list, admonition]
"""

INDEX = "# Thông tin đối ngoại\n\nThầy trò kể chuyện.\n\n[Về trường](gioi-thieu.md)\n"
ABOUT = "# Giới thiệu\n\nTrường THCS Hoa Mai.\n\n![Cổng trường](assets/cong.jpg)\n"
PARTNER = """\
---
tên: {name}
loại: to-chuc-phi-chinh-phu
quốc gia: {country}
---

{name} đồng hành cùng nhà trường.
"""
PLAN = """\
---
tiêu đề: Kế hoạch hoạt động thông tin đối ngoại năm {year}
số: 09/KH-THCSHM
ngày ban hành: 15/01/{year}
người ký: Phạm Minh Sáng
nhiệm vụ:
  - mã: NV1
    tên: Tuyên truyền về biển, đảo quê hương
    phụ trách: Liên đội
    hạn: tháng 12/{year}
    chỉ tiêu:
      - {{chỉ số: số lần tuyên truyền, ít nhất: 2}}
---

Nhà trường xây dựng kế hoạch năm {year}.
"""
REPORT = """\
---
người ký: Phạm Minh Sáng
---

## Đánh giá chung

Trong năm, nhà trường có {{ totals.activities }} hoạt động.
"""

POST = """\
---
tiêu đề: {title}
ngày: {day}
loại: {kind}
tham gia: {{cán bộ: {staff}, học sinh: {students}}}
địa điểm: Sân trường
tóm tắt: {summary}
---

{body}
"""

KINDS = ("tuyen-truyen", "ngoai-ngu", "hop-tac-quoc-te", "ngoai-khoa-trai-nghiem")
PARTNERS = ("content/partners/nhip-cau-xanh.md", "content/partners/song-trang.md")
TITLES = (
    *("Hội thi hùng biện", "Ngày hội đọc sách", "Chào cờ đầu tuần", "Thăm làng gốm"),
    *("Lớp học trực tuyến", "Triển lãm tranh", "Hội chợ xuân", "Đêm thơ", "Tập huấn hè"),
)
SENTENCES = (
    "Thầy trò cùng nhau trồng cây trong sân.",
    "Buổi chiều trời nắng, sân trường đông vui.",
    "Các em hát bài ca về **biển đảo** quê hương.",
    "Nhiều phụ huynh đến dự & cổ vũ.",
    "Cuối buổi, nhà trường trao quà.",
    "- một\n- hai\n- ba",
    "> Em rất vui.",
    "Một câu có chú thích[^1].\n\n[^1]: Theo thầy hiệu trưởng.",
    "Số điện thoại của thầy là 0912 345 678.",
)


def write_school(folder: Path, chance: random.Random) -> None:
    """Write the project as it stands before a history begins."""
    files: dict[str, str | bytes] = {
        "mkdocs.yml": CONFIGURATION,
        "content/pages/index.md": INDEX,
        "content/pages/gioi-thieu.md": ABOUT,
        "content/pages/assets/cong.jpg": draw_picture(chance),
        "content/partners/nhip-cau-xanh.md": PARTNER.format(name="Nhịp Cầu Xanh", country="NZ"),
        "content/partners/song-trang.md": PARTNER.format(name="Sông Trắng", country="VN"),
        "content/plans/2024.md": PLAN.format(year=2024),
        "content/reports/2024.md": REPORT,
    }
    write_files(folder, files)
    for _ in range(chance.randint(6, 10)):
        add_post(folder, chance)


def add_post(folder: Path, chance: random.Random) -> str:
    """Write a post that has nothing wrong; its path."""
    title = chance.choice(TITLES)
    number = chance.randrange(10_000)
    day = pick_day(chance)
    text = POST.format(
        title=f"{title} lần {number}",
        day=day,
        kind=chance.choice(KINDS),
        staff=chance.randint(1, 40),
        students=chance.randint(20, 400),
        summary=chance.choice(["Thầy trò vui.", "Một ngày đáng nhớ.", "Cả trường cùng làm.", ""]),
        body=compose_body(chance),
    )
    stem = f"content/posts/{day[-4:]}/bai-{number}"
    if chance.random() < 0.5:
        write_files(folder, {f"{stem}.md": text})
        return f"{stem}.md"
    shown = f"{text}\n![Học sinh vui chơi](anh.jpg)\n" if chance.random() < 0.6 else text
    write_files(folder, {f"{stem}/index.md": shown, f"{stem}/anh.jpg": draw_picture(chance)})
    return f"{stem}/index.md"


def pick_day(chance: random.Random) -> str:
    """A day of an activity, often about New Year."""
    day, month = chance.randint(1, 28), chance.randint(1, 11)
    return chance.choice(["31/12/2024", "01/01/2025", f"{day}/{month}/2024", f"{day}/{month}/2025"])


def compose_body(chance: random.Random) -> str:
    """A text; often the same as that of another post, or one that holds another's."""
    return "\n\n".join(chance.choices(SENTENCES[:3], k=chance.randint(0, 3))) or chance.choice(
        ["", *SENTENCES]
    )


def draw_picture(chance: random.Random) -> bytes:
    """A photograph of one colour; two of them may have the same length."""
    stream = io.BytesIO()
    colour = tuple(chance.randrange(256) for _ in range(3))
    Image.new("RGB", (chance.choice([500, 900]), 300), colour).save(stream, "JPEG")
    return stream.getvalue()
