"""`outreach publish` to servers: done and seen by visitors, or exit status 3 and a sentence."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.cli.app import run
from builder.cli.statuses import NOT_PUBLISHED
from builder.publish.ftp import login as ftp_login
from tests.publish.faults.grounds import know
from tests.publish.faults.test_refusals import mount_small
from tests.publish.target_contract import list_visible
from tests.servers.ftp import PASSWORD, FtpServer, run_ftpd
from tests.servers.ssh import SshServer, make_key, run_sshd
from tests.servers.web import run_nginx
from tests.workflow.school import CONFIGURATION, TODAY, post, write_files, write_project

pytestmark = pytest.mark.slow

TARGET = """\
      targets:
        truong: {{kind: {kind}, host: 127.0.0.1, port: {port}, user: {user}, path: {path},
          url: '{url}'{more}}}
"""


@dataclass(frozen=True, slots=True)
class School:
    """A project whose site stands on a server, with a change that waits to be published."""

    project: Path
    seen: Path
    stood: dict[str, bytes]

    def refuse(self, capsys: pytest.CaptureFixture[str]) -> tuple[int, bool, str]:
        """Exit status, whether the old site stands to the byte, and what was told last."""
        capsys.readouterr()
        status = run(["publish"])
        told = capsys.readouterr().err.splitlines()
        return status, self.stood == list_visible(self.seen), told[-1]


Publish = Callable[[SshServer | FtpServer], School]


@pytest.fixture
def begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Publish:
    """Publish a small school's site to a server, look at it as a visitor, and change a post."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    monkeypatch.setenv("OUTREACH_PASSWORD_TRUONG", PASSWORD)
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)

    def publish(server: SshServer | FtpServer) -> School:
        seen = server.root / "www"
        seen = seen if seen.exists() else server.make_folder("www")
        with run_nginx(seen) as url:
            project = write_project(tmp_path / "school", {"mkdocs.yml": configure(server, url)})
            monkeypatch.chdir(project)
            assert 0 == run(["publish"]), capsys.readouterr().err
        write_files(project, {"content/posts/2025/hai.md": post("Hội thảo", "06/03/2025")})
        return School(project, seen, list_visible(seen))

    return publish


def configure(server: SshServer | FtpServer, url: str) -> str:
    """Configuration with a target on a server."""
    target = server.target(server.name_folder("www"))
    more = f", key: '{target.key}'" if target.key else ""
    if isinstance(server, FtpServer) and server.authority is None:
        more += ", insecure: yes"
    return CONFIGURATION + TARGET.format(
        kind=target.kind.value,
        port=target.port,
        user=target.user,
        path=target.path,
        url=url,
        more=more,
    )


def test_a_changed_host_key(
    begin: Publish, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is sent to a server that is another than before."""
    with run_sshd() as server:
        know(server, tmp_path, server.port)
        school = begin(server)
        make_key(tmp_path / "other")
        kind, key = (tmp_path / "other.pub").read_text("ascii").split()[:2]
        (tmp_path / ".ssh" / "known_hosts").write_text(
            f"[127.0.0.1]:{server.port} {kind} {key}\n", "ascii"
        )
        status, stands, told = school.refuse(capsys)

    assert (NOT_PUBLISHED, True, True) == (status, stands, "đưa ra khóa ssh-ed25519 khác" in told)


def test_an_unknown_host_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nobody can be asked, the line that is wanted stands by itself, to be copied."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    with run_sshd() as server:
        configuration = configure(server, "http://127.0.0.1/")
        monkeypatch.chdir(write_project(tmp_path / "school", {"mkdocs.yml": configuration}))
        wanted = server.write_known_hosts(tmp_path / "wanted").read_text("ascii").strip()
        status = run(["publish"])

    told = capsys.readouterr().err.splitlines()

    assert (NOT_PUBLISHED, wanted, "Nơi đăng giữ nguyên như trước.") == (
        status,
        told[-2],
        told[-1],
    )


def test_an_untrusted_certificate(
    begin: Publish, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The password is not said to who can't prove to be the server."""
    with run_ftpd(secure=True) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.authority))
        school = begin(server)
        monkeypatch.delenv("SSL_CERT_FILE")
        status, stands, told = school.refuse(capsys)

    assert (NOT_PUBLISHED, True, True) == (status, stands, "Không tin được chứng thư" in told)


def test_a_wrong_password(
    begin: Publish, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told without being repeated; and plain FTP is warned of."""
    with run_ftpd() as server:
        school = begin(server)
        monkeypatch.setenv("OUTREACH_PASSWORD_TRUONG", "mật khẩu cũ")
        status, stands, told = school.refuse(capsys)

    assert (NOT_PUBLISHED, True, True, False) == (
        status,
        stands,
        "không nhận người dùng «truong»" in told,
        "mật khẩu cũ" in told,
    )


def test_a_full_disk(begin: Publish, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The old site is not touched before the new one is there."""
    with run_sshd() as server:
        know(server, tmp_path, server.port)
        with mount_small(server.make_folder("www"), size_kb=40_000):
            school = begin(server)
            disk = os.statvfs(school.seen)
            (school.seen / "day.bin").write_bytes(b"x" * disk.f_bavail * disk.f_bsize)
            school = School(school.project, school.seen, list_visible(school.seen))
            status, stands, told = school.refuse(capsys)

    assert (NOT_PUBLISHED, True, True) == (status, stands, told.startswith("Nơi đăng đã hết chỗ"))


def test_nobody_answers(
    begin: Publish, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A server that is down is no content error."""
    monkeypatch.setattr(ftp_login, "CONNECT_SECONDS", 1.0)
    with run_ftpd() as server:
        school = begin(server)
    status, _, told = school.refuse(capsys)

    assert (NOT_PUBLISHED, True) == (status, "Không gọi được máy chủ" in told)
