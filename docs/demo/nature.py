"""Things that grow, shine and pass by: sun, clouds, hills, trees, blossoms."""

from __future__ import annotations

import math
import random

from canvas import BARK, BRICK, CLAY, GOLD, HEIGHT, LEAF, MOSS, SHADOW, WIDTH, Canvas


def draw_sun(sheet: Canvas, x: float, y: float, r: float) -> None:
    """A sun with two soft rings of light."""
    sheet.disc(x, y, r * 1.9, "#ffe7a855")
    sheet.disc(x, y, r * 1.4, "#ffdf9277")
    sheet.disc(x, y, r, "#f9c95c")


def draw_cloud(sheet: Canvas, x: float, y: float, s: float) -> None:
    """A cloud with a flat foot."""
    for dx, dy, r in ((-60, 0, 34), (-20, -22, 46), (34, -12, 42), (74, 4, 30)):
        sheet.disc(x + dx * s, y + dy * s, r * s, "#fffdf7dd")
    sheet.rect(x - 92 * s, y, 194 * s, 34 * s, "#fffdf7dd", radius=17 * s)


def draw_hills(sheet: Canvas, y: float, height: float, fill: str, seed: int) -> None:
    """A chain of hills across the picture, filled down to its foot."""
    dice = random.Random(seed)
    tops = [(x, y - dice.uniform(0.1, 1) * height) for x in range(-200, WIDTH + 400, 230)]
    curve = [(-300.0, y), *tops, (WIDTH + 400.0, y)]
    sheet.blob([*curve, (WIDTH + 400, HEIGHT + 300), (-300, HEIGHT + 300)], fill)


def draw_tree(sheet: Canvas, x: float, y: float, s: float, leaf: str = MOSS) -> None:
    """A round tree; `y` is its ground."""
    sheet.oval(x, y, 90 * s, 12 * s, SHADOW)
    sheet.line([(x, y), (x - 4 * s, y - 90 * s), (x + 6 * s, y - 170 * s)], BARK, 20 * s)
    for dx, dy, r in ((-54, -180, 62), (50, -186, 66), (0, -246, 74), (-6, -170, 60)):
        sheet.disc(x + dx * s, y + dy * s, r * s, leaf)
    for dx, dy, r in ((-30, -230, 26), (34, -250, 20), (-66, -190, 16), (60, -196, 22)):
        sheet.disc(x + dx * s, y + dy * s, r * s, "#ffffff2b")


def draw_blossom(sheet: Canvas, x: float, y: float, r: float, fill: str = GOLD) -> None:
    """A flower of five petals, as the mai of the school's name."""
    for one in range(5):
        turn = math.radians(72 * one - 90)
        sheet.disc(x + r * 0.62 * math.cos(turn), y + r * 0.62 * math.sin(turn), r * 0.5, fill)
    sheet.disc(x, y, r * 0.3, "#fff3c4")


def draw_branch(sheet: Canvas, x: float, y: float, s: float, fill: str = GOLD) -> None:
    """A blossoming branch that grows to the upper right."""
    sheet.line([(x, y), (x + 120 * s, y - 60 * s), (x + 220 * s, y - 150 * s)], BARK, 9 * s)
    sheet.line(
        [(x + 110 * s, y - 54 * s), (x + 190 * s, y - 50 * s), (x + 250 * s, y - 66 * s)],
        BARK,
        6 * s,
    )
    for dx, dy, r in (
        (60, -38, 22),
        (118, -76, 27),
        (176, -96, 23),
        (222, -156, 28),
        (190, -44, 22),
        (252, -70, 25),
    ):
        draw_blossom(sheet, x + dx * s, y + dy * s, r * s, fill)


def draw_leafy(sheet: Canvas, x: float, y: float, s: float) -> None:
    """A pot with a green plant; `y` is its foot."""
    for dx, dy in ((-58, -190), (0, -230), (58, -186), (-30, -214), (32, -208)):
        sheet.line(
            [(x, y - 70 * s), (x + dx * 0.5 * s, y - 140 * s), (x + dx * s, y + dy * s)],
            LEAF,
            20 * s,
        )
    sheet.shape(
        [(x - 52 * s, y - 84 * s), (x + 52 * s, y - 84 * s), (x + 38 * s, y), (x - 38 * s, y)], CLAY
    )
    sheet.rect(x - 58 * s, y - 96 * s, 116 * s, 22 * s, BRICK, radius=6 * s)
