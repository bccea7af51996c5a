"""The corpus that speed is measured on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def corpus(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The corpus maker, imported as the benchmark imports it."""
    monkeypatch.syspath_prepend(repository / "benchmarks")
    import corpus  # noqa: PLC0415 - stands outside the packages that tests see

    yield corpus
    sys.modules.pop("corpus", None)


def test_every_post_has_400_words(corpus: ModuleType) -> None:
    """What is measured is what is promised: posts of 400 words."""
    counted = {len(f"{one.lead} {one.body}".split()) for one in corpus.make_news(50)}

    assert {400} == counted


def test_the_corpus_is_always_the_same(corpus: ModuleType, tmp_path: Path) -> None:
    """Two runs of the benchmark build the same posts."""
    for name in ("first", "second"):
        corpus.write_ours(tuple(corpus.make_news(20)), tmp_path / name)
    first, second = (
        {file.relative_to(tmp_path / name): file.read_bytes() for file in _list(tmp_path / name)}
        for name in ("first", "second")
    )

    assert first == second


def test_both_projects_tell_the_same_posts(corpus: ModuleType, tmp_path: Path) -> None:
    """Ours and the peer's project have the same bodies."""
    news = tuple(corpus.make_news(20))
    corpus.write_ours(news, tmp_path / "ours")
    corpus.write_peer(news, tmp_path / "peer")
    ours = {file.name: file.read_text("utf-8") for file in _list(tmp_path / "ours" / "content")}
    peer = {file.name: file.read_text("utf-8") for file in _list(tmp_path / "peer" / "docs")}

    for one in news:
        assert one.body in ours[f"bai-{one.number}.md"]
        assert one.body in peer[f"bai-{one.number}.md"]


def _list(folder: Path) -> list[Path]:
    """Files below a folder."""
    return sorted(file for file in folder.rglob("*") if file.is_file())
