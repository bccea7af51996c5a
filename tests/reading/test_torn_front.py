"""What single lines tell of a post whose front matter can't be read."""

from __future__ import annotations

import pytest

from builder.reading.posts.torn_front import LikelyAddress, guess_address


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "tiêu đề: Hội thi: Em yêu biển đảo\nngày: 31/02/2024",
            ("2024", "hoi-thi-em-yeu-bien-dao"),
        ),
        ("đường dẫn: hoi-thi\ntiêu đề: Đã đổi tên\nngày: 20/11/25", (None, "hoi-thi")),
        ('Tieu_De: "Đội kèn" # mới\nngày: 30/12/2024 - 02/01/2025', ("2024", "doi-ken")),
        ("tiêu đề: Cờ\nđính chính:\n  - {ngày: 06/05/2025}", (None, "co")),
        ("ngày: 2024-11-20", ("2024", None)),
        ("", (None, None)),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_address_of_a_torn_post_is_guessed_from_its_lines(
    front: str, expected: tuple[str | None, str | None], line_end: str
) -> None:
    """Slug before title, and any year of four digits in its date."""
    text = f"---\n{front}\n---\n\ntiêu đề: lời kể\n".replace("\n", line_end)

    assert LikelyAddress(*expected) == guess_address(text)
