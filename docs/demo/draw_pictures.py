"""Draws the demo school's pictures; the same ones in every run.

From the repository: `.venv/bin/python docs/demo/draw_pictures.py`
"""

from __future__ import annotations

from pathlib import Path

import scenes_crafts
import scenes_lessons
import scenes_meetings
import scenes_places

REPOSITORY = Path(__file__).resolve().parents[2]
CONTENT = REPOSITORY / "content"
STARTER = REPOSITORY / "builder" / "starter" / "content"
SCENES = {
    **scenes_lessons.SCENES,
    **scenes_meetings.SCENES,
    **scenes_crafts.SCENES,
    **scenes_places.SCENES,
}
"""Folder of a post → its pictures and what draws each; the school's own pages have no folder."""


def find_folder(post: str) -> Path:
    """Where the pictures of a post stand; those of no post stand with the pages."""
    if not post:
        return CONTENT / "pages" / "assets"
    return next((CONTENT / "posts").glob(f"*/{post}"))


if __name__ == "__main__":
    for post, pictures in SCENES.items():
        for name, draw in pictures.items():
            draw().save(find_folder(post) / name)
    example = next((STARTER / "posts").glob("*/*/index.md"))
    scenes_places.draw_welcome().save(example.with_name("giao-luu.jpg"))
