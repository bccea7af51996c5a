"""The wheel, built as a release would be, alone in an environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.wheel.school import School


@pytest.fixture(scope="session")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source archive, so that the archive too is complete."""
    made = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", made, repository],
        check=True,
        capture_output=True,
    )
    return next(made.glob("*.whl"))


@pytest.fixture(scope="session")
def school(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> School:
    """An empty environment with the wheel and with what its metadata asks for, nothing else.

    Those packages are copied from the environment that runs the tests, as the lock pinned them:
    no network is needed, and one that the metadata forgets is missing there.
    """
    folder = tmp_path_factory.mktemp("school")
    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / Path(sys.executable).name
    if not python.exists():
        python = scripts / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", wheel],
        check=True,
        capture_output=True,
    )
    packages = Path(
        subprocess.check_output(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
        ).strip()
    )
    for needed in _find_needed("school-outreach").values():
        _copy_package(needed, packages)
    _write_script(scripts / "mkdocs", python)
    return School(folder, scripts)


def _find_needed(name: str) -> Mapping[str, Distribution]:
    """Packages that one asks for, and those ask for, by name; extras left out."""
    needed: dict[str, Distribution] = {}
    waiting = list(_read_requirements(distribution(name)))
    while waiting:
        wanted = waiting.pop()
        if wanted not in needed:
            needed[wanted] = distribution(wanted)
            waiting.extend(_read_requirements(needed[wanted]))
    return needed


def _read_requirements(package: Distribution) -> Iterator[str]:
    """Names of the packages that one asks for on this machine."""
    for line in package.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def _copy_package(package: Distribution, packages: Path) -> None:
    """Copy the files of an installed package; its scripts and compiled files stay."""
    for file in package.files or ():
        if ".." not in file.parts and file.suffix != ".pyc":
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file.locate(), target)


def _write_script(file: Path, python: Path) -> None:
    """The command `mkdocs`, which pip would have written."""
    file.write_text(f"#!{python}\nfrom mkdocs.__main__ import cli\ncli()\n", encoding="utf-8")
    file.chmod(0o755)
