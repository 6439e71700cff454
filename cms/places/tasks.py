from datetime import timedelta

from cms.core.chores import chore
from cms.places import night


@chore(every=timedelta(hours=1))
def follow_memberships() -> int:
    """Give and take the groups of terms that began or ended with the day; return how many people it concerned."""
    return night.sync_changed()
