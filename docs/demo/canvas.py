"""A sheet of paper to draw flat, warm shapes on; what goes out is a JPEG."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

Point = tuple[float, float]

WIDTH, HEIGHT = 1600, 1067
OVERSAMPLING = 2
"""Drawn larger and scaled down, since Pillow's shapes have hard edges."""

INDIGO, NIGHT, SKY, MIST = "#3d4f9f", "#26326f", "#cfe4ea", "#eaf1ee"
CREAM, WHITE, SAND, WOOD, BARK = "#fbf3e2", "#fffdf7", "#ecd9b4", "#b07a48", "#7b5233"
GOLD, CLAY, BRICK, ROSE = "#f2b33d", "#cf6a45", "#a9452f", "#ecb0a3"
LEAF, MOSS, TEAL, SEA = "#86ad76", "#5d8a62", "#2f8087", "#5aa5b0"
RED, INK, HAIR, DARK_HAIR = "#c8342c", "#39405a", "#4a3a3c", "#2f2833"
SHADOW = "#39405a22"


class Canvas:
    """One picture, in coordinates of 1600 × 1067 from the top left."""

    def __init__(self, top: str, bottom: str) -> None:
        """Begin with a ground that runs from one colour at the top to another at the bottom."""
        size = (WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING)
        fade = Image.linear_gradient("L").resize(size)
        self._image = Image.composite(
            Image.new("RGB", size, bottom), Image.new("RGB", size, top), fade
        )
        self._draw = ImageDraw.Draw(self._image, "RGBA")

    def rect(self, x: float, y: float, w: float, h: float, fill: str, *, radius: float = 0) -> None:
        """A rectangle from its top left corner."""
        box = _scaled([(x, y), (x + w, y + h)])
        self._draw.rounded_rectangle(box, radius * OVERSAMPLING, fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """An ellipse around its middle."""
        self._draw.ellipse(_scaled([(x - rx, y - ry), (x + rx, y + ry)]), fill)

    def disc(self, x: float, y: float, r: float, fill: str) -> None:
        """A circle around its middle."""
        self.oval(x, y, r, r, fill)

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """A polygon."""
        self._draw.polygon(_scaled(points), fill)

    def blob(self, points: Sequence[Point], fill: str) -> None:
        """A closed soft outline through the points."""
        self.shape(_smooth(points, closed=True), fill)

    def ground(self, tops: Sequence[Point], floor: float, fill: str) -> None:
        """Land below a soft line, with straight sides down to its floor."""
        way = _smooth(tops, closed=False)
        self.shape([*way, (way[-1][0], floor), (way[0][0], floor)], fill)

    def line(self, points: Sequence[Point], fill: str, width: float, *, soft: bool = True) -> None:
        """A line through the points; opaque ones are round at ends and bends."""
        way = _smooth(points, closed=False) if soft and len(points) > 2 else list(points)
        self._draw.line(_scaled(way), fill, round(width * OVERSAMPLING), joint="curve")
        if len(fill) == len("#rrggbb"):
            for x, y in way:
                self.disc(x, y, width / 2 - 0.5, fill)

    def star(self, x: float, y: float, r: float, fill: str) -> None:
        """A five-pointed star that stands upright."""
        radii = [r if one % 2 == 0 else r * 0.382 for one in range(10)]
        turns = [math.radians(36 * one - 90) for one in range(10)]
        self.shape(
            [
                (x + radius * math.cos(turn), y + radius * math.sin(turn))
                for radius, turn in zip(radii, turns, strict=True)
            ],
            fill,
        )

    def text(self, x: float, y: float, words: str, size: float, fill: str) -> None:
        """Words around their middle, in the font that Pillow brings (Latin letters only)."""
        font = ImageFont.load_default(size * OVERSAMPLING)
        self._draw.text(_scaled([(x, y)])[0], words, fill, font, anchor="mm")

    def save(self, file: Path) -> None:
        """Scale down, lay the paper's grain over it, and write the JPEG."""
        picture = self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        picture = ImageChops.multiply(picture, _grain())
        file.parent.mkdir(parents=True, exist_ok=True)
        picture.save(file, "JPEG", quality=82, optimize=True, progressive=True)


def turned(points: Sequence[Point], middle: Point, degrees: float) -> list[Point]:
    """Points turned clockwise around a middle."""
    turn = math.radians(degrees)
    cos, sin = math.cos(turn), math.sin(turn)
    mx, my = middle
    return [
        (mx + (x - mx) * cos - (y - my) * sin, my + (x - mx) * sin + (y - my) * cos)
        for x, y in points
    ]


def _grain() -> Image.Image:
    """Soft unevenness of paper, the same in every run: coarse noise from a fixed seed."""
    small = (WIDTH // 10, HEIGHT // 10)
    noise = Image.frombytes("L", small, random.Random(2001).randbytes(small[0] * small[1]))
    smooth = noise.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    return smooth.point([244 + level * 11 // 255 for level in range(256)]).convert("RGB")


def _scaled(points: Sequence[Point]) -> list[Point]:
    """Points in the pixels of the large image."""
    return [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points]


def _smooth(points: Sequence[Point], *, closed: bool) -> list[Point]:
    """Points of a Catmull-Rom curve through the given ones."""
    count = len(points)
    around = [
        [
            points[(one + step) % count if closed else min(max(one + step, 0), count - 1)]
            for step in (-1, 0, 1, 2)
        ]
        for one in range(count if closed else count - 1)
    ]
    steps = [one / 16 for one in range(16)]
    curve = [
        (_between([p[0] for p in four], t), _between([p[1] for p in four], t))
        for four in around
        for t in steps
    ]
    return curve if closed else [*curve, points[-1]]


def _between(four: Sequence[float], t: float) -> float:
    """One coordinate of a Catmull-Rom curve between the second and third of four values."""
    a, b, c, d = four
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
