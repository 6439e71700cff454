"""Short silent films: a slow drift over a picture, with subtitles, encoded by ffmpeg where there is one."""

import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Timer

from PIL import Image

from . import subtitles
from .gallery import draw

try:
    import imageio_ffmpeg
except ImportError:
    imageio_ffmpeg = None

UPRIGHT = (540, 960)
RATE = 15  # frames a second: enough for a slow drift
PATIENCE = 60  # seconds before a stuck encoder is stopped
ROOM = 1.16  # how much larger than the frame the picture under it is
FADE = 0.5  # seconds for a subtitle to come and go


def film(kind, seed, lines, seconds=8, size=UPRIGHT):
    """An H.264 MP4 of a picture with its subtitles in turn, as bytes; None where there is no ffmpeg.

    `size` must be even. Raises ValueError for an unknown kind, RuntimeError if the encoder fails.
    """
    ffmpeg = find_ffmpeg()
    if ffmpeg is None:
        return None
    stills = frames(kind, seed, lines, round(seconds * RATE), size)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "film.mp4")
        _encode(_command(ffmpeg, size, out), stills, Path(folder, "log.txt"))
        return out.read_bytes()


def poster(kind, seed, size=UPRIGHT):
    """The first view of a film, without words."""
    return _view(_ground(kind, seed, size), size, 0, seed)


def find_ffmpeg():
    """The encoder's path: MEDIA_FFMPEG, then the system's, then the one that imageio-ffmpeg brings; or None."""
    if path := os.environ.get("MEDIA_FFMPEG") or shutil.which("ffmpeg"):
        return path
    if imageio_ffmpeg is None:
        return None
    try:
        return imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError:
        return None


def _ground(kind, seed, size):
    return draw(kind, seed, (round(size[0] * ROOM), round(size[1] * ROOM)))


def _view(ground, size, t, seed):
    """What the frame shows at share t of the film: it drifts sideways and slowly closes in."""
    ease = t * t * (3 - 2 * t)
    grow = 1 + 0.08 * (1 - ease)
    w, h = size[0] * grow, size[1] * grow
    side = ease if seed % 2 else 1 - ease
    x, y = (ground.width - w) * side, (ground.height - h) * (0.5 - 0.3 * (ease - 0.5))
    return ground.resize(size, Image.Resampling.BILINEAR, box=(x, y, x + w, y + h))


def frames(kind, seed, lines, count, size):
    """The film's frames as raw RGB, one after another."""
    ground, dark = _ground(kind, seed, size), subtitles.shade(size)
    laid = [subtitles.words(line, size) for line in lines]
    if not any(laid):
        dark = None
    for i in range(count):
        frame = _view(ground, size, i / max(1, count - 1), seed)
        if dark:
            frame.paste((24, 20, 16), (0, subtitles.band_top(size)), dark)
            _subtitle(frame, laid, i, count)
        yield frame.tobytes()


def _subtitle(frame, laid, i, count):
    """Lay the words whose turn it is, fading in and out."""
    turn = count / len(laid)
    masks = laid[min(len(laid) - 1, int(i / turn))]
    if masks is None:
        return
    since, left = i % turn, turn - i % turn
    strength = min(1, since / (FADE * RATE) + 0.1, left / (FADE * RATE))
    for mask, colour in ((masks[1], (20, 16, 12)), (masks[0], (255, 252, 244))):
        frame.paste(
            colour,
            (0, frame.height - mask.height),
            mask if strength >= 1 else mask.point([round(v * strength) for v in range(256)]),
        )


def _command(ffmpeg, size, out):
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{size[0]}x{size[1]}", "-r", str(RATE), "-i", "pipe:0"]
    h264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "27", "-maxrate", "340k", "-bufsize", "340k"]
    finish = ["-an", "-pix_fmt", "yuv420p", "-map_metadata", "-1", "-fflags", "+bitexact", "-movflags", "+faststart"]
    return [ffmpeg, "-hide_banner", "-v", "error", "-y", *raw, *h264, *finish, "-f", "mp4", str(out)]


def _encode(command, stills, log):
    """Feed the frames to the encoder; stop it when it hangs, and say why when it fails."""
    with log.open("wb") as errors:
        encoder = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=errors)  # noqa: S603
        watch = Timer(PATIENCE, encoder.kill)
        watch.start()
        try:
            # A pipe that breaks means that the encoder has died: its return code tells.
            with suppress(BrokenPipeError), encoder:
                for still in stills:
                    encoder.stdin.write(still)
        finally:
            watch.cancel()
    if encoder.returncode != 0:
        raise RuntimeError(f"ffmpeg could not make the film: {log.read_text(errors='replace')[-300:] or 'it hung'}")
