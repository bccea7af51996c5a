"""The steps of long work, told as it goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Tell: TypeAlias = Callable[[str], None]
"""Takes the code of the step that begins; its words stand in the catalogs."""
