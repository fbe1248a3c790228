"""Pictures of coasts: a lighthouse, the edge of the ice, a mole in a gale."""

from math import cos, pi, sin
from random import Random

from PIL import Image

from newsroom.demo.drawings.sheet import Sheet, wave


def lighthouse() -> Image.Image:
    """A striped tower at night, portrait, with two beams over the sea."""
    sheet = Sheet(1400, 1800)
    level = 1330
    sheet.gradient(0, level, ((0, "#0c1836"), (0.5, "#1c3d63"), (0.85, "#3f7687"), (1, "#8bb5a3")))
    chance = Random(3)
    for _ in range(150):
        x, y = chance.uniform(0, 1400), chance.uniform(0, 900)
        sheet.disc(x, y, chance.choice((1.2, 1.6, 2.4)), "#dfe9e3")
    sheet.glow(1130, 290, 300, "#f4e7b4", 0.4)
    sheet.disc(1130, 290, 84, "#f6ebc3")
    sheet.disc(1098, 272, 84, "#16305a")
    lamp_x, lamp_y = 640.0, 500.0
    for reach, alpha in ((230, 0.16), (150, 0.2), (80, 0.3)):
        sheet.shape(
            [(lamp_x, lamp_y), (1440, lamp_y - 110 - reach), (1440, lamp_y - 110 + reach)],
            "#ffe9a3",
            alpha,
        )
        sheet.shape(
            [(lamp_x, lamp_y), (-40, lamp_y + 100 - reach), (-40, lamp_y + 100 + reach)],
            "#ffe9a3",
            alpha * 0.8,
        )
    sheet.gradient(level, 1800, ((0, "#4f8a93"), (0.35, "#1f5168"), (1, "#0a2138")))
    for _ in range(70):
        y = level + 6 + chance.random() ** 1.5 * 240
        x, long = 1130 + chance.uniform(-1, 1) * (40 + (y - level) * 0.7), chance.uniform(14, 60)
        sheet.shape([(x - long, y), (x, y - 3), (x + long, y), (x, y + 3)], "#f3e6b5", 0.5)
    far = [(x, level - 20 - 26 * sin(x / 120) - 12 * sin(x / 41)) for x in range(930, 1441, 10)]
    sheet.shape([(900, level + 2), *far, (1440, level + 2)], "#2b5a70")
    for step, colour in enumerate(("#2a6378", "#1f5069", "#173f59")):
        line = wave(1400, level + 88 + step * 70, 11 + step * 3, 300 + step * 80, step * 2.1)
        sheet.shape([*line, (1440, 1800), (-40, 1800)], colour)
    rock = [(0, 1585), (60, 1500), (150, 1478), (215, 1400), (330, 1372), (430, 1310), (560, 1290)]
    rock += [(760, 1292), (880, 1322), (950, 1402), (1060, 1440), (1120, 1520), (1190, 1570)]
    sheet.shape([*rock, (1230, 1660), (0, 1700)], "#1a2436")
    faces = (
        [(430, 1310), (560, 1290), (600, 1420), (520, 1530), (440, 1430)],
        [(215, 1400), (330, 1372), (380, 1480), (300, 1570), (200, 1500)],
        [(760, 1292), (880, 1322), (900, 1440), (800, 1560), (720, 1420)],
        [(950, 1402), (1060, 1440), (1060, 1560), (960, 1540)],
        [(60, 1500), (150, 1478), (170, 1590), (70, 1600)],
    )
    for face in faces:
        sheet.shape(face, "#27354a")
    foot_y, top_y, foot_half, top_half = 1300.0, 590.0, 118.0, 70.0
    bands = 7
    for band in range(bands):
        y1 = foot_y + (top_y - foot_y) * band / bands
        y2 = foot_y + (top_y - foot_y) * (band + 1) / bands
        h1 = foot_half + (top_half - foot_half) * band / bands
        h2 = foot_half + (top_half - foot_half) * (band + 1) / bands
        colour, shade = (("#c8402f", "#93292a"), ("#f4ead6", "#bfb7a9"))[band % 2]
        whole = [(lamp_x - h1, y1), (lamp_x + h1, y1), (lamp_x + h2, y2), (lamp_x - h2, y2)]
        sheet.shape(whole, colour)
        dark = [(lamp_x - h1, y1), (lamp_x - h1 * 0.25, y1), (lamp_x - h2 * 0.25, y2)]
        sheet.shape([*dark, (lamp_x - h2, y2)], shade)
    for number, y in enumerate((1150, 960, 770)):
        x = lamp_x + 24 - number * 6
        sheet.box(x - 14, y - 34, 28, 52, "#1d2b40")
        sheet.disc(x, y - 34, 14, "#1d2b40")
        sheet.box(x - 8, y - 30, 16, 44, "#ffd777")
    sheet.shape([(592, 1300), (592, 1230), (616, 1204), (640, 1230), (640, 1300)], "#1d2b40")
    sheet.box(lamp_x - 104, 572, 208, 22, "#1d2b40")
    for x in range(-96, 97, 24):
        sheet.line([(lamp_x + x, 572), (lamp_x + x, 536)], "#1d2b40", 4)
    sheet.line([(lamp_x - 100, 536), (lamp_x + 100, 536)], "#1d2b40", 6)
    sheet.box(lamp_x - 54, 448, 108, 124, "#ffe39a")
    sheet.glow(lamp_x, lamp_y, 250, "#fff3c4", 0.85)
    sheet.disc(lamp_x, lamp_y, 30, "#fffbe6")
    for x in (-54, -18, 18, 54):
        sheet.line([(lamp_x + x, 448), (lamp_x + x, 572)], "#1d2b40", 6)
    sheet.shape(
        [(lamp_x - 74, 450), (lamp_x + 74, 450), (lamp_x + 34, 392), (lamp_x - 34, 392)], "#93292a"
    )
    sheet.disc(lamp_x, 384, 17, "#93292a")
    sheet.line([(lamp_x, 384), (lamp_x, 330)], "#1d2b40", 5)
    sheet.box(770, 1196, 168, 112, "#e7dcc6")
    sheet.box(770, 1196, 46, 112, "#b9b0a0")
    sheet.shape([(752, 1200), (956, 1200), (920, 1134), (790, 1134)], "#5b3036")
    sheet.box(884, 1104, 26, 44, "#5b3036")
    for x in (836, 886):
        sheet.box(x, 1226, 30, 38, "#ffd777")
    sheet.glow(868, 1245, 110, "#ffd777", 0.35)
    for step, colour in enumerate(("#15384f", "#0f2b42", "#0a2138")):
        line = wave(1400, 1560 + step * 82, 20, 380 + step * 110, step * 1.4 + 0.6)
        sheet.shape([*line, (1440, 1800), (-40, 1800)], colour)
        sheet.line(line, ("#7fb0b4", "#3d7385", "#25566e")[step], 5 - step)
    for _ in range(46):
        x = chance.uniform(30, 1180)
        sheet.disc(x, 1556 - chance.random() ** 2 * 46, chance.uniform(3, 10), "#cfe3df")
    return sheet.finish()


def ice_edge() -> Image.Image:
    """Floes that close up towards the horizon, under a low pale sun."""
    x: float
    y: float
    long: float
    sheet = Sheet(2000, 1250)
    level = 500.0
    sheet.gradient(0, 500, ((0, "#8fb2c4"), (0.55, "#cfdcd9"), (1, "#f8e3c4")))
    sheet.glow(640, 412, 470, "#fff6d8", 0.9)
    sheet.disc(640, 412, 58, "#fffbea")
    for x, y, long in ((0, 190, 900), (1050, 250, 780), (300, 300, 560), (1400, 120, 600)):
        cloud = [(x, y), (x + long * 0.3, y - 17), (x + long * 0.7, y - 11), (x + long, y + 2)]
        sheet.shape([*cloud, (x + long * 0.5, y + 13)], "#f4efe2", 0.55)
    sheet.gradient(500, 1250, ((0, "#7fa9b5"), (0.16, "#3f7488"), (0.5, "#1d4a63"), (1, "#0b2840")))
    chance = Random(30)
    bergs = ((1180, 1.0), (1610, 1.5), (180, 0.8))
    for x, size in bergs:
        peak = [
            (0, 0),
            (14, -46),
            (52, -62),
            (70, -104),
            (110, -88),
            (150, -96),
            (186, -34),
            (210, 0),
        ]
        sheet.shape([(x + px * size, level + 4 + py * size) for px, py in peak], "#eef5f2")
        side = [(110, -88), (150, -96), (186, -34), (210, 0), (120, 0), (132, -40)]
        sheet.shape([(x + px * size, level + 4 + py * size) for px, py in side], "#b3d0d8")
    for _ in range(60):
        y = level + 20 + chance.random() * 420
        x, long = 640 + chance.uniform(-1, 1) * (40 + (y - level) * 0.4), 12 + (y - level) * 0.12
        sheet.shape([(x - long, y), (x, y - 3), (x + long, y), (x, y + 3)], "#fff0cc", 0.5)
    rows, taken = 19, 0
    for row in range(rows):
        near = (row / (rows - 1)) ** 1.9
        y = level + 3 + near * 690
        size = 17 + near * 190
        gap = 1.72 + near * 1.75
        x = -size + chance.uniform(0, size)
        while x < 2000 + size:
            wide, taken = size * chance.uniform(0.6, 1.15), taken + 1
            if near < 0.1 or chance.random() > near * 0.72:
                _floe(sheet, x + wide, y + chance.uniform(-0.12, 0.12) * size, wide, near, chance)
            x += wide * gap * chance.uniform(0.92, 1.25)
    _seal(sheet, 1392, 812)
    return sheet.finish()


def _floe(sheet: Sheet, x: float, y: float, wide: float, near: float, chance: Random) -> None:
    corners = chance.randrange(6, 10)
    edge = []
    for corner in range(corners):
        a = 2 * pi * (corner + chance.uniform(-0.28, 0.28)) / corners
        reach = chance.uniform(0.78, 1.06)
        edge.append((x + wide * reach * cos(a), y + wide * (0.17 + near * 0.16) * reach * sin(a)))
    thick = 2 + near * 30
    under = [(px, py + thick * 1.9) for px, py in edge]
    sheet.shape(under, "#5fa9b5", 0.45)
    for (x1, y1), (x2, y2) in zip(edge, edge[1:] + edge[:1], strict=True):
        tint = "#a4cbd5" if x2 < x else "#8bb8c7"
        sheet.shape([(x1, y1), (x2, y2), (x2, y2 + thick), (x1, y1 + thick)], tint)
    sheet.shape(edge, "#f6faf5" if chance.random() > 0.3 else "#e6f0ee")
    if near > 0.15:
        inner = [(x + (px - x) * 0.6 - wide * 0.1, y + (py - y) * 0.55) for px, py in edge]
        sheet.shape(inner, "#fff4dd", 0.6)


def _seal(sheet: Sheet, x: float, y: float) -> None:
    """Draw a seal that lies on a floe of its own."""
    floe = [
        (x - 170, y + 6),
        (x - 90, y - 30),
        (x + 70, y - 34),
        (x + 190, y - 4),
        (x + 90, y + 34),
    ]
    floe.append((x - 80, y + 36))
    sheet.shape([(px, py + 26) for px, py in floe], "#8bb8c7")
    sheet.shape(floe, "#f6faf5")
    body = [(x - 96, y - 2), (x - 78, y - 34), (x - 30, y - 44), (x + 40, y - 30), (x + 92, y - 8)]
    sheet.shape(
        [*body, (x + 118, y - 18), (x + 114, y + 2), (x + 60, y + 8), (x - 50, y + 8)], "#3b4a55"
    )
    sheet.disc(x - 84, y - 36, 24, "#3b4a55", 0.86)
    sheet.disc(x - 98, y - 40, 3.5, "#f6faf5")
    sheet.shape([(x - 40, y + 2), (x - 62, y + 16), (x - 18, y + 10)], "#2b3841")


def breakwater() -> Image.Image:
    """A gale on a stone mole with its beacon, in the brown of an old print."""
    sheet = Sheet(2000, 1250)
    sheet.gradient(0, 760, ((0, "#3e362f"), (0.5, "#7d6c58"), (1, "#c9b48f")))
    chance = Random(8)
    for layer, colour in enumerate(("#54493e", "#665848", "#786851", "#8f7d62")):
        for _ in range(9):
            x, y = chance.uniform(-150, 2050), 60 + layer * 105 + chance.uniform(-30, 40)
            for lump in range(6):
                radius = chance.uniform(60, 130) * (1 - layer * 0.13)
                sheet.disc(
                    x + lump * radius * 1.1 - 300, y + chance.uniform(-12, 12), radius, colour, 0.5
                )
    sheet.gradient(700, 1250, ((0, "#a8946f"), (0.3, "#7a684e"), (1, "#362d25")))
    for step in range(6):
        line = wave(2000, 716 + step * 34, 7 + step * 3, 210 + step * 36, step * 1.3)
        sheet.shape([*line, (2040, 1250), (-40, 1250)], ("#9b8764", "#8d795a", "#7f6c50")[step % 3])
        sheet.line(line, "#c9b48f", 2)
    _spray(sheet, chance)
    mole = [(2000, 690), (1010, 742), (960, 800), (930, 1010), (2000, 1080)]
    sheet.shape(mole, "#4a4036")
    sheet.shape([(2000, 690), (1010, 742), (985, 770), (2000, 726)], "#b9a57f")
    for course in range(1, 6):
        left, right = 742 + course * 52, 726 + course * 66
        sheet.line([(985 - course * 9, left), (2000, right)], "#2f2821", 4)
        for stone in range(9):
            share = (stone + (course % 2) * 0.5) / 9
            x, y = 985 + share * 1015, left + (right - left) * share
            sheet.line([(x, y), (x - 2, y - 56)], "#2f2821", 3)
    sheet.box(1062, 560, 98, 184, "#e6d6b2")
    sheet.box(1062, 560, 30, 184, "#a8946f")
    sheet.box(1062, 618, 98, 46, "#3e362f")
    sheet.box(1048, 548, 126, 16, "#2f2821")
    sheet.box(1082, 496, 58, 54, "#f3e7c6")
    sheet.glow(1111, 522, 150, "#f6ecd0", 0.7)
    for x in (1082, 1111, 1140):
        sheet.line([(x, 496), (x, 550)], "#2f2821", 5)
    sheet.shape([(1070, 498), (1152, 498), (1111, 452)], "#2f2821")
    for x in range(1240, 2000, 150):
        top = 716 - (x - 1010) * 0.052
        sheet.box(x, top - 34, 14, 44, "#2f2821")
    for step in range(4):
        line = wave(2000, 960 + step * 78, 24 + step * 7, 430 + step * 90, step * 2.2 + 0.5)
        sheet.shape(
            [*line, (2040, 1250), (-40, 1250)], ("#6b5a44", "#594a39", "#473b2f", "#362d25")[step]
        )
        sheet.line(line, "#d9c8a2", 5 - step)
        for x, y in line[:: 3 + step]:
            sheet.disc(
                x + chance.uniform(-20, 20),
                y + chance.uniform(0, 14),
                chance.uniform(3, 9),
                "#d9c8a2",
            )
    for _ in range(260):
        x, y = chance.uniform(0, 2000), chance.uniform(0, 1250)
        sheet.line([(x, y), (x - 20, y + 8)], "#d9c8a2", 1)
    return sheet.finish()


def _spray(sheet: Sheet, chance: Random) -> None:
    """Throw a breaking sea up over the head of the mole: light before dark, large before small."""
    for colour, push, count in (
        ("#8f7d62", 1.16, 90),
        ("#b9a57f", 1.06, 90),
        ("#d9c8a2", 0.94, 110),
        ("#f3e9cf", 0.78, 120),
    ):
        for number in range(count):
            up = number / count
            reach = 235 - 150 * up + 60 * sin(pi * up)
            x = 985 + 60 * sin(2.4 * up) + chance.uniform(-1, 1) * reach * push
            y = 930 - up**0.85 * 640 * push + ((x - 1000) / reach) ** 2 * 70 * up
            sheet.disc(x, y, (64 - 46 * up) * chance.uniform(0.55, 1.1), colour)
    for _ in range(190):
        a, far = chance.uniform(-1.15, 1.15), chance.uniform(380, 690)
        x, y = 1030 + 0.85 * far * sin(a), 900 - far * cos(a)
        sheet.disc(x, y, chance.choice((2, 3, 4, 7)), "#f3e9cf")
