"""The site that `publish` sends: the one that stands where nothing else is written, else a new one.

What `build` would make of the same sources is never made twice, by whichever of the two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from builder.cli.speech import tell_lines
from builder.cli.start import Renewed, renew_site
from builder.cli.statuses import DONE
from builder.cli.steps import Steps

if TYPE_CHECKING:
    from builder.workflow.build import Built


@dataclass(slots=True)
class SiteToPublish:
    """A site that is made when it is wanted, and told of when all is done."""

    steps: Steps
    is_lenient: bool
    _renewed: Renewed | None = field(default=None, init=False)
    _built: Built | None = field(default=None, init=False)

    def make(self) -> Path | None:
        """Folder of the site; None where errors forbade it."""
        arguments = ("build", "--lenient") if self.is_lenient else ("build",)
        self._renewed = renew_site(arguments)
        if self._renewed is not None:
            return self._renewed.folder
        self._built = self._build(arguments)
        return self._built.folder

    def tell(self) -> int:
        """Tell what became of the site; the exit status, where nothing else decides it."""
        if self._renewed is not None:
            tell_lines(self._renewed.lines)
        if self._built is None:
            return DONE
        from builder.cli.building import tell_built  # noqa: PLC0415  # loaded by `_build` already

        return tell_built(self._built, "build-done", "publish-not-built")

    def _build(self, arguments: tuple[str, ...]) -> Built:
        """A new site, which the next command may find as it is."""
        # Only here, since engines and all that reads content take long to load.
        from builder.cli.building import keep_built  # noqa: PLC0415
        from builder.cli.outcomes import make_order  # noqa: PLC0415
        from builder.engine.mkdocs_build import MkDocsEngine  # noqa: PLC0415
        from builder.workflow.build import run_build  # noqa: PLC0415

        order = make_order(None, lenient=self.is_lenient)
        built = run_build(order, MkDocsEngine, site_folder=None, tell=self.steps)
        keep_built(order, built, arguments)
        return built
