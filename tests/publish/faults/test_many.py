"""Odd names, and more files than a school has."""

from __future__ import annotations

import pytest

from tests.publish.faults.grounds import Ground, find_leftovers

pytestmark = pytest.mark.slow

NAMES = (
    "tin/ng\u00e0y h\u1ed9i \u0111\u1ecdc s\u00e1ch.html",
    "-l",
    "-a/-R.html",
    "a 'b' \"c\".txt",
    "100%41.txt",
    "#1?.txt",
    "~x/$HOME.txt",
    "[1]{2}*.txt",
    "\u65e5\u672c/\U0001f33c.txt",
    "d\u00e0i " + "\u0111" * 120,
)
COUNT = 5000


def test_names_of_every_kind_come_and_go(ground: Ground) -> None:
    """Vietnamese letters, signs that shells and servers read otherwise, and long ones."""
    spot, _, seen = ground.spots("names")
    first = {name: name.encode() for name in NAMES}
    second = {name: data + b" again" for name, data in list(first.items())[::2]}
    spot.publish(first)
    stood = spot.look()
    spot.publish(second)
    changed = spot.look()
    spot.go_back()

    assert (first, second, first, []) == (stood, changed, spot.look(), find_leftovers(seen.parent))


@pytest.mark.parametrize("ground", ["SFTP behind a link", "FTP of vsftpd"], indirect=True)
def test_five_thousand_files(ground: Ground) -> None:
    """All of them arrive, and then only what differs goes."""
    spot, _, seen = ground.spots("many")
    files = {f"tin/{n % 50:02}/{n}.html": f"page {n}".encode() for n in range(COUNT)}
    spot.publish(files)
    stood = spot.look() == files
    again = spot.publish(files | {"feed.xml": b"new"})

    assert (True, 1, True, []) == (
        stood,
        again.totals["publish-sending"],
        spot.look() == files | {"feed.xml": b"new"},
        find_leftovers(seen.parent),
    )
