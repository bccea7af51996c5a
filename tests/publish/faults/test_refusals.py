"""A server refuses: what stood stands to the byte, a sentence says why, the next run completes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from builder.publish import calling, line
from builder.publish.failures import PublishError
from builder.publish.ftp import login as ftp_login
from builder.publish.sftp import opening as sftp_opening
from tests.publish.faults.grounds import find_leftovers, know, release
from tests.publish.served import spot_on
from tests.publish.target_contract import HAND, Spot, find_pages_without_pictures
from tests.servers.cutter import run_cutter
from tests.servers.ftp import FtpServer, run_ftpd, run_vsftpd
from tests.servers.launching import find_program
from tests.servers.ssh import SshServer, run_plain_sftpd, run_sshd

pytestmark = pytest.mark.slow

ALL: dict[str, Callable[[], AbstractContextManager[SshServer | FtpServer]]] = {
    "OpenSSH": run_sshd,
    "plain SFTP": run_plain_sftpd,
    "pyftpdlib": run_ftpd,
    "vsftpd": run_vsftpd,
}
ORDERED = ("plain SFTP", "pyftpdlib")
"""Servers that fail on order."""

_BUSY_SECONDS = 20.0


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest) -> Iterator[SshServer | FtpServer]:
    """A kind of server, once for all tests of this module."""
    with ALL[request.param]() as running:
        yield running


@pytest.fixture(autouse=True)
def _call_nobody_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that breaks stays broken."""
    monkeypatch.setattr(line, "PAUSES_SECONDS", ())


@pytest.fixture
def place(server: SshServer | FtpServer, home: Path) -> tuple[Spot, Path]:
    """A site that stands in a folder of the host's, with files put there by hand."""
    if isinstance(server, SshServer):
        know(server, home, server.port)
    seen = server.make_folder(home.parent.name)
    spot = spot_on(server.target(server.name_folder(home.parent.name)), seen, home)
    spot.publish(release(1))
    for path, data in HAND.items():
        spot.put(path, data)
    return spot, seen


def refuse(spot: Spot) -> PublishError:
    """Why the next release can't be published."""
    with pytest.raises(PublishError) as raised:
        spot.publish(release(2))
    return raised.value


def complete(spot: Spot, seen: Path) -> tuple[bool, list[str]]:
    """Whether the next run brings the next release, and what of ours is left over."""
    spot.publish(release(2))
    by_hand = {path: data for path, data in spot.look().items() if path in HAND}
    return spot.look() == release(2) | by_hand, find_leftovers(seen)


@pytest.mark.parametrize("server", ORDERED, indirect=True)
class TestOrdered:
    """Faults that a server makes on order."""

    def test_a_refused_rename(
        self, server: SshServer | FtpServer, place: tuple[Spot, Path]
    ) -> None:
        """In the midst of the change too, no page lacks a picture."""
        assert server.orders
        spot, seen = place
        server.orders.give(refuse_rename="tin/index.html")
        refused = refuse(spot)
        between = find_pages_without_pictures(spot.look())
        server.orders.give()

        assert ("publish-stands-between", [], (True, [])) == (
            refused.stands,
            between,
            complete(spot, seen),
        )

    def test_a_wrong_size(self, server: SshServer | FtpServer, place: tuple[Spot, Path]) -> None:
        """A file of another size than was sent takes nobody's place."""
        assert server.orders
        spot, seen = place
        server.orders.give(lies_about_size=True)
        refused = refuse(spot)
        stands = spot.look()
        server.orders.give()

        assert ("server-size", release(1) | HAND, (True, [])) == (
            refused.code,
            stands,
            complete(spot, seen),
        )


@pytest.mark.parametrize("server", ALL, indirect=True)
class TestRights:
    """Rights that the host takes away."""

    def test_a_folder_that_may_only_be_read(self, place: tuple[Spot, Path]) -> None:
        """Nothing has changed, and nothing but the rights must be mended."""
        spot, seen = place
        seen.chmod(0o555)
        (seen / ".outreach").chmod(0o555)
        refused = refuse(spot)
        stands = spot.look()
        seen.chmod(0o755)
        (seen / ".outreach").chmod(0o755)

        assert ("publish-forbidden", release(1) | HAND, (True, [])) == (
            refused.code,
            stands,
            complete(spot, seen),
        )

    def test_a_page_folder_that_may_only_be_read(self, place: tuple[Spot, Path]) -> None:
        """In the midst of the change no page lacks a picture; it is brought to its end later."""
        spot, seen = place
        (seen / "tin/2026/bai-a").chmod(0o555)
        refused = refuse(spot)
        between = find_pages_without_pictures(spot.look())
        (seen / "tin/2026/bai-a").chmod(0o755)

        assert ("publish-stands-between", [], (True, [])) == (
            refused.stands,
            between,
            complete(spot, seen),
        )


@pytest.mark.parametrize(
    ("server", "room"),
    [("OpenSSH", 40_000), ("vsftpd", 40_000), ("vsftpd", 130_000)],
    indirect=["server"],
)
def test_a_full_disk(room: int, server: SshServer | FtpServer, home: Path) -> None:
    """What stood stands to the byte; as soon as there is room the next run completes.

    On FTP what is kept are copies: there may be room for what is new and not for them.
    """
    if isinstance(server, SshServer):
        know(server, home, server.port)
    seen = server.make_folder(f"{home.parent.name}-small")
    with mount_small(seen, size_kb=600):
        spot = spot_on(server.target(server.name_folder(seen.name)), seen, home)
        spot.publish(release(1))
        disk = os.statvfs(seen)
        spot.put("ballast", b"x" * (disk.f_bavail * disk.f_bsize - room))
        ballast = {"ballast": (seen / "ballast").read_bytes()}
        refused = refuse(spot)
        stands = spot.look()
        (seen / "ballast").unlink()
        done = complete(spot, seen)

    assert ("publish-full", "publish-stands-old") == (refused.code, refused.stands)
    assert (release(1) | ballast, (True, [])) == (stands, done)


@pytest.mark.parametrize("server", ["OpenSSH", "pyftpdlib"], indirect=True)
def test_a_line_that_falls_silent(
    server: SshServer | FtpServer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for ever."""
    seen = server.make_folder(f"{home.parent.name}-silent")
    speaks_ftp = isinstance(server, FtpServer)
    for module in (calling, ftp_login, sftp_opening):
        monkeypatch.setattr(module, "ANSWER_SECONDS", 1.0)
    with run_cutter(server.port, speaks_ftp=speaks_ftp) as cutter:
        if isinstance(server, SshServer):
            know(server, home, cutter.port)
        target = server.target(server.name_folder(seen.name), port=cutter.port)
        spot = spot_on(target, seen, home)
        spot.publish(release(1))
        whole = cutter.mend().sent_bytes
        cutter.cut_after(sent_bytes=whole // 2, stalls=True)
        refused = refuse(spot)
        cutter.mend()

        assert ("server-line-lost", release(1)) == (refused.code, spot.look())


@pytest.mark.parametrize("server", ["plain SFTP"], indirect=True)
def test_a_slow_server_is_waited_for(
    server: SshServer | FtpServer, place: tuple[Spot, Path]
) -> None:
    """As long as it answers at all."""
    assert server.orders
    spot, seen = place
    server.orders.give(delay_seconds=0.05)
    done = complete(spot, seen)
    server.orders.give()

    assert (True, []) == done


@pytest.mark.parametrize("server", ["OpenSSH", "pyftpdlib"], indirect=True)
@pytest.mark.parametrize("year", [1975, 2099])
def test_times_of_files_say_nothing(year: int, place: tuple[Spot, Path]) -> None:
    """A server whose clock is wrong gets what changed, and that alone."""
    spot, seen = place
    moment = (year - 1970) * 365.25 * 86_400
    for file in seen.rglob("*"):
        os.utime(file, (moment, moment))
    same = spot.publish(release(1))

    assert (0, (True, [])) == (same.totals.get("publish-sending", 0), complete(spot, seen))


@contextlib.contextmanager
def mount_small(folder: Path, size_kb: int) -> Iterator[None]:
    """A disk with little room at a folder; where we may not make one, the test is skipped."""
    owner = folder.stat()
    options = f"size={size_kb}k,uid={owner.st_uid},gid={owner.st_gid},mode=755"
    mount = find_program("mount", "mount")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield
    finally:
        _unmount(folder)


def _unmount(folder: Path) -> None:
    """Let go of a disk as soon as the server's sessions have ended, and moved out of it."""
    unmount = [find_program("umount", "mount"), folder]
    deadline = time.monotonic() + _BUSY_SECONDS
    while subprocess.run(unmount, capture_output=True, check=False).returncode:
        assert time.monotonic() < deadline, f"something still holds {folder}"
        time.sleep(0.05)
