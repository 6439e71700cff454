"""The demonstration city's pictures and short films, drawn by program: nothing is downloaded, nobody is photographed."""

from .films import film, poster
from .gallery import KINDS, draw
from .jpeg import save_jpeg

__all__ = ["KINDS", "draw", "film", "poster", "save_jpeg"]
