"""Things that people made, and pupils: houses, paper, computers, hats."""

from __future__ import annotations

from canvas import (
    BRICK,
    CLAY,
    CREAM,
    GOLD,
    HAIR,
    HEIGHT,
    INDIGO,
    INK,
    NIGHT,
    RED,
    ROSE,
    SAND,
    SHADOW,
    SKY,
    TEAL,
    WHITE,
    WIDTH,
    WOOD,
    Canvas,
    turned,
)


def draw_house(sheet: Canvas, x: float, y: float, w: float, h: float, windows: int) -> None:
    """A school building with a tiled roof, windows and a gallery; `y` is its ground."""
    sheet.rect(x, y - h, w, h, "#f8e3b0")
    sheet.rect(x, y - h, w, h * 0.1, "#e9cc8c")
    sheet.rect(x, y - h * 0.12, w, h * 0.12, "#e0b873")
    sheet.shape(
        [(x - 34, y - h), (x + 36, y - h * 1.34), (x + w - 36, y - h * 1.34), (x + w + 34, y - h)],
        BRICK,
    )
    sheet.rect(x - 34, y - h - 8, w + 68, 14, "#8e3826", radius=7)
    step = w / windows
    for one in range(windows):
        left = x + step * one + step * 0.2
        sheet.rect(left, y - h * 0.76, step * 0.6, h * 0.46, TEAL, radius=6)
        sheet.rect(left + 7, y - h * 0.73, step * 0.6 - 14, h * 0.4, "#bfe0de", radius=4)
        sheet.rect(left + step * 0.3 - 3, y - h * 0.76, 6, h * 0.46, TEAL)


def draw_pupil(
    sheet: Canvas, x: float, y: float, s: float, hair: str = HAIR, scarf: str = RED
) -> None:
    """A pupil seen from behind, in white shirt and scarf; `y` is the ground."""
    sheet.oval(x, y, 34 * s, 7 * s, SHADOW)
    sheet.rect(x - 22 * s, y - 62 * s, 44 * s, 60 * s, NIGHT, radius=9 * s)
    sheet.rect(x - 29 * s, y - 128 * s, 58 * s, 78 * s, WHITE, radius=20 * s)
    sheet.rect(x - 39 * s, y - 122 * s, 17 * s, 62 * s, "#f1eadb", radius=9 * s)
    sheet.rect(x + 22 * s, y - 122 * s, 17 * s, 62 * s, "#f1eadb", radius=9 * s)
    sheet.shape([(x - 25 * s, y - 126 * s), (x + 25 * s, y - 126 * s), (x, y - 92 * s)], scarf)
    sheet.disc(x, y - 152 * s, 29 * s, hair)


def draw_flag(sheet: Canvas, x: float, y: float, height: float) -> None:
    """The flag on its pole, by its measure of two to three; `y` is the ground."""
    width = height * 0.36
    tall = width * 2 / 3
    sheet.rect(x - 34, y - 18, 68, 18, "#d8c29a", radius=4)
    sheet.rect(x - 5, y - height, 10, height, "#e8e3d6", radius=5)
    sheet.disc(x, y - height, 10, GOLD)
    sheet.rect(x + 5, y - height + 16, width, tall, RED)
    sheet.star(x + 5 + width / 2, y - height + 18 + tall / 2, tall * 0.32, "#ffd83d")


def draw_bunting(sheet: Canvas, x: float, y: float, width: float, sag: float, flags: int) -> None:
    """A string of small coloured flags between two points of one height."""
    way = [(x + width * t / 20, y + sag * (1 - (t / 10 - 1) ** 2)) for t in range(21)]
    sheet.line(way, INK, 4, soft=False)
    for one in range(flags):
        t = (one + 0.5) / flags
        left, top = x + width * t, y + sag * (1 - (2 * t - 1) ** 2)
        fill = (RED, GOLD, TEAL, INDIGO, ROSE)[one % 5]
        sheet.shape([(left - 20, top), (left + 20, top), (left, top + 44)], fill)


def draw_paper(
    sheet: Canvas, x: float, y: float, w: float, h: float, degrees: float = 0, fill: str = WHITE
) -> None:
    """A sheet of paper around its middle, turned, with its shadow."""
    corners = [
        (x - w / 2, y - h / 2),
        (x + w / 2, y - h / 2),
        (x + w / 2, y + h / 2),
        (x - w / 2, y + h / 2),
    ]
    placed = turned(corners, (x, y), degrees)
    sheet.shape([(px + 8, py + 10) for px, py in placed], SHADOW)
    sheet.shape(placed, fill)


def draw_lines(
    sheet: Canvas,
    x: float,
    y: float,
    w: float,
    rows: int,
    degrees: float = 0,
    fill: str = "#39405a66",
) -> None:
    """Rows that stand for writing, the last one shorter; turned around their first row's middle."""
    for row in range(rows):
        length = w * (0.6 if row == rows - 1 else 1)
        ends = [(x - w / 2, y + row * 26), (x - w / 2 + length, y + row * 26)]
        sheet.line(turned(ends, (x, y), degrees), fill, 8, soft=False)


def draw_desk(sheet: Canvas, y: float) -> None:
    """A wooden table top across the foot of the picture."""
    sheet.rect(0, y, WIDTH, HEIGHT - y, WOOD)
    sheet.rect(0, y, WIDTH, 16, "#c9925c")
    for row, start in ((0.3, 120), (0.55, 700), (0.8, 320)):
        top = y + (HEIGHT - y) * row
        sheet.line([(start, top), (start + 260, top + 6), (start + 620, top)], "#7b523333", 6)


def draw_computer(sheet: Canvas, x: float, y: float, s: float, screen: str = SKY) -> None:
    """A computer with its keyboard; `y` is the table's top."""
    sheet.rect(x - 26 * s, y - 60 * s, 52 * s, 52 * s, "#8f95a8")
    sheet.rect(x - 80 * s, y - 14 * s, 160 * s, 16 * s, "#a8aebf", radius=8 * s)
    sheet.rect(x - 170 * s, y - 270 * s, 340 * s, 220 * s, INK, radius=16 * s)
    sheet.rect(x - 156 * s, y - 256 * s, 312 * s, 192 * s, screen, radius=8 * s)


def draw_vase(sheet: Canvas, x: float, y: float, s: float, fill: str = CLAY) -> None:
    """A round-bellied vase; `y` is its foot."""
    half = [(26, -210), (34, -196), (24, -168), (62, -118), (70, -70), (40, -4)]
    right = [(x + dx * s, y + dy * s) for dx, dy in half]
    left = [(2 * x - px, py) for px, py in reversed(right)]
    sheet.oval(x, y, 54 * s, 9 * s, SHADOW)
    sheet.blob([*right, *left], fill)
    sheet.line(
        [(x - 52 * s, y - 112 * s), (x, y - 104 * s), (x + 52 * s, y - 112 * s)], "#fffdf799", 7 * s
    )
    sheet.line(
        [(x - 60 * s, y - 70 * s), (x, y - 62 * s), (x + 60 * s, y - 70 * s)], "#fffdf755", 5 * s
    )
    sheet.oval(x, y - 206 * s, 25 * s, 6 * s, "#39405a77")


def draw_lantern(sheet: Canvas, x: float, y: float, s: float, fill: str = RED) -> None:
    """A paper lantern that hangs from `y`."""
    sheet.rect(x - 2 * s, y, 4 * s, 40 * s, INK)
    sheet.oval(x, y + 90 * s, 56 * s, 50 * s, fill)
    sheet.oval(x, y + 90 * s, 28 * s, 50 * s, "#ffffff33")
    sheet.rect(x - 24 * s, y + 36 * s, 48 * s, 12 * s, GOLD, radius=4 * s)
    sheet.rect(x - 24 * s, y + 132 * s, 48 * s, 12 * s, GOLD, radius=4 * s)
    sheet.line([(x, y + 144 * s), (x, y + 190 * s)], GOLD, 7 * s)


def draw_hat(sheet: Canvas, x: float, y: float, s: float) -> None:
    """A conical leaf hat; `y` is its rim."""
    sheet.oval(x, y + 6 * s, 150 * s, 24 * s, SHADOW)
    sheet.shape([(x, y - 130 * s), (x - 150 * s, y), (x + 150 * s, y)], SAND)
    sheet.oval(x, y, 150 * s, 22 * s, "#dcc08c")
    for part in (0.3, 0.55, 0.8):
        edge = 150 * s * part
        top = y - 130 * s * (1 - part)
        sheet.line([(x - edge, top), (x, top + 14 * s * part), (x + edge, top)], "#b8935a88", 4 * s)


def draw_bubble(sheet: Canvas, x: float, y: float, w: float, h: float, *, tail: float) -> None:
    """A speech bubble around its middle; its tail points down to `tail` sideways."""
    sheet.rect(x - w / 2 + 6, y - h / 2 + 10, w, h, SHADOW, radius=48)
    foot = y + h / 2
    sheet.shape(
        [
            (x + tail * 0.2 - 34, foot - 20),
            (x + tail * 0.2 + 34, foot - 20),
            (x + tail * 0.7, foot + 44),
        ],
        WHITE,
    )
    sheet.rect(x - w / 2, y - h / 2, w, h, WHITE, radius=48)


def draw_window(sheet: Canvas, x: float, y: float, w: float, h: float, sky: str = SKY) -> None:
    """A window with its frame, from its top left corner; the view is drawn by the caller."""
    sheet.rect(x - 18, y - 18, w + 36, h + 36, CREAM, radius=10)
    sheet.rect(x, y, w, h, sky)


def draw_crane(sheet: Canvas, x: float, y: float, s: float, fill: str) -> None:
    """A folded paper crane."""
    sheet.oval(x, y + 64 * s, 110 * s, 16 * s, SHADOW)
    sheet.shape([(x - 130 * s, y - 50 * s), (x, y + 50 * s), (x - 20 * s, y - 20 * s)], fill)
    sheet.shape(
        [(x + 60 * s, y - 120 * s), (x + 50 * s, y + 20 * s), (x - 30 * s, y + 20 * s)], fill
    )
    sheet.shape([(x - 30 * s, y + 20 * s), (x + 50 * s, y + 20 * s), (x, y + 62 * s)], "#ffffff66")
    sheet.shape(
        [(x + 40 * s, y + 30 * s), (x + 150 * s, y - 40 * s), (x + 132 * s, y - 4 * s)], fill
    )
    sheet.shape(
        [(x - 30 * s, y + 20 * s), (x + 60 * s, y - 120 * s), (x - 10 * s, y - 40 * s)], "#ffffff44"
    )
