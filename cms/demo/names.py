"""Village names for the demonstration city: invented, plausible in the hills of northern Fujian, always the same."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

HILL_FIRST = (
    "上下前后里外东西南北中大小长高横古新双九白青红乌金银石沙岩泉溪洋岭云霞月"
    "松竹梅桂樟枫榕杉柏桃梨柿茶莲禾麦兰芦栗桐楮龙凤虎狮象鹤牛鹿燕雁"
)
HILL_SECOND = (
    "坑 洋 墩 溪 岭 桥 垅 坪 坂 厝 源 屯 窠 畲 坳 岩 坊 湾 渡 潭 塘 峰 际 埠 埔 园 林 坡 坝 井 亭 坞 洲 寨 岗 台 "
    "溪口 桥头 岭头 坑口 墩上 坪尾 岭后 溪尾 坂头 山下 岭下 塘边 井边 林下 坑尾 洋头 坪上 桥下 垅口 坂尾 墩头 "
    "溪墘 坊头 洋尾"
)
# A surname goes with a homestead word only: 陈坊 is a village, 陈林 is a person.
FAMILY_FIRST = "林陈吴叶范周杨张郑游江魏詹廖官谢黄李马"
FAMILY_SECOND = "坑 墩 垅 坂 厝 屯 窠 畲 坊 埔 坞 寨"
TOWN_FIRST = "东西南北上下中新古长文武书学仓塔云龙凤鹤桂樟榕松竹梅莲桃柳茶兰金银石泉福安和仁义永兴平清明瑞"
TOWN_SECOND = "街 巷 桥 井 坊 园 亭 湖 渡 墩 塘 洲 台 山 湾 源 桥头"

# Well-known places, and words that mean something else than a village.
AWKWARD = """
松溪 龙岩 桂林 桃源 黄埔 红岩 龙湾 金坑 金湖 兰溪 石林 柏林 柏林下 小林 小桥 小岗
大寨 九寨 大坂 西湖 东湖 中山 文山 石台 泉洲 福洲 兰洲 柳洲 梅洲 文洲 东源 平山
武山 文源 东洋 西洋 南洋 北洋 外洋 大洋 银洋 上坊 下岭 上岭 下渡 上坡 下坡 里坡
上台 下台 前台 后台 大台 小台 中台 月台 上岗 下岗 里林 外林 高潭 高井 高坑 高塘
高洲 高渡 高湾 高溪 九园 里渡 中渡 中际 月厝 月屯 月窠 月畲 月寨 月埠 月垅 霞窠
霞屯 溪岩 溪岭 溪桥 洋岩 洋峰 岭岩 岩溪 官窠 官畲 江畲 象林 上山 下山 上街 下街
上巷 下巷 上湖 下湖 平台 清台 学台 明台 明街 明桥头 学渡 学桥 学洲 学湾 学山 学桥头
书渡 书洲 书街 书湾 书桥头 武渡 武洲 武湾 武桥头 义塘 义湾 义山 义洲 仁湾 仁洲 和街
安街 平街 永街 仁街 和桥头 安桥头 平桥头 永桥头 义桥头 清桥头 福桥头 仁桥头 瑞桥头
"""


def village_names(township: str, count: int, taken: Collection[str]) -> list[str]:
    """Make `count` names (社区 in a 街道, else 村) that are not in `taken`: the township's own first, as its seat.

    The order depends on the township's name alone. No word comes twice in one township while fresh words last.
    Raises ValueError when the stock cannot give so many.
    """
    root, town = _root(township), township.endswith("街道")
    ending = "社区" if town else "村"
    pairs = sorted(_town_pairs() if town else _hill_pairs(), key=lambda pair: _digest(township, *pair))
    used = {name.removesuffix("社区").removesuffix("村") for name in taken}
    seat = [root] if root not in used else []
    free = [pair for pair in pairs if "".join(pair) not in used | {root}]
    names = (seat + _varied(free, count))[:count]
    if len(names) < count:
        raise ValueError(f"{township}: asked for {count} village names, only {len(names)} are left")
    return [name + ending for name in names]


def villages_per_township(total: int, townships: Sequence[str], fixed: Mapping[str, Collection[str]]) -> dict[str, int]:
    """Spread a county's `total` villages over its townships, unevenly as in life; the sum is exact.

    Each township gets at least its `fixed` villages (those with a given name, counted in the result), and at least one.
    """
    least = {name: max(len(fixed.get(name, ())), 1) for name in townships}
    spare = total - sum(least.values())
    if spare < 0:
        raise ValueError(f"{total} villages are too few for {len(townships)} townships")
    weights = {name: 6 + int(_digest("size", name), 16) % 10 for name in townships}
    whole = sum(weights.values())
    counts = {name: least[name] + spare * weights[name] // whole for name in townships}
    by_remainder = sorted(townships, key=lambda name: -(spare * weights[name] % whole))
    for name in by_remainder[: total - sum(counts.values())]:
        counts[name] += 1
    return counts


def _root(township: str) -> str:
    for ending in ("街道", "镇", "乡"):
        if township.endswith(ending):
            return township.removesuffix(ending)
    raise ValueError(f"{township} is neither 镇 nor 乡 nor 街道")


def _digest(*words: str) -> str:
    return hashlib.sha256("/".join(words).encode()).hexdigest()


def _hill_pairs() -> list[tuple[str, str]]:
    return [*_pairs(HILL_FIRST, HILL_SECOND), *_pairs(FAMILY_FIRST, FAMILY_SECOND)]


def _town_pairs() -> list[tuple[str, str]]:
    return _pairs(TOWN_FIRST, TOWN_SECOND)


def _pairs(firsts: str, seconds: str) -> list[tuple[str, str]]:
    awkward = set(AWKWARD.split())
    return [(a, b) for a in firsts for b in seconds.split() if a not in b and a + b not in awkward]


def _varied(pairs: Sequence[tuple[str, str]], count: int) -> list[str]:
    """Take names in rounds: a word that a round has used waits for the next one."""
    names: list[str] = []
    while pairs and len(names) < count:
        words: set[str] = set()
        later = []
        for pair in pairs:
            if words.isdisjoint(pair):
                words.update(pair)
                names.append("".join(pair))
            else:
                later.append(pair)
        pairs = later
    return names[:count]
