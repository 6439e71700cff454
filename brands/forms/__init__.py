from brands.forms.case import CaseForm
from brands.forms.photos import PhotoForm
from brands.forms.rows import AuthorRows, FigureRows
from brands.forms.writing import Writing

__all__ = ["AuthorRows", "CaseForm", "FigureRows", "PhotoForm", "Writing"]
