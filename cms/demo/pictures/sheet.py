"""The drawing surface: flat shapes, fades, glows, mist and reflections, drawn at twice the size."""

import copy
from functools import cache
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from . import lines
from .colours import mix
from .turns import in_turn

WIDE = 1300
OVER = 2  # drawn this many times too large, then reduced, for smooth edges


class Sheet:
    """A drawing surface measured in thousandths of its short side, with its mood, its inks and its dice.

    `at` gives a view of the same surface with another origin and scale, in which objects are drawn as if alone.
    """

    def __init__(self, size, mood, dice, seed=0):
        self.size, self.mood, self.dice, self.seed = size, mood, dice, seed
        self.ink, self.warm_ink = mood.inks(), mood.by_lamp().inks()
        self.unit = OVER * min(size) / 1000
        self.w, self.h = (OVER * side / self.unit for side in size)
        self.image = Image.new("RGB", (size[0] * OVER, size[1] * OVER), mood.sky_low)
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.middle = self.w / 2 + (dice.uniform(-80, 80) if self.w > WIDE else 0)
        self.ox = self.oy = 0.0
        self.kx = self.ky = self.unit

    @property
    def tall(self):
        """Whether the picture stands upright, as a film for a phone does."""
        return self.h > self.w

    def chance(self, share):
        """Whether something happens that happens in this share of pictures."""
        return self.dice.random() < share

    def in_turn(self, choices, salt):
        """One of the choices, so that neighbouring seeds take different ones."""
        return in_turn(self.seed, choices, salt)

    @property
    def roomy(self):
        """How much larger the main things may be on a wide sheet than on an upright one."""
        return 1.08 if self.w < WIDE else 1.3

    def level(self, y):
        """Where a height of the usual 1000-unit landscape lies on this sheet; upright sheets keep more ground."""
        return y * self.h / 1000 * (0.86 if self.tall else 1)

    def at(self, x, y, scale=1.0, *, flip=False):
        """A view with its origin at (x, y), scaled, and mirrored if asked."""
        view = copy.copy(self)
        view.ox, view.oy = self.ox + x * self.kx, self.oy + y * self.ky
        view.kx, view.ky = self.kx * scale * (-1 if flip else 1), self.ky * scale
        return view

    def lamplit(self):
        """A view whose things stand in lamplight: at night they are brighter and warmer than what is round them."""
        view = copy.copy(self)
        view.ink = self.warm_ink
        return view

    def px(self, points):
        """Points of this view as pixels."""
        return [(self.ox + x * self.kx, self.oy + y * self.ky) for x, y in points]

    def poly(self, points, fill):
        """A filled polygon."""
        self.pen.polygon(self.px(points), fill=fill)

    def blob(self, points, fill):
        """A filled shape with a smooth outline through the points."""
        self.poly(lines.smooth(points, closed=True, steps=6), fill)

    def rect(self, x0, y0, x1, y1, fill):
        """A filled box; corners in any order."""
        (a, b), (c, d) = self.px([(x0, y0), (x1, y1)])
        self.pen.rectangle((min(a, c), min(b, d), max(a, c), max(b, d)), fill=fill)

    def oval(self, x, y, rx, ry, fill):
        """A filled ellipse."""
        ((a, b),) = self.px([(x, y)])
        rx, ry = abs(rx * self.kx), abs(ry * self.ky)
        self.pen.ellipse((a - rx, b - ry, a + rx, b + ry), fill=fill)

    def disc(self, x, y, r, fill):
        """A filled circle."""
        self.oval(x, y, r, r, fill)

    def stroke(self, points, width, fill):
        """A line with round ends and joints; opaque colours only, because joints overlap."""
        spots, thick = self.px(points), max(1, round(abs(width * self.ky)))
        self.pen.line(spots, fill=fill, width=thick, joint="curve")
        r = thick / 2 - 0.5
        if r >= 1:
            for x, y in (spots[0], spots[-1]):
                self.pen.ellipse((x - r, y - r, x + r, y + r), fill=fill)

    def fade(self, points, top, bottom):
        """A polygon that fades from a colour at its top to another at its bottom."""
        self.fill(points, [top, bottom])

    def fill(self, points, colours):
        """A polygon filled with a vertical run of colours, evenly spaced over its own height."""
        spots = self.px(points)
        y_top, y_end = min(y for _, y in spots), max(y for _, y in spots)
        x0, x1 = max(0, int(min(x for x, _ in spots))), min(self.image.width, int(max(x for x, _ in spots)) + 1)
        y0, y1 = max(0, int(y_top)), min(self.image.height, int(y_end) + 1)
        if x1 <= x0 or y1 <= y0:
            return
        mask = Image.new("L", (x1 - x0, y1 - y0))
        ImageDraw.Draw(mask).polygon([(x - x0, y - y0) for x, y in spots], fill=255)
        run = _column(colours, round(y_end - y_top) + 1).crop((0, y0 - int(y_top), 1, y1 - int(y_top)))
        self.image.paste(run.resize(mask.size, Image.Resampling.NEAREST), (x0, y0), mask)

    def drape(self, crest, colours, ends):
        """Everything below a crest line, in a vertical run of colours.

        `ends` is where the run of colours ends and where the painting may stop, because something nearer covers it.
        Only the rows that the crest crosses need a mask, which makes it several times faster than `fill`.
        """
        spots, w = self.px(crest), self.image.width
        (_, run_end), (_, stop) = self.px([(0, ends[0]), (0, ends[1])])
        top = max(0, int(min(y for _, y in spots)))
        low = min(self.image.height, int(max(y for _, y in spots)) + 1)
        stop = max(low, min(self.image.height, round(stop)))
        run = _column(colours, max(2, round(run_end) - top)).crop((0, 0, 1, stop - top))
        wide = run.resize((w, stop - top), Image.Resampling.NEAREST)
        mask = Image.new("L", (w, low - top))
        ImageDraw.Draw(mask).polygon(
            [(x, y - top) for x, y in spots] + [(w + 9, low - top + 9), (-9, low - top + 9)], fill=255
        )
        self.image.paste(wide.crop((0, 0, w, low - top)), (0, top), mask)
        self.image.paste(wide.crop((0, low - top, w, stop - top)), (0, low))

    def glow(self, x, y, r, fill):
        """A soft round light; the fourth number of the colour is its strength at the centre."""
        ((a, b),) = self.px([(x, y)])
        side = max(2, round(2 * r * abs(self.kx)))
        mask = _halo().resize((side, side)).point([v * fill[3] // 255 for v in range(256)])
        self.image.paste(fill[:3], (round(a - side / 2), round(b - side / 2)), mask)

    def mist(self, y, depth, fill):
        """A bank of mist across the sheet, thickest at y; the fourth number of the colour is its strength."""
        small = Image.new("L", (160, 40))
        pen = ImageDraw.Draw(small)
        for _ in range(7):
            x, wide, off = self.dice.uniform(-20, 160), self.dice.uniform(40, 90), self.dice.uniform(-5, 5)
            pen.ellipse((x - wide / 2, 16 + off, x + wide / 2, 25 + off), fill=fill[3])
        small = small.filter(ImageFilter.GaussianBlur(5))
        (_, top), (_, end) = self.px([(0, y - depth), (0, y + depth)])
        mask = small.resize((self.image.width, max(2, round(end - top))), Image.Resampling.BILINEAR)
        self.image.paste(fill[:3], (0, round(top)), mask)

    def mirror(self, y, depth, water):
        """Fill the depth below a waterline with what stands above it, upside down and paling into the water."""
        (_, top), (_, end) = self.px([(0, y), (0, y + depth)])
        top, tall = round(top), max(2, round(end - top))
        above = self.image.crop((0, max(0, top - int(tall * 1.15)), self.image.width, top))
        flipped = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((self.image.width, tall), reducing_gap=1.0)
        mask = _column([(110,) * 3, (180,) * 3, (246,) * 3], tall).convert("L")
        flipped.paste(water, (0, 0), mask.resize(flipped.size, Image.Resampling.NEAREST))
        self.image.paste(flipped, (0, top))

    def finish(self):
        """The picture at its real size, with a breath of paper grain."""
        picture = self.image.reduce(OVER)
        grain = _grain().crop((0, 0, *picture.size)) if max(picture.size) <= GRAIN else _grain().resize(picture.size)
        return ImageChops.add(picture, grain, 1, -128)


GRAIN = 1800


@cache
def _grain():
    """A sheet of paper grain around 128: soft clouds with a little tooth; always the same."""
    dice = Random(20)  # noqa: S311 - a texture, not a secret
    clouds = Image.frombytes("L", (120, 120), dice.randbytes(14400)).resize((GRAIN, GRAIN), Image.Resampling.BICUBIC)
    tooth = Image.new("L", (GRAIN, GRAIN))
    tile = Image.frombytes("L", (256, 256), dice.randbytes(65536)).filter(ImageFilter.GaussianBlur(0.8))
    for x in range(0, GRAIN, 256):
        for y in range(0, GRAIN, 256):
            tooth.paste(tile, (x, y))
    both = Image.blend(clouds, tooth, 0.5).point(
        [max(122, min(134, round(128 + (v - 127) * 0.035))) for v in range(256)]
    )
    return Image.merge("RGB", (both, both, both))


@cache
def _halo():
    """A disc of light that is white in the middle and black at its rim."""
    return Image.radial_gradient("L").point([round(255 * max(0, 1 - v / 180) ** 2) for v in range(256)])


def _column(colours, height):
    """A one-pixel-wide run of colours."""
    stops = max(2, min(height, 96))
    run = Image.new("RGB", (1, stops))
    for i in range(stops):
        place = i / (stops - 1) * (len(colours) - 1)
        low = min(int(place), len(colours) - 2)
        run.putpixel((0, i), mix(colours[low], colours[low + 1], place - low))
    return run.resize((1, height), Image.Resampling.BILINEAR)
