"""Kinds of pleas: what words are taken for before somebody corrects it."""

import tomllib
from pathlib import Path

import pytest

from bot.domain import kinds
from bot.domain.aid import KINDS
from bot.domain.kinds import Kinds

DATA = tomllib.loads((Path(kinds.__file__).parents[1] / "data" / "kinds.toml").read_text(encoding="utf-8"))
WORDS = Kinds.of(DATA)

TABLE = {
    "medicine": [
        "布洛芬", "退烧药", "藥", "一盒感冒灵", "两片止痛药", "连花清瘟胶囊", "碘伏棉签",
        "云南白药", "Ibuprofen", "some cough syrup", "paracetamol for tonight",
    ],
    "thing": [
        "借一把梯子", "梯子", "创可贴", "plasters",
        "充电器", "电饭锅", "打气筒", "折叠椅两把", "螺丝刀", "婴儿推车", "纸箱", "轮椅",
        "行李箱借两天", "体温计", "抗原试剂", "a thermometer", "a ladder", "phone charger",
        "two folding chairs", "a drill", "药箱", "screwdriver",
    ],
    "errand": [
        "帮忙取个快递", "搭把手搬东西", "代买一袋米", "帮我扔垃圾", "打印几张纸", "帮忙抬沙发", "浇花三天",
        "喂猫两天", "帮我买点菜", "换个灯泡", "someone to carry a sofa", "print two pages", "pick up my parcel",
        "water my plants", "feed the cat",
    ],
    "company": [
        "陪我妈去医院", "陪老人聊聊天", "想找人下棋", "帮忙照看孩子一小时", "晚上一起散步", "遛狗", "看会儿孩子",
        "someone to talk to", "babysit for an hour", "keep my mother company", "walk my dog",
    ],
    "ride": [
        "搭车去高铁站", "送我到医院", "明天顺路捎我一程", "拼车上班", "接孩子放学", "开车送一下老人",
        "坐谁的车去机场", "a ride to the station", "a lift to the hospital", "drive us to the airport",
        "carpool to work",
    ],
    "skill": [
        "会修水龙头的", "教我用手机", "找个律师问问", "帮忙翻译一封信", "谁会理发", "电工看一下插座", "孩子作业辅导",
        "装个窗帘", "怎么填社保表", "缝裤脚", "fix a tap", "an electrician", "help with my homework",
        "someone who speaks English", "a haircut for grandpa",
    ],
    "wish": [
        "微心愿：一个书包", "奶奶的心愿是拍张照", "有个愿望", "a small wish: a radio",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, every in TABLE.items() for said in every])
def test_words_are_taken_for_a_kind(kind: str, said: str) -> None:
    assert WORDS.of_words(said) == kind


def test_the_table_is_long_enough_and_names_every_kind() -> None:
    assert sum(len(every) for every in TABLE.values()) >= 60
    assert set(TABLE) == set(KINDS) == {*WORDS.words, kinds.THING}


@pytest.mark.parametrize(("said", "urgent"), [
    ("很急，要布洛芬", True), ("马上要一把梯子", True), ("急需充电器", True), ("urgent: a ladder", True),
    ("梯子", False), ("不着急，明天就行", False), ("a ladder tomorrow", False),
])  # fmt: skip
def test_whoever_says_so_is_in_a_hurry(said: str, urgent: bool) -> None:
    assert WORDS.is_urgent(said) == urgent
