"""A day in the life of those who use it, over HTTP in `make play`'s own process, with the taps and characters it took.

Whoever presses Start has pressed it; what is counted comes after. A stranger "reports" by asking for help: tickets
come with repairs.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.playground.play import ZONE
from tests.journeys.phone import Phone
from tests.journeys.playing import Play
from tests.journeys.winter import pushes

DAY = 86_400
ADD = "https://t.me/linli_bot?startgroup=hello&admin=pin_messages+delete_messages+invite_users"
SHEET = {
    "zh": "楼栋,单元,房号,业主\n6栋,1单元,101,吴大明\n6栋,1单元,102,郑小燕\n",
    "en": "Building,Stair,Flat,Owners\n6栋,1,101,Wu Daming\n6栋,1,102,Zheng Xiaoyan\n",
}


class Estate:
    """The playground of one language, and everybody's phone in it."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.known = {person["first_name"]: person["id"] for person in play.featured()}
        self.phones: dict[str, Phone] = {}
        self.doors: list[str] = []

    def of(self, name: str) -> Phone:
        """The phone of somebody of the estate, who has pressed Start long ago."""
        if name not in self.phones:
            self.phones[name] = Phone(self.play, self.known[name], self.play.lang)
        return self.phones[name]

    def clock(self, seconds: int) -> None:
        """Pushed on by so many seconds."""
        self.play.act("clock", seconds=seconds)

    def at_ten(self) -> None:
        """Ten in the morning: whatever the hour is outside, nobody sleeps."""
        now = datetime.fromtimestamp(self.play.get("world")["now"], ZONE)
        self.play.act("clock", to=(now.replace(hour=10, minute=0) + timedelta(days=1)).timestamp())

    def stranger(self, name: str) -> Phone:
        tag = "zh-hans" if self.play.lang == "zh" else "en"
        made = self.play.act("person", first_name=name, language_code=tag)["person"]["id"]
        return Phone(self.play, made, self.play.lang)

    def group(self, *phones: Phone) -> int:
        return self.play.group_of(*(phone.who for phone in phones))

    def a_door(self) -> str:
        """The link of a door's code nobody has used: read off the sheet that the head has printed."""
        if not self.doors:
            head = self.of("陈建国")
            with head.counts("head prints the door codes", taps=3, typed=0):
                head.chooses("codes")
                head.tap(head.t("codes-print"))
            self.doors = _scanned(head.file(".pdf"), self.play.folder)
        return self.doors.pop()


def _scanned(sheet: bytes, folder: Path) -> list[str]:
    """The links of the first page, as a camera reads them."""
    if not shutil.which("pdftoppm") or not shutil.which("zbarimg"):
        pytest.skip("no camera here: apt install poppler-utils zbar-tools, then try again")
    (folder / "sheet.pdf").write_bytes(sheet)
    picture = folder / "sheet"
    subprocess.run(
        ["pdftoppm", "-r", "100", "-gray", "-l", "1", "-singlefile", folder / "sheet.pdf", picture], check=True
    )
    read = subprocess.run(["zbarimg", "-q", "--raw", f"{picture}.pgm"], check=True, capture_output=True, text=True)
    return read.stdout.split()


CAST = ("王芳", "李桂兰", "陈建国", "Anna Petrova", "周文华", "刘洋", "孙卫东", "林静", "何婶")


def moved_in(lang: str, folder: Path, *cast: str) -> Estate:
    """A playground where everybody who has met the bot reads this language."""
    play = Play(folder, lang)
    play.begin()
    estate = Estate(play)
    for name in cast:
        estate.of(name).starts()
        estate.of(name).learns(lang)
    return estate


@pytest.fixture(scope="module")
def estates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Estate]]:
    """One playground per language for the whole file; both at once, as the bot takes its time with every chat."""
    folders = {lang: tmp_path_factory.mktemp(lang) for lang in ("zh", "en")}
    with ThreadPoolExecutor() as at_once:
        made = list(at_once.map(lambda lang: moved_in(lang, folders[lang], *CAST), folders))
    yield made
    for estate in made:
        estate.play.end()


def in_both_languages(journey: Callable[[Estate], None]) -> Callable[[list[Estate]], None]:
    def test(estates: list[Estate]) -> None:
        with ThreadPoolExecutor() as at_once:
            for _ in at_once.map(partial(_noting, journey), estates):
                pass

    test.__doc__ = journey.__doc__
    return test


def _noting(journey: Callable[[Estate], None], estate: Estate) -> None:
    try:
        journey(estate)
    except BaseException as error:
        error.add_note(f"in {estate.play.lang}")
        raise


# the elderly resident


@in_both_languages
def test_she_scans_the_code_at_her_door_and_is_home(estate: Estate) -> None:
    zhu = estate.stranger("朱秀英")
    zhu.scans(estate.a_door())

    with zhu.counts("joining with the door's code", taps=3, typed=0):
        zhu.tap(zhu.t("join-i-am", role="owner"))
        zhu.sees(zhu.t("join-home"))
    assert zhu.t("key-ask") in zhu.board()


@in_both_languages
def test_without_a_code_the_pad_and_her_heads_tap_bring_her_home(estate: Estate) -> None:
    sun, head = estate.stranger("孙桂香"), estate.of("陈建国")
    sun.starts()

    with sun.counts("joining without a code", taps=5, typed=0):
        sun.tap(sun.t("join-i-am", role="tenant"))
        sun.tap("3栋")
        sun.tap("1单元")
        sun.tap("401")
        sun.sees(sun.t("join-waiting"))
    with sun.counts("a newcomer not yet confirmed asks for help", taps=3, typed=0):
        sun.key(sun.t("key-ask"))
        sun.tap(sun.t("ask-wish", what="carry"))
        sun.tap(sun.t("ask-publish"))
    sun.sees(sun.t("ask-mine-open", room="锦江苑邻里大群"))
    with head.counts("head confirms a neighbour", taps=3, typed=0):
        head.chooses("confirm")
        head.tap(head.t("join-yes"), "孙桂香")
    sun.sees(sun.t("join-home"))
    sun.tap(sun.t("ask-not-needed"), sun.t("ask-wish", what="carry"))
    sun.sees(sun.t("ask-mine-withdrawn"))


@in_both_languages
def test_her_whole_day_without_one_typed_character(estate: Estate) -> None:
    li, head, he = (estate.of(name) for name in ("李桂兰", "陈建国", "何婶"))
    head.chooses("notice")
    head.types("明早停水，请存点水" if estate.play.lang == "zh" else "No water tomorrow morning, please store some")
    head.tap(head.t("notice-publish"))

    with li.counts("a resident's day", typed=0):
        li.tap(li.t("notice-know"))
        li.sees(li.t("notice-you-know"))
        li.chooses("who")
        li.sees("陈建国")
        li.tap("陈建国")  # a line to the head, spoken
        li.sees(li.t("line-what", name="陈建国"))
        li.speaks()
        li.sees(li.t("line-carried", name="陈建国"))
        li.key(li.t("key-ask"))
        li.tap(li.t("ask-wish", what="ladder"))
        li.tap(li.t("ask-publish"))
        he.chat = estate.group(li, he)
        he.tap(he.t("ask-i-can", kind="thing"), he.t("ask-wish", what="ladder"))
        he.chat = "bot"
        li.tap(li.t("ask-solved"), "何婶")
        li.sees(li.t("ask-mine-done", who="何婶")[:5])
        li.key(li.t("key-mine"))
        li.tap(li.t("settings-button"))
        li.tap(li.t("settings-quiet-button"))
        li.tap("21:00")
        li.tap("7:00", li.t("quiet-until", start="21:00"))
        li.sees(li.t("settings-quiet", start="21:00", end="07:00", own="yes"))
        li.tap(li.t("settings-simple-button"))
        li.sees(li.t("simple-on"))
        li.chooses("help")
        li.sees(li.t("help-title"))
    assert head.t("line-play", media="voice") in head.labels()


# the stranger: first the matter, then the form


@in_both_languages
def test_a_stranger_with_a_doors_code_asks_before_any_form(estate: Estate) -> None:
    passing = estate.stranger("过路的")
    passing.scans(estate.a_door())

    with passing.counts("a stranger with a door's code asks for help", taps=2):
        passing.key(passing.t("key-ask"))
        passing.types("创可贴" if estate.play.lang == "zh" else "a plaster")
        passing.tap(passing.t("ask-publish"))
    passing.sees(passing.t("ask-mine-open", room="锦江苑邻里大群"))
    passing.tap(passing.t("ask-not-needed"))
    passing.sees(passing.t("ask-mine-withdrawn"))


# the neighbour without a telephone


@in_both_languages
def test_everything_a_resident_can_do_is_done_for_a_neighbour_without_a_telephone(estate: Estate) -> None:
    """Written down by the stair's neighbour head, then whatever there is to do, done for her, and said to be so."""
    he, wang = estate.of("何婶"), estate.of("王芳")
    with he.counts("neighbour head writes down a neighbour without a telephone", taps=6):
        he.chooses("for")
        he.tap(he.t("acting-note"))
        he.sees(he.t("acting-note-name"))
        he.types("刘秀珍 3-1-202")
        he.tap(he.t("acting-agreed"))
        he.tap(he.t("acting-begin", who="刘秀珍"))
    for_her = he.t("acting-begun", who="刘秀珍")
    he.sees(for_her)

    with he.counts("for her: ask, correct, withdraw", typed=10):
        he.key(he.t("key-ask"))
        he.tap(he.t("ask-wish", what="plaster"))
        he.sees("刘秀珍")
        he.tap(he.t("ask-publish"))
        he.tap(he.t("ask-change"))
        he.sees(he.t("ask-correct"))
        he.types("纱布" if estate.play.lang == "zh" else "gauze")
        he.tap(he.t("ask-not-needed"), "纱布" if estate.play.lang == "zh" else "gauze")
        he.sees(he.t("ask-mine-withdrawn"))
    with he.counts("for her: ask again, taken, solved", typed=0):
        he.key(he.t("key-ask"))
        he.tap(he.t("ask-wish", what="charger"))
        he.tap(he.t("ask-publish"), he.t("ask-wish", what="charger"))
        he.sees(he.t("ask-mine-open", room="锦江苑邻里大群"))
        wang.chat = estate.group(wang, he)
        wang.tap(wang.t("ask-i-can", kind="thing"), wang.t("ask-wish", what="charger"))
        wang.chat = "bot"
        he.tap(he.t("ask-solved"), "王芳")
        he.sees(he.t("ask-mine-done", who="王芳")[:6])
    with he.counts("for her: take what another neighbour asks for", typed=0):
        wang.key(wang.t("key-ask"))
        wang.tap(wang.t("ask-wish", what="print"))
        wang.tap(wang.t("ask-publish"))
        he.chooses("have")
        he.sees(he.t("ask-yours", agreed="no", who=he.t("ask-somebody", place="3栋")), he.t("ask-wish", what="print"))
        wang.sees("刘秀珍")
    with he.counts("for her: her home, and back to oneself", typed=0):
        he.chooses("home")
        he.sees("刘秀珍")
        he.key(he.t("acting-key-back"))
    he.sees(he.t("acting-ended"))
    assert he.t("key-todo") in he.board()


# the building head


@in_both_languages
def test_the_head_confirms_everybody_at_once(estate: Estate) -> None:
    head = estate.of("陈建国")
    newcomers = [estate.stranger(name) for name in ("钱一", "钱二", "钱三")]
    for newcomer, door in zip(newcomers, ("3-1-302", "3-1-402", "3-1-102"), strict=True):
        newcomer.starts()
        newcomer.tap(newcomer.t("join-i-am", role="family"))
        newcomer.sees(newcomer.t("join-where-how"))
        newcomer.types(door)

    with head.counts("head confirms a list of neighbours at once", taps=3, typed=0):
        head.chooses("confirm")
        for name in ("钱一", "钱二"):
            head.sees(name)
        head.tap(head.t("join-all", count=0).split()[0])
    for newcomer in newcomers[:2]:
        newcomer.sees(newcomer.t("join-home"))


# the property manager


@in_both_languages
def test_a_known_fault_stands_until_the_manager_says_it_is_over(estate: Estate) -> None:
    manager, liu = estate.of("孙卫东"), estate.of("刘洋")
    with manager.counts("property manager announces a fault, and its end", taps=4):
        manager.chooses("fault")
        manager.types("电梯停 2栋 23:50" if estate.play.lang == "zh" else "lift stopped 2-1 23:50")
        manager.tap(manager.t("notice-publish"))
        manager.tap(manager.t("fault-is-over"))
    manager.sees(manager.t("notice-mine", state="ended"))
    assert liu.who  # in the group of the whole estate the card speaks


# the organiser


@in_both_languages
def test_the_organiser_makes_a_circle_and_tells_a_building(estate: Estate) -> None:
    lin, anna = estate.of("林静"), estate.of("Anna Petrova")
    with lin.counts("organiser makes a circle", typed=0):
        lin.chooses("circle")
        lin.tap(lin.t("circle-new"))
        lin.tap(lin.t("circle-of-people"))
        lin.tap(lin.t("circle-here", place="锦江苑"))
        lin.tap(lin.t("circle-suggested-volunteers"))
        lin.tap(lin.t("circle-add"))
    with lin.counts("organiser tells a building", taps=8):
        lin.chooses("notice")
        lin.types("周六下午3点包饺子" if estate.play.lang == "zh" else "Dumplings on Saturday at three")
        lin.tap(lin.t("notice-place", place="锦江苑"))
        lin.tap("第一片区", lin.t("notice-where"))
        lin.tap("2栋", lin.t("notice-where"))
        lin.tap(lin.t("notice-there", place="2栋"))
        lin.tap(lin.t("notice-publish"))
    with anna.counts("a resident signs off a notice", taps=1, typed=0):
        anna.tap(anna.t("notice-know"))
    anna.sees(anna.t("notice-you-know"))


# the sceptic


@in_both_languages
def test_the_sceptic_asks_takes_a_copy_and_is_forgotten(estate: Estate) -> None:
    liu, head = estate.of("刘洋"), estate.of("陈建国")
    group = estate.group(liu, head)
    said = estate.play.act("say", who=head.who, chat=group, text="请大家转账" if estate.play.lang == "zh" else "pay me")
    with liu.counts("sceptic: really the head?", typed=20):
        liu.chat = group
        liu.types("/verify@linli_bot", reply_to=said["message"]["message_id"])
        liu.sees(liu.t("verify-careful"))
        liu.chat = "bot"
    with liu.counts("sceptic: what is kept, a copy", taps=3, typed=0):
        liu.chooses("privacy")
        liu.tap(liu.t("privacy-copy"))
        assert "刘洋" in liu.file(".html").decode()
    with liu.counts("sceptic: forgotten", taps=3, typed=0):
        liu.chooses("forget")
        liu.tap(liu.t("forget-yes"), liu.t("forget-title"))
    liu.sees(liu.t("forget-goodbye"))


# the steward, last: the clock is pushed by a week


@in_both_languages
def test_the_stewards_week(estate: Estate) -> None:
    zhou = estate.of("周文华")
    with zhou.counts("steward builds a block", taps=3):
        zhou.chooses("build")
        zhou.sees(zhou.t("build-how"))
        zhou.types("5栋 1单元 3层 每层2户")
        zhou.tap(zhou.t("build-yes", many=6))
    zhou.sees(zhou.t("build-done"))
    with zhou.counts("steward sends in a register", taps=2, typed=0):
        zhou.sends("list.csv", SHEET[estate.play.lang])
        zhou.tap(zhou.t("register-yes"))
    zhou.sees(zhou.t("register-applied"))

    head = estate.of("Anna Petrova")
    made = estate.play.act("group", title="6栋", members=[], admins=[head.who], bot=None)["chat"]["id"]
    with head.counts("a neighbour brings the bot to a group", taps=2, typed=0):
        estate.play.act("open", who=head.who, link=ADD, chat=made)
        head.tap("6栋")
        head.tap(head.t("room-it-is", place="6栋"))
    with zhou.counts("steward agrees where a group belongs", taps=1, typed=0):
        zhou.tap(zhou.t("room-yes"))
    assert head.t("start-in-private") not in estate.play.texts(head.who, made)  # one hello is enough

    with zhou.counts("steward: what is kept", taps=3, typed=0):
        zhou.chooses("privacy")
        zhou.tap(zhou.t("privacy-report"))
    zhou.sees(zhou.t("table-imports"))
    for _ in range(8):
        estate.play.act("clock", seconds=DAY)
    pushes(lambda seconds: estate.play.act("clock", seconds=seconds), zhou, zhou.t("week-outage", minutes=0))
