"""The sheet that everything is drawn on: twice the size, made smooth by halving it at the end."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import pi, sin
from random import Random

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]
Stop = tuple[float, str]  # where (0 to 1), colour

_SCALE = 2


class Sheet:
    """A drawing surface of `width` x `height` pixels; all coordinates and sizes are in those."""

    def __init__(self, width: int, height: int, ground: str = "#ffffff") -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * _SCALE, height * _SCALE), ground)
        self._pen = ImageDraw.Draw(self._image)

    def gradient(self, top: float, bottom: float, stops: Sequence[Stop]) -> None:
        """Fill a band of full width with colours that change from `top` to `bottom`."""
        rows = round((bottom - top) * _SCALE)
        column = Image.new("RGB", (1, rows))
        colours = [(at, _rgb(colour)) for at, colour in stops]
        for row in range(rows):
            column.putpixel((0, row), _between(colours, row / max(rows - 1, 1)))
        band = column.resize((self.width * _SCALE, rows), Image.Resampling.NEAREST)
        self._image.paste(band, (0, round(top * _SCALE)))

    def shape(self, points: Iterable[Point], colour: str, alpha: float = 1) -> None:
        """Fill a polygon, translucent where `alpha` is below 1."""
        outline = [(x * _SCALE, y * _SCALE) for x, y in points]
        if alpha >= 1:
            self._pen.polygon(outline, fill=colour)
            return
        left, right = int(min(x for x, _ in outline)), int(max(x for x, _ in outline)) + 1
        top, bottom = int(min(y for _, y in outline)), int(max(y for _, y in outline)) + 1
        left, top = max(left, 0), max(top, 0)
        right = min(right, self.width * _SCALE)
        bottom = min(bottom, self.height * _SCALE)
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top), 0)
        moved = [(x - left, y - top) for x, y in outline]
        ImageDraw.Draw(mask).polygon(moved, fill=round(255 * alpha))
        self._image.paste(_rgb(colour), (left, top, right, bottom), mask)

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, alpha: float = 1
    ) -> None:
        """Fill a rectangle given by its upper left corner and its size."""
        if alpha >= 1:
            corners = (x, y, x + width, y + height)
            left, top, right, bottom = (round(c * _SCALE) for c in corners)
            if right > left and bottom > top:
                self._pen.rectangle((left, top, right - 1, bottom - 1), fill=colour)
            return
        upper, lower = [(x, y), (x + width, y)], [(x + width, y + height), (x, y + height)]
        self.shape([*upper, *lower], colour, alpha)

    def disc(self, x: float, y: float, radius: float, colour: str, flat: float = 1) -> None:
        """Fill a circle around (x, y), or an ellipse whose height is `flat` times its width."""
        tall = radius * flat
        corners = (x - radius, y - tall, x + radius, y + tall)
        self._pen.ellipse([c * _SCALE for c in corners], fill=colour)

    def line(self, points: Iterable[Point], colour: str, width: float = 2) -> None:
        """Draw a line through points, with round joints."""
        path = [(x * _SCALE, y * _SCALE) for x, y in points]
        self._pen.line(path, fill=colour, width=max(1, round(width * _SCALE)), joint="curve")

    def dashes(
        self, points: Sequence[Point], colour: str, width: float = 2, every: int = 2
    ) -> None:
        """Draw every second (or third, …) pair of neighbouring points as a dash."""
        for start in range(0, len(points) - 1, every):
            self.line(points[start : start + 2], colour, width)

    def glow(self, x: float, y: float, radius: float, colour: str, alpha: float = 0.6) -> None:
        """Lay a soft round light around (x, y)."""
        size = round(radius * 2 * _SCALE)
        # Pillow's gradient ends at the corners (255), not at the edges (180).
        soft = Image.radial_gradient("L").point(
            [round(max(0, 1 - v / 178) ** 2 * 255 * alpha) for v in range(256)]
        )
        corner = (round((x - radius) * _SCALE), round((y - radius) * _SCALE))
        lamp = Image.new("RGB", (size, size), colour)
        self._image.paste(lamp, corner, soft.resize((size, size), Image.Resampling.BILINEAR))

    def word(self, x: float, y: float, text: str, colour: str, size: int, space: float = 0) -> None:
        """Write `text` centred on (x, y), its letters `space` pixels further apart."""
        font = ImageFont.load_default(size * _SCALE)
        widths = [font.getlength(letter) + space * _SCALE for letter in text]
        at = x * _SCALE - (sum(widths) - space * _SCALE) / 2
        for letter, width in zip(text, widths, strict=True):
            self._pen.text((at, y * _SCALE), letter, font=font, fill=colour, anchor="lm")
            at += width

    def finish(self, grain: int = 7) -> Image.Image:
        """Return the sheet in its own size, with a faint grain like that of printed paper."""
        image = self._image.reduce(_SCALE)
        tile = Image.frombytes("L", (400, 400), Random(7).randbytes(160_000))
        tile = tile.point([v * grain // 255 for v in range(256)])
        noise = Image.new("L", image.size)
        for x in range(0, image.width, 400):
            for y in range(0, image.height, 400):
                noise.paste(tile, (x, y))
        image.paste((20, 20, 30), (0, 0), noise)
        return image


def wave(
    width: float, level: float, height: float, length: float, phase: float = 0, step: int = 20
) -> list[Point]:
    """Return the line of a swell from left to right: two sines around `level`."""
    return [
        (
            x,
            level
            + height * sin(2 * pi * (x / length) + phase)
            + height * 0.4 * sin(2 * pi * (x / length) * 2.3 + phase * 1.7),
        )
        for x in range(-step, round(width) + 2 * step, step)
    ]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _between(
    stops: Sequence[tuple[float, tuple[int, int, int]]], at: float
) -> tuple[int, int, int]:
    for (start, first), (end, second) in pairwise(stops):
        if at <= end:
            share = (at - start) / (end - start)
            mixed = [round(a + (b - a) * share) for a, b in zip(first, second, strict=True)]
            return mixed[0], mixed[1], mixed[2]
    return stops[-1][1]
