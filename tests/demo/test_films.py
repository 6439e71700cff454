"""The demonstration city's films: small, playable from the first bytes, with Chinese subtitles where a font is."""

import os
import struct
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from cms.demo import images
from cms.demo.pictures import film, films, poster, subtitles

LINES = ["渡口的灯亮了四十年，每天傍晚都有人去添油。", "灯亮着，过河的人心里就踏实。"]
SIZE = (270, 480)
needs_ffmpeg = pytest.mark.skipif(films.find_ffmpeg() is None, reason="no ffmpeg on this machine")


def boxes(data):
    """The MP4 boxes of one level, as (name, content) in the order they stand."""
    out, at = [], 0
    while at + 8 <= len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        out.append((name.decode("latin-1"), data[at + 8 : at + size]))
        at += size
    return out


def inside(data, *path):
    """The content of the box at the end of a path of names."""
    for name in path:
        data = dict(boxes(data))[name]
    return data


@needs_ffmpeg
def test_a_film_can_start_before_it_is_all_there():
    names = [name for name, _ in boxes(film("night", 4, LINES, seconds=2, size=SIZE))]
    assert names[0] == "ftyp"
    assert names.index("moov") < names.index("mdat")


@needs_ffmpeg
@pytest.mark.parametrize("seconds", [2, 3])
def test_a_film_is_as_long_as_asked(seconds):
    header = inside(film("raft", 4, LINES, seconds=seconds, size=SIZE), "moov", "mvhd")
    scale, length = struct.unpack(">II", header[12:20])
    assert length / scale == pytest.approx(seconds, abs=0.1)


@needs_ffmpeg
def test_a_film_is_one_silent_h264_track_of_the_right_size():
    moov = inside(film("raft", 4, LINES, seconds=2, size=SIZE), "moov")
    tracks = [content for name, content in boxes(moov) if name == "trak"]
    assert len(tracks) == 1
    width, height = struct.unpack(">II", inside(tracks[0], "tkhd")[-8:])
    assert (width >> 16, height >> 16) == SIZE
    described = inside(tracks[0], "mdia", "minf", "stbl", "stsd")
    assert described[12:16] == b"avc1"


@needs_ffmpeg
def test_a_full_film_is_light():
    assert len(film("market", 9, [*LINES, *LINES])) <= 400_000


@needs_ffmpeg
def test_a_check_in_gets_its_film_and_a_poster_of_the_same_shape():
    item = {"scene": {"kind": "raft", "seed": 4}, "site": "渡口", "transcript": "灯亮着。过河的人心里就踏实。"}
    made, first = images.filmed(item)

    assert boxes(made)[0][0] == "ftyp"
    shown = Image.open(BytesIO(first))
    assert (shown.format, shown.size) == ("JPEG", films.UPRIGHT)


def test_without_ffmpeg_there_is_no_film(monkeypatch):
    monkeypatch.delenv("MEDIA_FFMPEG", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(films, "imageio_ffmpeg", None)
    assert film("raft", 4, LINES) is None


def test_an_encoder_that_fails_is_reported(monkeypatch, tmp_path):
    broken = tmp_path / "ffmpeg"
    broken.write_text("#!/bin/sh\necho no such codec >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("MEDIA_FFMPEG", os.fspath(broken))
    with pytest.raises(RuntimeError, match="no such codec"):
        film("raft", 4, LINES, seconds=2, size=SIZE)


def test_an_encoder_that_hangs_is_stopped(monkeypatch, tmp_path):
    stuck = tmp_path / "ffmpeg"
    stuck.write_text("#!/bin/sh\nexec sleep 60\n")
    stuck.chmod(0o755)
    monkeypatch.setenv("MEDIA_FFMPEG", os.fspath(stuck))
    monkeypatch.setattr(films, "PATIENCE", 0.5)
    with pytest.raises(RuntimeError, match="it hung"):
        film("raft", 4, LINES, seconds=2, size=SIZE)


def test_an_unknown_kind_of_film_is_refused():
    with pytest.raises(ValueError, match="castle"):
        poster("castle", 1)


def test_a_poster_is_the_films_first_view_without_words():
    first = poster("raft", 4, SIZE)
    assert first.size == SIZE
    plain = next(films.frames("raft", 4, [], 30, SIZE))
    assert first.tobytes() == plain


@pytest.mark.skipif(subtitles.font(20) is None, reason="no Chinese font on this machine")
def test_subtitles_lie_in_the_lower_third_and_inside_the_frame():
    for line in (LINES[0], "短", "长" * 60):
        mask, _ = subtitles.words(line, SIZE)
        left, top, right, bottom = mask.getbbox()
        assert 0 < left < right < SIZE[0]
        assert SIZE[1] * 0.6 <= subtitles.band_top(SIZE) + top
        assert subtitles.band_top(SIZE) + bottom < SIZE[1]


@pytest.mark.skipif(subtitles.font(20) is None, reason="no Chinese font on this machine")
def test_a_line_changes_the_frame_and_an_empty_one_does_not():
    bare, worded, empty = (list(films.frames("raft", 4, lines, 30, SIZE))[15] for lines in ([], ["灯亮着"], ["", "  "]))
    assert bare == empty
    assert bare != worded


def test_without_a_font_there_are_no_subtitles(monkeypatch):
    monkeypatch.setattr(subtitles, "font", lambda size: None)
    frames = list(films.frames("raft", 4, LINES, 4, SIZE))
    assert frames == list(films.frames("raft", 4, [], 4, SIZE))


def test_a_row_never_starts_with_a_closing_mark():
    text = "他说：“灯亮着，过河的人，心里就踏实了。”大家都点头，没有人说话。"
    for most in range(4, 16):
        rows = subtitles.broken(text, lambda row, most=most: len(row) <= most)
        assert "".join(rows) == text
        assert not [row for row in rows[1:] if row[0] in "，。”"]


def test_the_picture_drifts():
    frames = list(films.frames("raft", 4, [], 20, SIZE))
    assert frames[0] != frames[10] != frames[19]
    assert ImageChops.difference(poster("raft", 4, SIZE), poster("raft", 5, SIZE)).getbbox()
