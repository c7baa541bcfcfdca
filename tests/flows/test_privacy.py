"""Privacy: what is kept, a copy of it, taking back, being forgotten, and letting go in time."""

import asyncio
import json
import re
from html import unescape
from typing import Any

import pytest

from bot.domain import privacy
from bot.i18n import words
from bot.playground.server import acts
from bot.playground.server.state import BOT
from handlers import consent
from tests.engine.dump import places_of
from tests.house import House, Neighbour

T = words("zh")


async def steward(house: House, name: str = "梁工") -> Neighbour:
    one: Neighbour = await house.moves_in(name)
    await holds(house, one, "steward")
    return one


async def holds(house: House, one: Neighbour, title: str, place: int | None = None, by: int | None = None) -> None:
    async def appoint(tx: Any) -> None:
        person = await tx.people.by_telegram(one.id)
        await tx.offices.appoint(person.id, title, place or (await tx.places.root()).id, by, 1)

    await house.db.whole(appoint)


async def number(house: House, one: Neighbour) -> int:
    return int((await house.db.read.people.by_telegram(one.id)).id)


async def agrees(house: House, one: Neighbour, purpose: str) -> None:
    person = await number(house, one)
    await house.db.whole(lambda tx: consent.given(tx, person, purpose, int(house.clock.seconds())))


async def helps(house: House, helper: Neighbour, whom: Neighbour) -> None:
    values = await number(house, whom), await number(house, helper)
    await house.db.whole(lambda tx: tx.sql.run("INSERT INTO helpers VALUES (?, ?, 1)", *values))


async def until_known(house: House, who: Neighbour, known: bool) -> None:
    """Without the deliveries that `settles` waits for."""
    for _ in range(500):
        if bool(await house.db.read.people.by_telegram(who.id)) is known:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("nothing happened")


def documents(house: House, who: Neighbour) -> list[tuple[str, str]]:
    """(name, content) of the files somebody was sent."""
    found = []
    for post in house.posts(who.id, "bot"):
        if post.sender == BOT and "document" in post.body:
            file = house.world.library.get(post.body["document"]["file_id"])
            assert file
            stored = house.world.library.at(file.path)
            assert stored
            found.append((file.name, stored[1].decode()))
    return found


# what is kept


async def test_the_page_says_what_is_kept_who_runs_the_bot_and_how_long(house: House) -> None:
    await steward(house)
    wang = await house.moves_in("王芳")

    wang.says("/privacy")
    await house.settles()
    assert "您的名字、您住哪" in wang.reads()
    assert "“锦江苑”的梁工" in wang.reads()
    assert "在国外" in wang.reads()
    assert T("privacy-report") not in wang.buttons()

    await wang.presses(T("privacy-keeps"))
    assert "求助里多说的话、病情、药盒上看的：办完30天" in wang.reads()
    assert "谁求的、要什么：办完365天" in wang.reads()


async def test_how_long_pleas_stay_is_as_the_settings_say_and_the_page_says_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    for key, days in (("ask-notes", 3), ("asks", 5)):
        monkeypatch.setitem(house.community.house.keep_days, key, days)
    wang.says("求助 布洛芬 孩子发烧", to=house.group)
    await house.settles()
    await wang.presses("不用了")

    wang.says("/privacy")
    await house.settles()
    await wang.presses(T("privacy-keeps"))
    assert "病情、药盒上看的：办完3天" in wang.reads() and "谁求的、要什么：办完5天" in wang.reads()
    for _ in range(4):
        await house.later(days=1)
    [ask] = await house.db.read.asks.all()
    assert (ask.thing, ask.note) == ("布洛芬", "")
    for _ in range(2):
        await house.later(days=1)
    assert [(one.thing, one.person_id) for one in await house.db.read.asks.all()] == [("", None)]


async def test_every_kind_that_is_kept_says_so_in_both_languages(house: House) -> None:
    keys = [keep.key for feature in house.community.house.features for keep in feature.keeps]

    assert len(keys) == len(set(keys)) > 8
    for lang in ("zh", "en"):
        assert [key for key in keys if not words(lang).has(f"keep-{key}")] == []


@pytest.mark.parametrize("said", ["/privacy", "/export", "/forget", "/consent"])
async def test_in_the_group_there_is_only_the_way_into_the_private_chat(house: House, said: str) -> None:
    wang = await house.moves_in("王芳")

    wang.says(said, to=house.group)
    await house.settles()

    assert "私下" in house.in_group()[-1]
    before = len(wang.sees())
    await wang.follows(T("open-private"), on=house.group)
    assert len(wang.sees()) > before


async def test_the_same_page_in_english(english_house: House) -> None:
    anna = await english_house.moves_in("Anna", language="en")

    anna.says("privacy")
    await english_house.settles()

    assert anna.reads().startswith("🔒 Your privacy")
    assert "nobody yet" in anna.reads()


# consent


async def test_the_three_lines_are_asked_once_and_agreed_to_with_one_tap(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/consent")
    await house.settles()
    assert "◻️ 记下我是谁、住哪" in wang.reads()

    answer = await wang.presses("同意：记下我")
    assert answer and answer["text"] == T("consent-given-keep")
    assert "✅ 记下我是谁、住哪" in wang.reads()
    found = await house.db.read.privacy.consent(await number(house, wang), "keep")
    assert (found.version, found.withdrawn_at) == (privacy.VERSIONS["keep"], None)


async def test_withdrawing_says_what_follows_then_moves_out_and_open_things_stay(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await agrees(house, wang, "keep")
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    wang.says("/consent")
    await house.settles()

    await wang.presses("收回：记下我")
    assert "从名册上搬出去" in wang.reads()
    assert await house.db.read.residents.home(await number(house, wang)) is not None
    await wang.presses(T("consent-keep-off-yes"))

    assert await house.db.read.residents.homes(await number(house, wang)) == []
    assert [ask.state for ask in await house.db.read.asks.all()] == ["open"]
    assert "◻️ 记下我是谁、住哪" in wang.reads()


async def test_who_takes_back_that_we_know_them_is_nobodys_head_and_waits_for_nobody(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await house.moves_in("刘洋", unit="5-1-101")
    chen = await house.moves_in("陈建国")
    zhou = await steward(house, "周维护")
    places = {place.name: place.id for place in await house.db.read.places.all()}
    await holds(house, chen, "building_head", places["5栋"])
    await holds(house, wang, "building_head", places["3栋"])
    wang.says("登记 5-1-101")
    await house.settles()
    await wang.presses("我是业主")
    assert "王芳" in chen.reads()

    wang.says("/consent")
    await house.settles()
    await wang.presses("收回：记下我")
    assert "作为邻居当的职务" in wang.reads()
    await wang.presses(T("consent-keep-off-yes"))

    me = await number(house, wang)
    for table in ("residents", "joins", "moved", "matters"):
        assert await house.db.read.sql.value(f"SELECT count(*) FROM {table} WHERE person_id = {me}") == 0  # noqa: S608  # fixed names
    assert await house.db.read.offices.of(me) == []
    assert any("3栋的楼栋长" in text for text in zhou.sees())
    assert "王芳" not in str(chen.sees()) and "这条登记已经没有了，不用您办什么。" in chen.sees()
    await house.later(days=2, minutes=1)
    assert await house.db.read.house.parked() == 0


async def test_new_words_are_asked_about_once_and_hold_up_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    await agrees(house, wang, "keep")
    monkeypatch.setitem(privacy.VERSIONS, "keep", 2)

    await house.later(days=1)
    assert T("consent-new-words") in wang.reads()
    assert T("consent-new-words") not in chen.reads()
    assert await house.db.read.privacy.holds(await number(house, wang), "keep")
    seen = len(wang.sees())
    await house.later(days=2)
    assert len(wang.sees()) == seen

    await wang.presses(T("consent-yes"))
    assert (await house.db.read.privacy.consent(await number(house, wang), "keep")).version == 2
    assert wang.reads() == T("consent-given-keep")


async def test_a_helper_sees_what_somebody_opened_as_long_as_they_like(house: House) -> None:
    old, lena = await house.moves_in("王秀兰", "李娜")
    await helps(house, lena, old)
    old.says("/need 梯子", to=house.group)
    await house.settles()
    old.says("/consent")
    await house.settles()
    page = house.community.house.features
    about = next(feature.about for feature in page if feature.name == "privacy")
    assert about

    async def lines(read: Any) -> list[Any]:
        look = await _look(house, read, lena)
        return await about(look, await read.people.get(await number(house, lena)))

    assert await lines(house.db.read) == []
    await old.presses("同意：让家人看")
    [line] = await lines(house.db.read)
    lena.says("/privacy")
    await house.settles()
    post = [post for post in house.posts(lena.id, "bot") if post.sender == BOT][-1]
    await lena.pushes(line.button.data, post.id)
    assert "王秀兰有1件事" in lena.reads() and "梯子" in lena.reads()

    await old.presses("收回：让家人看")
    await lena.pushes(line.button.data, post.id)
    assert lena.reads().startswith(T("family-not-any-more"))


async def _look(house: House, read: Any, who: Neighbour) -> Any:
    from handlers.cards import Look

    room = await read.rooms.private(await number(house, who), who.id)
    return Look(read, room, T, house.community.house, int(house.clock.seconds()))


async def test_nobody_reads_anothers_things_by_a_forged_number(house: House) -> None:
    old, eve = await house.moves_in("王秀兰", "夏娃")
    await agrees(house, old, "family")
    eve.says("/privacy")
    await house.settles()
    post = [post for post in house.posts(eve.id, "bot") if post.sender == BOT][-1]

    answer = await eve.pushes(f"family_see_{await number(house, old)}", post.id)

    assert answer and answer["text"] == T("button-is-old")


@pytest.mark.parametrize(
    "forged",
    ["consent_on_everything", "consent_on", "consent_off_x", "privacy_see", "privacy_see_secret", "forget_yes"],
)
async def test_a_forged_button_is_an_old_one(house: House, forged: str) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/privacy")
    await house.settles()

    answer = await wang.pushes(forged, house.posts(wang.id, "bot")[-1].id)

    assert answer and answer["text"] == T("button-is-old")
    assert await house.db.read.people.by_telegram(wang.id)


# a copy


async def test_a_copy_comes_as_one_page_and_shows_everything_in_words(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await house.bind_group()
    wang.says("/need 梯子 <script>alert(1)</script>", to=house.group)
    await house.settles()

    wang.says("/export")
    await house.settles()

    [(name, content)] = documents(house, wang)
    assert name == "linli-2026-11-28.html"
    assert "<h2>您住哪、在哪工作</h2>" in content and "3栋" in content and "梯子" in content
    assert "<script" not in content
    data = json.loads(unescape(re.findall(r"<pre>(.*)</pre>", content, re.DOTALL)[0]))
    assert data["asks.person_id"][0]["thing"] == "梯子"
    assert data["people.id"][0]["name"] == "王芳"


async def test_a_second_copy_waits_an_hour(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/export")
    await house.settles()
    await house.later(minutes=20)

    wang.says("给我一份")
    await house.settles()
    assert wang.reads() == T("export-too-soon", minutes=40)
    await house.later(minutes=41)
    wang.says("/export")
    await house.settles()
    assert len(documents(house, wang)) == 2


async def test_whoever_acts_for_somebody_takes_no_copy_and_forgets_nobody(house: House) -> None:
    old, chen = await house.moves_in("王秀兰", "陈建国", unit="3-1-301")
    await helps(house, chen, old)
    mine, theirs = await number(house, chen), await number(house, old)
    await house.db.whole(lambda tx: tx.acting.act_for(mine, theirs, int(house.clock.seconds()) + 3600))
    for said in ("/export", "/forget"):
        chen.says(said)
        await house.settles()
        assert chen.reads() == T("privacy-not-for-others")
    for data in (f"forget_for_{theirs}", f"forget_yes_{mine}", "consent_on_keep"):
        answer = await chen.pushes(data, house.posts(chen.id, "bot")[-1].id)
        assert answer and answer["text"] == T("privacy-not-for-others")
    assert documents(house, chen) == []
    assert await house.db.read.people.by_telegram(old.id)


async def test_a_copy_that_cannot_be_made_says_so_and_may_be_asked_for_again(house: House) -> None:
    wang = await house.moves_in("王芳")
    maker = house.community.delivery.makers["privacy"]

    def broken(_: Any) -> tuple[str, bytes]:
        raise ValueError("no")

    house.community.delivery.makers["privacy"] = type(maker)(maker.gather, broken)
    wang.says("/export")
    for minutes in (0, 2, 6, 31):
        house.clock.push(minutes * 60)
        house.community.delivery.woken.set()
        await house.settles()
    assert wang.reads() == T("export-failed")

    house.community.delivery.makers["privacy"] = maker
    wang.says("/export")
    await house.settles()
    assert len(documents(house, wang)) == 1


# being forgotten


async def test_forgetting_asks_once_does_it_at_once_and_says_goodbye(house: House) -> None:
    await house.bind_group()
    await steward(house)
    wang = await house.moves_in("王芳芳", unit="3-2-501")
    chen = await house.moves_in("陈明明", unit="5-1-201")
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    chen.says("/need 灯泡", to=house.group)
    await house.settles()
    await wang.presses("我有", on=house.group)

    wang.says("忘掉我")
    await house.settles()
    assert "2件事撤回" in wang.reads() and "留7晚" in wang.reads()
    await wang.presses(T("forget-yes"))

    assert wang.reads().startswith(T("forget-goodbye"))
    assert house.keyboard(wang) == []
    assert {mark: await places_of(house, mark) for mark in ("王芳芳", str(wang.id), "梯子")} == {
        "王芳芳": [], str(wang.id): [], "梯子": [],
    }  # fmt: skip
    assert [(ask.thing, ask.state) for ask in await house.db.read.asks.all()] == [("", "withdrawn"), ("灯泡", "open")]
    assert "一位邻居这次给不了" in chen.reads() or any("一位邻居这次给不了" in text for text in chen.sees())
    assert "王芳芳" not in "".join(house.in_group())
    assert await house.db.read.house.parked() == 0


async def test_whoever_comes_back_is_somebody_new_and_the_old_button_does_nothing(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("/forget")
    await house.settles()
    post, data = house.button(wang.id, "bot", T("forget-yes"))
    old = await number(house, wang)
    await wang.pushes(data, post.id)

    wang.starts()
    await house.settles()
    again = await number(house, wang)
    assert again != old
    assert await house.db.read.residents.home(again) is None
    answer = await wang.pushes(data, post.id)
    assert answer and answer["text"] == T("button-is-old")
    assert await number(house, wang) == again


async def test_the_goodbye_survives_a_dead_machine_and_then_the_chat_is_forgotten(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/forget")
    await house.settles()
    house.community.tasks[1].cancel()  # Telegram is out of reach
    post, data = house.button(wang.id, "bot", T("forget-yes"))
    acting = asyncio.create_task(acts.press(house.world, wang.id, "bot", post.id, data))
    await until_known(house, wang, False)
    await acting
    assert await places_of(house, str(wang.id)) == ["rooms"]

    await house.restarts()

    assert wang.reads().startswith(T("forget-goodbye"))
    assert await places_of(house, str(wang.id)) == []


async def test_a_goodbye_that_meets_a_blocked_chat_lets_go_of_it_too(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/forget")
    await house.settles()
    post, data = house.button(wang.id, "bot", T("forget-yes"))
    house.world.private(wang.id).blocked = True

    await wang.pushes(data, post.id)
    await house.settles()

    assert await places_of(house, str(wang.id)) == []
    assert await house.db.read.sql.rows("SELECT 1 FROM notes") == []


async def test_start_before_the_goodbye_arrived_keeps_the_new_ones_chat(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/forget")
    await house.settles()
    post, data = house.button(wang.id, "bot", T("forget-yes"))
    house.community.tasks[1].cancel()
    await acts.press(house.world, wang.id, "bot", post.id, data)
    wang.starts()
    await until_known(house, wang, True)

    await house.restarts()

    room = await house.db.read.rooms.private(await number(house, wang), wang.id)
    assert room.chat_id == wang.id
    wang.says("/privacy")
    await house.settles()
    assert wang.reads().startswith(T("privacy-title"))


async def test_the_last_steward_names_another_first(house: House) -> None:
    liang = await steward(house)
    liang.says("/forget")
    await house.settles()
    assert liang.reads() == T("forget-last-steward")
    answer = await liang.pushes(f"forget_yes_{await number(house, liang)}", house.posts(liang.id, "bot")[-1].id)
    assert answer and answer["text"] == T("forget-last-steward")

    other = await steward(house, "何工")
    acts.block(house.world, other.id, True)
    await house.settles()
    liang.says("/forget")
    await house.settles()
    assert liang.reads() == T("forget-last-steward")  # whoever blocked us keeps nothing running

    acts.block(house.world, other.id, False)
    await house.settles()
    liang.says("/forget")
    await house.settles()
    await liang.presses(T("forget-yes"))

    assert await house.db.read.people.by_telegram(liang.id) is None
    assert "一个职务空出来了" in other.reads()


async def test_whoever_is_helped_and_whoever_gave_an_office_is_told(house: House) -> None:
    li, chen, old = await house.moves_in("李主任", "陈明", "王秀兰")
    await holds(house, chen, "building_head", by=await number(house, li))
    await helps(house, chen, old)

    chen.says("/forget")
    await house.settles()
    assert "您的1个职务空出来" in chen.reads()
    await chen.presses(T("forget-yes"))

    assert "一个职务空出来了" in li.reads()
    assert old.reads() == T("forget-helper")


async def test_a_short_name_takes_no_word_out_of_anybody_elses_news(house: House) -> None:
    """Called `text`: what waits to be said to others stays whole."""
    odd, chen = await house.moves_in("text", "陈明")
    await house.db.whole(lambda tx: tx.rooms.pause(chen.id, 1))
    room = await house.db.read.rooms.private(await number(house, chen), chen.id)
    payload = {"text": "a text for contexts", "parse_mode": "HTML"}
    await house.db.whole(lambda tx: tx.notes.promise(room.id, "house.said", "sendMessage", payload, rank=1, at=1))
    odd.says("/forget")
    await house.settles()

    await odd.presses(T("forget-yes"))

    [row] = await house.db.read.sql.rows("SELECT payload FROM notes")
    assert json.loads(row["payload"]) == {"text": "a … for contexts", "parse_mode": "HTML"}


# a line to the stewards


async def test_a_line_reaches_the_stewards_and_their_answer_comes_back(house: House) -> None:
    liang = await steward(house)
    wang = await house.moves_in("王芳")
    wang.says("/privacy")
    await house.settles()
    await wang.presses(T("privacy-letter"))
    wang.says("名字写错了")
    await house.settles()
    assert wang.reads() == T("letter-sent")
    assert "名字写错了" in liang.reads()

    await liang.presses(T("letter-answer"))
    liang.says("已经改好了")
    await house.settles()

    assert "已经改好了" in wang.reads()
    assert any(T("letter-answered-by", who="梁工") in text for text in liang.sees())


async def test_a_line_with_nobody_to_read_it_is_refused_with_a_way_on(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/privacy")
    await house.settles()
    await wang.presses(T("privacy-letter"))

    wang.says("你好")
    await house.settles()

    assert wang.reads() == T("letter-nobody")


async def test_letters_are_for_stewards_eyes(house: House) -> None:
    await steward(house)
    _, eve = await house.moves_in("王芳", "夏娃")
    await house.db.whole(lambda tx: tx.privacy.write(2, "悄悄话", 1))
    eve.says("/privacy")
    await house.settles()

    answer = await eve.pushes("letter_answer_1", house.posts(eve.id, "bot")[-1].id)

    assert answer and answer["text"] == T("letter-unknown")
    assert "悄悄话" not in "".join(eve.sees())


# letting go in time


async def test_every_night_what_was_kept_long_enough_goes(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/need 布洛芬 孩子发烧", to=house.group)
    await house.settles()
    await wang.presses(T("ask-solved-already"))

    await house.later(days=29)
    await house.later(days=1)
    assert [ask.note for ask in await house.db.read.asks.all()] != [""]
    await house.later(days=2)
    await house.later(days=1)
    [ask] = await house.db.read.asks.all()
    assert (ask.note, ask.thing, ask.person_id) == ("", "布洛芬", 1)

    await house.later(days=340)
    await house.later(days=1)
    [ask] = await house.db.read.asks.all()
    assert (ask.thing, ask.person_id, ask.state) == ("", None, "done")
    assert await house.db.read.house.parked() == 0


async def test_a_kind_that_fails_to_go_holds_up_no_other(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    from storage.privacy import Privacy

    async def broken(self: Any, before: int) -> int:
        raise ValueError("no")

    monkeypatch.setattr(Privacy, "prune_codes", broken)
    await house.later(days=1)

    gone = await house.db.read.privacy.was_let_go()
    assert "codes" not in gone and {"notes", "asks", "seen"} <= set(gone)
    assert await house.db.read.alarms.is_set("keep.one", "codes")


async def test_an_account_that_passed_by_a_year_ago_is_forgotten(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    await house.lives(chen, "3-2-501")
    await house.later(days=364)
    await house.later(days=1)
    assert await house.db.read.people.by_telegram(wang.id)

    await house.later(days=3)
    await house.later(days=1)

    assert await house.db.read.people.by_telegram(wang.id) is None
    assert await house.db.read.people.by_telegram(chen.id)
    assert await places_of(house, str(wang.id)) == []


async def test_the_steward_reads_numbers_only(house: House) -> None:
    liang = await steward(house)
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("/need 布洛芬", to=house.group)
    await house.db.whole(lambda tx: tx.codes.wrong(1, 1))
    await house.settles()
    await house.later(days=1)
    liang.says("/privacy")
    await house.settles()
    await liang.presses(T("privacy-report"))

    assert "求助：1条，最早2026-11-28" in liang.reads()
    assert liang.reads().endswith("清理掉的：\n输错的码：1条")
    assert "布洛芬" not in liang.reads() and "王芳" not in liang.reads()
    wang.says("/privacy")
    await house.settles()
    answer = await wang.pushes("privacy_see_report", house.posts(wang.id, "bot")[-1].id)
    assert answer and answer["text"] == T("steward-only")


async def _noted(house: House, by: Neighbour, *, helper: bool) -> int:
    """王秀兰 without Telegram in the same home, and `by` speaks for her."""

    async def note(tx: Any) -> int:
        mine = await number(house, by)
        old = await tx.people.note("王秀兰兰", "zh", mine, 1)
        await tx.residents.lives(old.id, await tx.residents.home(mine), "owner")
        if helper:
            await tx.sql.run("INSERT INTO helpers VALUES (?, ?, 1)", old.id, mine)
        await tx.acting.act_for(mine, old.id, int(house.clock.seconds()) + 3600)
        return int(old.id)

    found: int = await house.db.whole(note)
    return found


async def test_a_head_has_a_neighbour_without_telegram_forgotten(house: House) -> None:
    await house.bind_group()
    head = await house.moves_in("陈建国", unit="3-1-301")
    await holds(house, head, "building_head")
    old = await _noted(house, head, helper=False)
    head.says("求助 梯子")
    await house.settles()
    await head.presses("发到群里")

    head.says("/forget")
    await house.settles()
    assert "忘掉王秀兰兰（3栋）" in head.reads() and "1件事撤回" in head.reads()
    await head.presses(T("forget-yes-for"))

    assert await places_of(house, "王秀兰兰") == []
    assert [ask.state for ask in await house.db.read.asks.all()] == ["withdrawn"]
    assert await house.db.read.residents.homes(old) == []
    assert await house.db.read.people.by_telegram(head.id)
    assert any(text.startswith(T("privacy-title")) for text in head.sees())


async def test_a_helper_without_an_office_has_nobody_forgotten(house: House) -> None:
    lena = await house.moves_in("李娜", unit="3-1-301")
    old = await _noted(house, lena, helper=True)
    lena.says("/forget")
    await house.settles()
    assert lena.reads() == T("person-not-yours")

    answer = await lena.pushes(f"forget_for_{old}", house.posts(lena.id, "bot")[-1].id)

    assert answer and answer["text"] == T("person-not-yours")
    assert (await house.db.read.people.get(old)).name == "王秀兰兰"


async def test_ones_own_page_leads_to_the_page_about_privacy(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("我的")
    await house.settles()
    await wang.presses(T("privacy-button"))
    assert wang.reads().startswith("🔒 您的隐私")


async def test_who_stands_in_the_register_and_was_never_asked_reads_what_the_empty_boxes_mean(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("/consent")
    await house.settles()
    assert "◻️ 是还没问过您。名字和住处是登记册上本来就有的" in wang.reads()

    await wang.presses("同意：记下我")
    assert "登记册上本来就有" not in wang.reads() and "✅ 记下我是谁、住哪" in wang.reads()


async def test_a_stranger_is_not_told_of_a_register_they_are_not_in(house: House) -> None:
    guest = await house.moves_in("路人")
    guest.says("/consent")
    await house.settles()

    assert "登记册" not in guest.reads()
