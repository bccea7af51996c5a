"""Bytes of source files as editors and old programs leave them."""

from __future__ import annotations

import unicodedata

import pytest

from builder.model.problems import Problem, Where
from builder.reading.source.decoding import decode_source

PATH = "content/posts/bai.md"
SENTENCE = "Trường tổ chức hội nghị cán bộ, giáo viên"
TCVN3 = "Tr­êng THCS tæ chøc héi nghÞ c¸n bé, gi¸o viªn, ®Çu n¨m häc"
VNI = "Tröôøng toå chöùc hoäi nghò giaùo vieân hoïc sinh"


def _encode_windows_1258(text: str) -> bytes:
    """Bytes of a Vietnamese text as Windows wrote them: tones behind their letters."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    encoded = b""
    for letter in text:
        decomposed = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(one for one in decomposed if one not in tones))
        encoded += (base + "".join(one for one in decomposed if one in tones)).encode("cp1258")
    return encoded


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    """What Notepad adds is taken away."""
    decoded = decode_source("\ufeffA\r\nB\rC\n".encode(), PATH)

    assert "A\nB\nC\n" == decoded.value


def test_decomposed_vietnamese_is_composed() -> None:
    """Text from a Mac or from Word is the same text."""
    decoded = decode_source(unicodedata.normalize("NFD", SENTENCE).encode(), PATH)

    assert SENTENCE == decoded.value


def test_soft_line_ends_do_not_shift_lines() -> None:
    """Line separators that editors do not count become blanks."""
    decoded = decode_source("A\u2028B\x0bC\x85D\n".encode(), PATH)

    assert "A B C D\n" == decoded.value


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode("utf-16"), "UTF-16"),
        ("title: Reading day\n".encode("utf-16-le"), "UTF-16"),
        (_encode_windows_1258(SENTENCE), "Windows-1258"),
        ("Café de la Paix, Genève".encode("cp1252"), "Windows-1252"),
        (TCVN3.encode("cp1252"), "TCVN3 (ABC)"),
        (VNI.encode("cp1252"), "VNI"),
    ],
)
def test_a_file_in_another_encoding_is_told_with_its_name(data: bytes, encoding: str) -> None:
    """What is not UTF-8 is an error that names the likely encoding."""
    decoded = decode_source(data, PATH)

    assert [("text-encoding", encoding)] == [
        (one.code, one.details["encoding"]) for one in decoded.problems
    ]


@pytest.mark.parametrize(
    ("text", "encoding", "written"), [(TCVN3, "TCVN3 (ABC)", "c¸n"), (VNI, "VNI", "Tröôøng")]
)
def test_legacy_text_inside_utf_8_is_recognised(text: str, encoding: str, written: str) -> None:
    """Text typed for an old font is told even where its bytes are sound."""
    decoded = decode_source(f"---\n{text}\n".encode(), PATH)

    assert [("text-legacy", 2, {"encoding": encoding, "written": written})] == [
        (one.code, one.where.line, dict(one.details)) for one in decoded.problems
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bài của thầy cô: «trích», 12 m², 5µm, ½ giờ, © 2024, Lego®, hoà, toà, quý, khuỷu tay",
        "Une naïve Zaïroise à Noël, où ça ? En août, le goût du maïs, héroïque.",
        "xoong, quần soóc, coóng, boong; loà xoà, toá hoả, oằn, ngoẵng",
    ],
)
def test_sound_text_with_rare_letters_is_no_legacy_text(text: str) -> None:
    """Signs and foreign names are not mistaken for an old encoding."""
    decoded = decode_source(text.encode(), PATH)

    assert (text, ()) == (decoded.value, decoded.problems)


def test_the_place_of_a_wrong_byte_is_told() -> None:
    """Line and column of the first byte that is not UTF-8."""
    decoded = decode_source("A\r\nBá".encode() + b"\xff\n", PATH)

    assert [Where(PATH, 2, 3)] == [one.where for one in decoded.problems]


def test_a_file_cut_off_within_a_letter_is_told_as_cut() -> None:
    """A copy that broke off is no other encoding."""
    decoded = decode_source(SENTENCE.encode()[:13], PATH)

    assert (Problem("text-cut", Where(PATH, 1, 9)),) == decoded.problems


def test_a_control_character_is_told_at_its_place() -> None:
    """A sign that no screen shows is told with its number."""
    decoded = decode_source(b"A\nB\x07C\n", PATH)

    assert (Problem("text-control", Where(PATH, 2, 2), {"sign": "U+0007"}),) == decoded.problems
