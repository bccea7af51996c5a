"""Files that are still to be made → their bytes, made in processes of their own."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from builder.workflow.bodies import WAY

Make = Callable[[], bytes]
"""Makes one file; it can be sent to another process."""

_FILES_A_PROCESS = 9
"""Typst keeps what it laid out, some 15 MB a document, and gives it back with its process alone."""


def make_files(jobs: Sequence[Make]) -> Iterator[bytes]:
    """Files in order, several at once.

    A build goes on to other work: it never loads the libraries that write
    documents, nor gives them memory.
    """
    workers = min(os.cpu_count() or 1, 4)
    batch = workers * _FILES_A_PROCESS
    # A fork of a process in which Typst has run would wait for its threads for ever.
    way = multiprocessing.get_context("spawn" if "typst" in sys.modules else WAY)
    for start in range(0, len(jobs), batch):
        part = jobs[start : start + batch]
        with ProcessPoolExecutor(min(workers, len(part)), mp_context=way) as pool:
            yield from pool.map(_make, part)


def _make(job: Make) -> bytes:
    """One file, in a worker process."""
    return job()
