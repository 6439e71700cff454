from cms.review.models.decision import Decision, Seat, TakeDown
from cms.review.models.page import ReviewedPage
from cms.review.models.round import Round
from cms.review.models.task import ReviewTask
from cms.review.models.term import TermRule, terms
from cms.review.text import Text

__all__ = ["Decision", "ReviewTask", "ReviewedPage", "Round", "Seat", "TakeDown", "TermRule", "Text", "terms"]
