from cms.review.models.decision import Decision, Seat, TakeDown
from cms.review.models.page import ReviewedPage, Text
from cms.review.models.round import Round
from cms.review.models.task import ReviewTask

__all__ = ["Decision", "ReviewTask", "ReviewedPage", "Round", "Seat", "TakeDown", "Text"]
