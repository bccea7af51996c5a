"""Texts ordered from processes that start anew are the texts made here."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from builder.pages.body.converting import BodyConverter
from builder.reading.configuration.settings import read_settings
from builder.workflow.conversion import compose_order, convert_text
from builder.workflow.ordering import Orders, order_side_by_side
from tests.workflow.school import CONFIGURATION

TEXTS = [f"Bài **số {number}**, «cờ đỏ» \u2028 & <b>x</b>.\n" * number for number in range(9)]


def order(numbers: Sequence[int]) -> bytes:
    """The order of some of the texts."""
    return compose_order(CONFIGURATION, [TEXTS[number] for number in numbers])


def never(number: int) -> str:
    """What must not be made here."""
    pytest.fail(f"text {number} was made by this process")


def test_texts_come_in_their_order_from_several_processes() -> None:
    """Each process makes its share, and none is made here."""
    settings = read_settings(CONFIGURATION).value
    assert settings is not None
    converter = BodyConverter(settings)
    orders = Orders("builder.workflow.conversion", order, pays_from=1)

    made = list(order_side_by_side(never, len(TEXTS), orders, processes=2))

    assert [convert_text(text, converter) for text in TEXTS] == made


@pytest.mark.parametrize(
    ("module", "composed"),
    [
        pytest.param("builder.workflow.conversion", b"no order", id="a fault"),
        pytest.param("builder.workflow.conversion", order([0]), id="too few texts"),
        pytest.param("json.tool", json.dumps({"no": "list"}).encode(), id="not texts"),
        pytest.param("no_such_module", b"", id="no program"),
    ],
)
def test_what_a_process_fails_to_answer_is_made_here(module: str, composed: bytes) -> None:
    """The site is whole whatever becomes of a process."""
    orders = Orders(module, lambda _numbers: composed, pays_from=1)

    assert ["0", "1", "2"] == list(order_side_by_side(str, 3, orders, processes=1))


def test_few_texts_are_made_here() -> None:
    """To start a process would cost more than it wins."""
    orders = Orders("builder.workflow.conversion", order, pays_from=10)

    assert ["0", "1"] == list(order_side_by_side(str, 2, orders, processes=2))


def test_a_process_with_an_order_gives_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else processes would start processes."""
    monkeypatch.setenv("OUTREACH_ORDERED", "1")
    orders = Orders("builder.workflow.conversion", order, pays_from=1)

    assert ["0", "1"] == list(order_side_by_side(str, 2, orders, processes=2))
