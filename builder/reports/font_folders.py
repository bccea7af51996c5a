"""Where this machine keeps its fonts."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def list_font_folders() -> tuple[Path, ...]:
    """Folders of fonts, those of the user first."""
    home = Path.home()
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        system = Path(os.environ.get("WINDIR", "C:/Windows"))
        return (own / "Microsoft/Windows/Fonts", system / "Fonts")
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    shared = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    return (home / ".local/share/fonts", home / ".fonts", *shared)
