"""A site that stands → a stage that holds it whole, but for the files that are to be made anew.

Links to ten thousands of files take longer than a page takes to render, so the
release before the one that stands is kept and brought up to it.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from builder.cache.ledger import Ledger
from builder.disk.linking import drop_file, link_files, match_files
from builder.disk.scan import scan_products, sign_product, sign_products
from builder.disk.staging import Stage
from builder.workflow.remembered import forget_gone, recall, remember
from builder.workflow.side_by_side import make_side_by_side
from builder.workflow.standing import hash_signs

_KIND = "spare"
_RUN = 500
"""Files that one process links in a row; fewer are linked sooner than a process begins."""


def exchange_file(
    stage: Stage, ledger: Ledger, signs: Mapping[str, str], path: str, data: bytes
) -> str:
    """Let one file of what stands be another; the hash of the signs of all its files.

    `signs` are those of the files that stood. One file takes another's place as
    wholly as a site does, and nothing else has to be looked at.
    """
    note_behind(ledger, stage.target, [path])
    stage.exchange(path, data)
    return hash_signs({**signs, path: sign_product(f"{stage.target}/{path}")})


class Scans:
    """Signs of the files at a stage's target and of its spare, taken while others work.

    Nobody else builds there as long as the stage is open; what is changed by hand
    meanwhile has other signs than the next build finds kept.
    """

    def __init__(self, stage: Stage, standing: Mapping[str, str] | None = None) -> None:
        """Begin, on other cores where both are there; `standing` where those are known."""
        self.stage = stage
        self._come = [] if standing is None else [standing]
        folders = (stage.target, stage.spare)[len(self._come) :]
        self._coming = make_side_by_side(
            lambda number: json.dumps(scan_products(str(folders[number]))),
            len(folders),
            pays_from=2 if stage.spare.exists() else 3,
        )

    @property
    def standing(self) -> Mapping[str, str]:
        """Those of the files that stand."""
        return self._take(0)

    @property
    def spare(self) -> Mapping[str, str]:
        """Those of the spare's."""
        return self._take(1)

    def _take(self, number: int) -> Mapping[str, str]:
        """Those of one of the two, as soon as they have come."""
        while len(self._come) <= number:
            self._come.append(json.loads(next(self._coming)))
        return self._come[number]


@contextmanager
def filling_stage(
    scans: Scans, ledger: Ledger, without: Collection[str]
) -> Iterator[dict[str, str]]:
    """Let all that stands at the target stand in the stage when the block ends, `without` some.

    Gives the signs of the files that come into the stage; the block may put there what
    is not among them.
    """
    stage = scans.stage
    spare = _find_spare(scans, ledger)
    if spare is not None:
        signs, behind = spare
        stage.take_spare()
        match_files(stage.target, stage.folder, behind)
        for path in without:
            drop_file(stage.folder, path)
        signs = _look_again(stage, signs, behind)
        yield {path: sign for path, sign in signs.items() if path not in without}
        return
    signs = {path: sign for path, sign in scans.standing.items() if path not in without}
    linking = _begin_linking(stage, [*signs])
    try:
        yield signs
    finally:
        deque(linking, maxlen=0)


def _begin_linking(stage: Stage, paths: Sequence[str]) -> Iterator[str]:
    """Link files of the target into the stage, on other cores where there are many."""

    def link(number: int) -> str:
        start = number * _RUN
        link_files(stage.target, stage.folder, paths[start : start + _RUN])
        return ""

    return make_side_by_side(link, -(-len(paths) // _RUN), pays_from=2)


def publish_renewed(
    stage: Stage, ledger: Ledger, products: str, signs: Mapping[str, str], changed: Collection[str]
) -> str:
    """Publish a stage in which files changed; the hash of the signs of all its files.

    `products` is that of what stood before, `signs` those of the files before the changes.
    """
    now = _look_again(stage, signs, changed)
    stage.publish(keep_old=True)
    _keep(ledger, stage.target, products, changed)
    forget_gone(ledger, _KIND)
    return hash_signs(now)


def note_behind(ledger: Ledger, target: Path, changed: Iterable[str]) -> None:
    """Note that the spare is behind in files that were changed where they stand."""
    kept = recall(ledger, _KIND, str(target))
    if kept is not None:
        told = json.loads(kept)
        _keep(ledger, target, told["products"], {*told["behind"], *changed})


def _keep(ledger: Ledger, target: Path, products: str, behind: Iterable[str]) -> None:
    """Keep the hash of the spare's files, and in which of them it differs from what stands."""
    kept = json.dumps({"products": products, "behind": sorted(behind)})
    remember(ledger, _KIND, str(target), kept.encode())


def _find_spare(scans: Scans, ledger: Ledger) -> tuple[Mapping[str, str], list[str]] | None:
    """Signs of the spare's files, and those in which it differs from what stands.

    None where it cannot be used.
    """
    stage = scans.stage
    kept = recall(ledger, _KIND, str(stage.target)) if stage.spare.exists() else None
    if kept is None:
        return None
    told = json.loads(kept)
    signs = scans.spare
    return (signs, told["behind"]) if told["products"] == hash_signs(signs) else None


def _look_again(stage: Stage, signs: Mapping[str, str], paths: Collection[str]) -> dict[str, str]:
    """Signs of a stage's files of which some may be new, others or gone."""
    now = {path: sign for path, sign in signs.items() if path not in paths}
    return now | sign_products(str(stage.folder), paths)
