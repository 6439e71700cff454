"""The demonstration city's pictures and short films, drawn by program: nothing downloaded, nobody photographed."""

from .films import film, poster
from .gallery import KINDS, draw
from .jpeg import save_jpeg
from .sitters import sitter
from .words import describe

__all__ = ["KINDS", "describe", "draw", "film", "poster", "save_jpeg", "sitter"]
