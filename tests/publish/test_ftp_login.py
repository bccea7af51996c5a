"""Who may be talked to over FTP, and how one is let in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.ftp import login, open_ftp
from builder.publish.storage import StorageError
from tests.publish.asking import Asked, be_refused, look_in
from tests.publish.speaking import speak
from tests.servers.ftp import PASSWORD, FtpServer, run_ftpd

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plain() -> Iterator[FtpServer]:
    """A server without encryption."""
    with run_ftpd() as running:
        yield running


@pytest.fixture(scope="module")
def secure() -> Iterator[FtpServer]:
    """A server with encryption."""
    with run_ftpd(secure=True) as running:
        yield running


def open_at(target: PublishTarget, asked: Asked, project: Path) -> frozenset[str]:
    """Log in, and look into the folder."""
    return look_in(open_ftp, target, asked, project)


def refuse(target: PublishTarget, asked: Asked, project: Path) -> StorageError:
    """Why there is no way in."""
    return be_refused(open_ftp, target, asked, project)


def trust(server: FtpServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this machine know who signed the server's certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(server.authority))


def test_the_right_password_opens(plain: FtpServer, tmp_path: Path) -> None:
    """Vietnamese letters in it too."""
    assert frozenset() == open_at(plain.target(""), Asked(PASSWORD), tmp_path)


def test_a_wrong_password_is_told_without_it(plain: FtpServer, tmp_path: Path) -> None:
    """The sentence names the server, the user and the variable."""
    refused = refuse(plain.target(""), Asked("bí mật khác"), tmp_path)

    assert ("server-login-refused", False) == (refused.code, "bí mật" in str(refused))


def test_a_missing_password_is_told(plain: FtpServer, tmp_path: Path) -> None:
    """With the name of the variable in which it is looked for."""
    refused = refuse(plain.target(""), Asked(), tmp_path)

    assert ("server-password-missing", "OUTREACH_PASSWORD_TRUONG") == (
        refused.code,
        refused.blanks["variable"],
    )


def test_a_line_without_encryption_is_warned_of(plain: FtpServer, tmp_path: Path) -> None:
    """Each time."""
    asked = Asked(PASSWORD)
    open_at(plain.target(""), asked, tmp_path)

    assert ["server-insecure"] == [code for code, _ in asked.remarks]


def test_a_trusted_certificate_opens_without_a_warning(
    secure: FtpServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is to be said then."""
    trust(secure, monkeypatch)
    asked = Asked(PASSWORD)

    assert (frozenset(), []) == (open_at(secure.target(""), asked, tmp_path), asked.remarks)


def test_an_untrusted_certificate_gets_no_password(secure: FtpServer, tmp_path: Path) -> None:
    """The password is not even looked up."""
    asked = Asked(PASSWORD)
    refused = refuse(secure.target(""), asked, tmp_path)

    assert ("server-certificate-untrusted", 0) == (refused.code, asked.times_secret)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        ({"name": "ftp.another.example"}, "server-certificate-other"),
        ({"days_left": -3}, "server-certificate-expired"),
    ],
    ids=["another name", "expired"],
)
def test_a_certificate_must_fit(
    made: dict[str, object], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server's name and today's day."""
    with run_ftpd(secure=True, **made) as server:
        trust(server, monkeypatch)
        refused = refuse(server.target(""), Asked(PASSWORD), tmp_path)

    assert code == refused.code


def test_encryption_is_never_given_up(plain: FtpServer, tmp_path: Path) -> None:
    """A server that offers none gets no password."""
    asked = Asked(PASSWORD)
    refused = refuse(replace(plain.target(""), kind=TargetKind.FTPS), asked, tmp_path)

    assert ("server-without-tls", 0) == (refused.code, asked.times_secret)


@pytest.mark.parametrize(
    ("says", "code"),
    [(b"", "server-silent"), (b"HTTP/1.1 400 Bad Request\r\n", "server-not-ftp")],
    ids=["silent", "another"],
)
def test_somebody_who_speaks_no_ftp_is_told(
    says: bytes, code: str, plain: FtpServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while, in a sentence."""
    monkeypatch.setattr(login, "CONNECT_SECONDS", 0.3)
    with speak(says) as port:
        refused = refuse(replace(plain.target(""), port=port), Asked(PASSWORD), tmp_path)

    assert code == refused.code
