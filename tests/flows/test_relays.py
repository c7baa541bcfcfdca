"""Two neighbours talk through the bot: each by a tap of their own, no number shown, and not a word kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.playground.server import acts
from bot.playground.server.acts.saying import _speak
from bot.playground.server.faults import Fault
from bot.playground.server.state import BOT
from tests.house import ZONE, House, Neighbour


async def matched(house: House, what: str = "体温计") -> tuple[Neighbour, Neighbour]:
    """Wang asks, Chen has it, Wang says yes."""
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")
    wang.says(f"/need {what}", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    await wang.presses("好，谢谢")
    return wang, chen


async def talking(house: House) -> tuple[Neighbour, Neighbour]:
    wang, chen = await matched(house)
    await wang.presses("和对方说话")
    await chen.presses("行，现在说")
    return wang, chen


def said_to(who: Neighbour) -> list[str]:
    """What the bot said to somebody, without Telegram's own lines."""
    posts = who.house.posts(who.id, "bot")
    return [
        text for post in posts if post.sender == BOT and (text := post.body.get("text") or post.body.get("caption"))
    ]


def last(who: Neighbour) -> str:
    return said_to(who)[-1]


async def test_each_comes_in_by_their_own_tap_and_then_they_talk(house: House) -> None:
    wang, chen = await matched(house)

    await wang.presses("和对方说话")
    assert last(wang).startswith("💬 已经问了陈明（5栋）。")
    assert last(chen).startswith("💬 王芳（3栋）想通过我和您说几句。\n关于：体温计")
    wang.says("在吗")  # not open: plain words
    await house.settles()
    assert "在吗" not in str(said_to(chen))

    await chen.presses("行，现在说")
    for one, other in ((wang, "陈明（5栋）"), (chen, "王芳（3栋）")):
        assert last(one).startswith(f"💬 您现在和{other}说话")
        assert "邻里从不收钱、不要密码和验证码。" in last(one)
    wang.says("我在3栋楼下")
    await house.settles()
    assert last(chen) == "王芳：我在3栋楼下"
    chen.says("我有两盒，马上来")  # words that open a door elsewhere
    await house.settles()
    assert last(wang) == "陈明：我有两盒，马上来"

    await wang.presses("说完了")
    assert last(chen).startswith("💬 王芳（3栋）说完了")
    wang.says("还有一句")
    await house.settles()
    assert "还有一句" not in str(said_to(chen))


async def test_the_same_in_english_each_in_their_own_language(english_house: House) -> None:
    house = english_house
    anna, ben = await house.moves_in("Anna", "Ben", language="en")
    anna.says("/need a ladder", to=house.group)
    await house.settles()
    await ben.presses("I have it", on=house.group)
    await anna.presses("Yes, thank you")
    await anna.presses("Talk with them")
    assert last(ben).startswith("💬 Anna would like a few words with you through me.\nAbout: a ladder")
    await ben.presses("Yes, let’s talk")
    anna.says("need it at three, done by four")
    await house.settles()
    assert last(ben) == "Anna: need it at three, done by four"
    ben.says("Bye")
    await house.settles()
    assert last(anna).startswith("💬 Ben has said goodbye.")
    assert last(ben).startswith("💬 You are done talking with Anna.")


async def test_the_way_out_stays_in_sight_while_they_talk(house: House) -> None:
    wang, chen = await talking(house)
    for one in (wang, chen):
        room = house.world.private(one.id)
        assert "您现在和" in room.posts[room.pinned[-1]].body["text"]

    wang.says("说完了")
    await house.settles()

    assert not house.world.private(wang.id).pinned and not house.world.private(chen.id).pinned
    assert last(wang).startswith("💬 和陈明（5栋）说完了")


async def test_not_now_is_told_and_not_asked_again_at_once(house: House) -> None:
    wang, chen = await matched(house)
    await wang.presses("和对方说话")
    await chen.presses("现在不方便")
    assert last(wang) == "💬 陈明（5栋）现在不方便。过半小时可以再问。"

    again = await wang.presses("和对方说话", containing="现在不方便")
    assert again and again["show_alert"] and "过半小时" in again["text"]
    await house.later(minutes=31)
    await wang.presses("和对方说话", containing="现在不方便")
    assert last(chen).startswith("💬 王芳（3栋）想通过我")


async def test_photos_and_voices_pass_by_copying_under_the_name(house: House) -> None:
    wang, chen = await talking(house)
    house.sends_photo(wang, caption="是这个吗")
    house.sends_voice(chen)
    sticker = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
    bodies: list[dict[str, Any]] = [
        {"sticker": sticker | {"is_animated": False, "is_video": False}},
        {"location": {"latitude": 30.1, "longitude": 104.2}},
    ]
    for one in bodies:
        _speak(house.world, house.world.private(wang.id), wang.id, one)
    await house.settles()

    got = [post.body for post in house.posts(chen.id, "bot") if post.sender == BOT]
    photo = next(body for body in got if "photo" in body)
    assert photo["caption"] == "王芳：是这个吗\n（图里有收款码、二维码，请别扫。）"
    assert any("sticker" in body for body in got) and any("location" in body for body in got)
    voice = next(body for post in house.posts(wang.id, "bot") if post.sender == BOT and "voice" in (body := post.body))
    assert voice["caption"] == "陈明："
    copies = house.calls("copyMessage")
    assert [copy["params"].get("protect_content") for copy in copies].count("true") == 2


async def test_a_file_or_a_foreign_contact_is_not_carried(house: House) -> None:
    wang, chen = await talking(house)
    acts.document(house.world, wang.id, "bot", "红包.apk", b"x")
    contact = {"contact": {"phone_number": "+8613812345678", "first_name": "李", "user_id": chen.id}}
    _speak(house.world, house.world.private(wang.id), wang.id, contact)
    await house.settles()
    assert said_to(wang)[-2:] == ["这个我不转，怕有害。文字、照片、语音、视频、贴纸、位置都可以。"] * 2
    assert last(chen).startswith("💬 您现在和")

    contact = {"contact": {"phone_number": "+8613912345678", "first_name": "王", "user_id": wang.id}}
    _speak(house.world, house.world.private(wang.id), wang.id, contact)
    await house.settles()
    assert house.posts(chen.id, "bot")[-1].body["contact"]["phone_number"] == "+8613912345678"


async def test_links_payment_and_card_numbers_are_held_back_and_both_are_warned(house: House) -> None:
    wang, chen = await talking(house)
    wang.says("先给我转 账 20")
    await house.settles()
    assert last(wang).startswith("这句我没有转：里面说到付款、密码这类事。")
    assert last(chen).startswith("⚠️ 王芳发来一句说到付款")
    assert "20" not in last(chen)

    wang.says("看 pay.example.com/x")
    await house.settles()
    assert "带链接" in last(chen)
    wang.says("6222 0212 3456 7890 123")
    await house.settles()
    assert last(chen).startswith("💬 好几句我都没法转") and "⚠️ 举报" in chen.buttons()
    assert last(wang).startswith("💬 好几句我都没法转")
    again = await wang.pushes("relay_open_ask_1_2", 1)
    assert again and "过半小时再试" in again["text"]


async def test_a_caption_is_read_as_words_are(house: House) -> None:
    wang, chen = await talking(house)
    house.sends_photo(wang, caption="扫这个付款码")
    await house.settles()
    assert not house.calls("copyMessage")
    assert last(chen).startswith("⚠️ 王芳发来")


async def test_a_number_is_shown_by_a_tap_of_its_own_and_exactly_that_line(house: House) -> None:
    wang, chen = await talking(house)
    wang.says("打我电话 13812345678 就行")
    await house.settles()
    assert "13812345678" not in str(said_to(chen))
    assert last(wang) == "这句里有电话或账号，我先没转。要给陈明看吗？\n打我电话 13812345678 就行"

    await wang.presses("给对方看我的电话")

    assert last(chen) == "王芳：打我电话 13812345678 就行"


async def test_a_number_said_over_several_lines_is_held_back_like_a_whole_one(house: House) -> None:
    wang, chen = await talking(house)
    for part in ("我的138", "1234", "好的", "5678"):
        wang.says(part)
        await house.settles()

    assert "王芳：1234" not in said_to(chen) and "王芳：5678" not in said_to(chen)
    assert "王芳：好的" in said_to(chen)  # other words pass
    await wang.presses("给对方看", containing="5678")
    assert last(chen) == "王芳：5678"  # by a tap of its own
    for part in ("6222", "0212"):
        wang.says(part)
        await house.settles()
    assert "王芳：6222" not in said_to(chen) and "王芳：0212" not in said_to(chen)


async def test_a_few_digits_now_and_a_few_a_while_later_are_no_number(house: House) -> None:
    wang, chen = await talking(house)
    wang.says("1381")
    await house.later(minutes=11)
    wang.says("1234")
    await house.settles()

    assert last(chen) == "王芳：1234"


async def test_commands_and_big_buttons_work_while_talking_and_are_not_carried(house: House) -> None:
    wang, chen = await talking(house)
    before = said_to(chen)
    wang.says("🙋 求助")
    await house.settles()
    assert "您想要什么" in last(wang)
    wang.says("胶带")  # the answer to the open question, not for Chen
    await house.settles()
    assert "胶带" in last(wang)
    wang.says("/me")
    await house.settles()
    assert "正和陈明说话" in last(wang)
    assert said_to(chen) == before

    wang.says("求助的事谢谢你")
    await house.settles()
    assert last(chen) == "王芳：求助的事谢谢你"


async def test_a_question_from_before_takes_no_word_meant_for_the_other(house: House) -> None:
    wang, chen = await matched(house)
    await wang.presses("和对方说话")
    wang.says("/need")
    await house.settles()
    await chen.presses("行，现在说")
    wang.says("孩子发烧三十九度")
    await house.settles()
    assert last(chen) == "王芳：孩子发烧三十九度"


async def test_what_is_edited_is_not_carried_and_that_is_said_once(house: House) -> None:
    wang, chen = await talking(house)
    post = wang.says("我在楼下")
    await house.settles()
    for text in ("我在楼上", "看 example.com"):
        house.edits(wang, "bot", post.id, text)
        await house.settles()
    assert said_to(wang).count("改过的话我不会再转。要更正，请重新发一条。") == 1
    assert last(chen) == "王芳：我在楼下"


async def test_far_too_long_is_refused_and_not_cut(house: House) -> None:
    wang, chen = await talking(house)
    wang.says("长" * 4096)
    await house.settles()
    assert last(wang).startswith("这句太长了，最多4093字")
    wang.says("长" * 4093)
    await house.settles()
    assert last(chen) == "王芳：" + "长" * 4093


async def test_one_conversation_at_a_time_the_second_asks_to_end_the_first(house: House) -> None:
    wang, chen = await talking(house)
    li = await house.moves_in("李奶奶", unit="1-1-101")
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    await li.presses("我有", on=house.group)
    await wang.presses("好，谢谢", containing="梯子")

    await wang.presses("和对方说话", containing="梯子")
    assert last(wang) == "您正和陈明说着话，一次只能和一位说。要先结束，去和李奶奶说吗？"
    await wang.presses("结束，去说")
    assert last(chen).startswith("💬 王芳（3栋）说完了")
    await li.presses("行，现在说")
    wang.says("梯子多高")
    await house.settles()
    assert last(li) == "王芳：梯子多高" and "梯子多高" not in str(said_to(chen))


async def test_who_is_invited_while_talking_may_end_the_first_to_come_over(house: House) -> None:
    wang, chen = await talking(house)
    li = await house.moves_in("李奶奶", unit="1-1-101")
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    await li.presses("我有", on=house.group)
    await wang.presses("好，谢谢", containing="梯子")
    await li.presses("和对方说话")
    await wang.presses("行，现在说")
    assert "一次只能和一位说" in last(wang)
    await wang.presses("结束，去说")
    assert last(chen).startswith("💬 王芳（3栋）说完了") and last(li).startswith("💬 您现在和王芳")


async def test_an_answer_that_comes_late_asks_the_other_in_turn(house: House) -> None:
    """Nobody's words are carried long after their tap without their knowing."""
    wang, chen = await matched(house)
    await wang.presses("和对方说话")
    await house.later(minutes=30)
    await chen.presses("行，现在说")
    assert last(wang).startswith("💬 陈明（5栋）现在方便了。您现在说吗？")
    wang.says("我妈血压高")
    await house.settles()
    assert "血压" not in str(said_to(chen))
    await wang.presses("行，现在说")
    assert last(chen).startswith("💬 您现在和王芳")


async def test_two_who_ask_each_other_have_found_each_other(house: House) -> None:
    wang, chen = await matched(house)
    await wang.presses("和对方说话")
    await chen.presses("和对方说话", containing="体温计")
    assert last(wang).startswith("💬 您现在和陈明") and last(chen).startswith("💬 您现在和王芳")


async def test_at_night_the_question_waits_for_the_morning(house: House) -> None:
    wang, chen = await matched(house)
    house.set_clock(datetime(2026, 11, 28, 21, 30, tzinfo=ZONE))
    wang.says("/me")
    await house.settles()
    house.set_clock(datetime(2026, 11, 28, 23, 0, tzinfo=ZONE))
    await wang.presses("和对方说话")
    assert not last(chen).startswith("💬")
    house.set_clock(datetime(2026, 11, 29, 7, 31, tzinfo=ZONE))
    await house.rings()
    assert last(chen).startswith("💬 王芳（3栋）想通过我")


async def test_nobody_answers_and_nothing_is_said_are_both_told(house: House) -> None:
    wang, chen = await matched(house)
    await wang.presses("和对方说话")
    await house.later(hours=2, minutes=1)
    assert last(wang) == "💬 陈明（5栋）这会儿没有回话。"

    await wang.presses("和对方说话", containing="没有回话")
    await chen.presses("行，现在说")
    await house.later(minutes=100)
    wang.says("还在吗")
    await house.settles()
    await house.later(minutes=100)
    assert last(chen) == "王芳：还在吗"
    await house.later(minutes=21)
    assert last(wang).startswith("💬 2 小时没人说话") and last(chen).startswith("💬 2 小时没人说话")


async def test_the_end_of_the_thing_is_the_end_of_the_talk(house: House) -> None:
    wang, chen = await talking(house)
    await wang.presses("解决了", on=house.group)
    assert any(text.startswith("💬 和王芳（3栋）的话，到这里就结束了。") for text in said_to(chen))
    chen.says("不客气")
    await house.settles()
    assert "不客气" not in str(said_to(wang))


async def test_a_report_ends_it_and_the_other_does_not_learn_who(house: House) -> None:
    wang, chen = await talking(house)
    await chen.presses("举报", containing="您现在和")
    await chen.presses("骂人")
    assert last(wang).startswith("💬 和陈明（5栋）的话，到这里就结束了。")
    [case] = [await house.db.read.abuse.case(1)]
    assert case.person_id == (await house.db.read.people.by_telegram(wang.id)).id
    wang.says("为什么")
    await house.settles()
    assert "为什么" not in str(said_to(chen))
    again = await wang.pushes("relay_open_ask_1_2", 1)
    assert again and "暂时不能通过我说话" in again["text"]


async def test_whoever_is_blocked_is_heard_no_more(house: House) -> None:
    wang, chen = await talking(house)
    person = (await house.db.read.people.by_telegram(wang.id)).id

    async def steward(tx: Any) -> None:
        boss = await tx.people.by_telegram(chen.id)
        await tx.offices.appoint(boss.id, "steward", (await tx.places.root()).id, None, 1)

    await house.db.whole(steward)
    await chen.pushes(f"block_for_{person}_week_ads", 1)
    assert any("到这里就结束了" in text for text in said_to(chen)[-2:])


async def test_who_cannot_be_reached_any_more_is_told_to_the_other(house: House) -> None:
    wang, chen = await talking(house)
    house.world.private(chen.id).blocked = True
    wang.says("我下楼了")
    await house.settles()
    assert "❗ 刚才那句没送到陈明那里。" in said_to(wang)
    assert last(wang).startswith("💬 陈明（5栋）现在收不到我的消息")


async def test_a_message_taken_back_before_it_left_is_told(house: House) -> None:
    wang, _ = await talking(house)
    gone = Fault("copymessage", status=400, description="Bad Request: message to copy not found")
    house.world.calls.faults.append(gone)
    house.sends_photo(wang)
    await house.settles()
    assert last(wang) == "❗ 刚才那句没送到陈明那里。"


async def test_nobody_else_finds_a_button_for_it(house: House) -> None:
    wang, _ = await matched(house)
    li = await house.moves_in("李奶奶")
    await wang.presses("和对方说话")
    for data in ("relay_yes_1", "relay_no_1", "relay_end_1", "relay_see_1", "relay_contact_1", "relay_over_1"):
        answer = await li.pushes(data, 1)
        assert answer and answer["show_alert"], data
    forged = ("ask_1_1", "ask_1_2", "ask_99_1", "x", "ask_1_99999999999999999", "notice_1_1")
    for data in (*(f"relay_open_{one}" for one in forged), "relay_switch_ask_1_1"):
        answer = await li.pushes(data, 1)
        assert answer and answer["show_alert"], data
    assert (await house.db.read.relays.get(1)).state == "invited"


async def test_a_conversation_survives_a_restart(house: House) -> None:
    wang, chen = await talking(house)
    await house.restarts()
    chen.says("我到了")
    await house.settles()
    assert last(wang) == "陈明：我到了"


async def test_not_a_word_is_left_in_the_database_file(house: House) -> None:
    wang, chen = await talking(house)
    for who, text in ((wang, "膝盖旧伤不便下楼"), (chen, "放在三更半夜门口"), (wang, "打我 13900099777")):
        who.says(text)
        await house.settles()
    await wang.presses("给对方看我的电话")
    house.sends_photo(wang, caption="辣椒炒肉一份")
    await house.settles()
    await wang.presses("说完了")
    await house.stops()

    for path in (house.database, *house.folder.glob("linli.db-*")):
        content = path.read_bytes()
        for mark in ("膝盖旧伤", "三更半夜", "13900099777", "辣椒炒肉"):
            assert mark.encode() not in content and mark.encode("utf-16-le") not in content, (path.name, mark)
    await house.starts()


async def test_who_is_forgotten_ends_it_and_leaves_no_name(house: House) -> None:
    wang, chen = await talking(house)
    wang.says("/forget")
    await house.settles()
    await wang.presses("忘掉")
    await house.settles()
    assert last(chen).startswith("💬 和一位邻居的话，到这里就结束了。")
    assert "王芳" not in last(chen)
    assert (await house.db.read.relays.get(1)).one_id is None


async def test_who_asked_for_a_neighbour_talks_as_themselves_and_the_neighbour_is_not_told_on(house: House) -> None:
    """The two who speak are the voices; whom somebody acts for just now changes nothing of it."""
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")

    async def acts_for_her(tx: Any) -> int:
        by = await tx.people.by_telegram(chen.id)
        old = await tx.people.note("王秀兰", "zh", by.id, int(house.clock.seconds()))
        await tx.residents.lives(old.id, await tx.residents.home(by.id), "owner")
        await tx.acting.names(old.id, by.id, 1)
        await tx.acting.act_for(by.id, old.id, int(house.clock.seconds()) + 3600)
        return int(old.id)

    old = await house.db.whole(acts_for_her)
    chen.says("求助 梯子")
    await house.settles()
    await chen.presses("发到群里")
    await wang.presses("我有", on=house.group)
    await chen.presses("好，谢谢")

    await wang.presses("和对方说话")
    assert last(chen).startswith("💬 王芳（3栋）想通过我和您说几句。")
    await chen.presses("行，现在说")
    chen.says("我替邻居来拿")
    await house.settles()
    assert last(wang) == "陈建国：我替邻居来拿"
    chen.says("↩️ 换回我自己")
    await house.settles()
    chen.says("五分钟到")
    await house.settles()
    assert last(wang) == "陈建国：五分钟到"
    relay = await house.db.read.relays.get(1)
    assert old not in relay.two


async def test_my_list_shows_my_own_conversation_and_not_that_of_whom_i_act_for(house: House) -> None:
    wang, chen = await talking(house)
    li = await house.moves_in("李奶奶", unit="3-2-502")

    async def acts_for_wang(tx: Any) -> None:
        by, for_ = await tx.people.by_telegram(li.id), await tx.people.by_telegram(wang.id)
        await tx.acting.names(for_.id, by.id, 1)
        await tx.acting.act_for(by.id, for_.id, int(house.clock.seconds()) + 3600)

    await house.db.whole(acts_for_wang)
    li.says("/me")
    await house.settles()
    assert "体温计" in last(li) and "说话" not in last(li)
    answer = await li.pushes("relay_end_1", 1)
    assert answer and answer["show_alert"]
    assert (await house.db.read.relays.get(1)).state == "open"
    wang.says("/me")
    await house.settles()
    assert "💬 正和陈明说话" in last(wang)
    assert (await house.db.read.relays.seat(2)).relay.partner_of(2) == 1 and chen


async def test_what_was_said_before_it_opened_is_not_carried_when_it_comes_late(house: House) -> None:
    wang, chen = await matched(house)
    await wang.presses("和对方说话")
    at = house.clock.seconds()
    await house.later(minutes=2)
    await chen.presses("行，现在说")
    post = wang.says("孩子烧到三十九度")
    house.world.updates._queue.clear()
    post.body["date"] = int(at)
    house.world.tell_bot(post)
    await house.settles()
    assert "三十九" not in str(said_to(chen))
