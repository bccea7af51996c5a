"""What is written is read again, and as the standard says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.search.cbor import Value, as_list, read_list, write_value

VALUES = st.recursive(st.integers(0, 2**63) | st.text(), st.lists)


@given(st.lists(VALUES))
def test_what_is_written_is_read_again(value: list[Value]) -> None:
    """Whatever stands in a list."""
    assert value == read_list(write_value(value))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ([0, 23, 24, 255], "84 00 17 1818 18ff"),
        ([256, 65536, 4294967296], "83 190100 1a00010000 1b0000000100000000"),
        (["a", "ü", []], "83 6161 62c3bc 80"),
    ],
)
def test_values_are_written_as_the_standard_says(value: Value, written: str) -> None:
    """In the fewest bytes; the examples are those of its appendix A."""
    assert bytes.fromhex(written) == write_value(value)


@pytest.mark.parametrize("data", ["81f6", "8120", "00", "6161", "9f", "81" * 3000])
def test_what_we_do_not_read_is_refused(data: str) -> None:
    """Another kind of value, none that is a list, or lists in lists without end."""
    with pytest.raises(ValueError, match=r"kind|list|form"):
        read_list(bytes.fromhex(data))


@pytest.mark.parametrize("data", ["", "82", "8162", "816261", "8119", "811901"])
def test_a_list_that_breaks_off_is_refused(data: str) -> None:
    """Never is half of a text or of a number taken for the whole."""
    with pytest.raises(ValueError, match="breaks off"):
        read_list(bytes.fromhex(data))


def test_a_list_is_a_list() -> None:
    """And comes back as it is."""
    assert ["a"] == as_list(["a"])
