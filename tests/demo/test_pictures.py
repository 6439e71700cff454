"""The demonstration city's pictures: always the same, never alike, light enough to send."""

import io

import pytest
from PIL import Image

from cms.demo.pictures import KINDS, describe, draw, save_jpeg, sitter

SMALL = (480, 300)
SEEDS = (101, 102, 307)


def fingerprint(picture):
    """A perceptual hash: whether each cell of a coarse grid is brighter than its right and its lower neighbour."""
    grid = picture.convert("L").resize((25, 17), Image.Resampling.BOX)
    bits = 0
    for y in range(16):
        for x in range(24):
            here = grid.getpixel((x, y))
            bits = bits << 2 | (here > grid.getpixel((x + 1, y))) << 1 | (here > grid.getpixel((x, y + 1)))
    return bits


def colour(picture):
    """The picture's mean colour."""
    return picture.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))


def alike(one, other):
    """Whether two pictures would be taken for the same one: shapes and colours both close."""
    shapes = (fingerprint(one) ^ fingerprint(other)).bit_count()
    colours = max(abs(a - b) for a, b in zip(colour(one), colour(other), strict=True))
    return shapes < 60 and colours < 6


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_draws_the_same_picture_each_time(kind):
    first, again = draw(kind, 7, SMALL), draw(kind, 7, SMALL)
    assert first.size == SMALL
    assert first.mode == "RGB"
    assert first.tobytes() == again.tobytes()


def test_sixty_three_pictures_have_sixty_three_fingerprints():
    prints = {fingerprint(draw(kind, seed, SMALL)) for kind in KINDS for seed in SEEDS}
    assert len(prints) == len(KINDS) * len(SEEDS) >= 60


@pytest.mark.parametrize("kind", KINDS)
def test_neighbouring_seeds_of_one_kind_are_visibly_different(kind):
    pictures = [draw(kind, seed, SMALL) for seed in range(101, 107)]
    pairs = [(i, j) for i in range(6) for j in range(i)]
    assert not [pair for pair in pairs if alike(pictures[pair[0]], pictures[pair[1]])]


def test_a_picture_is_alike_to_itself_after_jpeg(tmp_path):
    picture = draw("yard", 5, SMALL)
    save_jpeg(picture, tmp_path / "yard.jpg")
    assert alike(picture, Image.open(tmp_path / "yard.jpg"))


@pytest.mark.parametrize("size", [(540, 960), (400, 400), (1200, 500)])
def test_a_picture_fills_an_upright_a_square_and_a_wide_sheet(size):
    for kind in ("yard", "library", "portrait", "river"):
        assert draw(kind, 3, size).size == size


def test_an_unknown_kind_is_refused_with_the_kinds_there_are():
    with pytest.raises(ValueError, match=r"'castle'.*yard.*portrait"):
        draw("castle", 1)


@pytest.mark.parametrize("kind", ["market", "lantern", "tea", "library"])
def test_a_full_size_picture_is_a_light_progressive_jpeg(kind):
    out = io.BytesIO()
    save_jpeg(draw(kind, 12), out)
    assert len(out.getvalue()) <= 220_000
    saved = Image.open(io.BytesIO(out.getvalue()))
    assert (saved.size, saved.format) == ((1600, 1000), "JPEG")
    assert saved.info.get("progressive")


def test_a_picture_full_of_noise_is_saved_at_a_lower_quality():
    out = io.BytesIO()
    save_jpeg(Image.effect_noise((700, 500), 60).convert("RGB"), out)
    assert len(out.getvalue()) <= 220_000


def test_the_words_for_a_portrait_agree_with_its_sitter():
    for seed in range(40):
        who, words = sitter(seed), describe("portrait", seed)
        assert ("女子" in words) == who.woman == (seed % 2 == 0)
        assert ("眼镜" in words) == who.glasses


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_put_into_words(kind):
    words = {describe(kind, seed) for seed in range(30)}
    assert len(words) > 2
    assert all(sentence.startswith("插画：") and sentence.endswith("。") for sentence in words)
