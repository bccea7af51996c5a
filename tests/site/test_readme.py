"""README shows what its command really prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.locale import say

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


def test_readme_shows_what_the_build_tells(repository: Path, demo_told: str) -> None:
    """Between setting up and the last hint, README has each line of the build, and no other.

    But for the one about fonts, which machines with Times New Roman do not see.
    """
    readme = (repository / "README.md").read_text(encoding="utf-8")
    block = readme.split("$ make site\n")[1].split("```")[0]
    shown = re.sub(r"~/school-outreach/site(?!/)", "", block).splitlines()[2:-1]

    fonts = say("font-fallback", "vi", font="")[:30]
    told = [line for line in demo_told.splitlines() if not line.startswith(fonts)]

    assert sorted(told) == sorted(shown)
