"""The demo estate as data: places, people, offices and groups, the same at every start."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

NAME = "锦江苑"
AREAS, BLOCKS, VILLAS, HOMES = 7, 36, 43, 2755
STAIRS, FLOORS, PER_FLOOR = 3, 6, 4
WITH_TELEGRAM = 1200
NEIGHBOURS = "桂花邻里组"

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛"
    "叶阎余潘杜戴夏钟汪田任姜"
)
GIVEN = (
    "秀英", "桂兰", "玉珍", "淑华", "建国", "建军", "志强", "国华", "丽华", "秀兰", "海燕", "晓梅", "春花", "红梅",
    "永刚", "文博", "子涵", "欣怡", "雨桐", "浩然", "宇轩", "思远", "佳琪", "梦洁", "俊杰", "雪梅", "振华", "德福",
    "金凤", "小平", "卫东", "爱民", "丹丹", "静怡", "立新", "云飞", "凯", "敏", "静", "磊", "洋", "艳",
    "勇", "娟", "涛", "超", "霞", "平", "刚", "桂英", "兰英", "玉兰", "凤英", "明", "芳", "伟",
    "强",
)  # fmt: skip
FOREIGN = ["Anna", "Olga", "Marco", "Yuki", "Daniel", "Fatima", "Lucas", "Mina"]


@dataclass(frozen=True)
class HomePlace:
    """`parent` is the key of the place above; the community itself has key 0 and is not listed."""

    key: int
    parent: int
    kind: str
    name: str


@dataclass(frozen=True)
class Dweller:
    key: int
    name: str
    language: str
    home: int | None
    role: str
    telegram: bool
    started: bool

    @property
    def registered(self) -> bool:
        """Whether the register knows them; the group has members whom it does not."""
        return self.role not in ("stranger", "newcomer")


@dataclass(frozen=True)
class Held:
    title: str
    place: int
    person: int


@dataclass(frozen=True)
class Group:
    """`circle`: not the place's, but where this circle of its building heads meets."""

    title: str
    place: int
    members: tuple[int, ...]
    bot: str
    circle: str = ""


@dataclass(frozen=True)
class Featured:
    """Somebody the page offers to be, with a line about them."""

    person: int
    zh: str
    en: str


@dataclass
class Estate:
    places: list[HomePlace] = field(default_factory=list)
    people: list[Dweller] = field(default_factory=list)
    offices: list[Held] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    featured: list[Featured] = field(default_factory=list)
    gathered: dict[int, tuple[int, ...]] = field(default_factory=dict)  # a neighbours' group → its dwellings

    @property
    def homes(self) -> list[HomePlace]:
        return [place for place in self.places if place.kind == "dwelling"]

    def add(self, parent: int, kind: str, name: str) -> int:
        self.places.append(HomePlace(len(self.places) + 1, parent, kind, name))
        return len(self.places)

    def move_in(
        self, name: str, home: int | None, role: str, language: str, *, telegram: bool = True, started: bool = True
    ) -> int:
        self.people.append(Dweller(len(self.people) + 1, name, language, home, role, telegram, telegram and started))
        return len(self.people)


def estate(small: bool = False) -> Estate:
    """The community of 2,755 homes, or with `small` a handful of buildings."""
    made, chance = Estate(), random.Random(20221209)
    _build(made, small)
    _neighbours(made)
    _cast(made)
    _fill(made, chance, small)
    _appoint(made)
    _gather(made)
    return made


def _build(made: Estate, small: bool) -> None:
    areas = [made.add(0, "area", f"第{number}片区") for number in "一二三四五六七"[: 1 if small else AREAS]]
    blocks = 4 if small else BLOCKS
    extra = [] if small else _extras()
    for number in range(1, blocks + 1):
        building = made.add(areas[(number - 1) * len(areas) // blocks], "building", f"{number}栋")
        _stairs(made, building, 2 if small else STAIRS, extra[number - 1] if extra else 0, 4 if small else FLOORS)
    for number in range(1, 1 if small else VILLAS + 1):
        made.add(areas[-1], "dwelling", f"别墅{number}")


def _extras() -> list[int]:
    """Flats under the roof: what is missing to 2,755 homes, shared out evenly."""
    missing = HOMES - VILLAS - BLOCKS * STAIRS * FLOORS * PER_FLOOR
    return [missing // BLOCKS + (number < missing % BLOCKS) for number in range(BLOCKS)]


def _stairs(made: Estate, building: int, stairs: int, extra: int, floors: int) -> None:
    for number in range(1, stairs + 1):
        stair = made.add(building, "stair", f"{number}单元")
        for floor in range(1, floors + 1):
            for door in range(1, (2 if floors < FLOORS else PER_FLOOR) + 1):
                made.add(stair, "dwelling", f"{floor}{door:02}")
        for door in range(1, len(range(number, extra + 1, stairs)) + 1):
            made.add(stair, "dwelling", f"{floors + 1}{door:02}")


def _neighbours(made: Estate) -> None:
    """The lower floors of two stairs in building 3 have a neighbour head of their own."""
    third = next(place.key for place in made.places if place.name == "3栋")
    stairs = {place.key for place in made.places if place.parent == third and place.name in ("1单元", "2单元")}
    homes = tuple(home.key for home in made.homes if home.parent in stairs and home.name[0] in "12")
    made.gathered[made.add(third, "neighbours", NEIGHBOURS)] = homes


def _cast(made: Estate) -> None:
    """Those whom the page offers first, some of whom have never pressed Start; and one who has no Telegram."""
    for name, home, role, language, started, zh, en in CAST:
        place = _at(made, home) if home else None
        person = made.move_in(name, place, role, language, started=started)
        made.featured.append(Featured(person, zh, en))
    name, home = WITHOUT_TELEGRAM
    made.move_in(name, _at(made, home), "owner", "zh", telegram=False)


CAST = (
    ("王芳", "3栋2单元101", "owner", "zh", True, "3栋2单元101，孩子的妈妈", "3-2-101, a mother"),
    ("李桂兰", "3栋1单元102", "owner", "zh", True, "72岁的李奶奶，3栋1单元102", "Granny Li, 72, 3-1-102"),
    ("陈建国", "3栋1单元201", "owner", "zh", True, "陈师傅，3栋楼栋长", "Mr Chen, head of building 3"),
    ("Anna Petrova", "2栋1单元301", "tenant", "en", True, "2栋租户，说英文", "a tenant in building 2, speaks English"),
    ("赵敏", "1栋2单元302", "owner", "zh", False, "1栋，还没和机器人私聊过", "building 1, never pressed Start"),
    ("周文华", "1栋1单元101", "owner", "zh", True, "周老师，维护员", "Ms Zhou, the steward"),
    ("刘洋", "2栋2单元202", "tenant", "zh", True, "2栋租户，晚上常在家", "a tenant in building 2"),
    ("孙卫东", None, "works_here", "zh", True, "物业经理", "the property manager"),
    ("林静", None, "works_here", "zh", True, "社工，召集人", "a social worker and organiser"),
    ("路过的人", None, "stranger", "zh", False, "不住这里，也不在群里", "a stranger, in no group"),
    (
        "王梅",
        None,
        "stranger",
        "zh",
        False,
        "住在外地，妈妈是81岁的王秀兰",
        "in another city; her mother Wang Xiulan is 81",
    ),
    ("小马", None, "newcomer", "zh", False, "刚搬来，进了群，还没登记", "just moved in: in the group, no home yet"),
    ("张老板", None, "stranger", "zh", False, "门口开小卖部的，不住这里", "keeps the shop at the gate"),
    ("何婶", "3栋1单元202", "owner", "zh", True, "3栋1单元202，邻长", "Aunt He, 3-1-202, neighbour head"),
)
WITHOUT_TELEGRAM = ("王秀兰", "3栋1单元301")  # 81; her daughter and her neighbours act for her


def _at(made: Estate, path: str) -> int:
    building, rest = path.split("栋")
    stair, dwelling = rest.split("单元")
    place = 0
    for kind, name in (("building", f"{building}栋"), ("stair", f"{stair}单元"), ("dwelling", dwelling)):
        place = next(
            p.key for p in made.places if (p.kind, p.name) == (kind, name) and (kind == "building" or p.parent == place)
        )
    return place


def _fill(made: Estate, chance: random.Random, small: bool) -> None:
    homes, names = made.homes, _names(chance)
    taken = {person.home for person in made.people}
    households = homes[::3] if small else homes
    share = 0.7 if small else WITH_TELEGRAM / 6300
    for home in households:
        if home.key in taken:
            continue
        for nth in range(chance.choices((0, 1, 2, 3, 4), (4, 18, 38, 28, 12))[0]):
            role = "owner" if nth == 0 and chance.random() < 0.7 else "tenant" if nth == 0 else "family"
            foreign = chance.random() < 0.01
            name = chance.choice(FOREIGN) if foreign else next(names)
            language, telegram = "en" if foreign else "zh", chance.random() < share
            made.move_in(name, home.key, role, language=language, telegram=telegram, started=chance.random() < 0.8)


def _names(chance: random.Random) -> Iterator[str]:
    while True:
        yield chance.choice(SURNAMES) + chance.choice(GIVEN)


def _appoint(made: Estate) -> None:
    cast = {person.name: person.key for person in made.people[: len(CAST)]}
    made.offices += [
        Held("steward", 0, cast["周文华"]),
        Held("property_manager", 0, cast["孙卫东"]),
        Held("social_worker", 0, cast["林静"]),
        Held("neighbour_head", next(iter(made.gathered)), cast["何婶"]),
    ]
    owners = _owners_by_place(made)
    for place in made.places:
        if place.kind in ("building", "stair"):
            able = owners.get(place.key, [])[place.kind == "stair" :]  # the first may well be the building's head
            head = [cast["陈建国"]] if place.name == "3栋" else able[:1]
            made.offices += [Held(f"{place.kind}_head", place.key, person) for person in head]
    areas = [place for place in made.places if place.kind == "area"]
    with_telegram = [person.key for person in made.people[len(CAST) :] if person.started]
    made.offices += [Held("area_worker", area.key, person) for area, person in zip(areas, with_telegram, strict=False)]


def _owners_by_place(made: Estate) -> dict[int, list[int]]:
    """Who could hold an office in a building or stair: owners living there who have met the bot."""
    above = {place.key: place.parent for place in made.places}
    found: dict[int, list[int]] = {}
    for person in made.people:
        if person.home and person.started and person.role == "owner":
            stair = above[person.home]
            for place in (stair, above.get(stair, 0)):
                found.setdefault(place, []).append(person.key)
    return found


def _gather(made: Estate) -> None:
    """The community's group, where the bot is an admin; two more, where it hears only what is said to it."""
    everybody = tuple(person.key for person in made.people if person.telegram and person.role != "stranger")
    heads = tuple(
        dict.fromkeys(office.person for office in made.offices if office.title in ("building_head", "social_worker"))
    )
    third = next(place.key for place in made.places if place.name == "3栋")
    below = {place.key: place.parent for place in made.places}
    neighbours = tuple(
        person.key
        for person in made.people
        if person.telegram and person.home and below.get(below[person.home]) == third
    )
    made.groups += [
        Group(f"{NAME}邻里大群", 0, everybody, "administrator"),
        Group("楼栋长议事群", 0, heads, "member", circle="楼栋长会"),
        Group("3栋邻居", third, neighbours, "member"),
    ]
