"""Where `publish` sends the site, as `targets` of `mkdocs.yml` states it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builder.model.variables import PASSWORDS


class TargetKind(StrEnum):
    """How a target is reached."""

    FOLDER = "folder"
    """A folder of this machine, a mounted drive too."""

    SFTP = "sftp"
    FTP = "ftp"
    """Unencrypted; only where the school says `insecure: yes`."""

    FTPS = "ftps"
    """FTP that asks for encryption before it says anything else (RFC 4217)."""

    GIT = "git"
    """A branch of a repository, as hosts of pages take it."""


@dataclass(frozen=True, slots=True)
class PublishTarget:
    """One place to which the site is published; a key that its kind does not take is None."""

    name: str
    """a–z, digits and `-`; part of the names of environment variables."""

    kind: TargetKind
    path: str | None = None
    """Folder of the site: of a server, absolute or from the login's folder; of this machine,
    absolute or from the project's folder. Without a closing `/`, but `/` itself."""

    host: str | None = None
    port: int | None = None
    """None: the usual one of its kind."""

    user: str | None = None
    key: str | None = None
    """File of a private key for SFTP, absolute, from `~` or from the project's folder;
    None: the agent's and the user's own keys, else a password."""

    repository: str | None = None
    """Address or folder of a git repository; never with a password in it."""

    branch: str | None = None
    url: str | None = None
    """Web address under which the published site is seen, with its closing `/`; None: unknown."""

    @property
    def variable(self) -> str:
        """Environment variable of its password, or of its key's passphrase."""
        return f"{PASSWORDS}{self.name.upper().replace('-', '_')}"
