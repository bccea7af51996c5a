"""Where the theme and the starter of a new school stand: in the wheel or in the repository."""

from __future__ import annotations

from pathlib import Path

import builder


def find_theme_folder() -> Path:
    """The folder of templates, labels and styles."""
    package = Path(builder.__file__).parent
    return next(one for one in (package / "theme", package.parent / "theme") if one.is_dir())
