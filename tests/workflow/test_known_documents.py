"""When the documents of a page are known, and when they are composed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.workflow.known_documents import KnownDocuments, without_posts
from builder.workflow.remembered import open_ledger
from tests.workflow.issuing_school import read, write_school
from tests.workflow.school import post, write_files

POST = "content/posts/2025/thu.md"
OLD = post("Hội thảo", "06/10/2025")


@pytest.mark.parametrize(
    ("new", "changed"),
    [
        (f"{OLD}\nHết.\n", []),
        (OLD.replace("Hội thảo", "Hội nghị"), ["2025", "nam-hoc-2025-2026"]),
        (OLD.replace("06/10/2025", "07/10/2025"), ["2025", "nam-hoc-2025-2026"]),
    ],
    ids=["text", "title", "day"],
)
def test_documents_are_of_what_posts_state_not_of_their_text(
    tmp_path: Path, new: str, changed: list[str]
) -> None:
    """A mended sentence composes none; a fact composes those of its calendar and school year."""
    school = write_school(tmp_path / "school", {POST: OLD})
    before = _hash_periods(school)
    write_files(school, {POST: new})
    after = _hash_periods(school)

    assert changed == [period for period in after if before[period] != after[period]]


def _hash_periods(school: Path) -> dict[str, str]:
    """Period → hash of what its documents are made of."""
    content = read(school)
    assert content.library is not None
    library = without_posts(content.library)
    known = KnownDocuments(open_ledger(school), content.project, library)
    hashes = known.hash_records([(one,) for one in content.summaries])
    periods = [one.period.id for one in content.summaries]
    return dict(zip(periods, hashes, strict=True))
