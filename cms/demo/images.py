"""The pictures and films of the demonstration city, drawn by the program on every core."""

import os
import re
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile

from cms.demo import content
from cms.demo.pictures import describe, draw, film, poster, save_jpeg
from cms.places.models import PlaceAccess, PlacePage, Tier
from media.models import CustomImage, Video
from media.models.files import Consent, People

SIZES = {"portrait": (900, 1125)}
SIZE = (1440, 900)


def _drawn(scene: dict) -> bytes:
    """Draw one scene as a JPEG; runs in a worker process and touches no database."""
    return _jpeg(draw(scene["kind"], scene["seed"], SIZES.get(scene["kind"], SIZE)))


def _jpeg(drawing) -> bytes:
    out = BytesIO()
    save_jpeg(drawing, out)
    return out.getvalue()


def filmed(item: dict) -> tuple[bytes, bytes] | None:
    """Film one check-in: where it is told, and its first two sentences as subtitles; return the film and its poster."""
    scene = item["scene"]["kind"], item["scene"]["seed"]
    sentences = [part.strip() for part in re.split(r"[。！？\n]+", item["transcript"]) if part.strip()]
    made = film(*scene, [item["site"], *sentences[:2]], seconds=6)
    return made and (made, _jpeg(poster(*scene)))


class Studio:
    """Draws every picture and film in processes of their own while the city is laid out and written."""

    def __init__(self):
        self.wanted = everything()
        self.pool = ProcessPoolExecutor(os.cpu_count())
        self.drawings = [self.pool.submit(_drawn, item["scene"]) for item in self.wanted]
        self.filming = {item["key"]: (item, self.pool.submit(filmed, item)) for item in content.load("checkins")}

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.pool.shutdown(cancel_futures=True)


class Album:
    """Every drawn picture, found by the seed of its scene."""

    def __init__(self, studio: Studio):
        self.studio = studio
        self.images: dict[int, CustomImage] = {}
        self.collections = {
            a.place.title: a.collection for a in PlaceAccess.objects.select_related("place", "collection")
        }

    def fill(self) -> None:
        """Keep the pictures as they get ready: each item has scene, alt, and perhaps title, credit, county, people."""
        for item, drawing in zip(self.studio.wanted, self.studio.drawings, strict=True):
            self.images[item["scene"]["seed"]] = self._keep(item, drawing.result())

    def _keep(self, item: dict, data: bytes) -> CustomImage:
        scene = item["scene"]
        shown = scene["kind"] == "portrait"
        return CustomImage.objects.create(
            title=(item.get("title") or item["alt"])[:80],
            description=item["alt"] if shown else describe(scene["kind"], scene["seed"]),
            credit=item.get("credit", "云麓市融媒体中心绘图"),
            people=People.ADULTS if shown else People.NOBODY,
            consent=Consent.GIVEN if shown else Consent.NOT_ASKED,
            consent_note="聘任时签署，存市级宣讲团" if shown else "",
            collection=self.collections[item.get("county") or "云麓市"],
            file=ImageFile(BytesIO(data), name=f"{scene['kind']}-{scene['seed']}.jpg"),
        )

    def __getitem__(self, scene: dict) -> CustomImage:
        return self.images[scene["seed"]]

    def film(self, key: str) -> Video | None:
        """Return a check-in's short film by its key, or None where there is no ffmpeg."""
        item, filming = self.studio.filming[key]
        made = filming.result()
        return made and self._film(item, *made)

    def _film(self, item: dict, data: bytes, first: bytes) -> Video:
        return Video.objects.create(
            title=item["title"],
            type="video",
            duration=6,
            width=540,
            height=960,
            file=ContentFile(data, name=f"{item['key']}.mp4"),
            thumbnail=ContentFile(first, name=f"{item['key']}.jpg"),
            collection=self.collections[item["county"]],
        )


def everything() -> list[dict]:
    """Return every picture that the content asks for."""
    wanted = []
    for name in ("brands", "stories", "checkins", "courses", "speakers", "news"):
        wanted += [{"county": item["county"], **item} for item in content.load(name)]
    for case in content.cases():
        wanted += [{**photo, "title": photo["caption"], "county": case["county"]} for photo in case["photos"]]
    return wanted


def place_of(item: dict) -> PlacePage | None:
    """Return the village that an item tells of, or None."""
    if not item.get("place"):
        return None
    county = PlacePage.objects.get(tier=Tier.CENTRE, title=item["county"])
    return PlacePage.objects.get(path__startswith=county.path, title=item["place"])
