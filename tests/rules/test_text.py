"""What people typed is cleaned, measured, cut and masked without ever failing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import clean, clean_name, cut, masked, simplified, split_segments, utf16

FAMILY = "👩\u200d👩\u200d👧\u200d👦"
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
SIGNS = st.sampled_from("\ud83d\ude00\u200d\ufe0f\u202e🇨🇳👩👧🏽1３三-@. \n栋")
ANY_TEXT = st.text(st.characters() | SIGNS, max_size=80)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  你好\t邻居 ", "你好 邻居"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("一\n\n\n\n\n二", "一\n\n\n二"),
        ("一\n \n \n\n二", "一\n\n\n二"),
        ("ab\u202ecd\u2066e\u200f\u061c", "abcde"),
        ("布\u200b洛\ufeff芬\u00ad", "布洛芬"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("\ud83d", ""),
        ("a\ude00b", "ab"),
        ("\ud83d\ude00", "😀"),
        (FAMILY, FAMILY),
        ("王\u200d芳", "王芳"),
        (WALES, WALES),
        ("a\U000e0067b", "ab"),
        ("1\ufe0f\u20e3", "1\ufe0f\u20e3"),
        ("\x00\x1b[31m红", "[31m红"),
    ],
)
def test_cleaning_keeps_what_people_see_and_nothing_else(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("王\n芳 ", "王 芳"),
        ("\u200b\u2060", ""),
        ("\ufe0f\ufe0f", ""),
        ("\u3164", ""),
        ("Anna   Müller", "Anna Müller"),
        ("🌸", "🌸"),
        ("长" * 100, "长" * 63 + "…"),
    ],
)
def test_a_name_is_one_line_that_can_be_seen(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    ("text", "units", "short"),
    [
        ("邻里", 2, "邻里"),
        ("邻里互助", 3, "邻里…"),
        ("a😀b", 3, "a…"),
        ("a😀b", 4, "a😀b"),
        (f"a{FAMILY}b", 10, "a…"),
        ("🇨🇳🇨🇳🇨🇳", 8, "🇨🇳…"),
        ("🇨🇳🇨🇳🇨🇳", 7, "🇨🇳…"),
        ("👍🏽👍🏽", 6, "👍🏽…"),
        ("ne\u0301x\u0301a", 3, "n…"),
        ("你好 大家", 4, "你好…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("", 0, ""),
    ],
)
def test_a_cut_falls_between_signs(text: str, units: int, short: str) -> None:
    assert cut(text, units) == short


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("３棟２單元５０１號", "3栋2单元501号"),
        ("我能幫，報修 維修 見證 決議 活動", "我能帮,报修 维修 见证 决议 活动"),
        ("布洛芬　２盒", "布洛芬 2盒"),
    ],
)
def test_traditional_and_full_width_are_matched_as_simplified(typed: str, plain: str) -> None:
    assert simplified(typed) == plain


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("打13800138000找我", "打找我"),
        ("电话：138 0013 8000，谢谢", "电话，谢谢"),
        ("138-0013-8000", ""),
        ("我手机１３８００１３８０００", "我手机"),
        ("一三八零零一三八零零零有药", "有药"),
        ("幺三八 零零一三 八零零零", ""),
        ("①③⑧00138000", ""),
        ("1️⃣3️⃣8️⃣00138000 找我", "找我"),
        ("+86 138-0013-8000", ""),
        ("0086 13800138000", ""),
        ("+44 20 7946 0958 Anna", "Anna"),
        ("0596-2345678转801", ""),
        ("(0596) 2345678", ""),
        ("400-800-8888 报修", "报修"),
        ("8008208820", ""),
        ("座机 234-5678", "座机"),
        ("身份证350602198001011234", "身份证"),
        ("身份证 35060219800101123X", "身份证"),
        ("350602 19800101 123X", ""),
        ("卡号6222 0212 3456 7890 123", "卡号"),
        ("加我微信abc_12345", "加我微信"),
        ("微信：wang88，急", "微信，急"),
        ("vx wang_fang8", "vx"),
        ("wx号 wang_fang8 谢谢", "wx号 谢谢"),
        ("加我 linjia2026", "加我"),
        ("QQ 123456", "QQ"),
        ("my WeChat is anna_88", "my WeChat is"),
        ("@wangfang 有布洛芬", "有布洛芬"),
        ("写信 a.b@qq.com 给我", "写信 给我"),
        ("见https://x.com/a?b=c谢谢", "见谢谢"),
        ("t.me/joinchat/AbC 进群", "进群"),
        ("www.example.com", ""),
        ("布洛芬（13800138000）一盒", "布洛芬一盒"),
        ("call 13800138000 now", "call now"),
    ],
)
def test_ways_to_reach_a_person_are_cut_out(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "120/119/110/12356",
        "打120，电梯96196",
        "2026-11-28 13:30 集合",
        "2026年11月28日下午3点",
        "11-28 15:30，价格39.5元，24小时",
        "2019-2026年",
        "1、3、5、7、9、11、13、15楼",
        "布洛芬 2盒，0.3g×20片",
        "3栋2单元501",
        "please add me on wechat please",
        "一二三四五",
        "行1\n\n行2：",
    ],
)
def test_dates_prices_and_emergency_numbers_stay(typed: str) -> None:
    assert masked(typed) == typed


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("布洛芬，孩子发烧！急", ["布洛芬", "孩子发烧", "急"]),
        ("ibuprofen, child has fever.", ["ibuprofen", "child", "has", "fever"]),
        ("39.5元 15:30 1,200", ["39.5元", "15:30", "1,200"]),
        ("求助：轮椅…今晚", ["求助", "轮椅", "今晚"]),
        ("，。 \n", []),
    ],
)
def test_clauses(typed: str, clauses: list[str]) -> None:
    assert split_segments(typed) == clauses


@given(ANY_TEXT)
def test_cleaning_never_fails_and_is_done_once(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    kept.encode()
    assert not set(kept) & set("\u202e\u2066\u200b\x00\r\t\ufeff")
    assert "\n\n\n\n" not in kept


@given(ANY_TEXT, st.integers(-1, 70))
def test_a_cut_fits_and_is_the_beginning_of_the_text(text: str, units: int) -> None:
    short = cut(text, units)
    assert utf16(short) <= max(units, 0)
    assert short == text or (short == "" and units <= 0) or text.startswith(short.removesuffix("…"))


@given(ANY_TEXT)
def test_the_length_is_counted_as_telegram_does(text: str) -> None:
    assert utf16(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(ANY_TEXT)
def test_matching_keeps_every_offset(text: str) -> None:
    assert len(simplified(text)) == len(text)


@given(ANY_TEXT)
def test_masking_never_fails_or_adds_and_is_done_once(text: str) -> None:
    shown = masked(text)
    assert len(shown) <= len(text)
    assert masked(shown) == shown


@given(st.from_regex(r"1[3-9]\d{9}", fullmatch=True), st.sampled_from(["", " ", "-", ".", "·", "—"]), ANY_TEXT)
def test_no_mobile_number_survives(number: str, gap: str, around: str) -> None:
    written = gap.join((number[:3], number[3:7], number[7:]))
    assert number not in "".join(sign for sign in masked(f"{around}号：{written}，{around}") if sign.isdigit())
