"""`outreach build` without the documents beside its summaries: what its peers make, and no more.

    python benchmarks/pages_alone.py build

No school can ask for it; it shows how long the pages alone take.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from pathlib import Path

from builder.cli import main
from builder.cli.start import renew_site
from builder.model.site import Beside


class _NoDocuments(dict[str, Beside]):
    """Nothing beside any page."""

    def list_files(self) -> Mapping[str, Path]:
        """None."""
        return {}


if __name__ == "__main__":
    if renew_site(sys.argv[1:]) is None:
        preparing = vars(importlib.import_module("builder.workflow.prepare"))
        preparing["begin_documents"] = lambda *_, **__: _NoDocuments()
        main()
