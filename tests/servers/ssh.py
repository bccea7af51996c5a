"""Debian's OpenSSH server on a port of its own, with keys made for the test."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.model.targets import PublishTarget, TargetKind
from tests.servers.launching import (
    find_program,
    find_user,
    give_to_user,
    make_ground,
    pick_port,
    run_server,
)

USER, PASSWORD = "truong", "mật khẩu bí mật 1!"

_SETTINGS = """\
ListenAddress 127.0.0.1:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/client.pub
PidFile none
StrictModes no
UsePAM yes
UseDNS no
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxStartups 100
LogLevel ERROR
Subsystem sftp internal-sftp
ForceCommand internal-sftp
"""


@dataclass(frozen=True, slots=True)
class SshServer:
    """A running server and what one must know to speak to it."""

    port: int
    user: str
    client_key: Path | None
    """The key that it lets in, without a pass phrase; None: it wants the password."""

    host_key: Path
    """The public half of its own key."""

    root: Path
    """An empty folder that it may write, seen from behind."""

    folder: str
    """The same folder as the server names it; empty: where a login begins."""

    def name_folder(self, path: str) -> str:
        """A folder below `root` as the server names it."""
        return f"{self.folder}/{path}" if self.folder else path

    def make_folder(self, name: str) -> Path:
        """A folder that the server may write, as a hosting firm makes one."""
        folder = self.root / name
        folder.mkdir()
        give_to_user(folder)
        return folder

    def target(self, path: str, *, port: int | None = None) -> PublishTarget:
        """A folder of this server as a target (reached at `port`)."""
        return PublishTarget(
            "truong",
            TargetKind.SFTP,
            path=path,
            host="127.0.0.1",
            port=port or self.port,
            user=self.user,
            key=str(self.client_key) if self.client_key else None,
        )

    def write_known_hosts(self, file: Path, *, port: int | None = None) -> Path:
        """A list of hosts that knows this server (as reached at `port`)."""
        kind, key = self.host_key.read_text(encoding="ascii").split()[:2]
        file.write_text(f"[127.0.0.1]:{port or self.port} {kind} {key}\n", encoding="ascii")
        return file


@contextlib.contextmanager
def run_sshd(*, most_bytes: int | None = None) -> Iterator[SshServer]:
    """An OpenSSH server with one user, one key and SFTP alone."""
    program = find_program("sshd", "openssh-server")
    with make_ground("sshd") as folder:
        for name in ("host", "client"):
            make_key(folder / name)
        give_to_user(folder / "host")
        (folder / "root").mkdir()
        give_to_user(folder / "root")
        port = pick_port()
        settings = folder / "sshd_config"
        settings.write_text(_SETTINGS.format(port=port, folder=folder), encoding="ascii")
        log = folder / "log"
        with run_server(
            (program, "-D", "-e", "-f", str(settings)), log, port=port, most_bytes=most_bytes
        ):
            root = folder / "root"
            yield SshServer(
                port, find_user(), folder / "client", folder / "host.pub", root, str(root)
            )


@contextlib.contextmanager
def run_plain_sftpd(**faults: object) -> Iterator[SshServer]:
    """A server that takes a password and knows nothing beyond the protocol; it may fail on order.

    The faults are those that `tests/servers/sftpd.py` knows.
    """
    with make_ground("sftpd") as folder:
        make_key(folder / "host")
        (folder / "root").mkdir()
        give_to_user(folder / "root")
        port = pick_port()
        order = {
            "port": port,
            "user": USER,
            "password": PASSWORD,
            "host_key": str(folder / "host"),
            "root": str(folder / "root"),
            "runs_as": find_user(),
            **faults,
        }
        (folder / "order.json").write_text(json.dumps(order), encoding="utf-8")
        program = Path(__file__).with_name("sftpd.py")
        command = (sys.executable, str(program), str(folder / "order.json"))
        with run_server(command, folder / "log", port=port, steps_down=True):
            yield SshServer(port, USER, None, folder / "host.pub", folder / "root", folder="")


def make_key(file: Path) -> None:
    """A new key without a pass phrase in `file`, its public half beside it."""
    program = find_program("ssh-keygen", "openssh-client")
    subprocess.run([program, "-q", "-t", "ed25519", "-N", "", "-f", file], check=True)
