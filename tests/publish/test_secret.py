"""Passwords come from the environment or the keyring."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.secret import find_secret

TARGET = PublishTarget("may-chu", TargetKind.SFTP, path="www", host="a.example", user="lan")


class KeyringError(Exception):
    """What a keyring raises that is locked."""


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """A keyring with what a test puts into it."""
    kept: dict[tuple[str, str], str] = {}
    module, errors = ModuleType("keyring"), ModuleType("keyring.errors")

    def get_password(service: str, account: str) -> str | None:
        if (service, account) in kept and kept[service, account] == "locked":
            raise KeyringError
        return kept.get((service, account))

    module.get_password = get_password
    errors.KeyringError = KeyringError
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return kept


def test_a_password_stands_in_the_targets_own_variable(
    monkeypatch: pytest.MonkeyPatch, keyring: dict[tuple[str, str], str]
) -> None:
    """It is asked for before the keyring."""
    keyring["school-outreach", "lan@a.example"] = "from the keyring"
    monkeypatch.setenv("OUTREACH_PASSWORD_MAY_CHU", "from the environment")

    assert "from the environment" == find_secret(TARGET)


def test_a_password_stands_in_the_keyring(keyring: dict[tuple[str, str], str]) -> None:
    """Under the account's name."""
    keyring["school-outreach", "lan@a.example"] = "from the keyring"

    assert "from the keyring" == find_secret(TARGET)


def test_a_keyring_that_stays_locked_has_none(keyring: dict[tuple[str, str], str]) -> None:
    """Whoever refuses to open it has given no password."""
    keyring["school-outreach", "lan@a.example"] = "locked"

    assert None is find_secret(TARGET)


def test_without_a_keyring_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra that few install."""
    monkeypatch.setitem(sys.modules, "keyring", None)

    assert None is find_secret(TARGET)


@pytest.mark.usefixtures("keyring")
def test_a_target_without_an_account_asks_no_keyring() -> None:
    """A repository has its own helpers."""
    assert None is find_secret(PublishTarget("trang", TargetKind.GIT, repository="a.git"))
