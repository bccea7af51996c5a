"""A folder of an OpenSSH server as a place that holds files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.publish.sftp import open_sftp
from tests.publish.asking import Asked
from tests.publish.contract import Place, StorageContract
from tests.publish.served import spot_on
from tests.publish.target_contract import Spot, TargetContract
from tests.servers.ssh import PASSWORD, SshServer, run_plain_sftpd, run_sshd

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server() -> Iterator[SshServer]:
    """One server for all tests of this module."""
    with run_sshd() as running:
        yield running


@pytest.fixture(scope="module")
def plain() -> Iterator[SshServer]:
    """One plain server for all tests of this module."""
    with run_plain_sftpd() as running:
        yield running


class TestOpenSsh(StorageContract):
    """Debian's OpenSSH server fulfils every promise."""

    @pytest.fixture
    def place(self, server: SshServer, home: Path, tmp_path: Path) -> Iterator[Place]:
        """A folder that does not stand yet."""
        server.write_known_hosts(home / ".ssh" / "known_hosts")
        folder = f"{server.root}/{tmp_path.name}/site"
        with open_sftp(server.target(folder), Asked().at(tmp_path)) as connection:
            yield Place(connection, folder, Path(folder))


class TestPlainSftp(StorageContract):
    """So does a server that knows nothing beyond the protocol, with a password."""

    @pytest.fixture
    def place(self, plain: SshServer, home: Path, tmp_path: Path) -> Iterator[Place]:
        """A folder that does not stand yet."""
        plain.write_known_hosts(home / ".ssh" / "known_hosts")
        folder = plain.name_folder(f"{tmp_path.name}/site")
        surroundings = Asked(PASSWORD).at(tmp_path)
        with open_sftp(plain.target(folder), surroundings) as connection:
            yield Place(connection, folder, plain.root / folder)


class TestPlainSftpTarget(TargetContract):
    """And a target on it, file by file."""

    @pytest.fixture
    def spot(self, plain: SshServer, home: Path, tmp_path: Path) -> Spot:
        """A name that does not stand yet."""
        plain.write_known_hosts(home / ".ssh" / "known_hosts")
        folder = plain.name_folder(f"{tmp_path.name}/site")
        return spot_on(plain.target(folder), plain.root / folder, tmp_path)


class TestOpenSshReleases(TargetContract):
    """Where nothing stands yet, whole releases are switched behind a link."""

    @pytest.fixture
    def spot(self, server: SshServer, home: Path, tmp_path: Path) -> Spot:
        """A name that does not stand yet."""
        server.write_known_hosts(home / ".ssh" / "known_hosts")
        seen = server.root / tmp_path.name / "site"
        return spot_on(server.target(str(seen)), seen, tmp_path)


class TestOpenSshInPlace(TargetContract):
    """A folder that the host made stays one."""

    @pytest.fixture
    def spot(self, server: SshServer, home: Path, tmp_path: Path) -> Spot:
        """A folder that stands."""
        server.write_known_hosts(home / ".ssh" / "known_hosts")
        seen = server.make_folder(f"{tmp_path.name}-host")
        return spot_on(server.target(str(seen)), seen, tmp_path)
