"""Pictures of ships: one loaded with containers, one that mends a cable."""

from math import sin
from random import Random

from PIL import Image

from newsroom.demo.drawings.sheet import Point, Sheet, wave


def container_ship() -> Image.Image:
    """A loaded ship from the side, small under a wide sky, as in an old two-colour print."""
    x: float
    y: float
    long: float
    sheet = Sheet(2000, 1250, "#e9dfc8")
    sheet.gradient(0, 900, ((0, "#d8cfb6"), (0.6, "#ece2ca"), (1, "#f3ead4")))
    sheet.disc(1490, 420, 210, "#dd8464")
    chance = Random(12)
    for y in range(330, 640, 22):
        if y > 420:
            chord = (211**2 - (y - 420) ** 2) ** 0.5 if y < 628 else 0
            sheet.box(1490 - chord, y, 2 * chord, 3 + (y - 420) / 24, "#ebe1c9")
    for x, y, long in ((120, 250, 620), (420, 320, 480), (1120, 190, 700)):
        cloud = [(x, y), (x + long * 0.2, y - 22), (x + long * 0.55, y - 28), (x + long, y)]
        sheet.shape([*cloud, (x + long * 0.6, y + 10)], "#f7f0de")
    level = 870
    sheet.gradient(level, 1250, ((0, "#8fa39b"), (0.4, "#4d6d70"), (1, "#284a55")))
    ink = "#21414d"
    hull = [(300, 752), (1560, 752), (1700, 722), (1640, 830), (1612, 905), (392, 905), (330, 852)]
    tones = ("#c8694d", "#33606a", "#d99a6c", "#547f80", "#9c4a3c", "#efe2c4", "#7fa09a")
    for bay in range(20):
        x = 470 + bay * 54 + (14 if bay > 9 else 0)
        tall = (5, 6, 7, 7, 8, 7, 8, 8, 7, 8, 7, 8, 8, 7, 7, 6, 7, 6, 5, 4)[bay]
        for row in range(tall):
            y = 748 - row * 31
            colour = chance.choice(tones)
            sheet.box(x, y - 29, 51, 28, colour)
            for rib in range(1, 6):
                sheet.line([(x + rib * 8.5, y - 26), (x + rib * 8.5, y - 4)], ink, 0.5)
    sheet.box(352, 470, 92, 284, "#f4ecd8")
    sheet.box(352, 470, 26, 284, "#cfc4a8")
    sheet.box(332, 470, 132, 34, "#f4ecd8")
    sheet.box(340, 482, 116, 13, ink)
    for row in range(6):
        for pane in range(3):
            sheet.box(388 + pane * 18, 530 + row * 36, 9, 11, ink)
    sheet.line([(398, 470), (398, 388)], ink, 6)
    sheet.line([(374, 412), (422, 412)], ink, 4)
    sheet.box(308, 566, 40, 188, "#c8694d")
    sheet.box(308, 566, 40, 30, ink)
    for puff in range(8):
        sheet.disc(
            316 - puff * 32, 540 - puff * 15 + 6 * sin(puff), 16 + puff * 5.5, "#c9bfa6", 0.6
        )
    sheet.shape(hull, ink)
    sheet.shape([(376, 892), (1617, 892), (1606, 920), (398, 920)], "#c8694d")
    sheet.line([(318, 790), (1652, 790)], "#547f80", 4)
    sheet.line([(1590, 730), (1590, 668)], ink, 5)
    sheet.line([(1700, 722), (1590, 672)], ink, 2)
    sheet.word(690, 838, "AVERIL LINES", "#efe2c4", 52, 12)
    for step, colour in enumerate(("#5d7c7c", "#47686c", "#36575f", "#284a55")):
        line = wave(2000, level + 30 + step * 84, 9 + step * 3, 240 + step * 70, step * 1.9)
        sheet.shape([*line, (2040, 1250), (-40, 1250)], colour)
        sheet.line(line, "#b9c6b6", max(1, 4 - step))
    sheet.shape([(1612, 900), (1668, 876), (1720, 904), (1660, 910)], "#f4ecd8")
    for _ in range(40):
        x, y = chance.uniform(60, 1940), chance.uniform(935, 1235)
        long = chance.uniform(20, 80)
        sheet.shape([(x - long, y), (x, y - 3), (x + long, y), (x, y + 3)], "#8fa39b", 0.5)
    return sheet.finish()


def cable_ship() -> Image.Image:
    """A cable ship above, the cable below: a cut through air, water and seabed."""
    x: float
    y: float
    sheet = Sheet(2000, 1250)
    level = 470
    sheet.gradient(0, level, ((0, "#f3b562"), (0.6, "#f8d79a"), (1, "#fdf0d0")))
    sheet.disc(1640, 200, 92, "#fff6dc")
    for x, y, long in ((120, 130, 480), (940, 90, 420), (1380, 300, 560)):
        cloud = [(x, y), (x + long * 0.25, y - 26), (x + long * 0.6, y - 20), (x + long, y)]
        sheet.shape([*cloud, (x + long * 0.5, y + 8)], "#fff6dc", 0.7)
    sheet.gradient(
        level, 1250, ((0, "#4fb0ab"), (0.3, "#22808c"), (0.7, "#0f4d68"), (1, "#0a2c48"))
    )
    for x, lean in ((260, 180), (700, 230), (1180, 190), (1620, 260)):
        sheet.shape(
            [(x, level), (x + 120, level), (x + 120 - lean, 1120), (x - 90 - lean, 1120)],
            "#bff0dd",
            0.08,
        )
    ink, white = "#173346", "#fbf6e8"
    hull = [(560, 372), (1330, 380), (1400, 352), (1500, 340), (1470, 430), (1420, 520), (640, 524)]
    sheet.shape([*hull, (580, 450)], white)
    sheet.shape([(588, 470), (1446, 470), (1420, 520), (640, 524)], "#d1493a")
    sheet.shape([(584, 458), (1452, 458), (1446, 472), (588, 472)], ink)
    sheet.shape([(640, 524), (700, 548), (1360, 546), (1420, 520)], "#a33430")
    sheet.box(640, 292, 300, 84, "#e6ddc6")
    sheet.box(660, 222, 250, 72, white)
    sheet.box(690, 168, 190, 56, "#e6ddc6")
    sheet.box(676, 158, 218, 14, "#d1493a")
    for row, (x, count) in enumerate(((704, 7), (676, 9), (656, 11))):
        for pane in range(count):
            sheet.box(x + pane * 25, (186, 250, 322)[row], 15, 17, ink)
    sheet.box(956, 260, 58, 116, "#d1493a")
    sheet.box(956, 260, 58, 24, ink)
    sheet.line([(790, 158), (790, 60)], ink, 6)
    sheet.line([(760, 96), (820, 96)], ink, 4)
    sheet.disc(790, 60, 8, "#d1493a")
    for x in (1090, 1180):
        sheet.disc(x, 352, 46, "#e0a63a")
        sheet.disc(x, 352, 32, "#8a6a2a")
        sheet.disc(x, 352, 14, ink)
    sheet.line([(1250, 380), (1300, 236), (1400, 214)], "#e0a63a", 14)
    sheet.line([(1400, 214), (1400, 300)], ink, 3)
    sheet.disc(1506, 338, 34, "#e0a63a")
    sheet.disc(1506, 338, 20, white)
    sheet.disc(1506, 338, 8, ink)
    line = wave(2000, level, 7, 240, 0.5)
    front = [*line, *[(x, y + 34) for x, y in reversed(line)]]
    sheet.shape(front, "#8fd6c8", 0.55)
    sheet.line(line, "#f2fff6", 5)
    for floor, colour in ((1030, "#8a6b4a"), (1090, "#6d5139"), (1160, "#4f3a2b")):
        top = [
            (x, floor + 24 * sin(x / 210 + floor) + 9 * sin(x / 67)) for x in range(-20, 2041, 20)
        ]
        sheet.shape([*top, (2040, 1250), (-20, 1250)], colour)
    chance = Random(2)
    for _ in range(36):
        x, y, size = chance.uniform(0, 2000), chance.uniform(1120, 1240), chance.uniform(5, 24)
        sheet.disc(x, y, size, ("#3e2d22", "#7f6247")[chance.randrange(2)], 0.6)
    hanging = [
        _bend((1540, 340), (1580, 760), (1260, 1046), (890, 1048), s / 40) for s in range(41)
    ]
    bed = [(x, 1050 + 20 * sin(x / 150)) for x in range(870, -41, -20)]
    sheet.line([*hanging, *bed], "#0b1d2c", 13)
    sheet.line([*hanging, *bed], "#f2c14e", 7)
    rest = [(x, 1052 + 12 * sin(x / 130 + 1)) for x in range(1330, 2041, 20)]
    sheet.line(rest, "#0b1d2c", 13)
    sheet.line(rest, "#f2c14e", 7)
    for spray in (-0.7, -0.25, 0.2, 0.65):
        x, y = rest[0]
        sheet.line([(x, y), (x - 46, y + spray * 40)], "#fff3c4", 3)
    sheet.glow(rest[0][0] - 20, rest[0][1], 110, "#fff3c4", 0.75)
    for centre, depth, count in ((300, 700, 9), (1690, 800, 7), (1080, 640, 6)):
        for number in range(count):
            x, y = centre + (number % 4) * 56 + chance.uniform(-14, 14), depth + (number // 4) * 38
            fish = [
                (x - 20, y),
                (x, y - 8),
                (x + 16, y),
                (x + 30, y - 9),
                (x + 30, y + 9),
                (x + 16, y),
            ]
            sheet.shape([*fish, (x, y + 8)], "#9fdcd0")
    for number in range(7):
        y = level + 40 + number * 84
        sheet.line([(1930, y), (1970, y)], "#d9f2e6", 3)
        if number:
            sheet.word(1890, y, str(number * 140), "#d9f2e6", 26)
    sheet.line([(1970, level + 40), (1970, level + 544)], "#d9f2e6", 3)
    _weed(sheet, chance)
    return sheet.finish()


def _bend(start: Point, out: Point, back: Point, end: Point, at: float) -> Point:
    """Return the point at `at` (0 to 1) of a Bézier curve."""
    rest = 1 - at
    share = (rest**3, 3 * rest**2 * at, 3 * rest * at**2, at**3)
    points = (start, out, back, end)
    return (
        sum(k * x for k, (x, _) in zip(share, points, strict=True)),
        sum(k * y for k, (_, y) in zip(share, points, strict=True)),
    )


def _weed(sheet: Sheet, chance: Random) -> None:
    for _ in range(20):
        x, tall = chance.uniform(20, 1980), chance.uniform(40, 120)
        sway = chance.uniform(0, 6)
        stem = [(x + 10 * sin(s + sway), 1090 - tall * s / 7) for s in range(8)]
        sheet.line(stem, chance.choice(("#2f8074", "#1f6a66", "#c8694d")), 6)
