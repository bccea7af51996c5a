"""What a question takes for a yes and for a no."""

from __future__ import annotations

import io

import pytest

from builder.cli.answers import ask_yes_no


@pytest.mark.parametrize(
    ("typed", "is_yes"),
    [
        ("có\n", True),
        ("Co\u0301\n", True),
        ("  ĐÚNG \n", True),
        ("y\n", True),
        ("không\n", False),
        ("K\n", False),
        ("\n", False),
        ("chắc vậy\nừ\ncó\n", True),
        ("79\nkhông\n", False),
    ],
)
def test_a_question_takes_vietnamese_answers(
    typed: str, *, is_yes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked until the answer is one; nothing typed is a no."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8"))

    assert is_yes == ask_yes_no("Đúng không?")
