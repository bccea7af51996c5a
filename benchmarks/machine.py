"""What a time was measured on, without which it says nothing."""

from __future__ import annotations

import os
import platform
from compileall import compile_dir
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from measure import count_cores

_PACKAGES = ("Markdown", "mkdocs", "mkdocs-material")


def describe_machine() -> str:
    """System, processor, cores, memory, and releases of what we build with."""
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"{platform.system()} {platform.release()}, {_find_processor()}, {count_cores()} cores, "
        f"{_find_memory()}; Python {platform.python_version()}, {versions}"
    )


def compile_bytecode() -> None:
    """Compile our package, as an installer does; the peers' were when they were installed."""
    spec = find_spec("builder")
    for folder in (spec and spec.submodule_search_locations) or ():
        compile_dir(folder, quiet=1)


def _find_processor() -> str:
    """The processor's name, where the system tells."""
    told = Path("/proc/cpuinfo")
    if told.is_file():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _find_memory() -> str:
    """Memory of the machine, where the system tells."""
    if not hasattr(os, "sysconf"):
        return "memory unknown"
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{size / 2**30:.0f} GiB"
