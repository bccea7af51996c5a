"""Pictures of the meeting room, the sea, the bridge and the school, by post."""

from __future__ import annotations

import math

from canvas import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    GOLD,
    HEIGHT,
    INDIGO,
    INK,
    LEAF,
    MOSS,
    RED,
    ROSE,
    SEA,
    SHADOW,
    TEAL,
    WHITE,
    WIDTH,
    Canvas,
)
from nature import draw_blossom, draw_cloud, draw_hills, draw_leafy, draw_sun, draw_tree
from things import draw_bunting, draw_desk, draw_house, draw_lines, draw_paper, draw_pupil


def draw_online_meeting() -> Canvas:
    """A large screen with a shield and the school gate, before it a table with notebooks."""
    sheet = Canvas("#eee2c8", "#e4cfa4")
    sheet.rect(0, 720, WIDTH, HEIGHT - 720, "#d9bb86")
    sheet.rect(270, 90, 1060, 620, INK, radius=24)
    sheet.rect(298, 118, 1004, 564, "#dfeef0", radius=10)
    draw_house(sheet, 400, 620, 340, 160, 4)
    sheet.rect(298, 616, 1004, 66, LEAF)
    for x in (440, 660):
        sheet.rect(x, 540, 34, 100, CLAY, radius=4)
    shield = [(1010, 200), (1180, 250), (1160, 470), (1010, 590), (860, 470), (840, 250)]
    sheet.blob(shield, INDIGO)
    sheet.blob([(1010 + (x - 1010) * 0.84, 390 + (y - 390) * 0.84) for x, y in shield], SEA)
    sheet.line([(930, 390), (990, 460), (1100, 320)], WHITE, 40, soft=False)
    sheet.disc(800, 104, 7, SEA)
    draw_leafy(sheet, 130, 800, 1.5)
    draw_leafy(sheet, 1470, 800, 1.5)
    draw_desk(sheet, 830)
    for x, degrees in ((300, -5), (800, 2), (1290, 6)):
        draw_paper(sheet, x, 950, 300, 150, degrees, WHITE)
        draw_lines(sheet, x, 905, 220, 4, degrees)
    for x in (545, 1045):
        sheet.oval(x, 985, 52, 13, SHADOW)
        sheet.rect(x - 40, 890, 80, 95, WHITE, radius=16)
        sheet.oval(x, 894, 38, 10, BARK)
    return sheet


def draw_sea() -> Canvas:
    """A sailing boat, a lighthouse on a rock, and birds in the morning."""
    sheet = Canvas("#f7d9a8", "#fdf1d6")
    draw_sun(sheet, 520, 470, 120)
    draw_cloud(sheet, 250, 180, 1.2)
    draw_cloud(sheet, 980, 150, 1)
    for y, fill in ((560, "#8cc6cb"), (680, SEA), (800, "#3f8f9c"), (930, TEAL)):
        sheet.blob(
            [
                (-200, y),
                (150, y - 26),
                (500, y + 14),
                (850, y - 22),
                (1200, y + 16),
                (1800, y - 14),
                (1800, 1300),
                (-200, 1300),
            ],
            fill,
        )
    _draw_lighthouse(sheet)
    sheet.line([(500, 300), (500, 800)], BARK, 14, soft=False)
    sheet.shape([(516, 300), (516, 730), (770, 730)], CREAM)
    sheet.shape([(484, 350), (484, 730), (300, 730)], CLAY)
    sheet.shape([(270, 760), (780, 760), (690, 870), (360, 870)], BRICK)
    sheet.rect(270, 752, 510, 18, GOLD, radius=9)
    sheet.line([(330, 890), (520, 876), (740, 892)], "#fffdf7aa", 9)
    for x, y in ((840, 330), (920, 280), (1010, 350), (180, 360)):
        sheet.line(
            [(x - 36, y - 12), (x - 14, y - 20), (x, y), (x + 14, y - 20), (x + 36, y - 12)], INK, 6
        )
    return sheet


def draw_bridge() -> Canvas:
    """A bridge over a river from a village school to far houses, and a bunch of flowers."""
    sheet = Canvas("#cfe4ea", "#fdf1d6")
    draw_sun(sheet, 800, 250, 90)
    draw_cloud(sheet, 1180, 160, 1)
    draw_cloud(sheet, 380, 150, 0.8)
    draw_hills(sheet, 620, 200, "#b9d0c0", 17)
    _draw_far_houses(sheet)
    sheet.blob([(-100, 640), (330, 610), (560, 700), (430, 1200), (-100, 1200)], LEAF)
    sheet.blob([(1700, 620), (1280, 630), (1060, 700), (1200, 1200), (1700, 1200)], MOSS)
    sheet.blob([(560, 690), (1060, 690), (1240, 1200), (400, 1200)], SEA)
    for y, x in ((780, 640), (860, 820), (940, 600), (1010, 880)):
        sheet.line([(x, y), (x + 70, y - 10), (x + 150, y)], "#fffdf788", 9)
    draw_house(sheet, 60, 640, 300, 130, 4)
    draw_tree(sheet, 420, 670, 0.8)
    for width, fill in ((66, BRICK), (34, CLAY)):
        sheet.line([(380, 740), (560, 600), (800, 545), (1040, 600), (1220, 740)], fill, width)
    for x, y in (
        (470, 660),
        (580, 590),
        (690, 560),
        (800, 548),
        (910, 560),
        (1020, 590),
        (1130, 660),
    ):
        sheet.line([(x, y - 100), (x, y)], BRICK, 14, soft=False)
    sheet.line([(400, 640), (580, 490), (800, 446), (1020, 490), (1200, 640)], BRICK, 16)
    _draw_bunch(sheet, 230, 1000)
    return sheet


def draw_school() -> Canvas:
    """The school gate, two houses and the blossoming mai in the yard."""
    sheet = Canvas("#d6e8ec", "#fdf1d6")
    draw_sun(sheet, 300, 180, 74)
    draw_cloud(sheet, 1250, 160, 1.1)
    draw_hills(sheet, 600, 200, "#b9d0c0", 29)
    draw_house(sheet, 110, 700, 540, 230, 5)
    draw_house(sheet, 950, 700, 540, 230, 5)
    sheet.rect(0, 690, WIDTH, HEIGHT - 690, "#e7cf9f")
    sheet.shape([(640, 1067), (740, 700), (860, 700), (960, 1067)], "#f3e2c0")
    sheet.line([(800, 790), (790, 640), (806, 520)], BARK, 40)
    for dx in (-1, 1):
        sheet.line([(798, 640), (798 + dx * 90, 540), (798 + dx * 150, 470)], BARK, 20)
    for ring, count in ((70, 8), (150, 15), (215, 22)):
        for one in range(count):
            x, y = _around(800, 430, ring, ring * 0.72, one / count)
            draw_blossom(sheet, x, y, 34 if one % 2 else 28, GOLD if one % 3 else "#f7c95f")
    sheet.oval(800, 800, 130, 22, SHADOW)
    for x in (420, 1110):
        sheet.rect(x, 640, 70, 340, CLAY, radius=8)
        sheet.rect(x - 14, 616, 98, 34, BRICK, radius=8)
    for side in (0, 1):
        left = 0 if side == 0 else 1180
        sheet.rect(left, 800, 420, 180, "#f1dcae")
        sheet.rect(left, 790, 420, 20, BRICK, radius=6)
    draw_tree(sheet, 60, 860, 0.9, LEAF)
    draw_tree(sheet, 1540, 860, 0.95)
    return sheet


def draw_welcome() -> Canvas:
    """Pupils of two schools at a table with books and flowers, under strings of flags."""
    sheet = Canvas("#d6e8ec", "#fbf0d8")
    draw_sun(sheet, 800, 210, 74)
    draw_cloud(sheet, 330, 250, 0.9)
    draw_cloud(sheet, 1290, 240, 1)
    draw_hills(sheet, 600, 170, "#b9d0c0", 13)
    draw_house(sheet, 330, 690, 940, 220, 7)
    draw_tree(sheet, 130, 720, 1.4)
    draw_tree(sheet, 1480, 720, 1.4, LEAF)
    sheet.rect(0, 680, WIDTH, HEIGHT - 680, "#e7cf9f")
    draw_bunting(sheet, -30, 60, 850, 110, 11)
    draw_bunting(sheet, 780, 60, 850, 110, 11)
    sheet.rect(440, 800, 720, 150, CREAM, radius=6)
    sheet.rect(420, 782, 760, 30, CLAY, radius=10)
    for y, w, fill in ((752, 170, INDIGO), (722, 140, GOLD), (692, 156, TEAL)):
        sheet.rect(640 - w / 2, y, w, 30, fill, radius=5)
    _draw_bunch(sheet, 1010, 745)
    for one in range(4):
        draw_pupil(sheet, 110 + one * 120, 1010, 1.35)
        draw_pupil(sheet, 1130 + one * 120, 1010, 1.35, scarf=INDIGO)
    return sheet


def _draw_far_houses(sheet: Canvas) -> None:
    """High houses with lit windows."""
    for one, (x, h) in enumerate(((1210, 180), (1290, 250), (1370, 210), (1450, 290), (1530, 230))):
        sheet.rect(x, 640 - h, 72, h, (INDIGO, SEA, TEAL, "#8591c4", INDIGO)[one])
        for y in range(640 - h + 24, 610, 42):
            sheet.rect(x + 14, y, 16, 20, "#fff3c4")
            sheet.rect(x + 42, y, 16, 20, "#fff3c4")


def _draw_lighthouse(sheet: Canvas) -> None:
    """A lighthouse on its rock."""
    sheet.blob(
        [(1050, 720), (1130, 600), (1260, 560), (1400, 590), (1560, 700), (1680, 760), (1300, 790)],
        "#8a7a6a",
    )
    sheet.blob([(1150, 620), (1260, 560), (1400, 590), (1470, 640), (1300, 640)], MOSS)
    sheet.shape([(1270, 590), (1292, 250), (1368, 250), (1390, 590)], WHITE)
    sheet.shape([(1278, 480), (1284, 380), (1376, 380), (1382, 480)], RED)
    sheet.rect(1276, 236, 108, 18, INK, radius=6)
    sheet.rect(1300, 170, 60, 68, "#ffe08a")
    sheet.shape([(1286, 172), (1330, 122), (1374, 172)], RED)


def _around(x: float, y: float, rx: float, ry: float, part: float) -> tuple[float, float]:
    """A point on an ellipse, `part` of the way around it."""
    turn = math.tau * part
    return x + rx * math.cos(turn), y + ry * math.sin(turn)


def _draw_bunch(sheet: Canvas, x: float, y: float) -> None:
    """A bunch of flowers wrapped in paper."""
    for dx, dy, fill in (
        (-80, -180, ROSE),
        (0, -220, GOLD),
        (80, -180, RED),
        (-40, -130, GOLD),
        (44, -130, ROSE),
    ):
        sheet.line([(x, y), (x + dx, y + dy)], MOSS, 10, soft=False)
        draw_blossom(sheet, x + dx, y + dy, 54, fill)
    sheet.shape([(x - 100, y - 110), (x + 100, y - 110), (x + 20, y + 60), (x - 20, y + 60)], CREAM)
    sheet.shape([(x - 100, y - 110), (x + 20, y - 110), (x + 20, y + 60), (x - 20, y + 60)], WHITE)
    sheet.rect(x - 44, y - 20, 88, 20, INDIGO, radius=8)


SCENES = {
    "tham-du-hoi-nghi-truc-tuyen-ve-an-ninh-truong-hoc": {
        "diem-cau-truc-tuyen.jpg": draw_online_meeting,
    },
    "tuyen-truyen-ve-bien-dao-que-huong-va-hoi-nhap-quoc-te": {
        "bien-dao-que-huong.jpg": draw_sea,
    },
    "guong-dien-hinh-co-giao-noi-nhip-cau-ban-be-bon-phuong": {
        "nhip-cau.jpg": draw_bridge,
    },
    "": {
        "truong-hoa-mai.jpg": draw_school,
    },
}
