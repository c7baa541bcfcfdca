"""Until when: what people say in Chinese and English, and what is refused because nobody could know."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dates import Parts, When, moment, parts, read

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
THURSDAY = datetime(2026, 11, 26, 10, 0, tzinfo=SHANGHAI)

# In the evening of the day (22:00), unless a clock time is said.
UNDERSTOOD = """
今天 | 11-26 22:00
今日 | 11-26 22:00
今晚 | 11-26 22:00
今夜 | 11-26 22:00
今天晚上 | 11-26 22:00
明天 | 11-27 22:00
明日 | 11-27 22:00
明早 | 11-27 09:00
明天上午 | 11-27 12:00
明天下午 | 11-27 18:00
明晚 | 11-27 22:00
明晚8点 | 11-27 20:00
后天 | 11-28 22:00
後天 | 11-28 22:00
大后天 | 11-29 22:00
后天晚上九点 | 11-28 21:00
2小时内 | 11-26 12:00
两小时后 | 11-26 12:00
２小時內 | 11-26 12:00
两个小时 | 11-26 12:00
24小时内 | 11-27 10:00
半小时 | 11-26 10:30
半个小时内 | 11-26 10:30
一个半小时内 | 11-26 11:30
30分钟 | 11-26 10:30
一刻钟内 | 11-26 10:15
3天 | 11-29 22:00
三天内 | 11-29 22:00
十天后 | 12-06 22:00
一周 | 12-03 22:00
一星期内 | 12-03 22:00
两周内 | 12-10 22:00
周六 | 11-28 22:00
星期六 | 11-28 22:00
礼拜天 | 11-29 22:00
这周六 | 11-28 22:00
这个周六 | 11-28 22:00
下周六 | 12-05 22:00
下个星期一 | 11-30 22:00
周四 | 11-26 22:00
周四上午9点 | 12-03 09:00
周三 | 12-02 22:00
周六晚 | 11-28 22:00
周五下午3点前 | 11-27 15:00
11月28日 | 11-28 22:00
11月28号 | 11-28 22:00
十一月二十八日 | 11-28 22:00
28号 | 11-28 22:00
28号15:30 | 11-28 15:30
11-28 | 11-28 22:00
11/28 | 11-28 22:00
11-28 15:30 | 11-28 15:30
11月28日（周六）下午3点 | 11-28 15:00
2026年11月28日 | 11-28 22:00
2026-11-28 15:30 | 11-28 15:30
12月1日上午 | 12-01 12:00
今天下午3点半 | 11-26 15:30
下午三点一刻 | 11-26 15:15
明天上午9点 | 11-27 09:00
明天早上8点15分 | 11-27 08:15
明天早上八点零五分 | 11-27 08:05
明天凌晨3点 | 11-27 03:00
晚上8点 | 11-26 20:00
晚8点 | 11-26 20:00
今晚八点半前 | 11-26 20:30
今晚12点 | 11-27 00:00
15:30 | 11-26 15:30
15：30 | 11-26 15:30
20点 | 11-26 20:00
9点 | 11-26 21:00
3点 | 11-26 15:00
明天9点 | 11-27 09:00
中午 | 11-26 12:00
明天中午 | 11-27 12:00
中午12点半 | 11-26 12:30
中午1点 | 11-26 13:00
今天下午3点到5点 | 11-26 17:00
15:00-17:00 | 11-26 17:00
周五到周日 | 11-29 22:00
最晚明天 | 11-27 22:00
在明天晚上8点之前 | 11-27 20:00
today | 11-26 22:00
tonight | 11-26 22:00
tonight at 8 | 11-26 20:00
tomorrow | 11-27 22:00
Tomorrow Morning | 11-27 12:00
tomorrow evening | 11-27 22:00
this afternoon | 11-26 18:00
the day after tomorrow | 11-28 22:00
in 2 hours | 11-26 12:00
within 3 days | 11-29 22:00
in half an hour | 11-26 10:30
half an hour | 11-26 10:30
two hours | 11-26 12:00
a week | 12-03 22:00
in a week | 12-03 22:00
Saturday | 11-28 22:00
on Sat | 11-28 22:00
this Saturday | 11-28 22:00
next Saturday | 12-05 22:00
Friday 3pm | 11-27 15:00
Nov 28 | 11-28 22:00
28 Nov | 11-28 22:00
28th of November | 11-28 22:00
Dec 3rd at 9am | 12-03 09:00
at 3pm | 11-26 15:00
at 3 | 11-26 15:00
3:30 p.m. | 11-26 15:30
15:30 tomorrow | 11-27 15:30
by tomorrow 8pm | 11-27 20:00
at 9 tomorrow | 11-27 09:00
from 3pm to 5pm | 11-26 17:00
noon | 11-26 12:00
tomorrow at noon | 11-27 12:00
midnight | 11-27 00:00
"""

REFUSED = """
下个月初 | 下个月3号 | 月底 | 节后 | 国庆节前 | 农历十一月初八 | 农历11月28日 | 腊月三十 | 初八 | 周末
每天晚上8点 | 每周六 | 上周六 | 下下周六 | 明年 | 今明两天 | 今天或明天 | 今晚要，明天也行 | 明天以后
8点以后 | 从明天起 | 2小时前 | 3天前 | 11月28日（周五） | 尽快 | 有空 | 下周 | 今天上午9点 | 早上8点15分
凌晨3点 | 今早 | 11月25日 | 1月5日 | 3号 | 这周三 | 2026-11-25 | 26号 9:00 | 2月30日 | 13月1日 | 25:00
24点30分 | 明天3点 | 晚上3点 | 下午10点 | 0天 | 400天 | 发烧3天了 | 烧了两天 | 24小时营业 | 3天的量 | 一周一次
半天 | 有一点发烧 | 三点要求 | 5号电池 | 3号楼 | 布洛芬 2盒 | 1/2片 | 2-3天 | 3-2-501 | 39.5度 | 13800138000
3栋2单元501 | 1月 | 120 | 昨天 | 前天 | 28号的电影票 | 今天的报纸 | 借梯子两天 | borrow a ladder, 2 hours | 11月二十3
asap | soon | next month | every day | end of November | last Saturday
weekend | 2 days ago | for 3 days | 3 days supply | tomorrow at 3 | after 8pm | from tomorrow onwards
sun hat | may 3 people | today or tomorrow | 9:75 | 13pm | in 2 boxes | a day off
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(said.strip(), at.strip()) for said, at in (line.split("|") for line in table.strip().splitlines())]


@pytest.mark.parametrize(("said", "at"), rows(UNDERSTOOD))
def test_until_when(said: str, at: str) -> None:
    found = read(said, THURSDAY, SHANGHAI)

    assert found
    assert (found.at.strftime("%m-%d %H:%M"), found.said, found.rest) == (at, said, "")
    assert found.at.tzinfo == SHANGHAI


@pytest.mark.parametrize("said", [said.strip() for line in REFUSED.strip().splitlines() for said in line.split("|")])
def test_what_nobody_could_know_or_has_passed_is_refused(said: str) -> None:
    assert read(said, THURSDAY, SHANGHAI) is None


@pytest.mark.parametrize(
    ("text", "said", "rest"),
    [
        ("布洛芬 2盒 今晚8点前要", "今晚8点前", "布洛芬 2盒 要"),
        ("布洛芬，孩子发烧，今晚", "今晚", "布洛芬，孩子发烧"),
        ("明天要轮椅", "明天", "要轮椅"),
        ("fever for 3 days, need ibuprofen tonight", "tonight", "fever for 3 days, need ibuprofen"),
        ("wheelchair by tomorrow 8pm please", "by tomorrow 8pm", "wheelchair please"),
        ("梯子（周六上午）", "周六上午", "梯子"),
    ],
)
def test_the_rest_is_what_is_needed(text: str, said: str, rest: str) -> None:
    found = read(text, THURSDAY, SHANGHAI)

    assert found
    assert (found.said, found.rest) == (said, rest)


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("今天", True),
        ("3天内", True),
        ("周六", True),
        ("Nov 28", True),
        ("今晚", False),
        ("2小时", False),
        ("15:30", False),
    ],
)
def test_a_whole_day_is_told_from_an_hour(said: str, whole: bool) -> None:
    found = read(said, THURSDAY, SHANGHAI)

    assert found and found.whole_day is whole


@pytest.mark.parametrize(
    ("now", "said", "at"),
    [
        ("2026-11-26 22:30", "今天", "2026-11-26 23:59"),
        ("2026-11-26 22:30", "今晚", "2026-11-26 23:59"),
        ("2026-11-26 22:30", "tonight", "2026-11-26 23:59"),
        ("2026-11-26 23:59", "今天", ""),
        ("2026-11-27 00:30", "今天", "2026-11-27 22:00"),
        ("2026-11-27 00:30", "今晚", "2026-11-27 22:00"),
        ("2026-11-27 00:30", "3点", ""),
        ("2026-11-27 00:30", "9点", "2026-11-27 09:00"),
        ("2026-11-28 22:30", "周六", "2026-11-28 23:59"),
        ("2026-11-28 10:00", "周六上午9点", "2026-12-05 09:00"),
        ("2026-11-29 10:00", "下周六", "2026-12-05 22:00"),
        ("2026-11-29 10:00", "这周六", ""),
        ("2026-12-31 10:00", "明天", "2027-01-01 22:00"),
        ("2026-12-31 10:00", "1月2日", ""),
        ("2028-02-28 10:00", "明天", "2028-02-29 22:00"),
    ],
)
def test_it_depends_on_the_hour_it_was_said(now: str, said: str, at: str) -> None:
    found = read(said, datetime.fromisoformat(now).replace(tzinfo=SHANGHAI), SHANGHAI)

    assert (found.at.strftime("%Y-%m-%d %H:%M") if found else "") == at


def test_hours_pass_through_a_change_of_the_clocks() -> None:
    night = datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN)

    assert _at("2小时后", night) == datetime(2026, 3, 29, 4, 30, tzinfo=BERLIN)
    assert _at("2:30", night) == datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN)  # 02:30 is skipped that night
    assert _at("22:00", night) == datetime(2026, 3, 29, 20, 0, tzinfo=UTC)
    assert _at("2:30", datetime(2026, 10, 25, 1, 0, tzinfo=BERLIN)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert _at("今天", night.astimezone(UTC)) == datetime(2026, 3, 29, 22, 0, tzinfo=BERLIN)


def _at(said: str, now: datetime) -> datetime | None:
    found = read(said, now, BERLIN)
    return found.at.astimezone(UTC) if found else None


def test_the_parts_of_a_moment_are_local() -> None:
    late = datetime(2026, 11, 26, 17, 5, tzinfo=UTC)

    assert parts(late, THURSDAY, SHANGHAI) == Parts(11, 27, 4, 1, 5, "tomorrow")
    assert parts(THURSDAY, THURSDAY, SHANGHAI).dayname == "today"
    assert parts(THURSDAY + timedelta(days=2), THURSDAY, SHANGHAI).dayname is None
    assert moment(THURSDAY.date(), THURSDAY.time(), SHANGHAI) == THURSDAY


SIGNS = st.sampled_from("今明后天晚早日月号点半周六内前到-/:123十两个的，（） ")
WORDS = SIGNS | st.sampled_from(
    ["上午", "下午", "中午", "小时", "分钟", "11", "28", "15:30", "2026", "农历", "每", "today "]
)
ENGLISH = st.sampled_from(["tonight", " tomorrow", " at ", "by ", "in ", "hours", "Sat ", "Nov ", "3pm", "next ", "a "])
NOWS = st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1)).map(lambda now: now.replace(tzinfo=UTC))


@given(
    st.lists(WORDS | ENGLISH, max_size=8).map("".join) | st.text(max_size=40),
    NOWS,
    st.sampled_from([SHANGHAI, BERLIN]),
)
def test_a_moment_is_never_in_the_past_and_nothing_fails(text: str, now: datetime, zone: ZoneInfo) -> None:
    found = read(text, now, zone)

    assert found is None or isinstance(found, When)
    if found:
        assert now < found.at.astimezone(UTC) <= now + timedelta(days=367)
        assert found.said in text and len(found.rest) <= len(text)
