"""Servers with a line that breaks on order, and visitors who look at what stands there."""

from __future__ import annotations

import contextlib
import http.client
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from builder.publish import line
from tests.publish.served import spot_on
from tests.publish.target_contract import HAND, PICTURE, Spot, list_visible
from tests.servers.cutter import Cutter, run_cutter
from tests.servers.ftp import FtpServer, run_ftpd, run_vsftpd
from tests.servers.ssh import SshServer, run_sshd
from tests.servers.web import run_nginx


def release(number: int) -> dict[str, bytes]:
    """A small site, no two alike: new pages and pictures, others changed, some gone."""
    picture = f"picture {number} ".encode() * 2500
    article = f'a {number} <img src="/anh/a-{number}.webp"> <img src="/anh/b.webp">'
    return {
        "index.html": f'home {number} <img src="/anh/trang-{number}.webp">'.encode(),
        "tin/2026/bai-a/index.html": article.encode(),
        f"tin/2026/ng\u00e0y-h\u1ed9i-{number}/index.html": article.encode() + b" again",
        "tin/index.html": f"list {number}".encode(),
        "feed.xml": f"feed {number}".encode(),
        "css/x.css": f"style {number}".encode(),
        f"anh/a-{number}.webp": picture,
        f"anh/trang-{number}.webp": picture + b"other",
        "anh/b.webp": picture + b"the same name each time",
        "anh/c.webp": b"the same bytes each time",
    }


@dataclass(frozen=True, slots=True)
class Ground:
    """One server, a line to it, and its visitors."""

    server: SshServer | FtpServer
    cutter: Cutter
    address: str
    """Where visitors find the server's root."""

    work: Path
    stands_first: bool
    """Whether the host has made the site's folder, so that no link can take its place."""

    def spots(self, name: str) -> tuple[Spot, Spot, Path]:
        """A site over a sound line, the same over the line that breaks, and its folder."""
        seen, path = self.server.make_folder(name) / "site", f"{name}/site"
        if self.stands_first:
            self.server.make_folder(path)
        path = self.server.name_folder(path)
        sound = spot_on(self.server.target(path), seen, self.work)
        broken = spot_on(self.server.target(path, port=self.cutter.port), seen, self.work)
        return sound, broken, seen

    def visit(self, seen: Path) -> list[str]:
        """Open every page with all its pictures as a visitor does; what did not load."""
        address = urlsplit(self.address)
        below = seen.relative_to(self.server.root).as_posix()
        caller = http.client.HTTPConnection(str(address.hostname), address.port, timeout=10)
        failed = []
        with contextlib.closing(caller):
            for path in list_visible(seen.resolve()) if seen.exists() else ():
                if path.endswith(".html"):
                    page = _fetch(caller, f"/{below}/{path}")
                    pictures = [one.decode() for one in PICTURE.findall(page or b"")]
                    wanted = [f"/{below}/{one}" for one in pictures]
                    failed += [path] * (page is None)
                    failed += [one for one in wanted if _fetch(caller, one) is None]
        return failed


def _fetch(caller: http.client.HTTPConnection, path: str) -> bytes | None:
    """What a visitor gets; None where that is no page."""
    caller.request("GET", quote(path))
    answer = caller.getresponse()
    body = answer.read()
    return body if answer.status == http.HTTPStatus.OK else None


WAYS: dict[str, tuple[Callable[[], AbstractContextManager[SshServer | FtpServer]], bool]] = {
    "SFTP behind a link": (run_sshd, False),
    "SFTP in place": (run_sshd, True),
    "FTP": (run_ftpd, True),
    "FTP of vsftpd": (run_vsftpd, True),
}


@contextlib.contextmanager
def prepare(way: str, work: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ground]:
    """A ground of one way, with a home that knows its server; nobody calls a broken line again."""
    run, stands_first = WAYS[way]
    monkeypatch.setattr(line, "PAUSES_SECONDS", ())
    monkeypatch.setenv("HOME", str(work))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    with (
        run() as server,
        run_cutter(server.port, speaks_ftp=isinstance(server, FtpServer)) as cutter,
        run_nginx(server.root) as address,
    ):
        if isinstance(server, SshServer):
            know(server, work, server.port, cutter.port)
        yield Ground(server, cutter, address, work, stands_first)


def know(server: SshServer, home: Path, *ports: int) -> None:
    """Let the user's list know the server at some ports."""
    file = home / ".ssh" / "known_hosts"
    file.parent.mkdir(exist_ok=True)
    lines = [server.write_known_hosts(file, port=port).read_text("ascii") for port in ports]
    file.write_text("".join(lines), encoding="ascii")


def find_leftovers(folder: Path) -> list[str]:
    """What only an unfinished publication has, anywhere below a folder."""
    unfinished = {"lock", "journal.json", "new"}
    return sorted(
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.name.endswith(".part") or file.name in unfinished
    )


def list_files(folder: Path) -> dict[str, int]:
    """Everything that stands below a folder, the lock left out, with its size."""
    return {
        file.relative_to(folder).as_posix(): file.stat().st_size
        for file in folder.rglob("*")
        if file.is_file() and file.parent.name != "lock"
    }


def is_of_either(
    files: Mapping[str, bytes], first: Mapping[str, bytes], second: Mapping[str, bytes]
) -> bool:
    """Whether each file is whole, of one release or the other, and what was put by hand is there.

    A picture of the same name may come before or after the pages that show it.
    """
    stands = {path: data for path, data in files.items() if path not in HAND}
    whole = all(data in (first.get(path), second.get(path)) for path, data in stands.items())
    return whole and all(files.get(path) == data for path, data in HAND.items())
