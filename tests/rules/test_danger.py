"""Danger words: what is danger, of which kind, and what only sounds like it."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import danger
from bot.domain.danger import Danger, Words
from bot.domain.rules import RuleError
from bot.domain.text.matching import PAIRS

DATA = tomllib.loads((Path(danger.__file__).parents[1] / "data" / "danger.toml").read_text(encoding="utf-8"))
WORDS = Words.of(DATA)
TRADITIONAL = {new: old for old, new in zip(PAIRS[::2], PAIRS[1::2], strict=True)}
NINE = 1_764_291_600

DANGER = {
    "gas": [
        "家里煤气味很大", "厨房煤气泄漏了", "楼道里闻到煤气", "燃气报警器一直响", "天然气漏了怎么办", "液化气罐漏气",
        "对门可能煤气中毒", "瓦斯味好重", "I smell gas", "gas leak in the kitchen", "there is a strong smell of gas",
        "the gas pipe is leaking", "carbon monoxide alarm is ringing", "煤气灶漏气了快来人",
    ],
    "fire": [
        "着火了", "我家厨房着火了！", "楼下电瓶车起火了", "3栋2单元冒黑烟", "楼道里都是浓烟", "电动车自燃",
        "油锅烧起来了", "失火了快来", "隔壁火灾", "充电的电瓶车爆炸了", "烟雾报警器响个不停", "Fire!",
        "the kitchen is on fire", "there's a fire on the third floor", "smoke is coming out of the window",
        "I smell burning", "阳台衣服烧起来了",
    ],
    "lift": [
        "电梯困人了", "我被困在电梯里", "孩子关在电梯里了", "3栋电梯里有人出不来",
        "电梯卡住了，我在里面出不来，困在里面", "老人卡在电梯里", "奶奶困电梯了", "I am stuck in the lift",
        "people trapped in the elevator", "the lift stopped with someone inside",
    ],
    "wire": [
        "有人触电了", "热水器漏电", "电线杆倒了", "楼下地上有电线断了", "刚才被电到了", "插座打火花",
        "he got an electric shock", "live wire on the path", "the socket is sparking",
    ],
    "body": [
        "老人摔倒了起不来", "我爸胸口疼", "奶奶晕倒了", "他昏过去了", "孩子抽搐", "我妈喘不上气", "叫不醒我爷爷",
        "没有呼吸了", "流了好多血", "血止不住", "快叫救护车", "鱼刺卡喉咙了", "老伴心脏不舒服", "从楼梯上摔下来",
        "有人坠楼", "我快不行了", "孩子掉进水里了", "误服了洗洁精", "爷爷口吐白沫", "邻居大爷跌倒在门口",
        "我老婆羊水破了", "胸闷得厉害", "my mother collapsed", "he is not breathing", "I have chest pain",
        "she fell and can't get up", "he is bleeding badly", "I think it's a heart attack",
        "please call an ambulance", "grandma won't wake up", "my son is unconscious", "I can't breathe",
    ],
    "despair": [
        "不想活了", "我真的活不下去了", "我想自杀", "想跳楼", "活着没意思", "我好想死", "死了算了", "吞了一瓶安眠药",
        "我割腕了", "邻居想不开", "我写好遗书了", "我撑不下去了", "I want to die", "I want to kill myself",
        "I don't want to live", "thinking about suicide", "I can't go on living", "took too many pills",
    ],
    "home": [
        "我老公打我", "家暴", "他又打我了", "楼上有人打老婆", "我被丈夫打了", "他拿着菜刀要砍我", "爸爸喝了酒就打我",
        "儿子打老人", "他说要杀我", "我被打了", "他把我锁在家里", "my husband hits me", "he is beating her",
        "domestic violence next door", "my boyfriend choked me", "he threatened to kill me", "he has a knife",
    ],
}  # fmt: skip

HARMLESS = [
    "游戏里死了", "笑死了", "热死了", "灯泡烧了", "累死了", "饿死了", "气死我了", "笑死我了哈哈", "热得想死",
    "想死你们了", "作业多得想死", "吓死我了", "困死了", "忙死了", "煤气灶打不着火", "煤气费怎么交", "换煤气罐",
    "燃气公司电话多少", "借个燃气泄漏检测仪", "天然气灶要清洗", "煤气表没电了", "一起火锅吧", "坐着火车回家",
    "打火机", "灭火器过期了", "消防演练几点", "火灾保险", "嗓子冒烟了", "孩子又烧起来了", "吃火锅", "去年楼下着火了",
    "万一着火了怎么办", "小心着火", "没着火", "生意火了", "发火", "上火了", "锅烧糊了", "电梯坏了", "电梯卡丢了",
    "电梯停了两天", "沙发卡在电梯里了", "电梯按钮按不动", "办电梯卡", "充电线断了", "漏电保护器跳了", "看触电影院",
    "接触电器要小心", "电表坏了", "怕触电", "不想活动", "跳楼价", "跳楼大甩卖", "鱼快死了", "花不想活了",
    "我家猫不想活动", "看自杀小队", "有什么想不开的", "打我电话", "他打我手机没接", "别打我主意", "他打我微信了",
    "打孩子电话", "被打折", "他打我球赢了", "被打断了", "打车", "打印几张纸", "打扫卫生", "打我的电话", "手机摔了",
    "防摔倒扶手", "地滑容易摔倒", "晕车药", "胸罩", "急救包", "头晕", "肚子疼", "流鼻涕", "玩具救护车", "心疼",
    "孩子发烧", "布洛芬", "借一把梯子", "心脏病药", "感冒", "伤口贴", "求助 布洛芬 孩子发烧", "孩子39度",
    "我妈高血压", "轮椅", "要一个冰袋", "you are on fire today", "fire extinguisher", "fire drill tomorrow",
    "campfire songs", "he was fired", "firewood", "in the game I died", "I died laughing", "dying to see you",
    "so tired I could sleep", "burning calories", "the bulb burnt out", "gas bill", "gas stove to give away",
    "I need a gas leak detector", "lift is out of order", "lift key card", "my sofa is stuck in the lift",
    "charging cable", "power cut", "hit me up", "he beat me at chess", "beats me", "call me", "suicide squad dvd",
    "the shelf collapsed", "choking hazard", "I have a headache", "my son has a fever", "first aid kit", "a ladder",
    "fell in love", "晚上关电梯吗", "电梯里有人抽烟", "电梯门卡住了", "燃气费漏交了", "跟着起来跳舞", "年轻生活",
    "独自尽力", "装上吊灯", "孩子跳楼梯玩", "带孩子打疫苗", "拿刀要削苹果", "我家衣服掉下去了",
    "从楼上掉下来一条被子", "钥匙掉进井里", "车被砸了", "贵得吐血", "吐血推荐", "钱包大出血", "爆炸头",
    "被人打扫干净", "我被锁在门外了", "救命药", "救命太好笑了", "论文写不完我要疯了", "gave me a heart attack",
    "drowning in work", "she passed out flyers", "my shirt fell from the balcony", "help me carry a sofa",
    "need help", "the fire alarm test is on Monday", "phone fell", "my heart will go on",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, every in DANGER.items() for said in every])
def test_words_of_danger_are_heard_with_their_kind(kind: str, said: str) -> None:
    assert WORDS.kind_of(said) == kind


@pytest.mark.parametrize("said", HARMLESS)
def test_what_only_sounds_like_danger_is_no_alarm(said: str) -> None:
    assert WORDS.kind_of(said) is None


@pytest.mark.parametrize(
    "said", ["救命", "救命啊！", "SOS", "help!", "我快死了", "快来救人", "求求你们救救我", "I'm dying"]
)
def test_a_bare_cry_for_help_is_danger_of_any_kind(said: str) -> None:
    assert WORDS.kind_of(said) == "other"


def test_the_tables_are_as_long_as_they_have_to_be() -> None:
    assert sum(len(every) for every in DANGER.values()) >= 60 and len(HARMLESS) >= 60


EVERY = [said for every in DANGER.values() for said in every] + HARMLESS


def _spaced(said: str, where: set[int]) -> str:
    """Spaces between Chinese signs, and wider ones where some stand already."""
    out = ""
    for at, sign in enumerate(said):
        loose = at and "\u3400" <= sign <= "\u9fff" and "\u3400" <= said[at - 1] <= "\u9fff"
        out += " " * 2 + sign if at in where and (loose or sign == " ") else sign
    return out


@settings(max_examples=400)
@given(st.sampled_from(EVERY), st.sets(st.integers(0, 40)), st.booleans(), st.booleans())
def test_case_traditional_signs_and_spaces_change_nothing(
    said: str, where: set[int], loud: bool, traditional: bool
) -> None:
    written = "".join(TRADITIONAL.get(sign, sign) for sign in said) if traditional else said
    written = _spaced(written.upper() if loud else written, where)

    assert WORDS.kind_of(written) == WORDS.kind_of(said)


@given(st.text(max_size=200))
def test_any_words_can_be_read(said: str) -> None:
    assert WORDS.kind_of(said) in {None, *WORDS.kinds}


def test_every_kind_names_a_number_and_only_danger_to_life_tells_of_itself() -> None:
    assert all(kind.numbers for kind in WORDS.kinds.values())
    quiet = {key for key, kind in WORDS.kinds.items() if danger.first_state(kind) == "quiet"}
    assert quiet == {"despair", "home", "other"}


def test_the_head_is_told_once_and_an_ending_is_taken_back_for_a_day() -> None:
    asking = Danger(1, 10, None, "body", 5, None, "asking", NINE)

    told = asking.tell(at=NINE + 60)
    over = told.over(at=NINE + 90)

    assert (told.state, told.told_at) == ("told", NINE + 60) and told.tell(at=NINE + 70) == told
    assert over.over(at=NINE + 99) == over and over.tell(at=NINE + 100).state == "told"
    assert asking.decline().decline().state == "quiet" and asking.decline().tell(at=NINE).state == "told"
    with pytest.raises(RuleError, match="danger-too-long-ago"):
        over.tell(at=NINE + 2 * 86_400)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("despair", "我不想活了 上次也是"), ("despair", "我割了手腕"), ("home", "去年老公打我"),
        ("body", "我妈晕-倒了"), ("body", "我妈没气了"), ("body", "孩子不动了"), ("body", "爸爸没反应了"),
    ],
)  # fmt: skip
def test_nothing_said_beside_it_and_no_sign_between_hides_danger(kind: str, said: str) -> None:
    assert WORDS.kind_of(said) == kind


@pytest.mark.parametrize("said", ["上次电梯困人了", "去年我爸晕倒过", "孩子没反应过来", "看电影里有人自杀"])
def test_what_is_long_over_is_no_danger_to_life_now(said: str) -> None:
    assert WORDS.kind_of(said) is None
