"""A stage begins with all that stands, whoever links it and whatever comes into it meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cache.ledger import Ledger
from builder.disk.scan import scan_products
from builder.disk.staging import open_stage
from builder.workflow import restaging
from builder.workflow.restaging import Scans, exchange_file, filling_stage, publish_renewed
from builder.workflow.standing import hash_products
from tests.workflow.school import write_files

_FILES = {f"tin/bai-{number}/index.html": f"Bài {number}" for number in range(9)}
_PAGE = "tin/bai-3/index.html"


@pytest.fixture(name="target", params=[4, 100], ids=["side by side", "by itself"])
def fixture_target(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A site, linked by several processes or by one."""
    monkeypatch.setattr(restaging, "_RUN", request.param)
    write_files(tmp_path / "site", _FILES)
    return tmp_path / "site"


def renew(target: Path, ledger: Ledger, text: str) -> bool:
    """Let a page be made anew; whether the hash of the files that stand then is known."""
    with open_stage(target) as stage:
        with filling_stage(Scans(stage), ledger, without={_PAGE}) as signs:
            write_files(stage.folder, {_PAGE: text})
        products = hash_products(str(target))
        known = publish_renewed(stage, ledger, products, signs, {_PAGE})
    return known == hash_products(str(target))


def read_site(target: Path) -> dict[str, str]:
    """Texts of the files that stand."""
    return {path: (target / path).read_text("utf-8") for path in scan_products(str(target))}


def test_a_page_is_made_anew_beside_all_that_stands(target: Path) -> None:
    """At first by links to what stands, then by the release before it."""
    ledger = Ledger(target.parent / "ledger.sqlite")
    is_known = [renew(target, ledger, f"Mới {number}") for number in range(3)]

    assert ([True] * 3, _FILES | {_PAGE: "Mới 2"}) == (is_known, read_site(target))


def test_a_page_that_takes_anothers_place_comes_into_the_next_release(target: Path) -> None:
    """The release before is behind in it, and is brought up to what stands."""
    ledger = Ledger(target.parent / "ledger.sqlite")
    renew(target, ledger, "Mới")
    other = "tin/bai-5/index.html"
    with open_stage(target) as stage:
        signs = scan_products(str(target))
        known = exchange_file(stage, ledger, signs, other, "Sửa".encode())
    is_known = known == hash_products(str(target))
    renew(target, ledger, "Mới nữa")

    assert (True, _FILES | {_PAGE: "Mới nữa", other: "Sửa"}) == (is_known, read_site(target))


def test_what_fails_while_a_stage_is_filled_leaves_what_stood(target: Path) -> None:
    """Nothing of it is left, and nobody links files any more."""
    ledger = Ledger(target.parent / "ledger.sqlite")
    with (
        pytest.raises(ZeroDivisionError),
        open_stage(target) as stage,
        filling_stage(Scans(stage), ledger, without=()),
    ):
        raise ZeroDivisionError

    assert ([target], _FILES) == (
        [one for one in target.parent.iterdir() if one.is_dir()],
        read_site(target),
    )
