"""Surroundings of a connection as a test wants them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from builder.model.targets import PublishTarget
from builder.publish.storage import Blanks, OpenConnection, StorageError, Surroundings


@dataclass
class Asked:
    """What a connection asked for and told."""

    secret: str | None = None
    says_yes: bool = False
    questions: list[tuple[str, Blanks]] = field(default_factory=list)
    remarks: list[tuple[str, Blanks]] = field(default_factory=list)
    times_secret: int = 0

    def at(self, project: Path) -> Surroundings:
        """Surroundings of a project."""
        return Surroundings(project, self._find_secret, self._confirm, self._remark)

    def _find_secret(self) -> str | None:
        """The secret, counted."""
        self.times_secret += 1
        return self.secret

    def _confirm(self, code: str, blanks: Blanks) -> bool:
        """The answer that the test wants."""
        self.questions.append((code, blanks))
        return self.says_yes

    def _remark(self, code: str, blanks: Blanks) -> None:
        """Heard."""
        self.remarks.append((code, blanks))


def look_in(
    open_connection: OpenConnection, target: PublishTarget, asked: Asked, project: Path
) -> frozenset[str]:
    """Names in the folder of a target that lets us in."""
    with open_connection(target, asked.at(project)) as connection:
        return connection.storage_at(target.path or "").list_names("")


def be_refused(
    open_connection: OpenConnection, target: PublishTarget, asked: Asked, project: Path
) -> StorageError:
    """Why a target lets nobody in."""
    with pytest.raises(StorageError) as raised:
        look_in(open_connection, target, asked, project)
    return raised.value
