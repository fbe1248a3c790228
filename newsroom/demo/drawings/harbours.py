"""Pictures of quays: cranes at dusk, a fish market under its awnings."""

from math import sin
from random import Random

from PIL import Image

from newsroom.demo.drawings.sheet import Sheet, wave


def _crane(sheet: Sheet, x: float, foot: float, size: float, colour: str) -> None:
    """Draw a quay crane seen from the side, its boom over the water to the right."""

    def beam(x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        ends = [(x + x1 * size, foot - y1 * size), (x + x2 * size, foot - y2 * size)]
        sheet.line(ends, colour, width * size)

    for leg in (0, 120):
        beam(leg, 0, leg, 300, 13)
        sheet.box(x + (leg - 22) * size, foot - 16 * size, 44 * size, 16 * size, colour)
    beam(0, 125, 120, 125, 10)
    beam(0, 125, 120, 290, 6)
    beam(-150, 300, 420, 300, 15)
    beam(-150, 322, 420, 322, 4)
    for step in range(-140, 420, 28):
        beam(step, 300, step + 14, 322, 3)
        beam(step + 14, 322, step + 28, 300, 3)
    beam(10, 300, 90, 455, 11)
    beam(120, 300, 90, 455, 9)
    beam(90, 455, 395, 318, 4)
    beam(90, 455, 250, 318, 4)
    beam(90, 455, -135, 318, 4)
    sheet.box(x - 140 * size, foot - 366 * size, 90 * size, 52 * size, colour)
    sheet.box(x + 205 * size, foot - 290 * size, 40 * size, 34 * size, colour)
    beam(225, 290, 225, 190, 2.5)
    sheet.box(x + 195 * size, foot - 190 * size, 60 * size, 10 * size, colour)


def harbour_dusk() -> Image.Image:
    """Container cranes against the last light, the town’s lamps in the water."""
    x: float
    y: float
    long: float
    sheet = Sheet(2000, 1250)
    level = 850
    sky = ((0, "#1d2450"), (0.34, "#5b3a78"), (0.62, "#c4527a"), (0.84, "#f2875e"), (1, "#fbc672"))
    sheet.gradient(0, level, sky)
    sheet.glow(1420, 790, 620, "#ffe2a0", 0.75)
    sheet.disc(1420, 800, 112, "#fff0c2")
    for y, x, length in ((300, 260, 520), (352, 520, 700), (468, 1180, 620), (560, 90, 420)):
        sheet.shape(
            [(x, y), (x + length * 0.3, y - 13), (x + length, y), (x + length * 0.6, y + 11)],
            "#f7a07a",
            0.4,
        )
    chance = Random(4)
    hills = [(x, level - 78 - 52 * sin(x / 250) - 20 * sin(x / 77)) for x in range(-20, 2041, 20)]
    sheet.shape([(-20, level), *hills, (2040, level)], "#7d3f74")
    town = [(x, level - 42 - 20 * sin(x / 170 + 1)) for x in range(-20, 2041, 20)]
    sheet.shape([(-20, level), *town, (2040, level)], "#4d2e66")
    for _ in range(34):
        x, wide, tall = chance.uniform(0, 820), chance.uniform(28, 70), chance.uniform(40, 112)
        sheet.box(x, level - tall, wide, tall, "#43295c")
    sea = ((0, "#f0a068"), (0.12, "#c4607a"), (0.45, "#5e3572"), (1, "#171c40"))
    sheet.gradient(level, 1250, sea)
    for _ in range(150):
        depth = chance.random() ** 1.3
        y, spread = level + 10 + depth * 370, 60 + depth * 230
        x, long = (
            1420 + chance.uniform(-spread, spread),
            20 + chance.uniform(20, 90) * (0.4 + depth),
        )
        sheet.shape(
            [(x - long, y), (x, y - 2 - 4 * depth), (x + long, y), (x, y + 2 + 4 * depth)],
            "#ffd894",
            0.75 - 0.45 * depth,
        )
    for number in range(44):
        x, y = chance.uniform(10, 860), level - chance.uniform(12, 96)
        colour = ("#ffdf8e", "#ffc46b", "#fff3cf")[number % 3]
        sheet.box(x, y, 6, 8, colour)
        for step in range(5):
            drift = chance.uniform(-9, 9)
            sheet.box(
                x + drift - 10, level + 26 + step * 24 + y % 9, 26, 4, colour, 0.5 - step * 0.09
            )
    for x, size in ((905, 0.5), (1085, 0.5)):
        _crane(sheet, x, level + 2, size, "#5a2f66")
    ink = "#14183a"
    quay = level + 118
    for x, size in ((120, 1.32), (520, 1.32)):
        _crane(sheet, x, quay, size, ink)
    colours = ("#8f3350", "#2f4a7a", "#b3633f", "#3b2d63", "#6e2b55", "#1f3763")
    for stack in range(19):
        tall = chance.choice((3, 4, 4, 5, 5, 6)) if 1 < stack < 17 else 3
        for row in range(tall):
            x, y = 770 + stack * 52, quay - 50 - row * 30
            sheet.box(x, y - 28, 49, 27, chance.choice(colours))
    sheet.box(1640, quay - 300, 92, 255, "#2a2152")
    sheet.box(1622, quay - 300, 128, 26, "#33285f")
    for row in range(5):
        for pane in range(5):
            sheet.box(1650 + pane * 16, quay - 262 + row * 38, 9, 12, "#ffd27a")
    sheet.box(1766, quay - 214, 44, 166, "#6e2b55")
    sheet.line([(1686, quay - 300), (1686, quay - 372)], "#2a2152", 6)
    sheet.disc(1686, quay - 374, 6, "#ff7a5c")
    hull = [(742, quay - 52), (1880, quay - 52), (1850, quay + 52), (806, quay + 52), (768, quay)]
    sheet.shape(hull, ink)
    sheet.shape(
        [(793, quay + 36), (1856, quay + 36), (1850, quay + 54), (806, quay + 54)], "#7a2342"
    )
    sheet.line([(742, quay - 52), (1880, quay - 52)], "#40346e", 6)
    sheet.box(0, quay, 700, 282, "#10132f")
    sheet.box(0, quay, 700, 9, "#3d2c5c")
    for x in range(30, 700, 96):
        sheet.box(x, quay + 26, 26, 78, "#060819")
    for step in range(3):
        line = wave(2000, quay + 46 + step * 74, 7, 260 + step * 60, step * 1.9)
        sheet.shape(
            [*[p for p in line if p[0] >= 690], (2040, 1250), (700, 1250)],
            ("#2b2356", "#211d4b", "#171840")[step],
            0.62,
        )
    sheet.shape([(700, quay), (700, 1250), (660, 1250), (660, quay)], "#0b0e26")
    return sheet.finish()


def _fish(sheet: Sheet, x: float, y: float, size: float, colour: str, belly: str) -> None:
    body = [(x - 60 * size, y), (x - 25 * size, y - 17 * size), (x + 22 * size, y - 14 * size)]
    body += [
        (x + 46 * size, y - 3 * size),
        (x + 46 * size, y + 3 * size),
        (x + 20 * size, y + 13 * size),
    ]
    sheet.shape([*body, (x - 25 * size, y + 16 * size)], colour)
    sheet.shape(
        [
            (x - 56 * size, y + 3 * size),
            (x + 20 * size, y + 12 * size),
            (x - 25 * size, y + 16 * size),
        ],
        belly,
    )
    tail = [(x + 40 * size, y), (x + 68 * size, y - 18 * size), (x + 60 * size, y)]
    sheet.shape([*tail, (x + 68 * size, y + 18 * size)], colour)
    sheet.disc(x - 42 * size, y - 3 * size, 4 * size, "#fff6e0")
    sheet.disc(x - 42 * size, y - 3 * size, 2 * size, "#1b2a3a")


def _awning(sheet: Sheet, x: float, y: float, width: float, colour: str) -> None:
    strips = 8
    for strip in range(strips):
        tint = colour if strip % 2 == 0 else "#fbf1dc"
        shade = "#0f2233"
        top = [x + 34 + (width - 68) * (strip + side) / strips for side in (0, 1)]
        foot = [x + width * (strip + side) / strips for side in (0, 1)]
        sheet.shape([(top[0], y), (top[1], y), (foot[1], y + 150), (foot[0], y + 150)], tint)
        middle, reach = (foot[0] + foot[1]) / 2, (foot[1] - foot[0]) / 2
        sheet.disc(middle, y + 150, reach, tint)
        sheet.shape(
            [(foot[0], y + 132), (foot[1], y + 132), (foot[1], y + 150), (foot[0], y + 150)],
            shade,
            0.1,
        )


def fish_market() -> Image.Image:
    """Three stalls under striped awnings, crates of fish on ice before them."""
    left: float
    sheet = Sheet(2000, 1250, "#f3d9b1")
    sheet.gradient(0, 900, ((0, "#f7e3c0"), (1, "#efc893")))
    chance = Random(21)
    fronts = ("#d98b62", "#e3b27a", "#c46f5a", "#dca06d", "#b9655a", "#e0a97f")
    for house, colour in enumerate(fronts):
        x, ridge = house * 340 - 30, 120 + 60 * (house * 7 % 4) / 3
        sheet.box(x, ridge + 70, 340, 900, colour)
        roof = [(x - 10, ridge + 72), (x + 170, ridge - 40), (x + 350, ridge + 72)]
        sheet.shape(roof, "#7b3f3c" if house % 2 else "#8d4a40")
        for pane in range(3):
            left = x + 48 + pane * 92
            sheet.box(left - 5, ridge + 125, 66, 112, "#f7e6c8")
            sheet.box(left, ridge + 130, 56, 102, "#3f5b6b")
            sheet.line([(left + 28, ridge + 130), (left + 28, ridge + 232)], "#f7e6c8", 4)
            sheet.line([(left, ridge + 176), (left + 56, ridge + 176)], "#f7e6c8", 4)
    sheet.box(0, 470, 2000, 520, "#3a4552")
    sheet.gradient(470, 900, ((0, "#1f2936"), (1, "#3a4552")))
    for stall, colour in enumerate(("#2d7f86", "#d2503c", "#2a5b8a")):
        x = 40 + stall * 655
        for post in (x + 18, x + 592):
            sheet.box(post, 520, 16, 420, "#6b4a35")
        for lamp in (x + 175, x + 440):
            sheet.line([(lamp, 560), (lamp, 640)], "#10171f", 3)
            sheet.glow(lamp, 668, 210, "#ffd98a", 0.6)
            sheet.shape(
                [(lamp - 34, 664), (lamp - 12, 634), (lamp + 12, 634), (lamp + 34, 664)], "#e9efe9"
            )
            sheet.disc(lamp, 667, 13, "#fff3c4")
        _awning(sheet, x, 420, 622, colour)
        _seller(sheet, x + 310, 890, ("#e0b13e", "#ece6d6", "#cf6a4d")[stall], stall)
    ground = 985
    sheet.gradient(ground, 1250, ((0, "#8d8f94"), (1, "#64686f")))
    for row, y in enumerate((1035, 1100, 1178)):
        sheet.line([(0, y), (2000, y)], "#565b63", 3)
        for stone in range(-1, 14):
            x = stone * 165 + row * 70
            sheet.line(
                [(x, y), (x - 24, 1035 if row == 0 else (1035, 1100)[row - 1])], "#565b63", 3
            )
    for stall in range(3):
        x = 40 + stall * 655
        sheet.box(x + 14, 862, 594, 150, "#a8764c")
        sheet.box(x + 14, 862, 594, 14, "#c9935f")
        for plank in range(1, 4):
            sheet.line([(x + 14, 876 + plank * 34), (x + 608, 876 + plank * 34)], "#8a5d3a", 3)
        sheet.shape([(x, 862), (x + 622, 862), (x + 582, 800), (x + 40, 800)], "#e6f2f4")
        for _ in range(70):
            u, v = chance.random(), chance.random()
            left = x + 42 - 40 * v + u * (540 + 80 * v)
            sheet.shape(
                [(left, 806 + v * 52), (left + 13, 802 + v * 52), (left + 17, 811 + v * 52)],
                ("#ffffff", "#c5dfe6", "#d8ebef")[chance.randrange(3)],
            )
        kinds = (("#5f7f96", "#cfdde2"), ("#c65a4a", "#f0b9a0"), ("#6c7a58", "#d8d7b0"))
        for number in range(11):
            row = number % 2
            fish = kinds[(number // 3 + stall) % 3]
            _fish(sheet, x + 92 + number * 44, 818 + row * 26, 0.66, *fish)
    for x, y in ((250, 1150), (870, 1172), (1560, 1146)):
        sheet.disc(x + 115, y + 62, 172, "#565a62", 0.14)
        sheet.shape(
            [(x - 30, y - 62), (x + 260, y - 62), (x + 246, y + 62), (x - 16, y + 62)], "#3f78a0"
        )
        sheet.shape(
            [(x - 30, y - 62), (x + 260, y - 62), (x + 242, y - 96), (x - 12, y - 96)], "#eaf4f5"
        )
        for number in range(4):
            _fish(sheet, x + 40 + number * 52, y - 76, 0.8, "#7d98aa", "#dbe6ea")
        sheet.box(x - 32, y - 66, 294, 16, "#5a96bd")
        for slot in range(3):
            sheet.box(x + 22 + slot * 70, y - 18, 44, 14, "#2f5f82")
    return sheet.finish()


def _seller(sheet: Sheet, x: float, foot: float, oilskin: str, turn: int) -> None:
    """Draw somebody behind the counter, from the waist up."""
    skin = ("#8a5a3c", "#d9a37c", "#b57a52")[turn]
    sheet.shape(
        [(x - 74, foot), (x - 60, foot - 135), (x + 60, foot - 135), (x + 74, foot)], oilskin
    )
    sheet.disc(x - 42, foot - 128, 22, oilskin)
    sheet.disc(x + 42, foot - 128, 22, oilskin)
    sheet.box(x - 15, foot - 168, 30, 34, skin)
    sheet.disc(x, foot - 186, 36, skin, 1.12)
    sheet.shape(
        [(x - 40, foot - 196), (x - 30, foot - 234), (x + 30, foot - 234), (x + 40, foot - 196)],
        "#22364a",
    )
    sheet.box(x - 44, foot - 202, 88, 12, "#2f4a63")
    sheet.shape(
        [(x - 36, foot), (x - 30, foot - 96), (x + 30, foot - 96), (x + 36, foot)], "#f6efe0"
    )
