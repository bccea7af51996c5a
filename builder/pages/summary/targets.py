"""Figures in; out comes where a click on each of them leads on the summary page."""

from __future__ import annotations

from builder.model.summary import Figure

MISSING = "con-thieu"
"""Id of the list of what nobody counted."""

ACTIVITIES = "danh-muc"
"""Id of the list of activities (Bảng 10)."""

PARTNERS = "doi-tac"
"""Id of the section of partners."""

RESOURCES = "nguon-luc"
"""Id of the section of what was given."""

METHOD = "cach-tinh"
"""Id of the words on how it was counted."""


POSTS = "minh-chung-tin-bai"
"""Id of the list of all posts."""


def anchor_evidence(name: str) -> str:
    """Id of the evidence behind one row, e.g. `minh-chung-loai-tuyen-truyen`."""
    return f"minh-chung-{name}"


def aim_at(figure: Figure, anchor: str) -> str | None:
    """Link to `anchor` for what is known, to what is missing for what is not.

    None where there is nothing behind the figure: 0, or “—” of a group that
    took no part.
    """
    if figure.value is None:
        return f"#{MISSING}" if figure.unknown else None
    return f"#{anchor}" if figure.parts else None
