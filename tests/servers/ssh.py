"""Debian's OpenSSH server on a port of its own, with keys made for the test."""

from __future__ import annotations

import contextlib
import subprocess
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
    client_key: Path
    """The key that it lets in, without a pass phrase."""

    host_key: Path
    """The public half of its own key."""

    root: Path
    """An empty folder that it may write."""

    def target(self, path: str, *, port: int | None = None) -> PublishTarget:
        """A folder of this server as a target (reached at `port`)."""
        return PublishTarget(
            "truong",
            TargetKind.SFTP,
            path=path,
            host="127.0.0.1",
            port=port or self.port,
            user=self.user,
            key=str(self.client_key),
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
            yield SshServer(
                port, find_user(), folder / "client", folder / "host.pub", folder / "root"
            )


def make_key(file: Path) -> None:
    """A new key without a pass phrase in `file`, its public half beside it."""
    program = find_program("ssh-keygen", "openssh-client")
    subprocess.run([program, "-q", "-t", "ed25519", "-N", "", "-f", file], check=True)
