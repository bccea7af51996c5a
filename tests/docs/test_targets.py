"""The web keeper's page tells every kind of target with its keys."""

from __future__ import annotations

import re

from builder.model.targets import PublishTarget, TargetKind
from builder.reading.configuration.targets import TARGET_KEYS
from tests.house.repository import REPOSITORY

_PAGE = (REPOSITORY / "docs/quan-tri.md").read_text(encoding="utf-8")


def test_every_kind_is_told_with_its_keys() -> None:
    """One row a kind; `ftp` has those of `ftps` and one more."""
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]*`[^|]*) \| [^|]+ \|$", _PAGE, re.MULTILINE))
    ftps = re.findall(r"`(\w+)`", rows["ftps"])
    told = {kind: set(re.findall(r"`([a-z_]+)`", rows[kind])) for kind in map(str, TargetKind)}
    told["ftp"] = (told["ftp"] - {"ftps"}) | {*ftps, "insecure"}

    assert {kind: set(keys) for kind, keys in TARGET_KEYS.items()} == told


def test_the_variable_of_a_password_is_told() -> None:
    """As the program names it."""
    assert f"`{PublishTarget('may-chu', TargetKind.SFTP).variable}`" in _PAGE
