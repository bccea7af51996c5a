"""A folder of an OpenSSH server as a place that holds files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.publish.sftp import open_sftp
from tests.publish.asking import Asked
from tests.publish.contract import Place, StorageContract
from tests.servers.ssh import SshServer, run_sshd


@pytest.fixture(scope="module")
def server() -> Iterator[SshServer]:
    """One server for all tests of this module."""
    with run_sshd() as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder without anything in it, and no agent."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    (tmp_path / "home" / ".ssh").mkdir(parents=True)
    return tmp_path / "home"


class TestOpenSsh(StorageContract):
    """Debian's OpenSSH server fulfils every promise."""

    @pytest.fixture
    def place(self, server: SshServer, home: Path, tmp_path: Path) -> Iterator[Place]:
        """A folder that does not stand yet."""
        server.write_known_hosts(home / ".ssh" / "known_hosts")
        folder = f"{server.root}/{tmp_path.name}/site"
        with open_sftp(server.target(folder), Asked().at(tmp_path)) as connection:
            yield Place(connection, folder, Path(folder))
