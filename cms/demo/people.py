"""The people of the demonstration city: every role somewhere, each with a random password of their own."""

import random
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from cms.accounts.models import User
from cms.accounts.passwords import one_time_password
from cms.demo import content
from cms.pages.slugs import pinyin_slug
from cms.places.models import Membership, PlacePage, Role, Tier

SURNAMES = "陈林黄张吴李王郑周叶杨徐何罗江魏范詹游廖"
GIVEN = [
    "秋生",
    "月英",
    "建平",
    "丽华",
    "志远",
    "晓燕",
    "国梁",
    "美珍",
    "文斌",
    "海棠",
    "立新",
    "春梅",
    "启明",
    "素芬",
    "家栋",
    "慧兰",
    "永康",
    "雪琴",
    "松涛",
    "桂香",
    "一鸣",
    "佩玲",
    "德厚",
    "秀峰",
    "卫东",
    "彩云",
    "书恒",
    "金凤",
    "长庚",
    "玉洁",
    "开泰",
    "爱莲",
    "思源",
    "巧云",
    "向阳",
    "淑贞",
    "景行",
    "红英",
    "致远",
    "小满",
]
COUNTY_POSTS = (
    ("editor", Role.EDITOR),
    ("editor2", Role.EDITOR),
    ("reviewer", Role.REVIEWER),
    ("nominator", Role.NOMINATOR),
    ("manager", Role.MANAGER),
    ("dispatcher", Role.DISPATCHER),
)
CITY_POSTS = (
    ("editor", Role.EDITOR),
    ("editor2", Role.EDITOR),
    ("reviewer", Role.REVIEWER),
    ("signer", Role.SIGNER),
    ("signer2", Role.SIGNER),
    ("nominator", Role.NOMINATOR),
    ("nominator2", Role.NOMINATOR),
    ("manager", Role.MANAGER),
    ("dispatcher", Role.DISPATCHER),
    ("judge", Role.JUDGE),
)


class Accounts:
    """Makes accounts and remembers what to hand over: user name, password, role, place."""

    def __init__(self, seed: str = "云麓"):
        self.rng = random.Random(seed)  # noqa: S311 - names only; passwords come from `secrets`
        self.rows: list[tuple[str, str, str, str]] = []

    def name(self) -> str:
        return self.rng.choice(SURNAMES) + self.rng.choice(GIVEN)

    def add(self, username: str, place, role: Role, name: str = "") -> User:
        """Make one account with one membership."""
        password = one_time_password()
        user = User.objects.create(username=username, name=name or self.name(), password=make_password(password))
        Membership.objects.create(user=user, place_id=place.pk, role=role)
        self.rows.append((username, password, Role(role).label, place.title))
        return user

    def write(self, path: Path) -> None:
        """Write the accounts for whoever runs the demonstration; readable by its owner only."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.chmod(0o600)
        lines = ["username\tpassword\trole\tplace", *("\t".join(row) for row in self.rows)]
        path.write_text("\n".join(lines) + "\n")


def build(home) -> None:
    """Make the people of the city, the counties, and of every township and village that the content tells of."""
    accounts = Accounts()
    root_password = one_time_password()
    User.objects.create_superuser("root", root_password, name="系统管理员")
    accounts.rows.append(("root", root_password, "系统管理员", home.title))
    for post, role in CITY_POSTS:
        accounts.add(f"city-{post}", home, role)
    for county in PlacePage.objects.filter(tier=Tier.CENTRE).order_by("path"):
        _county(accounts, county)
    accounts.write(settings.VAR_DIR / "demo-accounts.tsv")


def _county(accounts: Accounts, county: PlacePage) -> None:
    for post, role in COUNTY_POSTS:
        accounts.add(f"{county.slug}-{post}", county, role)
    told_of = next(item for item in content.load("townships") if item["name"] == county.title)
    for town in (town for town in told_of["townships"] if "villages" in town):
        institute = PlacePage.objects.get(path__startswith=county.path, tier=Tier.INSTITUTE, title=town["name"])
        accounts.add(f"{county.slug}-{_plain(institute.title)}-checker", institute, Role.CHECKER)
        for village in PlacePage.objects.child_of(institute).filter(title__in=town["villages"]):
            accounts.add(f"{county.slug}-{_plain(village.title)}", village, Role.CONTRIBUTOR)
    for speaker in (item for item in content.load("speakers") if item["county"] == county.title):
        accounts.add(f"{county.slug}-speaker", county, Role.LECTURER, name=speaker["name"])


def _plain(title: str) -> str:
    """Return a place's pinyin without its last word and without dashes, e.g. 上埔村 → shangpu."""
    for ending in ("街道", "社区", "镇", "乡", "村"):
        if title.endswith(ending):
            title = title.removesuffix(ending)
            break
    return pinyin_slug(title).replace("-", "")
