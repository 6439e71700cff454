"""Shapes as lists of points: smooth curves, arcs, leaves, turned and moved."""

import math


def points(text):
    """Read points written as "x,y x,y"."""
    return [tuple(float(number) for number in pair.split(",")) for pair in text.split()]


def smooth(path, *, closed=False, steps=8):
    """Round the corners of a path: a Catmull-Rom curve through every point."""
    n = len(path)
    spans = n if closed else n - 1
    out = []
    for i in range(spans):
        a, b, c, d = (path[j % n if closed else min(max(j, 0), n - 1)] for j in range(i - 1, i + 3))
        out += [_between(a, b, c, d, t / steps) for t in range(steps)]
    return out if closed else [*out, path[-1]]


def _between(a, b, c, d, t):
    """The point at t (0–1) of the span from b to c, bent by its neighbours a and d."""
    return tuple(
        0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3)
        for p, q, r, s in zip(a, b, c, d, strict=True)
    )


def arc(centre, radii, start, stop, steps=24):
    """Points on an ellipse from one angle to another; degrees, 0 is right, 90 is down."""
    angles = (math.radians(start + (stop - start) * i / steps) for i in range(steps + 1))
    return [(centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in angles]


def turn(path, degrees, centre=(0, 0)):
    """Turn points clockwise about a centre."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    cx, cy = centre
    return [(cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos) for x, y in path]


def move(path, dx, dy):
    """Shift points."""
    return [(x + dx, y + dy) for x, y in path]


def leaf(length, width, steps=10):
    """A pointed leaf that starts at the origin and points right."""
    half = [(length * i / steps, width / 2 * math.sin(math.pi * (i / steps) ** 0.8)) for i in range(steps + 1)]
    return half + [(x, -y) for x, y in reversed(half[1:-1])]


def bow(start, stop, sag, steps=12):
    """A line between two points that hangs by `sag` in the middle, as a rope or an eave does."""
    ts = [i / steps for i in range(steps + 1)]
    return [
        (start[0] + (stop[0] - start[0]) * t, start[1] + (stop[1] - start[1]) * t + 4 * sag * t * (1 - t)) for t in ts
    ]


def bumpy(dice, radii, count=14, rough=0.12):
    """A smooth closed outline around the origin, like a treetop or a boulder."""
    spots = []
    for i in range(count):
        angle, reach = 2 * math.pi * i / count, 1 + dice.uniform(-rough, rough)
        spots.append((radii[0] * reach * math.cos(angle), radii[1] * reach * math.sin(angle)))
    return smooth(spots, closed=True, steps=5)


def taper(spine, width, steps=5):
    """A feather-like shape along a path: pointed at both ends, widest a little past its middle."""
    path = smooth(spine, steps=steps)
    left, right = [], []
    for i, (x, y) in enumerate(path):
        (x0, y0), (x1, y1) = path[max(0, i - 1)], path[min(len(path) - 1, i + 1)]
        long = math.hypot(x1 - x0, y1 - y0) or 1
        half = width / 2 * math.sin(math.pi * (i / (len(path) - 1)) ** 1.2)
        nx, ny = -(y1 - y0) / long * half, (x1 - x0) / long * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]
