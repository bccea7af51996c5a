"""Address, keys and password → an SSH connection to a server that is known.

Nothing that paramiko logs is let through: its lines hold tracebacks.
"""

from __future__ import annotations

import getpass
import itertools
import logging
from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from pathlib import Path

import paramiko

from builder.model.targets import PublishTarget
from builder.publish.calling import ANSWER_SECONDS, call
from builder.publish.line import UnreachableError
from builder.publish.sftp.known_hosts import (
    USUAL_PORT,
    KnownKey,
    name_host,
    read_known_keys,
    say_fingerprint,
)
from builder.publish.storage import StorageError, Surroundings

PROJECT_LIST = "known_hosts"
"""List of servers' keys in the project's folder, for all who publish it."""

_MOST_KEYS = 4
"""A server lets nobody try for ever: OpenSSH hangs up after six, and a password counts too."""

_OWN_KEYS = ("id_ed25519", "id_ecdsa", "id_rsa")
_KEY_KINDS = (paramiko.Ed25519Key, paramiko.ECDSAKey, paramiko.RSAKey)
_RSA_SIGNATURES = ("rsa-sha2-512", "rsa-sha2-256")

logging.getLogger("paramiko").setLevel(logging.CRITICAL + 1)


def log_in(target: PublishTarget, surroundings: Surroundings) -> paramiko.Transport:
    """An encrypted connection on which the server has let us in."""
    host, port = target.host or "", target.port or USUAL_PORT
    transport = paramiko.Transport(call(host, port))
    try:
        transport.banner_timeout = transport.auth_timeout = ANSWER_SECONDS
        known = _Known(host, port, surroundings)
        options = transport.get_security_options()
        options.key_types = known.prefer(options.key_types)
        try:
            transport.start_client(timeout=ANSWER_SECONDS)
            key = transport.get_remote_server_key()
        except (paramiko.SSHException, OSError, EOFError) as error:
            raise UnreachableError("server-not-ssh", host=host, port=str(port)) from error
        known.check(key)
        _authenticate(transport, target, surroundings)
    except BaseException:
        transport.close()
        raise
    return transport


class _Known:
    """What the lists know of a server."""

    def __init__(self, host: str, port: int, surroundings: Surroundings) -> None:
        self._host = host
        self._name = name_host(host, port)
        self._surroundings = surroundings
        self._own_list = Path.home() / ".ssh" / "known_hosts"
        lists = (self._own_list, surroundings.project / PROJECT_LIST)
        self._keys = tuple(key for one in lists for key in read_known_keys(_read(one), self._name))

    def prefer(self, kinds: Sequence[str]) -> tuple[str, ...]:
        """Kinds of keys, first those under which the server is known."""
        known = {
            kind
            for one in self._keys
            if not one.is_revoked
            for kind in (_RSA_SIGNATURES if one.kind == "ssh-rsa" else (one.kind,))
        }
        return tuple(sorted(kinds, key=lambda kind: kind not in known))

    def check(self, key: paramiko.PKey) -> None:
        """Go on only with a server that is known, or that its user confirms now."""
        shown = KnownKey(key.get_name(), key.get_base64())
        trusted = [one for one in self._keys if not one.is_revoked]
        is_revoked = KnownKey(shown.kind, shown.key, is_revoked=True) in self._keys
        if shown in trusted and not is_revoked:
            return
        told = {
            "host": self._host,
            "kind": shown.kind,
            "fingerprint": say_fingerprint(shown.key),
        }
        if trusted or is_revoked:
            known = next((one.key for one in trusted), shown.key)
            raise StorageError("server-key-changed", **told, known=say_fingerprint(known))
        if not self._surroundings.confirm("server-key-question", told):
            raise StorageError("server-key-new", **told, line=self._write_line(shown))
        self._remember(shown)

    def _remember(self, key: KnownKey) -> None:
        """Write the key into the user's own list."""
        self._own_list.parent.mkdir(mode=0o700, exist_ok=True)
        before = _read(self._own_list)
        begin = "" if not before or before.endswith("\n") else "\n"
        with self._own_list.open("a", encoding="utf-8") as stream:
            stream.write(f"{begin}{self._write_line(key)}\n")
        self._keys = (*self._keys, key)

    def _write_line(self, key: KnownKey) -> str:
        """The line of a list that names this key."""
        return f"{self._name} {key.kind} {key.key}"


def _read(file: Path) -> str:
    """A list of servers' keys; empty where there is none."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _authenticate(
    transport: paramiko.Transport, target: PublishTarget, surroundings: Surroundings
) -> None:
    """Let the server know who we are: by a key, else by a password."""
    user = target.user or getpass.getuser()
    blanks = {"host": target.host or "", "user": user, "variable": target.variable}
    try:
        if _try_keys(transport, user, _find_keys(target, surroundings)):
            return
        if target.key is not None:
            raise StorageError("server-key-refused", **blanks, file=target.key)
        secret = surroundings.find_secret()
        if secret is None:
            raise StorageError("server-password-missing", **blanks)
        transport.auth_password(user, secret)
    except paramiko.AuthenticationException as error:
        raise StorageError("server-login-refused", **blanks) from error
    except (paramiko.SSHException, OSError, EOFError) as error:
        raise UnreachableError("server-hung-up", **blanks) from error
    if not transport.is_authenticated():
        raise StorageError("server-login-refused", **blanks)


def _try_keys(
    transport: paramiko.Transport, user: str, keys: Generator[paramiko.PKey, None, None]
) -> bool:
    """Whether one of the first keys opens."""
    with closing(keys):
        for key in itertools.islice(keys, _MOST_KEYS):
            with suppress(paramiko.AuthenticationException):
                transport.auth_publickey(user, key)
            if transport.is_authenticated():
                return True
    return False


def _find_keys(
    target: PublishTarget, surroundings: Surroundings
) -> Generator[paramiko.PKey, None, None]:
    """The key that the target names; else those of the user's agent, then of the user's folder."""
    if target.key is not None:
        yield _load_key(target, surroundings)
        return
    with suppress(paramiko.SSHException, OSError), closing(paramiko.Agent()) as agent:
        yield from agent.get_keys()
    for name in _OWN_KEYS:
        file = Path.home() / ".ssh" / name
        if file.is_file():
            with suppress(paramiko.SSHException, OSError, ValueError):
                yield _read_key(file, None)


def _load_key(target: PublishTarget, surroundings: Surroundings) -> paramiko.PKey:
    """The key that the target names."""
    file = surroundings.project / Path(target.key or "").expanduser()
    try:
        try:
            return _read_key(file, None)
        except paramiko.PasswordRequiredException:
            secret = surroundings.find_secret()
            if secret is None:
                raise StorageError(
                    "server-key-locked", file=target.key or "", variable=target.variable
                ) from None
            return _read_key(file, secret)
    except (paramiko.SSHException, OSError, ValueError) as error:
        raise StorageError("server-key-unreadable", file=target.key or "") from error


def _read_key(file: Path, passphrase: str | None) -> paramiko.PKey:
    """A private key of any kind that servers take today."""
    failure: Exception = paramiko.SSHException("no kind of key")
    for kind in _KEY_KINDS:
        try:
            return kind.from_private_key_file(str(file), passphrase)
        except paramiko.PasswordRequiredException:
            raise
        except (paramiko.SSHException, ValueError) as error:
            failure = error
    raise failure
