"""README's picture: a yearly summary of the demo as a visitor sees it.

    .venv/bin/python tests/browser/shoot.py

builds the demo and writes docs/images/summary.webp.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).parent.parent.parent
PICTURE = REPOSITORY / "docs" / "images" / "summary.webp"
_PAGE = "tong-ket/2023/index.html"
_SIZE = {"width": 1280, "height": 1000}


def main() -> None:
    """Build, look, write."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        command = Path(sys.executable).with_name("outreach")
        subprocess.run([command, "build", "--site-dir", site], cwd=REPOSITORY, check=True)
        seen = _photograph((site / _PAGE).as_uri())
    PICTURE.parent.mkdir(exist_ok=True)
    with Image.open(io.BytesIO(seen)) as picture:
        picture.convert("RGB").save(PICTURE, quality=82, method=6)


def _photograph(address: str) -> bytes:
    """The top of a page on a desk's screen, as PNG."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport=_SIZE, color_scheme="light")
        page.goto(address, wait_until="load")
        return page.screenshot()


if __name__ == "__main__":
    main()
