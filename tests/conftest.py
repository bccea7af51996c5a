"""What holds for every test: no network, no clock of the machine's, the same examples each run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).parent.parent
DEMO_DAY = "2025-06-30"
"""A day after the demo's last post."""

settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("searching", parent=settings.get_profile("steady"), derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def repository() -> Path:
    """Folder of this project."""
    return REPOSITORY


@pytest.fixture(scope="session", autouse=True)
def _steady_surroundings() -> Iterator[None]:
    """No network but this machine's own, and no day or notice taken from the environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _connect_at_home)
        patch.delenv("OUTREACH_TODAY", raising=False)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        yield


_connect = socket.socket.connect


def _connect_at_home(self: socket.socket, address: object) -> None:
    """Connect within this machine; anything else is a test that reaches out."""
    host = address[0] if isinstance(address, tuple) else "localhost"
    if host not in {"127.0.0.1", "::1", "localhost"}:
        pytest.fail(f"a test wants to reach {host}")
    _connect(self, address)


@pytest.fixture(scope="session")
def demo_site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo school's site, built once, in a folder named as the site's address ends.

    Tests that use it belong to the xdist group `demo`.
    """
    folder = tmp_path_factory.mktemp("demo") / "doi-ngoai"
    command = Path(sys.executable).with_name("outreach")
    built = subprocess.run(
        [command, "build", "--site-dir", folder, "--today", DEMO_DAY],
        cwd=repository,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert 0 == built.returncode, built.stdout
    (folder.parent / "told.txt").write_text(built.stdout, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def demo_told(demo_site: Path) -> str:
    """What `outreach build` told while it built the demo, its folder left out."""
    told = (demo_site.parent / "told.txt").read_text(encoding="utf-8")
    return told.replace(str(demo_site), "")
