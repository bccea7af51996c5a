"""What was made out holds as long as the program and the machine are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cache.ledger import Ledger
from builder.model.targets import PublishTarget, TargetKind
from builder.workflow.remembered import forget_gone, open_ledger, recall, remember


def test_with_anything_else_around_nothing_is_recalled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that builds listen to stands for a new version, another library or font."""
    ledger = Ledger(tmp_path / "so-tay.sqlite")
    remember(ledger, "site", "here", b"made of this")
    then = recall(ledger, "site", "here")
    monkeypatch.setenv("OUTREACH_ANYTHING", "changed")
    now = recall(ledger, "site", "here")
    monkeypatch.delenv("OUTREACH_ANYTHING")

    assert (b"made of this", None, b"made of this") == (then, now, recall(ledger, "site", "here"))


def test_a_password_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever publishes has one, who only builds has none: both find what the other kept."""
    ledger = Ledger(tmp_path / "so-tay.sqlite")
    remember(ledger, "site", "here", b"made of this")
    target = PublishTarget("may-chu", TargetKind.SFTP)
    monkeypatch.setenv(target.variable, "bí mật")

    assert b"made of this" == recall(ledger, "site", "here")


def test_sites_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    """Of one that stands all stays."""
    ledger = Ledger(tmp_path / "so-tay.sqlite")
    standing, gone = str(tmp_path), str(tmp_path / "gone")
    for name in (standing, gone):
        remember(ledger, "site", name, b"made of this")
    forget_gone(ledger, "site")

    assert [standing] == ledger.list_names("site")


def test_a_program_has_one_ledger_of_a_project(tmp_path: Path) -> None:
    """So that whoever speaks last knows whether one was thrown away."""
    first = open_ledger(tmp_path)
    first.file.parent.mkdir(parents=True)
    first.file.write_bytes(b"another program's")
    first.read("site", "here")

    assert open_ledger(tmp_path).was_thrown_away
