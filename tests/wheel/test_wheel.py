"""The wheel works alone: theme, words and starter are inside it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.wheel.school import School

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def test_the_wheel_holds_everything(wheel: Path, repository: Path) -> None:
    """Every file of the package and of the theme is in the wheel, and no test is."""
    wanted = {
        file.relative_to(repository).as_posix()
        for file in (repository / "builder").rglob("*")
        if _is_part(file)
    } | {
        f"builder/{file.relative_to(repository).as_posix()}"
        for file in (repository / "theme").rglob("*")
        if _is_part(file)
    }
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert wanted == inside


def test_a_new_school_needs_no_repository(school: School) -> None:
    """`init`, `new`, `check`, `build`: four commands, one site, nothing but the wheel."""
    school.run("outreach", "init", "truong")
    told = school.run(
        "outreach",
        *("new", "Ngày hội đọc sách", "--type", "ngoai-khoa-trai-nghiem", "--date", "20/11/2025"),
        folder="truong",
    )
    school.run("outreach", "check", folder="truong")
    school.run("outreach", "build", folder="truong")
    page = school.folder / "truong" / "site" / "tin" / "2025" / "ngay-hoi-doc-sach" / "index.html"

    assert "content/posts/2025/ngay-hoi-doc-sach/index.md" in told
    assert "Ngày hội đọc sách" in page.read_text(encoding="utf-8")


def test_the_plugin_comes_with_the_wheel(school: School) -> None:
    """`mkdocs build --strict` finds plugin and theme without any set-up."""
    school.run("outreach", "init", "truong-khac")
    school.run("mkdocs", "build", "--strict", folder="truong-khac")
    styles = school.folder / "truong-khac" / "site" / "assets" / "outreach"

    assert [] != sorted(styles.glob("*.css"))


def _is_part(file: Path) -> bool:
    """Whether a file belongs to the package rather than to the machine."""
    return file.is_file() and "__pycache__" not in file.parts and file.name != ".gitkeep"
