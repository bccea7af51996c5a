"""FTP servers on ports of their own: pyftpdlib, which takes orders to fail, and Debian's vsftpd."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

from builder.model.targets import PublishTarget, TargetKind
from tests.servers.launching import (
    find_program,
    find_user,
    give_to_user,
    make_ground,
    pick_port,
    run_server,
)
from tests.servers.orders import Orders

USER, PASSWORD = "truong", "mật khẩu bí mật 1!"

_VSFTPD = """\
listen=YES
listen_address=127.0.0.1
listen_port={port}
run_as_launching_user=YES
background=NO
anonymous_enable=YES
local_enable=NO
write_enable=YES
anon_upload_enable=YES
anon_mkdir_write_enable=YES
anon_other_write_enable=YES
anon_world_readable_only=NO
anon_umask=022
anon_root={folder}/ftp
file_open_mode=0666
seccomp_sandbox=NO
xferlog_enable=NO
"""
_VSFTPD_TLS = """\
ssl_enable=YES
allow_anon_ssl=YES
force_anon_logins_ssl=YES
force_anon_data_ssl=YES
require_ssl_reuse=YES
rsa_cert_file={folder}/certificate.pem
rsa_private_key_file={folder}/certificate.pem
"""


@dataclass(frozen=True, slots=True)
class FtpServer:
    """A running server and what one must know to speak to it."""

    port: int
    user: str
    root: Path
    """An empty folder that it may write, seen from behind."""

    folder: str
    """The same folder as the server names it."""

    authority: Path | None = None
    """Who signed its certificate; None: it speaks without encryption."""

    orders: Orders | None = None
    """Of what it is to do wrong; None: it takes no orders."""

    def make_folder(self, name: str) -> Path:
        """A folder that the server may write, as a hosting firm makes one."""
        folder = self.root / name
        folder.mkdir()
        give_to_user(folder)
        return folder

    def name_folder(self, path: str) -> str:
        """A folder below `root` as the server names it."""
        return f"{self.folder}/{path}" if self.folder else path

    def target(self, path: str, *, port: int | None = None) -> PublishTarget:
        """A folder of this server as a target (reached at `port`)."""
        kind = TargetKind.FTP if self.authority is None else TargetKind.FTPS
        return PublishTarget(
            "truong", kind, path=path, host="127.0.0.1", port=port or self.port, user=self.user
        )


@contextlib.contextmanager
def run_ftpd(
    *,
    secure: bool = False,
    most_bytes: int | None = None,
    name: str = "127.0.0.1",
    days_left: int = 365,
    **faults: object,
) -> Iterator[FtpServer]:
    """A server of pyftpdlib with the faults that `tests/servers/ftpd.py` knows."""
    with make_ground("ftpd") as folder:
        root = folder / "root"
        root.mkdir()
        give_to_user(root)
        port = pick_port()
        order: dict[str, object] = {
            "port": port,
            "user": USER,
            "password": PASSWORD,
            "root": str(root),
        }
        order |= {"runs_as": find_user(), "faults": faults}
        authority = make_certificate(folder, name, days_left) if secure else None
        if authority is not None:
            order["certificate"] = str(folder / "certificate.pem")
        orders = Orders(folder / "order.json")
        orders.write(order)
        program = Path(__file__).with_name("ftpd.py")
        command = (sys.executable, str(program), str(folder / "order.json"))
        with run_server(command, folder / "log", port=port, most_bytes=most_bytes, steps_down=True):
            yield FtpServer(port, USER, root, "", authority, orders)


@contextlib.contextmanager
def run_vsftpd(*, secure: bool = False) -> Iterator[FtpServer]:
    """vsftpd, whose one user needs no account on this machine; it knows no MLSD."""
    program = find_program("vsftpd", "vsftpd")
    with make_ground("vsftpd") as folder:
        # vsftpd lets nobody in whose first folder can be written. It shows all of this machine.
        root = folder / "ftp" / "trang"
        root.mkdir(parents=True)
        give_to_user(root)
        (folder / "ftp").chmod(0o555)
        port = pick_port()
        settings = _VSFTPD + (_VSFTPD_TLS if secure else "")
        authority = make_certificate(folder) if secure else None
        file = folder / "vsftpd.conf"
        file.write_text(settings.format(port=port, folder=folder), encoding="ascii")
        give_to_user(file)
        with run_server((program, str(file)), folder / "log", port=port):
            yield FtpServer(port, "anonymous", root, str(root), authority)


def make_certificate(folder: Path, name: str = "127.0.0.1", days_left: int = 365) -> Path:
    """A certificate with its key in `certificate.pem`; the file that lets one trust it."""
    authority = trustme.CA()
    end = datetime.now(UTC) + timedelta(days=days_left)
    made = authority.issue_cert(name, not_before=end - timedelta(days=400), not_after=end)
    file = folder / "certificate.pem"
    made.private_key_and_cert_chain_pem.write_to_path(str(file))
    give_to_user(file)
    file.chmod(0o600)
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    return folder / "authority.pem"
