"""A site that stands → a stage that holds it whole, but for the files that are to be made anew.

Links to ten thousands of files take longer than a page takes to render, so the
release before the one that stands is kept and brought up to it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from builder.cache.ledger import Ledger
from builder.disk.linking import drop_file, link_files, match_files
from builder.disk.scan import scan_products
from builder.disk.staging import Stage
from builder.workflow.remembered import forget_gone, recall, remember
from builder.workflow.standing import hash_products

_KIND = "spare"


def fill_stage(stage: Stage, ledger: Ledger, without: Collection[str]) -> None:
    """Fill the stage with what stands at its target, `without` some files."""
    behind = _find_behind(stage, ledger)
    if behind is None:
        paths = (path for path in scan_products(str(stage.target)) if path not in without)
        link_files(stage.target, stage.folder, paths)
        return
    stage.take_spare()
    match_files(stage.target, stage.folder, (path for path in behind if path not in without))
    for path in without:
        drop_file(stage.folder, path)


def publish_renewed(stage: Stage, ledger: Ledger, products: str, changed: Iterable[str]) -> None:
    """Publish a stage in which files changed; `products` is the hash of what stood before."""
    stage.publish(keep_old=True)
    _keep(ledger, stage.target, products, changed)
    forget_gone(ledger, _KIND)


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


def _find_behind(stage: Stage, ledger: Ledger) -> list[str] | None:
    """Files in which the spare differs from what stands; None where it cannot be used."""
    kept = recall(ledger, _KIND, str(stage.target)) if stage.spare.exists() else None
    if kept is None:
        return None
    told = json.loads(kept)
    behind: list[str] = told["behind"]
    return behind if told["products"] == hash_products(str(stage.spare)) else None
