"""When Python looks for objects that only hold each other."""

from __future__ import annotations

import gc

import pytest

from builder.workflow.rubbish import leaving_rubbish


def test_rubbish_is_looked_for_again_after_work_that_failed() -> None:
    """Whoever goes on would hold all that it ever made."""
    looked: list[bool] = []

    @leaving_rubbish()
    def fail() -> None:
        looked.append(gc.isenabled())
        raise ZeroDivisionError

    gc.enable()
    with pytest.raises(ZeroDivisionError):
        fail()

    assert [False, True] == [*looked, gc.isenabled()]


def test_nothing_is_looked_for_where_nothing_was_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview lets a page be shown first."""
    monkeypatch.setattr(gc, "isenabled", lambda: False)
    asked: list[str] = []
    monkeypatch.setattr(gc, "enable", lambda: asked.append("enable"))
    monkeypatch.setattr(gc, "disable", lambda: asked.append("disable"))
    with leaving_rubbish():
        pass

    assert ["disable"] == asked
