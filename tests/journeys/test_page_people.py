"""The seven users' journeys on the page: residents on a phone, whoever answers on a desktop. Needs Chromium."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from tests.journeys.conftest import CHROMIUM, chromium
from tests.journeys.hand import Hand
from tests.journeys.test_page import DESKTOP, PHONE, window
from tests.journeys.test_people import ADD, moved_in

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium, then try again")

WHOLE = "锦江苑邻里大群"
SAID = {
    "zh": {"notice": "周六下午3点包饺子，自带围裙", "line": "门禁坏了，进不去", "answer": "20分钟就到"},
    "en": {"notice": "Dumplings on Saturday at three", "line": "The door lock is broken", "answer": "20 minutes"},
}


class Town:
    """The estate of one language, and its windows: a browser of its own in a thread of its own."""

    def __init__(self, lang: str, folder: Path, *cast: str) -> None:
        self.estate = moved_in(lang, folder, *cast)
        self.page = chromium()
        self.browser = self.page.__enter__()
        self.hands: dict[str, Hand] = {}

    def hand(self, name: str, size: dict[str, int]) -> Hand:
        """Somebody of the estate, whose window stays open."""
        if name not in self.hands:
            self.hands[name] = self._at(self.estate.known[name], size)
        return self.hands[name]

    def strangers(self, name: str, size: dict[str, int]) -> Hand:
        return self._at(self.estate.stranger(name).who, size)

    def _at(self, who: int, size: dict[str, int]) -> Hand:
        return Hand(window(self.browser, self.estate.play, who, size), self.estate.play.lang)

    def end(self) -> None:
        self.page.__exit__(None, None, None)
        self.estate.play.end()


Thread = tuple[ThreadPoolExecutor, Future[Town]]


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Thread]]:
    yield from in_threads(tmp_path_factory, "陈建国", "林静", "周文华", "刘洋")


def in_threads(folders: pytest.TempPathFactory, *cast: str) -> Iterator[list[Thread]]:
    """Both languages at once, as the bot takes its time with every chat."""
    threads = [
        (thread := ThreadPoolExecutor(1), thread.submit(Town, lang, folders.mktemp(lang), *cast))
        for lang in ("zh", "en")
    ]
    yield threads
    for ended in [thread.submit(town.result().end) for thread, town in threads]:
        ended.result()


def on_the_page(journey: Callable[[Town], None]) -> Callable[[list[Thread]], None]:
    """In both languages."""

    def test(towns: list[Thread]) -> None:
        gone = [thread.submit(_noting, journey, town.result()) for thread, town in towns]
        for one in wait(gone).done:
            one.result()

    test.__doc__ = journey.__doc__
    return test


def _noting(journey: Callable[[Town], None], town: Town) -> None:
    try:
        journey(town)
    except BaseException as error:
        error.add_note(f"in {town.estate.play.lang}")
        raise


# the elderly resident


@on_the_page
def test_a_granny_scans_the_code_at_her_door_and_asks_without_typing(town: Town) -> None:
    door, zhu = town.estate.a_door(), town.strangers("朱秀英", PHONE)
    t = zhu.t

    zhu.follows(door)
    zhu.sees(t("join-i-am", role="owner"))
    zhu.keeps("door")
    with zhu.counts("on the page: at home by the door's code, and asking", taps=4, typed=0):
        zhu.tap(t("join-i-am", role="owner"))
        zhu.sees(t("join-home"))
        zhu.key(t("key-ask"))
        zhu.sees(t("ask-wish", what="ladder"))
        zhu.keeps("asks")
        zhu.tap(t("ask-wish", what="ladder"))
        zhu.tap(t("ask-publish"))
    zhu.sees(t("ask-mine-open", room=WHOLE))
    zhu.keeps("asked")
    zhu.finds_nothing_wrong()


# the neighbour without a telephone


@on_the_page
def test_her_head_asks_for_a_neighbour_without_a_telephone(town: Town) -> None:
    head, liu = town.hand("陈建国", DESKTOP), town.hand("刘洋", PHONE)
    t = head.t

    head.opens()
    with head.counts("on the page: asking for a neighbour without a telephone", taps=7, typed=0):
        head.chooses("for")
        head.tap("王秀兰 3-1-301")
        head.tap(t("acting-begin", who="王秀兰"))
        head.sees(t("acting-begun", who="王秀兰"))
        head.keeps("for-her")
        head.key(t("key-ask"))
        head.tap(t("ask-wish", what="charger"))
        head.tap(t("ask-publish"), t("ask-wish", what="charger"))
    head.sees(t("ask-mine-open", room=WHOLE))
    head.sees(t("for-whom", who=t("who", name="王秀兰", place="3栋")))
    head.keeps("asked-for-her")

    liu.opens(town.estate.group(town.estate.of("刘洋"), town.estate.of("陈建国")))
    liu.tap(t("ask-i-can", kind="thing"), t("ask-wish", what="charger"))
    liu.sees(t("ask-group-taken", who=t("who", name="刘洋", place="2栋")))
    liu.keeps("taken-for-her")
    head.tap(t("ask-solved"), "刘洋")
    head.sees(t("ask-mine-done", who=t("who", name="刘洋", place="2栋")))
    head.key(t("acting-key-back"))
    head.sees(t("acting-ended"))
    head.keeps("solved-for-her")
    head.finds_nothing_wrong(liu)


# the building head


@on_the_page
def test_the_head_confirms_his_list_with_one_tap(town: Town) -> None:
    for name, door in (("钱一", "3-1-302"), ("钱二", "3-1-402")):
        newcomer = town.estate.stranger(name)
        newcomer.starts()
        newcomer.tap(newcomer.t("join-i-am", role="family"))
        newcomer.sees(newcomer.t("join-where-how"))
        newcomer.types(door)
        newcomer.sees(newcomer.t("join-waiting"))
    head = town.hand("陈建国", DESKTOP)
    t = head.t

    head.opens()
    head.sees(t("join-all", count=2))
    head.keeps("list")
    with head.counts("on the page: a list confirmed", taps=1, typed=0):
        head.tap(t("join-all", count=2))
    head.is_told(t("join-all-confirmed", count=2))
    head.keeps("confirmed")
    head.finds_nothing_wrong()


# the organiser


@on_the_page
def test_the_organiser_tells_a_building_and_sees_who_knows(town: Town) -> None:
    lin, liu = town.hand("林静", DESKTOP), town.hand("刘洋", PHONE)
    t = lin.t

    lin.opens()
    with lin.counts("on the page: a notice to a building", taps=7):
        lin.chooses("notice")
        lin.sees(t("notice-what-notice"))
        lin.types(SAID[lin.lang]["notice"])
        lin.sees(t("notice-preview"))
        lin.keeps("notice-draft")
        lin.tap(t("notice-place", place="锦江苑"))
        lin.tap("第一片区", t("notice-where"))
        lin.tap("2栋", t("notice-where"))
        lin.tap(t("notice-there", place="2栋"))
        lin.tap(t("notice-publish"))
    lin.sees(t("notice-mine", state="open"))
    liu.opens()
    with liu.counts("on the page: a notice signed off", taps=1, typed=0):
        liu.tap(t("notice-know"), SAID[lin.lang]["notice"])
    liu.sees(t("notice-you-know"))
    liu.keeps("notice-known")
    with lin.counts("on the page: who has signed it off", taps=1, typed=0):
        lin.tap(t("notice-who"))
        lin.sees(t("notice-counts-what"))
    known = t("notice-counts", arrived=0, know=1).rpartition("· ")[2]
    for shown in ("notice-counts-what", "notice-withdraw"):
        lin.sees(t(shown), known)
    lin.keeps("notice-counted")
    lin.finds_nothing_wrong(liu)


# the property manager


@on_the_page
def test_the_manager_takes_office_by_a_link_and_a_line_finds_him(town: Town) -> None:
    zhou, gao = town.estate.of("周文华"), town.strangers("高工", DESKTOP)
    liu, t = town.hand("刘洋", PHONE), gao.t
    zhou.types("/appoint 物业经理")
    zhou.tap(t("appoint-here", place="锦江苑"))
    zhou.tap(t("appoint-link"))
    link = zhou.sees(t("invite-link"))["text"].split("\n\n")[1]

    gao.follows(link)
    gao.sees(t("invite-yes"))
    gao.keeps("invited")
    with gao.counts("on the page: an office accepted", taps=2, typed=0):
        gao.tap(t("invite-yes"))
        gao.sees(t("office-reach-how"))
        gao.keeps("reached-how")
        gao.tap(t("office-fine"))
    liu.opens()
    with liu.counts("on the page: a line to the property manager", taps=2):
        liu.key(t("key-who"))
        liu.sees("高工")
        liu.keeps("who")
        liu.tap(t("line-to", name="高工"))
        liu.sees(t("line-what", name="高工"))
        liu.types(SAID[liu.lang]["line"])
    liu.sees(t("line-carried", name="高工"))
    gao.tap(t("line-answer"), SAID[gao.lang]["line"])
    gao.sees(t("line-answer-what", name="刘洋"))
    gao.types(SAID[gao.lang]["answer"])
    liu.sees(SAID[liu.lang]["answer"])
    gao.sees(t("line-carried", name="刘洋"))
    gao.keeps("line-came")
    liu.keeps("line-answered")
    gao.finds_nothing_wrong(liu)


# the steward


@on_the_page
def test_the_steward_builds_a_block_in_chat_and_agrees_where_a_group_belongs(town: Town) -> None:
    zhou, head = town.hand("周文华", DESKTOP), town.estate.of("陈建国")
    t = zhou.t

    zhou.opens()
    with zhou.counts("on the page: a block built in chat", taps=3):
        zhou.chooses("build")
        zhou.sees(t("build-how"))
        zhou.types("6栋 2个单元 18层 每层4户")
        zhou.sees(t("build-preview"))
        zhou.keeps("build")
        zhou.tap(t("build-yes", many=144))
    zhou.sees(t("build-next"))
    zhou.keeps("built")
    made = town.estate.play.act("group", title="6栋", members=[], admins=[head.who], bot=None)["chat"]["id"]
    town.estate.play.act("open", who=head.who, link=ADD, chat=made)
    head.tap("6栋")
    head.tap(t("room-it-is", place="6栋"))
    zhou.sees(t("room-agree", room="6栋", place="6栋"))
    zhou.keeps("agrees")
    with zhou.counts("on the page: where a group belongs", taps=1, typed=0):
        zhou.tap(t("room-yes"))
    zhou.sees(t("room-bound-told", room="6栋", place="6栋"))
    zhou.keeps("agreed")
    zhou.finds_nothing_wrong()


# the sceptic


@on_the_page
def test_the_sceptic_asks_whether_it_is_true_and_takes_a_copy(town: Town) -> None:
    zhou, liu = town.estate.of("周文华"), town.hand("刘洋", PHONE)
    t = liu.t
    zhou.types("/appoint 楼栋长 2栋")
    zhou.tap(t("appoint-noted"))
    zhou.sees(t("appoint-name"))
    zhou.types("韩梅")
    zhou.tap(t("appoint-yes-agreed"), "韩梅")

    liu.opens()
    with liu.counts("on the page: who granted it, and since when", taps=3, typed=0):
        liu.key(t("key-who"))
        liu.tap(t("who-more", title=t("title-building-head")), "韩梅")
        liu.sees(t("office-duties"))
        liu.keeps("office")
        liu.tap(t("verify-button"), "韩梅")
    said = liu.page.get_by_role("alertdialog").get_by_text("韩梅").text_content()
    assert t("verify-granter", name="周文华", office=t("office-name", title=t("title-steward"), place="锦江苑")) in said
    liu.keeps("verified")
    liu.page.keyboard.press("Escape")
    with liu.counts("on the page: what is kept, a copy", taps=3, typed=0):
        liu.chooses("privacy")
        liu.sees(t("privacy-what"))
        liu.keeps("privacy")
        liu.tap(t("privacy-copy"))
    liu.page.get_by_test_id("file").last.wait_for()
    liu.keeps("copy")
    liu.finds_nothing_wrong()
