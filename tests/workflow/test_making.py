"""Files are made in other processes, in order, and so are their failures."""

from __future__ import annotations

from functools import partial

import pytest

from builder.model.failures import CommandError
from builder.workflow.making import make_files


def _refuse() -> bytes:
    """A file that cannot be made."""
    raise CommandError("template-refused", path="mau.docx", reason="lý do")


def test_files_come_back_in_order() -> None:
    """However many processes make them, and in however many turns."""
    jobs = [partial(bytes, [number]) for number in range(50)]

    assert [bytes([number]) for number in range(50)] == list(make_files(jobs))


def test_a_failure_comes_back_whole() -> None:
    """With its code and what fills its sentence."""
    with pytest.raises(CommandError) as refused:
        list(make_files([_refuse]))

    assert ("template-refused", {"path": "mau.docx", "reason": "lý do"}) == (
        refused.value.code,
        refused.value.blanks,
    )
