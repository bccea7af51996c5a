"""The preview: what waits and what is broken is shown, and a saved change is seen."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from tests.engine.pages_of_a_port import SECONDS, get
from tests.engine.serving import POST, Serving, stop
from tests.workflow.school import CONFIGURATION, post


@pytest.fixture
def serving(tmp_path: Path) -> Serving:
    """A school with a post, a draft and a broken post."""
    return Serving(tmp_path / "school")


@pytest.mark.slow
@pytest.mark.engine
def test_a_saved_change_is_seen(serving: Serving) -> None:
    """Drafts and broken posts are shown, a correction replaces the broken one's page."""
    with serving.run() as running:
        shown = [
            serving.shows("/tin/2025/bai-nhap/", "Bài nháp"),
            serving.shows("/tin/2025/hong/", "31/02/2025"),
        ]
        page = get(serving.port, "/")
        serving.save(POST, post("Hội thảo", "07/03/2025"))
        shown.append(serving.shows("/tin/2025/hoi-thao/", "07/03/2025"))
        serving.save(POST, post("Hội thảo", "07/03/2025", "\nCâu cuối.\n"))
        shown.append(serving.shows("/tin/2025/hoi-thao/", "Câu cuối."))
        status, told = stop(running)

    assert ([True] * 4, 0, False) == (shown, status, "Traceback" in told)
    assert (True, False) == ("frame-src" in page, "script-src" in page), "its own script must run"
    assert not (serving.project / "site").exists()


@pytest.mark.slow
@pytest.mark.engine
def test_a_broken_configuration_is_shown_until_it_is_mended(serving: Serving) -> None:
    """Its sentence stands on every page and on the terminal; then the site is back."""
    with serving.run() as running:
        shown = [serving.shows("/tin/2025/bai-nhap/", "Bài nháp")]
        broken = CONFIGURATION.replace("school:", "shool:")
        serving.save("mkdocs.yml", serving.configure(broken))
        shown.append(serving.shows("/tin/2025/bai-nhap/", "shool"))
        serving.save("mkdocs.yml", serving.configure(CONFIGURATION))
        shown.append(serving.shows("/tin/2025/bai-nhap/", "Bài nháp"))
        status, told = stop(running)

    assert ([True] * 3, 0) == (shown, status)
    assert (True, False) == ("shool" in told, "Traceback" in told)


@pytest.mark.slow
@pytest.mark.engine
def test_a_killed_preview_leaves_its_port(serving: Serving) -> None:
    """The process that shows pages ends with the one that makes them, and the next one begins."""
    with serving.run() as running:
        assert serving.shows("/", "Trang")
        running.kill()
    deadline = time.monotonic() + SECONDS
    while get(serving.port, "/") and time.monotonic() < deadline:
        time.sleep(0.1)
    left = get(serving.port, "/")
    with serving.run() as running:
        again = serving.shows("/tin/2025/bai-nhap/", "Bài nháp")
        stop(running)

    assert ("", True) == (left, again)


def test_a_port_that_is_taken_is_told(serving: Serving) -> None:
    """A second preview says why it does not open, and exits 2."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", serving.port))
        other.listen()
        with serving.run() as running:
            _, told = running.communicate(timeout=SECONDS)

    assert (2, True) == (running.returncode, f"127.0.0.1:{serving.port}" in told)


def test_an_address_of_another_machine_is_told(serving: Serving) -> None:
    """Where this machine cannot listen, the sentence names what to mend."""
    elsewhere = f"dev_addr: 203.0.113.1:{serving.port}\n{CONFIGURATION}"
    serving.save("mkdocs.yml", elsewhere)
    with serving.run() as running:
        _, told = running.communicate(timeout=SECONDS)

    assert (2, True) == (running.returncode, "dev_addr" in told)
