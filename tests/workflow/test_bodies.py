"""Bodies may still be in the making when they are asked for."""

from __future__ import annotations

from builder.workflow.bodies import Bodies


def test_a_body_is_there_whenever_it_is_asked_for() -> None:
    """The last may be asked for first; the others are then there, too."""
    bodies = Bodies(["a.md", "b.md"], iter(["<p>A</p>", "<p>B</p>"]))

    assert ("<p>B</p>", {"a.md": "<p>A</p>", "b.md": "<p>B</p>"}) == (bodies["b.md"], dict(bodies))


def test_a_text_without_a_body_is_not_waited_for() -> None:
    """A path that nobody renders is missing at once."""
    bodies = Bodies(["a.md"], iter(["<p>A</p>"]))

    assert (None, 1) == (bodies.get("c.md"), len(bodies))
