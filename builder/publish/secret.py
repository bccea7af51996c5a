"""A target → its password, from the environment or the keyring and from nowhere else."""

from __future__ import annotations

import importlib
import os

from builder.model.targets import PublishTarget

SERVICE = "school-outreach"
"""Under which the keyring keeps passwords: `keyring set school-outreach <user>@<host>`."""


def find_secret(target: PublishTarget) -> str | None:
    """Password of a target, or passphrase of its key; None where none is set."""
    if stated := os.environ.get(target.variable):
        return stated
    return _ask_keyring(f"{target.user}@{target.host}") if target.host else None


def _ask_keyring(account: str) -> str | None:
    """What the system's keyring knows; None where it has none, or isn't there to be asked."""
    try:
        keyring = importlib.import_module("keyring")
        errors = importlib.import_module("keyring.errors")
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(SERVICE, account)
    except (errors.KeyringError, RuntimeError):
        return None
    return found
