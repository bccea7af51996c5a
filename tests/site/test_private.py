"""What only the school knows stays with the school: approvers, consent, posts that wait."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.cli.app import run
from tests.images.pictures import jpeg_from_phone
from tests.workflow.school import CONFIGURATION, TODAY, write_project

CONFIGURED = CONFIGURATION.replace("plugins:\n", "plugins:\n  - search\n") + (
    "      approval: required\n"
)
TOLD = "Hội thảo công khai"
HIDDEN = """\
---
tiêu đề: {title}
ngày: 05/03/2025
loại: tuyen-truyen
tham gia: 20 cán bộ, 100 học sinh
tóm tắt: Tóm tắt {title}
cho phép: [{{quy tắc: phone, lý do: Lý do riêng của trường}}]
đồng ý đăng ảnh: Phiếu đồng ý số 987/PĐY
đối tác: Đối tác của {title}
{more}
---

Lời kể của {title}, ![Ảnh {title}](anh.jpg) và những điều nhà trường làm trong năm học này.
"""
APPROVED = "trạng thái: đã duyệt\nngười duyệt: Kiều Duyệt Viên\nngày duyệt: 06/03/2025"
WAITING = {
    "Bài đang nháp": "nháp: có",
    "Bài chờ xem": "trạng thái: chờ duyệt",
    "Bài không ai duyệt": "địa điểm: Sân trường",
    "Bài đã đổi": f"{APPROVED}\nmã duyệt: 0123456789abcdef0123456789abcdef",
    "Bài hẹn ngày": f"{APPROVED}\nngày đăng: 31/12/2025",
    "Bài trong nhà": f"{APPROVED}\nnội bộ: có",
}
SECRETS = (
    *WAITING,
    *("Kiều Duyệt Viên", "987/PĐY", "Lý do riêng của trường", "duyet.lock"),
    *("0123456789abcdef0123456789abcdef", "approved_by", "approved_hash", "photo_consent"),
)


def read_site(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of a site that holds words, with its words; those inside workbooks too."""
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        path, data = file.relative_to(folder).as_posix(), file.read_bytes()
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                data = b"\n".join(parts.read(name) for name in parts.namelist())
        yield path, path + data.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def school_site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of a school that has one post for everybody and one of each kind that waits."""
    posts = {f"cho-{number}.md": one for number, one in enumerate(WAITING.items())}
    files = {
        f"content/posts/2025/{name}": HIDDEN.format(title=title, more=more)
        for name, (title, more) in posts.items()
    }
    folder = write_project(
        tmp_path_factory.mktemp("private") / "school",
        {
            "mkdocs.yml": CONFIGURED,
            "content/posts/2025/anh.jpg": jpeg_from_phone(600, 400),
            "content/posts/2025/hoi-thao.md": HIDDEN.format(title=TOLD, more=APPROVED),
            "content/duyet.lock": '{"post": "x", "approved_by": "Kiều Duyệt Viên"}\n',
            **files,
        },
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert 0 == run(["build", "--today", TODAY])
    return dict(read_site(folder / "site"))


def test_no_file_of_a_site_tells_what_the_school_keeps(school_site: dict[str, str]) -> None:
    """Pages, lists, feeds, data files, workbooks, documents and the search index."""
    told = {
        (path, secret) for path, text in school_site.items() for secret in SECRETS if secret in text
    }

    assert set() == told


@pytest.mark.parametrize(
    "path",
    [
        *("index.html", "feed.xml", "feed.json"),
        *("du-lieu/activities.json", "du-lieu/activities.csv"),
        *("tong-ket/2025/data.json", "tong-ket/2025/so-lieu.csv", "tong-ket/2025/so-lieu.xlsx"),
    ],
)
def test_the_post_for_everybody_stands_in_each_of_them(
    school_site: dict[str, str], path: str
) -> None:
    """What says nothing at all would tell no secret either."""
    assert TOLD in school_site[path]


@pytest.mark.slow
@pytest.mark.xdist_group("demo")
def test_feeds_and_data_of_the_demo_name_no_approver(demo_site: Path) -> None:
    """Though every post of it has one; the feeds' texts may tell what the principal said."""
    suffixes = (".xml", ".json", ".csv", ".xlsx")
    files = {path: text for path, text in read_site(demo_site) if path.endswith(suffixes)}
    feeds = {path: files.pop(path) for path in ("feed.xml", "feed.json")}
    keys = ("approved", "consent", "duyệt:", "allow")
    told = {
        path
        for kind, private in ((feeds, keys), (files, ("Phạm Minh Sáng", *keys)))
        for path, text in kind.items()
        if any(one in text for one in private)
    }

    assert set() == told
    assert {"du-lieu/activities.json", "tong-ket/2023/so-lieu.xlsx"} <= files.keys()
