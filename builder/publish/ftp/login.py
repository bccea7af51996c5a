"""Address, certificate and password → a server on which we are logged in over FTP."""

from __future__ import annotations

import ftplib
import socket
import ssl

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.calling import ANSWER_SECONDS, CONNECT_SECONDS, say_unreachable
from builder.publish.ftp.control import Control, RefusalError, speaking
from builder.publish.line import LineLostError, UnreachableError
from builder.publish.storage import StorageError, Surroundings

_ANONYMOUS = "anonymous"
_EXPIRED, _NOT_YET_VALID = 10, 9
_OTHER_NAMES = frozenset({62, 64})
"""Numbers of OpenSSL's X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH."""


def log_in(target: PublishTarget, surroundings: Surroundings) -> Control:
    """A server that let us in; over TLS unless the target is plain FTP."""
    is_secure = target.kind is not TargetKind.FTP
    ftp = _SecureFtp(context=ssl.create_default_context()) if is_secure else ftplib.FTP()
    # A letter is a byte, so that no server's writing breaks a reply.
    ftp.encoding = "latin-1"
    try:
        _call(ftp, target)
        if isinstance(ftp, _SecureFtp):
            _secure(ftp, target)
        _authenticate(ftp, target, surroundings)
        if isinstance(ftp, _SecureFtp):
            _secure_files(ftp, target)
        return Control(ftp)
    except (LineLostError, RefusalError) as error:
        ftp.close()
        raise UnreachableError("server-not-ftp", **_name(target)) from error
    except BaseException:
        ftp.close()
        raise


class _SecureFtp(ftplib.FTP_TLS):
    """FTP over TLS whose connections for files go on with the session of the first one.

    Many servers (vsftpd, ProFTPD) ask for that, lest a stranger take the file.
    """

    def ntransfercmd(
        self, cmd: str, rest: int | str | None = None
    ) -> tuple[socket.socket, int | None]:
        """Open a connection for a file."""
        opened, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        control = self.sock
        session = control.session if isinstance(control, ssl.SSLSocket) else None
        try:
            secured = self.context.wrap_socket(opened, server_hostname=self.host, session=session)
        except BaseException:
            opened.close()
            raise
        return secured, size


def _call(ftp: ftplib.FTP, target: PublishTarget) -> None:
    """Reach the server and hear its greeting."""
    host, port = target.host or "", target.port or ftplib.FTP_PORT
    try:
        ftp.connect(host, port, CONNECT_SECONDS)
    except (ftplib.Error, EOFError) as error:
        raise UnreachableError("server-not-ftp", **_name(target)) from error
    except (OSError, UnicodeError) as error:
        raise say_unreachable(error, host, port) from error
    ftp.timeout = ANSWER_SECONDS
    if ftp.sock is not None:
        ftp.sock.settimeout(ANSWER_SECONDS)


def _secure(ftp: _SecureFtp, target: PublishTarget) -> None:
    """Go on with encryption, if the server proves that it is the one that was meant."""
    try:
        with speaking():
            ftp.auth()
    except RefusalError as error:
        raise StorageError("server-without-tls", host=target.host or "") from error
    except LineLostError as error:
        if isinstance(error.__cause__, ssl.SSLCertVerificationError):
            raise _say_untrusted(error.__cause__, target) from error
        raise


def _secure_files(ftp: _SecureFtp, target: PublishTarget) -> None:
    """Encrypt the connections of files too."""
    try:
        with speaking():
            ftp.prot_p()
    except RefusalError as error:
        raise StorageError("server-without-tls", host=target.host or "") from error


def _say_untrusted(error: ssl.SSLCertVerificationError, target: PublishTarget) -> StorageError:
    """Why the server's certificate proves nothing."""
    code = "server-certificate-untrusted"
    if error.verify_code in _OTHER_NAMES:
        code = "server-certificate-other"
    elif error.verify_code in {_EXPIRED, _NOT_YET_VALID}:
        code = "server-certificate-expired"
    return StorageError(code, host=target.host or "")


def _authenticate(ftp: ftplib.FTP, target: PublishTarget, surroundings: Surroundings) -> None:
    """Let the server know who we are."""
    user = target.user or _ANONYMOUS
    secret = surroundings.find_secret()
    blanks = {"host": target.host or "", "user": user, "variable": target.variable}
    if secret is None and user != _ANONYMOUS:
        raise StorageError("server-password-missing", **blanks)
    try:
        with speaking():
            # The library sends names and passwords byte by byte like everything else.
            ftp.login(_as_bytes(user), _as_bytes(secret or ""))
    except RefusalError as error:
        raise StorageError("server-login-refused", **blanks) from error
    except LineLostError as error:
        raise UnreachableError("server-hung-up", **blanks) from error


def _as_bytes(words: str) -> str:
    """Words of which each letter stands for a byte of UTF-8."""
    return words.encode().decode("latin-1")


def _name(target: PublishTarget) -> dict[str, str]:
    """Blanks of a sentence about the server."""
    return {"host": target.host or "", "port": str(target.port or ftplib.FTP_PORT)}
