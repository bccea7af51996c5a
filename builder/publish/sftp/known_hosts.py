"""Lists of servers' keys, as OpenSSH writes them → the keys under which a server is known."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

USUAL_PORT = 22
_REVOKED = "@revoked"


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key that a list names for a server."""

    kind: str
    """As SSH names it, e.g. `ssh-ed25519`."""

    key: str
    """Base64."""

    is_revoked: bool = False
    """Whether the list names it so that it is never trusted again."""


def name_host(host: str, port: int) -> str:
    """Name of a server in such lists."""
    return host.lower() if port == USUAL_PORT else f"[{host.lower()}]:{port}"


def say_fingerprint(key: str) -> str:
    """Fingerprint of a key in Base64, as hosting firms print it and `ssh` shows it."""
    digest = hashlib.sha256(base64.b64decode(key)).digest()
    return f"SHA256:{base64.b64encode(digest).decode('ascii').rstrip('=')}"


def read_known_keys(text: str, name: str) -> Iterator[KnownKey]:
    """Keys that a list has for a server's name; a line that can't be read names none.

    Lines of authorities that sign keys are passed over: their servers are then unknown.
    """
    for line in text.splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        marker = words.pop(0) if words[0].startswith("@") else ""
        if len(words) >= 3 and marker in {"", _REVOKED} and _has_name(words[0], name):
            yield KnownKey(words[1], words[2], marker == _REVOKED)


def _has_name(names: str, name: str) -> bool:
    """Whether the first field of a line means the server."""
    found = False
    for pattern in names.split(","):
        if pattern.startswith("|1|"):
            found |= _is_hash_of(pattern, name)
        elif pattern.startswith("!") and fnmatchcase(name, _as_glob(pattern[1:])):
            return False
        else:
            found |= fnmatchcase(name, _as_glob(pattern))
    return found


def _as_glob(pattern: str) -> str:
    """The pattern with its brackets meaning brackets."""
    return pattern.lower().replace("[", "[[]")


def _is_hash_of(pattern: str, name: str) -> bool:
    """Whether a hashed name, `|1|salt|hash`, is that of the server (RFC 2104, SHA-1)."""
    try:
        salt, digest = (base64.b64decode(part) for part in pattern.split("|")[2:4])
    except ValueError:
        return False
    return hmac.compare_digest(hmac.digest(salt, name.encode(), "sha1"), digest)
