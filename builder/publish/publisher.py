"""This machine and its clock → who publishes, and how time goes by."""

from __future__ import annotations

import getpass
import os
import socket
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

_MULTICAST_BIT = 1 << 40


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes, and from where."""

    user: str
    machine: str
    """Its name, for people; two machines may have the same."""

    machine_id: str
    """Its own number; empty: unknown."""

    process: int
    token: str
    """Different for each run."""


@dataclass(frozen=True, slots=True)
class Times:
    """How time goes by; tests bring their own."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    """For people and other machines."""

    clock: Callable[[], float] = time.monotonic
    """Seconds that went by, whatever is done to the time of day."""

    pause: Callable[[float], None] = time.sleep


def find_publisher() -> Publisher:
    """This process on this machine."""
    return Publisher(
        _find_user(), socket.gethostname(), _find_machine(), os.getpid(), os.urandom(8).hex()
    )


def is_running(process: int) -> bool:
    """Whether a process of this machine may be running; on Windows that is not asked.

    There the question itself (`os.kill`) would end it.
    """
    if sys.platform == "win32":
        return True
    with suppress(PermissionError):
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
    return True


def _find_user() -> str:
    """Name under which the user is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _find_machine() -> str:
    """Number of the network card; a made-up one (RFC 9562, 6.10) is different for each run."""
    number = uuid.getnode()
    return "" if number & _MULTICAST_BIT else f"{number:012x}"
