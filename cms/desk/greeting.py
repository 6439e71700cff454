"""How the desk greets a person: by name, by the hour, and by where they work."""

from django.utils import timezone

from cms.places import scope

HOURS = ((5, "夜深了"), (9, "早上好"), (12, "上午好"), (14, "中午好"), (18, "下午好"), (23, "晚上好"))


def greeting(user) -> str:
    """Return e.g. 陈秋生，上午好."""
    hour = timezone.localtime().hour
    words = next((words for until, words in HOURS if hour < until), "夜深了")
    return f"{user.name}，{words}"


def unit(user) -> str:
    """Return the place where the person works, e.g. 上埔村; the first and how many there are when there are several."""
    places = list(dict.fromkeys(membership.place for membership in scope.memberships(user)))
    if not places:
        return "系统管理" if user.is_superuser else "还没有任职单位"
    return places[0].title if len(places) == 1 else f"{places[0].title}等 {len(places)} 处"
