"""Number and day are written into a report file, and nothing else of it changes."""

from __future__ import annotations

from datetime import date

import pytest

from builder.model.failures import CommandError
from builder.model.settings import Dated, School, Settings
from builder.reading.vocabulary import load_vocabulary
from builder.workflow.report_file import check_issue, write_issue

PATH = "content/reports/2023.md"
DAY = date(2024, 1, 10)
STATED = "số: 03/BC-HM\nngày ban hành: 10/01/2024\n"
SETTINGS = Settings(
    School((Dated(None, "Trường THCS Hoa Mai"),)), load_vocabulary(), "Hoa Mai", None
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, f"---\n{STATED}---\n"),
        ("---\nmẫu: gọn\n---\n\nLời.\n", f"---\n{STATED}mẫu: gọn\n---\n\nLời.\n"),
        (
            "---\nsố:\nmẫu: gọn\nngày ban hành:   # để trống\n---\n",
            "---\nsố: 03/BC-HM\nmẫu: gọn\nngày ban hành: 10/01/2024   # để trống\n---\n",
        ),
        (
            "---\nSo: 9\nissued_on: 01/01/2024\n---\n",
            "---\nSo: 03/BC-HM\nissued_on: 10/01/2024\n---\n",
        ),
        (
            '---\n"số": 9\n---\nsố: 9\n',
            '---\nngày ban hành: 10/01/2024\n"số": 03/BC-HM\n---\nsố: 9\n',
        ),
        (
            "---\nthực hiện:\n  số: 23/PGDĐT\n---\n",
            f"---\n{STATED}thực hiện:\n  số: 23/PGDĐT\n---\n",
        ),
        ("---\r\nsố: 1\r\n---\r\n", "---\r\nngày ban hành: 10/01/2024\r\nsố: 03/BC-HM\r\n---\r\n"),
        ("\ufeff---\n---\n", f"\ufeff---\n{STATED}---\n"),
        ("\n\n---\n---\n---\n", f"\n\n---\n{STATED}---\n---\n"),
    ],
    ids=[
        *("no file", "no lines", "empty lines", "other names", "quoted key"),
        *("inner key", "Windows", "byte order mark", "rule in the body"),
    ],
)
def test_two_lines_are_written(before: str | None, after: str) -> None:
    """In place of lines that state them, else at the top; line ends and marks stay."""
    data = before.encode() if before is not None else None

    assert after == write_issue(data, PATH, "03/BC-HM", DAY).decode()


@pytest.mark.parametrize(
    "text",
    ["---\nsố: >\n  03/BC-HM\n---\n", "---\n{số: 3, ngày ban hành: 10/01/2024}\n---\n", "Lời.\n"],
    ids=["over lines", "one line", "no front matter"],
)
def test_what_cannot_be_written_for_certain_is_left_to_the_principal(text: str) -> None:
    """A head in an unusual form would be read as something else: the command says so instead."""
    with pytest.raises(CommandError) as refused:
        write_issue(text.encode(), PATH, "03/BC-HM", DAY)

    assert "issue-file-unclear" == refused.value.code


def test_what_was_written_is_read_again() -> None:
    """A value that stands below a comment is not part of its line: nobody finds it there."""
    data = write_issue("---\nsố:\n# sửa sau\n  9\n---\n".encode(), PATH, "03/BC-HM", DAY)
    with pytest.raises(CommandError) as refused:
        check_issue(data, PATH, SETTINGS, "03/BC-HM", DAY)

    assert "issue-file-unclear" == refused.value.code
