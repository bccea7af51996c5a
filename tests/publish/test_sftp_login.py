"""Who may be talked to over SFTP, and how one is let in."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.targets import PublishTarget
from builder.publish import calling
from builder.publish.sftp import login, open_sftp
from builder.publish.sftp.known_hosts import read_known_keys
from builder.publish.storage import StorageError
from tests.publish.asking import Asked, be_refused, look_in
from tests.publish.speaking import speak
from tests.servers.launching import find_program, stop
from tests.servers.ssh import PASSWORD, SshServer, make_key, run_plain_sftpd, run_sshd

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server() -> Iterator[SshServer]:
    """OpenSSH, which takes a key."""
    with run_sshd() as running:
        yield running


@pytest.fixture(scope="module")
def plain() -> Iterator[SshServer]:
    """A server that takes a password."""
    with run_plain_sftpd() as running:
        yield running


@pytest.fixture
def known(home: Path, server: SshServer, plain: SshServer) -> Path:
    """The user's list, which knows both servers."""
    file = home / ".ssh" / "known_hosts"
    lines = [one.write_known_hosts(file).read_text("ascii") for one in (server, plain)]
    file.write_text("".join(lines), encoding="ascii")
    return file


def open_at(target: PublishTarget, asked: Asked, project: Path) -> frozenset[str]:
    """Log in, and look into the folder."""
    return look_in(open_sftp, target, asked, project)


def refuse(target: PublishTarget, asked: Asked, project: Path) -> StorageError:
    """Why there is no way in."""
    return be_refused(open_sftp, target, asked, project)


def target_of(server: SshServer) -> PublishTarget:
    """The server's own folder as a target."""
    return server.target(server.folder)


@pytest.mark.usefixtures("home")
class TestUnknownServer:
    """A server that no list knows."""

    def test_its_fingerprint_is_told(self, server: SshServer, tmp_path: Path) -> None:
        """As OpenSSH itself writes it, and with the line that lets the server be known."""
        refused = refuse(target_of(server), Asked(), tmp_path)
        shown = subprocess.run(
            [find_program("ssh-keygen", "openssh-client"), "-lf", server.host_key],
            capture_output=True,
            encoding="ascii",
            check=True,
        )
        kind, key = server.host_key.read_text("ascii").split()[:2]

        assert (
            "server-key-new",
            shown.stdout.split()[1],
            f"[127.0.0.1]:{server.port} {kind} {key}",
        ) == (
            refused.code,
            refused.blanks["fingerprint"],
            refused.blanks["line"],
        )

    def test_nothing_is_sent_before_somebody_confirms(
        self, plain: SshServer, tmp_path: Path
    ) -> None:
        """The password is not even looked up."""
        asked = Asked(PASSWORD)
        refuse(target_of(plain), asked, tmp_path)

        assert (0, ["server-key-question"]) == (
            asked.times_secret,
            [code for code, _ in asked.questions],
        )

    def test_a_confirmed_key_is_remembered(
        self, server: SshServer, home: Path, tmp_path: Path
    ) -> None:
        """The second time nobody is asked; other lines of the list stay."""
        (home / ".ssh" / "known_hosts").write_text("other.example ssh-ed25519 AAAA", "ascii")
        asked = Asked(says_yes=True)
        for _ in range(2):
            open_at(target_of(server), asked, tmp_path)
        lines = (home / ".ssh" / "known_hosts").read_text("ascii").splitlines()

        assert (1, 2, "other.example ssh-ed25519 AAAA") == (
            len(asked.questions),
            len(lines),
            lines[0],
        )

    def test_the_project_may_know_it(self, server: SshServer, tmp_path: Path) -> None:
        """Its list serves everybody who publishes."""
        server.write_known_hosts(tmp_path / login.PROJECT_LIST)

        assert frozenset() == open_at(target_of(server), Asked(), tmp_path)


class TestKnownServer:
    """A server that a list knows."""

    def test_another_key_is_refused_whoever_says_yes(
        self, server: SshServer, plain: SshServer, known: Path, tmp_path: Path
    ) -> None:
        """A changed key is no question."""
        known.write_text(
            plain.write_known_hosts(known, port=server.port).read_text("ascii"), "ascii"
        )
        asked = Asked(says_yes=True)
        refused = refuse(target_of(server), asked, tmp_path)

        assert ("server-key-changed", []) == (refused.code, asked.questions)

    def test_a_revoked_key_is_refused(self, server: SshServer, known: Path, tmp_path: Path) -> None:
        """Even where another list still trusts it."""
        line = known.read_text("ascii").splitlines()[0]
        (tmp_path / login.PROJECT_LIST).write_text(f"@revoked {line}\n", "ascii")

        assert "server-key-changed" == refuse(target_of(server), Asked(), tmp_path).code

    def test_hashed_names_are_read(self, server: SshServer, known: Path, tmp_path: Path) -> None:
        """As `ssh-keygen -H` writes them."""
        subprocess.run(
            [find_program("ssh-keygen", "openssh-client"), "-q", "-H", "-f", known],
            check=True,
            capture_output=True,
        )

        assert "|1|" in known.read_text("ascii")
        assert frozenset() == open_at(target_of(server), Asked(), tmp_path)

    def test_one_of_several_keys_is_enough(
        self, server: SshServer, known: Path, tmp_path: Path
    ) -> None:
        """The kind that is known is asked for first."""
        name = f"[127.0.0.1]:{server.port}"
        known.write_text(f"{name} ssh-rsa AAAAB3Nz\n{known.read_text('ascii')}", "ascii")

        assert frozenset() == open_at(target_of(server), Asked(), tmp_path)


@pytest.mark.usefixtures("known")
class TestLogin:
    """What lets one in."""

    def test_the_right_password(self, plain: SshServer, tmp_path: Path) -> None:
        """Vietnamese letters in it too."""
        assert frozenset() == open_at(target_of(plain), Asked(PASSWORD), tmp_path)

    def test_not_a_wrong_password(self, plain: SshServer, tmp_path: Path) -> None:
        """And it is not repeated in what is told."""
        refused = refuse(target_of(plain), Asked("bí mật khác"), tmp_path)

        assert ("server-login-refused", False) == (refused.code, "bí mật" in str(refused))

    def test_no_password_is_told(self, plain: SshServer, tmp_path: Path) -> None:
        """With the name of the variable in which it is looked for."""
        refused = refuse(target_of(plain), Asked(), tmp_path)

        assert ("server-password-missing", "OUTREACH_PASSWORD_TRUONG") == (
            refused.code,
            refused.blanks["variable"],
        )

    def test_not_a_strange_key(self, server: SshServer, tmp_path: Path) -> None:
        """Where the target names a key, nothing else is tried."""
        make_key(tmp_path / "strange")
        asked = Asked("anything")
        refused = refuse(replace(target_of(server), key="strange"), asked, tmp_path)

        assert ("server-key-refused", 0) == (refused.code, asked.times_secret)

    def test_a_locked_key_with_its_passphrase(self, server: SshServer, tmp_path: Path) -> None:
        """Which comes from where passwords come from."""
        lock_key(server, tmp_path / "locked", "thần chú")
        target = replace(target_of(server), key="locked")
        open_at(target, Asked("thần chú"), tmp_path)
        codes = [refuse(target, Asked(one), tmp_path).code for one in (None, "sai")]

        assert ["server-key-locked", "server-key-unreadable"] == codes

    def test_not_a_key_that_is_none(self, server: SshServer, tmp_path: Path) -> None:
        """A missing file, or one with other things in it."""
        (tmp_path / "note.txt").write_text("xin chào", encoding="utf-8")
        codes = [
            refuse(replace(target_of(server), key=name), Asked(), tmp_path).code
            for name in ("none", "note.txt")
        ]

        assert ["server-key-unreadable"] * 2 == codes

    def test_the_users_own_key(self, server: SshServer, home: Path, tmp_path: Path) -> None:
        """It need not be named."""
        assert server.client_key
        (home / ".ssh" / "id_ed25519").write_bytes(server.client_key.read_bytes())

        assert frozenset() == open_at(replace(target_of(server), key=None), Asked(), tmp_path)

    def test_a_key_of_the_users_agent(
        self, server: SshServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It need not stand in a file that we can read."""
        with run_agent(server, tmp_path / "agent", monkeypatch):
            names = open_at(replace(target_of(server), key=None), Asked(), tmp_path)

        assert frozenset() == names


@pytest.mark.usefixtures("known")
class TestNoServer:
    """What is told where nobody can be talked to."""

    def test_nobody_at_the_port(self, server: SshServer, tmp_path: Path) -> None:
        """The port is named."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        refused = refuse(replace(target_of(server), port=port), Asked(), tmp_path)

        assert ("server-unreachable", str(port)) == (refused.code, refused.blanks["port"])

    def test_a_name_that_no_network_knows(self, server: SshServer, tmp_path: Path) -> None:
        """The name is told."""
        target = replace(target_of(server), host=f"{'a' * 64}.example")

        assert "server-unknown" == refuse(target, Asked(), tmp_path).code

    @pytest.mark.parametrize("says", [b"", b"220 FTP here\r\n" * 200], ids=["silent", "another"])
    def test_somebody_who_speaks_no_ssh(
        self,
        says: bytes,
        server: SshServer,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        """After a while, in a sentence, and without a traceback beside it."""
        monkeypatch.setattr(login, "ANSWER_SECONDS", 0.3)
        with speak(says) as port:
            refused = refuse(replace(target_of(server), port=port), Asked(), tmp_path)

        assert ("server-not-ssh", ("", "")) == (refused.code, tuple(capfd.readouterr()))


def test_patterns_of_hosts_are_understood() -> None:
    """Jokers, exceptions, comments, marks of authorities and lines that are none."""
    text = """\
# a comment
*.truong.example,!cu.truong.example ssh-ed25519 AAAA1
@cert-authority * ssh-ed25519 AAAA2
|1|broken ssh-ed25519 AAAA3
one-word
[sftp.example]:2222 ssh-rsa AAAA4 a comment
"""
    found = {
        name: [one.key for one in read_known_keys(text, name)]
        for name in ("a.truong.example", "cu.truong.example", "[sftp.example]:2222", "s")
    }

    assert {
        "a.truong.example": ["AAAA1"],
        "cu.truong.example": [],
        "[sftp.example]:2222": ["AAAA4"],
        "s": [],
    } == found


def test_waiting_for_an_answer_has_an_end() -> None:
    """Neither a call nor an answer is waited for longer than a user's patience."""
    assert calling.CONNECT_SECONDS <= calling.ANSWER_SECONDS <= 60


def lock_key(server: SshServer, file: Path, passphrase: str) -> None:
    """A copy of the server's client key that needs a passphrase."""
    assert server.client_key
    file.write_bytes(server.client_key.read_bytes())
    file.chmod(0o600)
    program = find_program("ssh-keygen", "openssh-client")
    subprocess.run([program, "-q", "-p", "-N", passphrase, "-f", file], check=True)


@contextlib.contextmanager
def run_agent(server: SshServer, way: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An agent of OpenSSH that has the client's key."""
    program = find_program("ssh-agent", "openssh-client")
    with subprocess.Popen(
        [program, "-D", "-a", way], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as agent:
        try:
            while not way.exists():
                os.sched_yield()
            monkeypatch.setenv("SSH_AUTH_SOCK", str(way))
            subprocess.run(
                [find_program("ssh-add", "openssh-client"), "-q", server.client_key], check=True
            )
            yield
        finally:
            stop(agent)
