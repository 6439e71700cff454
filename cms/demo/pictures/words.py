"""What a picture shows, in one Chinese sentence, for those who cannot see it: true of what was drawn."""

from .gallery import KINDS, mood_of
from .sitters import sitter

LIGHT = {
    "celadon": "淡青的晨光里",
    "jade": "碧绿的山色里",
    "ochre": "暖黄的天光下",
    "rose": "粉红的霞光里",
    "mistblue": "薄薄的蓝雾里",
    "spring": "嫩绿的春天里",
    "autumn": "金褐的秋色里",
    "rain": "细雨中",
    "snow": "小雪中",
    "dusk": "傍晚的余晖里",
    "harvest": "金黄的收成时节",
    "dawn": "天刚亮的时候",
    "indigo": "深蓝的夜里",
    "teal": "墨绿的夜色里",
    "plumeve": "入夜时分",
}
SCENES = {
    "yard": "老屋前的院子，有人站在桌边讲，乡亲们坐在凳子上听",
    "raft": "青山下的河面上，一张竹筏载着客人，戴斗笠的人撑着竹篙",
    "papercut": "群山前面，圆纸上一幅大红的剪纸花",
    "mountain": "云雾里的高山，崖上有亭子和老松，有人沿石阶往上走",
    "town": "白墙黑瓦的老城，远处立着一座鼓楼，人们在屋前走动",
    "school": "乡村学校的操场，老师和孩子们在一起，旁边立着旗杆",
    "market": "赶圩的日子，一把把大伞下摆着菜摊，人来人往",
    "lantern": "一串串红灯笼挂在老屋前，大人孩子出来看灯",
    "tea": "一垄垄茶树绕着山坡，戴斗笠的人在采茶，坡上有间小屋",
    "bridge": "一座老桥跨过溪水，有人从桥上走过，水里映着倒影",
    "opera": "乡村戏台上正在唱戏，台下坐满了人",
    "field": "一畦一畦的田地伸向远山，有人在地里干活",
    "ricefield": "弯弯的梯田一层接一层，几个人弯着腰在田里忙",
    "oldroad": "石板古道弯弯曲曲通向凉亭，路边有大树，有人赶路",
    "ancestralhall": "一座翘角的老祠堂，门前有乡亲",
    "river": "宽阔的河面上有小船，远处有塔和连绵的山",
    "library": "村里的书屋，窗外是远山，几个人围着长桌看书",
    "clinic": "村卫生所门前，穿白褂的医生和乡亲们坐在一起",
    "drum": "空地上立着红鼓和彩旗，乡亲们坐着听",
    "night": "月亮下的山村和水边亮着灯",
}
AGES = {"young": "年轻", "middle": "中年", "elder": "年长"}
HAIR = {
    "ponytail": "扎着马尾",
    "bob": "留着齐耳短发",
    "long": "披着长发",
    "braids": "梳着两条辫子",
    "bun": "盘着发髻",
    "perm": "留着卷发",
    "side": "留着齐颈的头发",
    "kerchief": "包着头巾",
    "parted": "留着短发",
    "crew": "留着平头",
    "quiff": "留着短发",
    "straw": "戴着草帽",
    "back": "头发向后梳",
    "fringe": "头顶已秃",
    "cap": "戴着便帽",
}
CLOTHES = {
    "shirt": "衬衫",
    "knots": "盘扣布衫",
    "apron": "碎花围裙",
    "vest": "志愿者红马甲",
    "jacket": "外套",
    "white_coat": "白大褂",
    "knit": "毛线背心",
    "tunic": "中山装",
}


def describe(kind, seed):
    """The sentence for the picture that `draw` makes of this kind and seed."""
    if kind not in KINDS:
        raise ValueError(f"no picture of the kind {kind!r}")
    if kind == "portrait":
        return _portrait(sitter(seed))
    return f"插画：{LIGHT[mood_of(kind, seed).name]}，{SCENES[kind]}。"


def _portrait(who):
    glasses = "，戴眼镜" if who.glasses else ""
    person = f"{AGES[who.age]}的{'女子' if who.woman else '男子'}"
    return f"插画：一位{person}的半身像，{HAIR[who.hair]}{glasses}，穿{CLOTHES[who.clothes]}，身后是远山。"
