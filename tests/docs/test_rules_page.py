"""The web keeper's page lists every rule on content, with the level that it has by itself."""

from __future__ import annotations

import re
from pathlib import Path

from builder.reading.configuration.rules import DEFAULTS

_PAGE = (Path(__file__).parents[2] / "docs" / "quan-tri.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| `([a-z-]+)` \| `(off|warn|block)` \| .+ \|$", re.MULTILINE)


def test_every_rule_is_told_with_its_level() -> None:
    """No rule is left out, none is told twice, and the levels are those of the program."""
    section = _PAGE.partition("## Quy tắc về nội dung")[2].partition("\n## ")[0]
    told = _ROW.findall(section)

    assert sorted(DEFAULTS.items()) == sorted(told)
