"""A school's own templates win, and break no page of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli.app import run
from tests.workflow.school import CONFIGURATION, TODAY, write_project

MAIN = '{% extends "base.html" %}{% block content %}Trang riêng: {{ page.content }}{% endblock %}'
"""As Material's manual begins an override."""


def test_a_schools_own_main_html_shapes_its_hand_written_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Posts keep their frame, since it isn't the template that Material's manual overrides."""
    project = write_project(
        tmp_path / "school",
        {
            "mkdocs.yml": CONFIGURATION.replace("language: vi", "language: vi, custom_dir: rieng"),
            "rieng/main.html": MAIN,
        },
    )
    monkeypatch.chdir(project)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    status = run(["build"])
    site = project / "site"
    own = (site / "gioi-thieu/index.html").read_text(encoding="utf-8")
    post = (site / "tin/2025/tuyen-truyen-ve-bien-dao/index.html").read_text(encoding="utf-8")

    assert (0, True, False) == (status, "Trang riêng: " in own, "Trang riêng: " in post)
    assert "Trang thông tin điện tử của" in post
