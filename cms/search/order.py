"""The order of results: title hits first, then the newest."""

from django.db.models import F

DATES = ("first_published_at", "created_at")


def newest_first(model) -> list:
    """Return the ordering by the date the model has, or by primary key alone."""
    names = {field.name for field in model._meta.get_fields()}
    dates = [F(name).desc(nulls_last=True) for name in DATES if name in names]
    return [*dates[:1], "-pk"]


def in_order(hits, title_hit, *, by_relevance: bool, score_field: str | None = None):
    """Sort the hits; where relevance is not asked for, the queryset keeps its own order."""
    if score_field:
        hits = hits.annotate(**{score_field: title_hit})
    if by_relevance:
        return hits.order_by(title_hit.desc(), *newest_first(hits.model))
    return hits if hits.query.order_by else hits.order_by("-pk")
