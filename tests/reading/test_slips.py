"""Days in a post's words that cannot be meant as they stand."""

from __future__ import annotations

import pytest

from builder.reading.bodies.text import read_body_text
from builder.reading.posts.slips import find_slips


@pytest.mark.parametrize(
    "text",
    [
        "Kỷ niệm 40 năm ngày Nhà giáo Việt Nam (20/11/1982 – 20/11/2022).",
        "Kế hoạch 5 năm (2021–2025), nhiệm kỳ 5 năm (01/01/2021 - 31/12/2025).",
        "Trong 3 năm qua, từ 12/10/2024 - 14/10/2024 trường mở hội.",
        "Hai đợt: 12/10/2024 - 12/11/2024.",
        "`20/11/1982 – 20/11/1982`",
        "Số 120/11/1982 - 20/11/1982/9.",
        "40 năm là một chặng đường.\n\n(20/11/1982 – 20/11/2021)",
    ],
)
def test_days_that_fit_are_not_told(text: str) -> None:
    """Right anniversaries, plans told by their first and last year, code, other numbers."""
    assert [] == list(find_slips(read_body_text(text, path="a.md", line=1), ()))
