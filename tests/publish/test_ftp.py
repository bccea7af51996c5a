"""Folders of FTP servers as places that hold files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from builder.publish.ftp import open_ftp
from tests.publish.contract import Place, StorageContract
from tests.publish.served import spot_on
from tests.publish.surroundings import quiet_surroundings
from tests.publish.target_contract import Spot, TargetContract
from tests.servers.ftp import PASSWORD, FtpServer, run_ftpd, run_vsftpd

pytestmark = pytest.mark.slow

SERVERS: dict[str, Callable[[], AbstractContextManager[FtpServer]]] = {
    "pyftpdlib": run_ftpd,
    "a server without MLSD": lambda: run_ftpd(without_mlsd=True),
    "a server that replaces nothing": lambda: run_ftpd(refuse_replace=True),
    "vsftpd": run_vsftpd,
    "vsftpd with encryption": lambda: run_vsftpd(secure=True),
}


ODD = ("a server without MLSD", "a server that replaces nothing", "vsftpd")
"""Servers on which whole publications are tried."""


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest) -> Iterator[FtpServer]:
    """A kind of server, once for all tests of this module."""
    with SERVERS[request.param]() as running:
        yield running


@pytest.fixture
def folder(server: FtpServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder of the server that does not stand yet; its certificate is trusted."""
    if server.authority is not None:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.authority))
    return server.name_folder(f"{tmp_path.name}/site")


@pytest.mark.parametrize("server", SERVERS, indirect=True)
class TestFtp(StorageContract):
    """Servers of every kind fulfil every promise of a place that holds files."""

    @pytest.fixture
    def place(self, server: FtpServer, folder: str, tmp_path: Path) -> Iterator[Place]:
        """An open connection."""
        with open_ftp(server.target(folder), quiet_surroundings(tmp_path, PASSWORD)) as opened:
            yield Place(opened, folder, server.root / tmp_path.name / "site")


@pytest.mark.parametrize("server", ODD, indirect=True)
class TestFtpTarget(TargetContract):
    """They fulfil every promise of a target."""

    @pytest.fixture
    def spot(self, server: FtpServer, folder: str, tmp_path: Path) -> Spot:
        """A name that does not stand yet."""
        return spot_on(server.target(folder), server.root / tmp_path.name / "site", tmp_path)
