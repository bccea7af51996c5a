"""What may happen to a school's project from one build to the next."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.histories.school import (
    KINDS,
    PARTNERS,
    SENTENCES,
    draw_picture,
    pick_day,
)
from tests.workflow.school import write_files

Step = Callable[[Path, random.Random], object]
"""Changes a project; what it gives is told where a history fails."""

_FRONT = re.compile(r"\A---\n.*?^---\n", re.MULTILINE | re.DOTALL)
_HAND_WRITTEN = "content/pages/viet-tay.md"
_ATTACHED = "ke-hoach.docx"


def list_posts(folder: Path) -> list[Path]:
    """Files of posts in order."""
    return sorted((folder / "content/posts").rglob("*.md"))


def edit_body(folder: Path, chance: random.Random) -> object:
    """A sentence more or less at any place of a text."""
    file, front, body = _open_any(folder, chance)
    lines = body.split("\n\n")
    place = chance.randrange(len(lines) + 1)
    if chance.random() < 0.3:
        lines = lines[:place]
    else:
        lines.insert(place, chance.choice(SENTENCES))
    return _write(file, front + "\n\n".join(lines).strip("\n") + "\n")


def edit_some_bodies(folder: Path, chance: random.Random) -> object:
    """The same in several posts at once."""
    return [edit_body(folder, chance) for _ in range(3)]


def copy_body(folder: Path, chance: random.Random) -> object:
    """A post with the text of another, or with more around it."""
    file, front, _ = _open_any(folder, chance)
    _, _, body = _open_any(folder, chance)
    more = chance.choice(["", f"\n{SENTENCES[0]}\n"])
    return _write(file, front + body + more)


def empty_body(folder: Path, chance: random.Random) -> object:
    """A post without any text."""
    file, front, _ = _open_any(folder, chance)
    return _write(file, front)


def add_heading(folder: Path, chance: random.Random) -> object:
    """A heading, to which links may lead."""
    file, front, body = _open_any(folder, chance)
    return _write(file, f"{front}\n## Phần {chance.randrange(3)}\n{body}")


def add_link(folder: Path, chance: random.Random) -> object:
    """A link from a post to another, at times to a heading of it."""
    file, front, body = _open_any(folder, chance)
    target = os.path.relpath(chance.choice(list_posts(folder)), file.parent)
    anchor = chance.choice(["", "", f"#phan-{chance.randrange(3)}"])
    return _write(file, f"{front}{body}\nXem [bài này]({target}{anchor}).\n")


def break_lines_as_windows(folder: Path, chance: random.Random) -> object:
    """CRLF at the ends of all lines."""
    file = chance.choice(list_posts(folder))
    file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return file.name


def edit_figure(folder: Path, chance: random.Random) -> object:
    """Other numbers of participants."""
    people = f"{{cán bộ: {chance.randint(1, 40)}, học sinh: {chance.randint(20, 400)}}}"
    return _state(folder, chance, "tham gia", people)


def move_day(folder: Path, chance: random.Random) -> object:
    """Another day, often over New Year."""
    return _state(folder, chance, "ngày", pick_day(chance))


def edit_kind(folder: Path, chance: random.Random) -> object:
    """Another type."""
    return _state(folder, chance, "loại", chance.choice(KINDS))


def edit_facts(folder: Path, chance: random.Random) -> object:
    """Title, summary or another of the facts that lists show."""
    key, value = chance.choice(
        [
            ("tiêu đề", f"Tiêu đề mới {chance.randrange(100)}"),
            ("tóm tắt", f"Tóm tắt {chance.randrange(100)}."),
            ("đối tác", chance.choice(["Nhịp Cầu Xanh", "Sông Trắng"])),
            ("chủ đề", "bien-dao-que-huong"),
            ("nổi bật", "có"),
            ("sự kiện", "ngay-hoi"),
            ("đường dẫn", f"duong-dan-{chance.randrange(5)}"),
            ("địa điểm", ""),
        ]
    )
    return _state(folder, chance, key, value)


def edit_status(folder: Path, chance: random.Random) -> object:
    """Drafts, posts that wait, that were taken down, or that are not for readers."""
    key, value = chance.choice(
        [
            ("trạng thái", "nháp"),
            ("trạng thái", "đã gỡ"),
            ("trạng thái", "chờ duyệt"),
            ("trạng thái", ""),
            ("nội bộ", "có"),
            ("ngày đăng", "02/12/2025"),
            ("chỉ thống kê", "có"),
        ]
    )
    return _state(folder, chance, key, value)


def break_post(folder: Path, chance: random.Random) -> object:
    """An error in a post."""
    return _state(folder, chance, "ngày", "31/02/2025")


def mend_posts(folder: Path, chance: random.Random) -> object:
    """No post has an error any more."""
    for file in list_posts(folder):
        _, front, body = _open(file)
        front = front.replace("31/02/2025", pick_day(chance))
        body = re.sub(r"\nXem \[bài này\].*\n|!\[[^\n]*\n", "\n", body)
        _write(file, front + body)
    return "mended"


def add_translation(folder: Path, chance: random.Random) -> object:
    """An English version."""
    file = chance.choice(list_posts(folder))
    text = f"---\ntitle: In English {chance.randrange(9)}\n---\n\nWe planted trees.\n"
    return _write(file.with_name(file.name.removesuffix(".md") + ".en.md"), text)


def move_post(folder: Path, chance: random.Random) -> object:
    """A post's file under another name or in another folder."""
    file = chance.choice(list_posts(folder))
    moved = file.parent if file.name == "index.md" and chance.random() < 0.7 else file
    target = folder / f"content/posts/{chance.choice([2024, 2025])}/moi-{chance.randrange(9999)}"
    target = target if moved.is_dir() else target.with_suffix(".md")
    target.parent.mkdir(parents=True, exist_ok=True)
    moved.rename(target)
    return f"{moved} → {target}"


def delete_post(folder: Path, chance: random.Random) -> object:
    """A post less."""
    file = chance.choice(list_posts(folder))
    if len(list_posts(folder)) > 4:
        file.unlink()
    return file


def replace_picture(folder: Path, chance: random.Random) -> object:
    """Another picture under the same name."""
    pictures = sorted((folder / "content").rglob("*.jpg"))
    file = chance.choice(pictures)
    file.write_bytes(draw_picture(chance))
    return file


def spoil_picture(folder: Path, chance: random.Random) -> object:
    """A picture that is none, or the half of one."""
    file = chance.choice(sorted((folder / "content").rglob("*.jpg")))
    file.write_bytes(file.read_bytes()[: chance.choice([0, 100])])
    return file


def mend_pictures(folder: Path, chance: random.Random) -> object:
    """All pictures can be shown."""
    for file in sorted((folder / "content").rglob("*.jpg")):
        if file.stat().st_size <= 100:
            file.write_bytes(draw_picture(chance))
    return "mended"


def attach_document(folder: Path, chance: random.Random) -> object:
    """A document beside a post, at times another of the same length and time."""
    file = chance.choice(list_posts(folder))
    document = file.with_name(_ATTACHED)
    standing = document.stat() if document.exists() else None
    document.write_bytes(bytes([chance.randrange(256)]) * 500)
    if standing is not None and chance.random() < 0.5:
        os.utime(document, ns=(standing.st_atime_ns, standing.st_mtime_ns))
    _, front, body = _open(file)
    more = "" if _ATTACHED in body else f"\n[Kế hoạch]({_ATTACHED})\n"
    return _write(file, front + body + more)


def write_page(folder: Path, chance: random.Random) -> object:
    """A hand-written page, new or changed, that links to a post."""
    target = chance.choice(list_posts(folder)).relative_to(folder / "content").as_posix()
    more = chance.choice(["", f"\n[Một bài](../{target})\n", "\nGọi 0912 345 678.\n"])
    return _write(folder / _HAND_WRITTEN, f"# Viết tay {chance.randrange(99)}\n{more}")


def delete_page(folder: Path, _chance: random.Random) -> object:
    """A hand-written page less."""
    (folder / _HAND_WRITTEN).unlink(missing_ok=True)
    return _HAND_WRITTEN


def edit_introduction(folder: Path, chance: random.Random) -> object:
    """The text of the section's first page."""
    text = f"# Thông tin đối ngoại\n\nChào {chance.randrange(99)}.\n"
    return _write(folder / "content/pages/index.md", text)


def rename_partner(folder: Path, chance: random.Random) -> object:
    """Another name, or another text, of a partner."""
    file = folder / chance.choice(PARTNERS)
    key = chance.choice(["tên: ", "quốc gia: "])
    value = f"Bạn {chance.randrange(99)}" if key == "tên: " else chance.choice(["JP", "VN", "KR"])
    return _write(file, re.sub(f"{key}.*", key + value, file.read_text("utf-8")))


def edit_plan(folder: Path, chance: random.Random) -> object:
    """Another target of the plan."""
    file = folder / "content/plans/2024.md"
    text = re.sub(r"ít nhất: \d+", f"ít nhất: {chance.randint(1, 9)}", file.read_text("utf-8"))
    return _write(file, text)


def edit_report(folder: Path, chance: random.Random) -> object:
    """More text of the principal's."""
    file = folder / "content/reports/2024.md"
    return _write(file, file.read_text("utf-8") + f"\nThêm {chance.randrange(99)}.\n")


def edit_configuration(folder: Path, chance: random.Random) -> object:
    """A label, the school's name, colours, the language, the length of lists, the search."""
    pattern, value = chance.choice(
        [
            (r"label: .*?\}", f"label: Biển đảo {chance.randrange(9)}}}"),
            (r"site_name: .*", f"site_name: Trường {chance.randrange(9)}"),
            (r"        name: .*", f"        name: Trường {chance.randrange(9)}"),
            (r"primary: \w+", f"primary: {chance.choice(['indigo', 'teal', 'brown'])}"),
            (r"language: \w+", f"language: {chance.choice(['vi', 'en'])}"),
            (r"posts_per_page: \d+", f"posts_per_page: {chance.randint(2, 6)}"),
            (r"approval: \w+", f"approval: {chance.choice(['off', 'required'])}"),
            (r"plugins:\n(  - search\n)?", "plugins:\n"),
            (r"plugins:\n(  - search\n)?", "plugins:\n  - search\n"),
            (r"markdown_extensions: .*", "markdown_extensions: [footnotes, attr_list, tables]"),
        ]
    )
    file = folder / "mkdocs.yml"
    return _write(file, re.sub(pattern, value, file.read_text("utf-8"), count=1))


def edit_theme(folder: Path, chance: random.Random) -> object:
    """A template of the school's own: new, changed, or the folder of it no longer named."""
    file = folder / "mkdocs.yml"
    text = re.sub(r"  custom_dir: .*\n", "", file.read_text("utf-8"))
    words = f"<p>Bản quyền {chance.randrange(99)}</p>"
    write_files(folder, {"overrides/partials/copyright.html": words})
    if chance.random() < 0.8:
        text = text.replace("theme:\n", "theme:\n  custom_dir: overrides\n")
    return _write(file, text)


def withdraw_photo(folder: Path, chance: random.Random) -> object:
    """A picture whose consent was withdrawn."""
    photos = sorted((folder / "content/posts").rglob("*.jpg"))
    path = chance.choice(photos).relative_to(folder / "content").as_posix() if photos else "x.jpg"
    return _write(folder / "content/withdrawn-photos.md", f"- 12/03/2025: {path}\n")


def keep_photos(folder: Path, _chance: random.Random) -> object:
    """No consent is withdrawn any more."""
    (folder / "content/withdrawn-photos.md").unlink(missing_ok=True)
    return "kept"


def touch_file(folder: Path, chance: random.Random) -> object:
    """Another time at a file in which nothing changed."""
    file = chance.choice(list_posts(folder))
    file.touch()
    return file


def change_nothing(_folder: Path, _chance: random.Random) -> object:
    """Nothing at all."""
    return "nothing"


def lose_cache(folder: Path, _chance: random.Random) -> object:
    """The cache is gone."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    return "lost"


def _state(folder: Path, chance: random.Random, key: str, value: str) -> object:
    """Write a value into the front matter of some post; without one its line goes."""
    file, front, body = _open_any(folder, chance)
    kept = [line for line in front.splitlines() if not line.startswith(f"{key}:")]
    if value:
        kept.insert(-1, f"{key}: {value}")
    _write(file, "\n".join(kept) + "\n" + body)
    return f"{file}: {key}: {value}"


def _open_any(folder: Path, chance: random.Random) -> tuple[Path, str, str]:
    """Some post with its front matter and its text."""
    return _open(chance.choice(list_posts(folder)))


def _open(file: Path) -> tuple[Path, str, str]:
    """A post with its front matter and its text."""
    text = file.read_bytes().decode().replace("\r\n", "\n")
    found = _FRONT.match(text)
    front = found[0] if found else ""
    return file, front, text[len(front) :]


def _write(file: Path, text: str) -> str:
    """Write a text; where it stands now."""
    file.write_bytes(text.encode())
    return str(file)
