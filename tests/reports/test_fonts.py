"""Which font a document is set in, on machines with many fonts, with few and with poor ones."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from builder.reports.font_folders import list_font_folders
from builder.reports.fonts import BUILT_IN, find_serif, list_letters
from builder.reports.opentype import read_font_file
from tests.reports.small_fonts import STYLES, make_font, write_family

LATIN = frozenset(string.printable.strip())


def test_all_vietnamese_letters_are_asked_for() -> None:
    """Twelve vowels in six tones and đ, small and capital, each one letter."""
    letters = {one for one in list_letters() if one.isalpha() and not one.isascii()}

    # 12 vowels × 6 tones, less the six that are ASCII, and đ.
    assert 2 * (72 - 6 + 1) == len(letters)
    assert {"ệ", "Ữ", "đ", "Đ", "ỵ", "Ằ"} <= letters


@pytest.mark.parametrize(
    ("families", "chosen"),
    [
        (("Liberation Serif", "Tinos", "Times New Roman"), "Times New Roman"),
        (("Liberation Serif", "Tinos"), "Tinos"),
        (("Liberation Serif",), "Liberation Serif"),
        (("Arial",), BUILT_IN),
        ((), BUILT_IN),
    ],
)
def test_the_best_font_of_the_machine_is_taken(
    tmp_path: Path, families: tuple[str, ...], chosen: str
) -> None:
    """Times New Roman first, then what has its widths, then what the writer brings."""
    for family in families:
        write_family(tmp_path / "fonts" / family, family, list_letters())

    assert chosen == find_serif([tmp_path]).family


def test_a_font_without_vietnamese_letters_is_passed_over(tmp_path: Path) -> None:
    """Of two releases of one font the one that has them is taken, whichever stands first."""
    write_family(tmp_path / "liberation", "Liberation Serif", LATIN)
    write_family(tmp_path / "liberation2", "Liberation Serif", list_letters())

    assert tmp_path / "liberation2" == find_serif([tmp_path]).folder


def test_a_font_without_one_of_its_styles_is_passed_over(tmp_path: Path) -> None:
    """A heading in a bold that is only thickened would be no Times New Roman."""
    styles = {name: style for name, style in STYLES.items() if name != "BoldItalic"}
    write_family(tmp_path, "Times New Roman", list_letters(), styles)

    assert BUILT_IN == find_serif([tmp_path]).family


def test_a_font_with_a_poor_style_is_passed_over(tmp_path: Path) -> None:
    """Every style must have every letter."""
    write_family(tmp_path, "Tinos", list_letters())
    (tmp_path / "Tinos-Bold.ttf").write_bytes(make_font("Tinos", LATIN, style=1))

    assert BUILT_IN == find_serif([tmp_path]).family


def test_a_broken_file_is_no_font(tmp_path: Path) -> None:
    """A file that only has a font's name harms nothing."""
    (tmp_path / "times.ttf").write_bytes(b"\0\1\0\0 no font")
    (tmp_path / "timesbd.ttf").write_bytes(b"")

    assert BUILT_IN == find_serif([tmp_path / "nowhere", tmp_path]).family


def test_the_names_of_windows_are_known(tmp_path: Path) -> None:
    """Windows calls the files `times.ttf`, `timesbd.ttf`, `timesi.ttf` and `timesbi.ttf`."""
    for name, style in {"times": 0, "timesbd": 1, "timesi": 2, "timesbi": 3}.items():
        font = make_font("Times New Roman", list_letters(), style=style)
        (tmp_path / f"{name}.ttf").write_bytes(font)
    found = find_serif([tmp_path])

    assert ("Times New Roman", True) == (found.family, found.is_prescribed)


def test_another_font_is_told_from_the_prescribed_one() -> None:
    """The user hears which font stands in."""
    assert not find_serif([]).is_prescribed


@pytest.mark.parametrize("long", [False, True])
def test_letters_are_read_from_both_forms_of_their_table(*, long: bool) -> None:
    """The short form has segments with shifts and with lists, the long one groups."""
    font = read_font_file(make_font("Tinos", "Aếđ₫", style=3, long=long))

    assert font is not None
    assert ("Tinos", True, True, frozenset("Aếđ₫")) == (
        font.family,
        font.bold,
        font.italic,
        font.letters,
    )


def test_a_font_without_letters_for_unicode_is_none() -> None:
    """An old symbol font has no table that we read."""
    font = make_font("Tinos", "A").replace(b"\0\3\0\1\0\0\0\x0c", b"\0\1\0\0\0\0\0\x0c")

    assert read_font_file(font) is None


def test_the_machine_has_folders_of_fonts() -> None:
    """Those of the user come before those of the system."""
    folders = list_font_folders()

    assert Path.home() in folders[0].parents
