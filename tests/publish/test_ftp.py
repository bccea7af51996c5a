"""Folders of FTP servers as places that hold files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from builder.publish.ftp import open_ftp
from tests.publish.contract import Place, StorageContract
from tests.publish.surroundings import quiet_surroundings
from tests.servers.ftp import PASSWORD, FtpServer, run_ftpd, run_vsftpd

SERVERS: dict[str, Callable[[], AbstractContextManager[FtpServer]]] = {
    "pyftpdlib": run_ftpd,
    "pyftpdlib with encryption": lambda: run_ftpd(secure=True),
    "a server without MLSD": lambda: run_ftpd(without_mlsd=True),
    "a server that replaces nothing": lambda: run_ftpd(refuse_replace=True),
    "vsftpd": run_vsftpd,
    "vsftpd with encryption": lambda: run_vsftpd(secure=True),
}


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest) -> Iterator[FtpServer]:
    """Each kind of server, once for all tests of this module."""
    with SERVERS[request.param]() as running:
        yield running


class TestFtp(StorageContract):
    """Servers of every kind fulfil every promise."""

    @pytest.fixture
    def place(
        self, server: FtpServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Place]:
        """A folder that does not stand yet."""
        if server.authority is not None:
            monkeypatch.setenv("SSL_CERT_FILE", str(server.authority))
        folder = f"{server.folder}/{tmp_path.name}/site".removeprefix("/" * (not server.folder))
        with open_ftp(server.target(folder), quiet_surroundings(tmp_path, PASSWORD)) as opened:
            yield Place(opened, folder, server.root / tmp_path.name / "site")
