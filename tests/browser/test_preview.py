"""The preview in a browser: what was saved shows on the page that is open, by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.engine.serving import POST, Serving, stop
from tests.workflow.school import CONFIGURATION, post

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SHOWS = "words => document.body && document.body.innerText.includes(words)"


def test_an_open_page_follows_what_is_saved(tmp_path: Path, chromium: Browser) -> None:
    """A new sentence, a mistake in the post, in the configuration, and both mended."""
    serving = Serving(tmp_path / "school")
    told: list[str] = []
    serving.save(POST, post("Hội thảo", "07/03/2025"))
    with serving.run() as running:
        serving.shows("/tin/2025/hoi-thao/", "07/03/2025")
        page = chromium.new_page()
        page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
        page.goto(f"http://127.0.0.1:{serving.port}/tin/2025/hoi-thao/")
        steps = (
            (POST, post("Hội thảo", "07/03/2025", "\nCâu vừa thêm.\n"), "Câu vừa thêm."),
            (POST, post("Hội thảo", "31/02/2025"), "Ngày «31/02/2025» không có trong lịch."),
            (POST, post("Hội thảo", "08/03/2025"), "08/03/2025"),
            ("mkdocs.yml", serving.configure(CONFIGURATION.replace("school:", "shool:")), "shool"),
            ("mkdocs.yml", serving.configure(CONFIGURATION), "08/03/2025"),
        )
        for path, text, words in steps:
            serving.save(path, text)
            page.wait_for_function(SHOWS, arg=words)
        page.close()
        stop(running)

    assert [] == [line for line in told if "Content Security Policy" in line]
