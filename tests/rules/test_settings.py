"""Settings: whatever stands in config.toml, the steward gets a house or one sentence with the mend."""

import re
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, SecretStr

from bot.domain.worktime import Working
from bot.i18n import LOCALES, words
from bot.runtime.plan import keep_days_of, working_of
from bot.settings import Community, Health, Settings, SettingsError, Telegram, cli_language, load

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
TOKEN = "8012345678:" + "AAE-x_9" * 5
OTHER = "8087654321:" + "AAE-x_9" * 5
HOME = f'[[community]]\nname = "阳光社区"\ntoken = "{TOKEN}"\n'  # three lines; a case adds the fourth
MOON = f'[[community]]\nname = "月亮社区"\ntoken = "{OTHER}"\n'
NUMBERS = HOME + "[community.numbers]\n"
UNNAMED = "[[community]]\n"

KEYBOARD = [
    (HOME + "zone = “Asia/Shanghai”", '第 4 行用了中文引号 “ ”，请改成英文的 " "'),
    (HOME + 'zone = "Asia/Shanghai”\nlanguage = "zh"', '第 4 行用了中文引号 “ ”，请改成英文的 " "'),
    (HOME + "zone = ‘Asia/Shanghai’", '第 4 行用了中文引号 ‘ ’，请改成英文的 " "'),
    (HOME + "zone = 「Asia/Shanghai」", '第 4 行用了中文引号 「 」，请改成英文的 " "'),
    (HOME + 'zone ＝ "Asia/Shanghai"', "第 4 行用了 ＝，请改成英文的等号 ="),
    (HOME + 'zone："Asia/Shanghai"', "第 4 行用了 ：，请改成英文的等号 ="),
    (HOME + 'zone: "Asia/Shanghai"', "第 4 行用了 :，请改成英文的等号 ="),
    (HOME + '时区："Asia/Shanghai"', "第 4 行用了 ：，请改成英文的等号 ="),
    (HOME + 'night = ["22:00"，"07:00"]', "第 4 行用了中文的 ，，请改成英文的逗号 ,"),
    (HOME + 'night = 【"22:00", "07:00"】', "第 4 行用了中文括号 【，请改成英文的 ["),
    (HOME + 'night = ["22:00", "07:00"】', "第 4 行用了中文括号 】，请改成英文的 ]"),
    ("［［community］］\n", "第 1 行用了中文括号 ［，请改成英文的 ["),
    (HOME + "[health]\nport = ８０８１", "第 5 行的数字是全角的，请改成 8081"),
    (HOME + 'zone\u3000= "Asia/Shanghai"', "第 4 行有一个看不出来的全角空格，请删掉，用英文空格。"),
    (HOME + '\u00a0zone = "Asia/Shanghai"', "第 4 行有一个看不出来的全角空格，请删掉，用英文空格。"),
    (HOME + "＃ 时区", "第 4 行用了中文的 ＃，请改成英文的 #"),
    (HOME + "zone = 上海", '第 4 行的 zone 少了引号，等号后面请用英文引号 " " 括起来。'),
    (HOME + "zone = Asia/Shanghai", '第 4 行的 zone 少了引号，等号后面请用英文引号 " " 括起来。'),
    (HOME + "morning = 07：30", '第 4 行的 morning 少了引号，等号后面请用英文引号 " " 括起来。'),
    (UNNAMED + f"token = {TOKEN}", '第 2 行的 token 少了引号，等号后面请用英文引号 " " 括起来。'),
    (NUMBERS + "gas = 0596-2345678", '第 5 行的 gas 少了引号，等号后面请用英文引号 " " 括起来。'),
    (NUMBERS + '煤气 = "96777"', '第 5 行等号前面的 煤气 不是英文，请加上英文引号："煤气"'),
    (HOME + 'zone = "Asia/Shanghai', '第 4 行少了后一个引号，请在末尾补上 "'),
    (HOME + 'zone = """Asia/Shanghai\n\n', '第 4 行少了后一个引号，请在末尾补上 "'),
    (HOME + "zone =\n", "第 4 行的 zone 后面是空的，请在等号后面填上。"),
    (HOME + 'night = ["22:00", "07:00"\n\nzone = "x"', "第 4 行的括号没有配上"),
    (HOME + 'night = ["22:00" "07:00"]', "第 4 行的括号没有配上"),
    ('[[community]\nname = "x"', "第 1 行的方括号不对，请写成 [[community]]"),
    ("[社区]", "第 1 行的方括号不对，请写成 [[community]]"),
    (HOME + 'database = "C:\\Users\\li"', "第 4 行的反斜杠 \\ 会被看错，请改成 /"),
    (HOME + 'name = "月亮社区"', "第 4 行的 name 前面已经写过了，请只留一处。"),
    (HOME + 'zone = "a"\nzone = "b"', "第 5 行的 zone 前面已经写过了"),
    (HOME + "这里写时区", "第 4 行不是设置。如果是说明，请在最前面加 #"),
    (HOME + "zone", "第 4 行不是设置。"),
    (HOME + 'zone = "a" "b"', "第 4 行看不明白。"),
]

MEANING = [
    (HOME + 'langauge = "zh"', "第 4 行的 “langauge” 不认识，是不是想写 “language”？"),
    ("[[communty]]", "第 1 行的 “communty” 不认识，是不是想写 “community”？"),
    (UNNAMED + f'name = "x"\ntokne = "{TOKEN}"', "第 3 行的 “tokne” 不认识，是不是想写 “token”？"),
    (HOME + "[health]\nxyz = 1", "第 5 行的 “xyz” 不认识。这里可以写：host, port。"),
    (f'"{TOKEN}" = 1', "第 1 行的 “***” 不认识。"),
    (HOME + 'proxy = "http://a:1"', "第 4 行的 “proxy” 放错了地方，请移到 [telegram] 下面。"),
    (HOME + MOON + "port = 1", "第 7 行的 “port” 放错了地方，请移到 [health] 下面。"),
    (HOME + 'log_level = "info"', "第 4 行的 “log_level” 放错了地方，请移到文件最前面"),
    (NUMBERS + 'night = ["22:00", "07:00"]', "第 5 行的 “night” 不是电话，请移到 [community.numbers] 的上面。"),
    ('[community]\nname = "x"', "第 1 行的 community 少了一层方括号，请写成 [[community]]"),
    ("telegram = 1\n" + HOME, "第 1 行的 telegram 要单独成一段，请写成 [telegram]"),
    (HOME + "health = 1\n", "第 4 行的 health 要单独成一段，请写成 [health]"),
    ("community = [1]", "第 1 行的 community 要单独成一段"),
    ("", " 里还没有社区。"),
    ("[telegram]\n", " 里还没有社区。"),
    (UNNAMED + f'token = "{TOKEN}"', "第 1 行这一段少了 name，请补上一行"),
    (UNNAMED + "name = 3", "第 2 行的 name 要写成文字，请用英文引号"),
    (UNNAMED + 'name = "  "', "第 2 行的 name 要写 1 到 60 个字，一行。"),
    (UNNAMED + 'name = "a\\nb"', "第 2 行的 name 要写 1 到 60 个字，一行。"),
    (UNNAMED + 'name = "x"', "第 1 行这个社区还没有令牌。请到 Telegram 找 @BotFather"),
    (UNNAMED + 'name = "x"\ntoken = ""', "第 3 行这个社区还没有令牌。"),
    (UNNAMED + 'name = "x"\ntoken = "8012345678:AAE"', "第 3 行的令牌不完整。"),
    (UNNAMED + 'name = "x"\ntoken = 8012345678', "第 3 行的令牌不完整。"),
    (UNNAMED + f'name = "{TOKEN}"', "第 2 行的 name 里有令牌，别人会看见。"),
    (UNNAMED + f'name = "x"\ntoken_file = "{TOKEN}"', "第 3 行的 token_file 里有令牌"),
    (HOME + f'[telegram]\nbase_url = "https://api.telegram.org/bot{TOKEN}"', "第 5 行的 base_url 里有令牌"),
    (HOME + 'token_file = "token.txt"', "第 4 行写了 token_file，又写了 token。请只留一个。"),
    (UNNAMED + 'name = "x"\ntoken_file = "nowhere.txt"', "第 3 行：token_file 说的文件打不开。"),
    (UNNAMED + 'name = "x"\ntoken_file = "config.toml"', "第 3 行：token_file 那个文件的第 1 行不是完整的令牌。"),
    (HOME + 'database = ""', '第 4 行的 database 不是文件名，请写成 "linli.db" 这样。'),
    (HOME + "backups = 3", "第 4 行的 backups 要写成文字"),
    (HOME + 'zone = "Beijing"', '第 4 行没有 “Beijing” 这个时区，请改成 "Asia/Shanghai"'),
    (HOME + 'zone = "北京"', '请改成 "Asia/Shanghai"'),
    (HOME + 'zone = "UTC+8"', '请改成 "Asia/Shanghai"'),
    (HOME + 'zone = "Asia/Shanghia"', '请改成 "Asia/Shanghai"'),
    (HOME + 'zone = "london"', '请改成 "Europe/London"'),
    (HOME + 'zone = "香港"', '请改成 "Asia/Hong_Kong"'),
    (HOME + 'zone = "../../etc/passwd"', "第 4 行没有 "),
    (HOME + 'zone = "Asia"', "第 4 行没有 “Asia” 这个时区"),
    (HOME + "zone = 8", "第 4 行的 zone 要写成文字"),
    (HOME + 'language = "fr"', '第 4 行的 language 只能是 "zh" / "en"'),
    ('log_level = "loud"\n' + HOME, '第 1 行的 log_level 只能是 "debug" / "info" / "warning" / "error"'),
    (HOME + "keep_plea_words = 0", "第 4 行的 keep_plea_words 要写 1 到 1095 的天数"),
    (HOME + 'keep_pleas = "30"', "第 4 行的 keep_pleas 要写 1 到 1095 的天数"),
    (HOME + "keep_pleas = true", "第 4 行的 keep_pleas 要写 1 到 1095 的天数"),
    (HOME + 'morning = "24:00"', '第 4 行的 morning 不是钟点，请写成 "07:30" 这样。'),
    (HOME + "morning = 7", "第 4 行的 morning 不是钟点"),
    (HOME + 'rest = ["12:30", "2pm"]', "第 4 行的 rest 不是钟点"),
    (HOME + 'night = "22:00"', "第 4 行的 night 要写两个不同的钟点"),
    (HOME + 'night = ["22:00", "22:00"]', "第 4 行的 night 要写两个不同的钟点"),
    (HOME + "night = []", "第 4 行的 night 要写两个不同的钟点"),
    (HOME + 'work = ["17:30", "08:30"]', "第 4 行的 work 后一个钟点要比前一个晚"),
    (HOME + "workdays = []", "第 4 行的 workdays 要写 1 到 7 的数字，1 是星期一"),
    (HOME + "workdays = [0, 1]", "第 4 行的 workdays 要写 1 到 7 的数字"),
    (HOME + 'workdays = ["mon"]', "第 4 行的 workdays 要写 1 到 7 的数字"),
    (HOME + 'numbers = "119"', "第 4 行的 numbers 要写成名字和号码"),
    (NUMBERS + '"" = "119"', "第 5 行的电话要有名字"),
    (NUMBERS + 'fire = "119"\ngas = "nobody"', "第 6 行的 “gas” 不是电话号码"),
    (NUMBERS + "gas = true", "第 5 行的 “gas” 不是电话号码"),
    (HOME + 'numbers = { fire = "119", gas = "?" }', "第 4 行的 “gas” 不是电话号码"),
    (HOME + '[telegram]\nbase_url = "api.telegram.org"', "第 5 行的 base_url 不是网址"),
    (HOME + '[telegram]\nproxy = "127.0.0.1:1080"', "第 5 行的 proxy 要有类型、地址和端口"),
    (HOME + '[telegram]\nproxy = "socks5://127.0.0.1:99999"', "第 5 行的 proxy 要有类型、地址和端口"),
    (HOME + '[health]\nhost = "a b"', "第 5 行的 host 不是地址"),
    (HOME + '[health]\nport = "8081"', "第 5 行的 port 要写 0 到 65535 的数字，不加引号"),
    (HOME + "[health]\nport = 65536", "第 5 行的 port 要写"),
    (HOME + "[health]\nport = true", "第 5 行的 port 要写"),
    (HOME + HOME, "第 5 行：第 2 个社区和第 1 个同名"),
    (HOME + HOME.replace("阳光", "月亮"), "第 6 行：第 2 个社区和第 1 个用了同一个机器人。"),
    (HOME + MOON, "第 4 行：第 2 个社区和第 1 个用了同一个 database。"),
    (HOME + MOON + 'database = "./x/../linli.db"', "第 7 行：第 2 个社区和第 1 个用了同一个 database。"),
    (
        HOME + 'backups = "b"\n' + MOON + 'database = "m.db"\nbackups = "b"',
        "第 9 行：第 2 个社区和第 1 个的备份放在同一个文件夹。",
    ),
]

BYTES = [
    (HOME.encode("gbk"), "第 2 行读不出来，文件的编码像是 GBK（ANSI）。"),
    (HOME.encode("utf-16"), " 的编码是 UTF-16，我读不了。"),
    (b'[[community]]\nname = "\xff\xfe\x81"', "第 2 行读不出来。请用 UTF-8 编码重新保存。"),
    (b"\0" * 10, " 不像配置文件。"),
    (b"#" * 300_000, " 不像配置文件。"),
    (b"a = " + b"[" * 5_000, " 不像配置文件。"),
    (b"a = " + b"9" * 5_000, " 不像配置文件。"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def refused(file: Path, lang: str = "zh", **environ: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load(file, words(lang), environ)
    assert caught.value.__context__ is None, "a fault behind the sentence may quote the file"
    return str(caught.value)


@pytest.mark.parametrize(("text", "sentence"), KEYBOARD + MEANING)
def test_what_is_wrong_is_one_sentence_with_its_line_and_mend(file: Path, text: str, sentence: str) -> None:
    file.write_text(text, "utf-8")

    zh, en = refused(file), refused(file, "en")

    assert zh.startswith(str(file)) and sentence in zh
    assert not sentence.startswith("第") or re.search(rf", line {re.findall(r'[0-9]+', sentence)[0]}\b", en)
    assert "\n" not in zh + en and TOKEN not in zh + en and OTHER not in zh + en


@pytest.mark.parametrize(("raw", "sentence"), BYTES)
def test_a_file_saved_in_another_way_is_explained(file: Path, raw: bytes, sentence: str) -> None:
    file.write_bytes(raw)

    assert sentence in refused(file)


def test_a_missing_or_closed_file_says_what_to_do(tmp_path: Path) -> None:
    assert "请复制一份 config.example.toml" in refused(tmp_path / "config.toml")
    assert "打不开配置文件" in refused(tmp_path)
    assert "打不开配置文件" in refused(Path("a\0b"))


def test_every_sentence_about_settings_has_its_case(tmp_path: Path) -> None:
    said = set()

    def record(key: str, /, **blanks: object) -> str:
        said.add(key)
        return key

    file = tmp_path / "config.toml"
    for raw in [text.encode() for text, _ in KEYBOARD + MEANING] + [raw for raw, _ in BYTES]:
        file.write_bytes(raw)
        with pytest.raises(SettingsError):
            load(file, record, {})
    for path, environ in ((tmp_path, {}), (tmp_path / "none", {}), (file, {"LINLI_TOKEN": "short"})):
        if path == file:
            file.write_text(HOME, "utf-8")
        with pytest.raises(SettingsError):
            load(path, record, environ)

    own = (LOCALES / "zh" / "settings.ftl").read_text("utf-8")
    known = set(re.findall(r"^(settings-[a-z-]+) =", own, re.MULTILINE))
    assert known - said == {"settings-place", "settings-value"}  # the latter: for what nobody thought of


@pytest.mark.parametrize(
    "harmless",
    [
        "# 说明：“这里”的 ＝ ， 【】 都不要紧\u3000",
        'database = "楼（一）：“数据”，【１】.db"',
        "database = 'C:\\Users\\li.db'",
        'night = [ # 两个钟点：\n  "22:00", # 从\n  "07:00",\n]',
    ],
)
def test_chinese_signs_inside_quotes_and_remarks_are_nobodys_mistake(file: Path, harmless: str) -> None:
    file.write_text(HOME + harmless + "\n", "utf-8")

    assert load(file, words("zh"), {}).communities[0].name == "阳光社区"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_notepads_byte_order_mark_and_line_ends_are_accepted(file: Path, mark: str, ends: str) -> None:
    file.write_bytes((mark + HOME.replace("\n", ends)).encode())

    assert load(file, words("zh"), {}).communities[0].token.get_secret_value() == TOKEN


def test_what_is_not_said_holds_for_a_community_in_china(file: Path) -> None:
    file.write_text(HOME, "utf-8")

    community = load(file, words("zh"), {}).communities[0]

    assert (community.zone, community.language, community.morning) == ("Asia/Shanghai", "zh", time(7, 30))
    assert (community.night, community.rest) == ((time(22), time(7)), (time(12, 30), time(14)))
    assert (community.work, community.workdays) == ((time(8, 30), time(17, 30)), (1, 2, 3, 4, 5))
    assert community.database == file.parent / "linli.db"
    assert keep_days_of(community) == {"asks": 365, "ask-notes": 30, "ask-files": 30}
    assert dict(community.numbers) == {
        "medical": "120",
        "fire": "119",
        "police": "110",
        "mind": "12356",
        "lift": "96333",
    }


def test_a_community_works_on_its_own_days(file: Path) -> None:
    file.write_text(HOME + 'work = ["9:00", "18:00"]\nworkdays = [7, 2, 6]', "utf-8")

    working = working_of(load(file, words("zh"), {}).communities[0])

    assert working == Working(time(9), time(18), frozenset({1, 5, 6}))


def test_wide_digits_in_quotes_are_understood(file: Path) -> None:
    file.write_text(HOME + 'morning = "８：０５"\nnumbers = { gas = "０５９６－２３４５６７８", fire = 119 }', "utf-8")

    community = load(file, words("zh"), {}).communities[0]

    assert community.morning == time(8, 5)
    assert (community.numbers["gas"], community.numbers["fire"]) == ("0596-2345678", "119")


def test_a_community_adds_numbers_and_takes_some_away(file: Path) -> None:
    file.write_text(NUMBERS + 'lift = ""\n"物业值班" = "+86 (596) 234-5678"\n', "utf-8")

    numbers = load(file, words("zh"), {}).communities[0].numbers

    assert numbers["fire"] == "119" and "lift" not in numbers and numbers["物业值班"] == "+86 (596) 234-5678"


def test_a_community_may_have_no_midday_rest(file: Path) -> None:
    file.write_text(HOME + "rest = []\n", "utf-8")

    assert load(file, words("zh"), {}).communities[0].rest is None


def test_two_communities_live_side_by_side(file: Path) -> None:
    file.write_text(HOME + MOON + 'database = "moon.db"\n[community.numbers]\ngas = "1234"\n', "utf-8")

    sun, moon = load(file, words("zh"), {"LINLI_TOKEN": "is not for two"}).communities

    assert (sun.token.get_secret_value(), moon.token.get_secret_value()) == (TOKEN, OTHER)
    assert "gas" in moon.numbers and "gas" not in sun.numbers


def test_the_token_may_come_from_the_environment(file: Path) -> None:
    file.write_text('[[community]]\nname = "x"\ntoken = ""\n', "utf-8")

    assert load(file, words("zh"), {"LINLI_TOKEN": f"{TOKEN}\n"}).communities[0].token.get_secret_value() == TOKEN
    assert "环境变量 LINLI_TOKEN 里的令牌不完整" in refused(file, LINLI_TOKEN=TOKEN[:20])


def test_the_token_may_stand_in_a_file_of_its_own(file: Path) -> None:
    (file.parent / "token.txt").write_text(f"\ufeff{TOKEN}\r\n", "utf-8")
    file.write_text('[[community]]\nname = "x"\ntoken = ""\ntoken_file = "token.txt"\n', "utf-8")

    assert load(file, words("zh"), {}).communities[0].token.get_secret_value() == TOKEN


def test_nothing_secret_is_shown(file: Path) -> None:
    file.write_text(HOME + '[telegram]\nproxy = "socks5://li:geheim@127.0.0.1:1080"', "utf-8")

    known = load(file, words("zh"), {})

    assert known.telegram.proxy == "socks5://li:geheim@127.0.0.1:1080"
    assert TOKEN not in repr(known) + str(known) + repr(vars(known.communities[0]))
    assert "geheim" not in repr(known) + str(known)


def test_addresses_lose_what_the_caller_adds(file: Path) -> None:
    file.write_text(HOME + '[telegram]\nbase_url = "http://127.0.0.1:8080/bot/"\nproxy = ""', "utf-8")

    telegram = load(file, words("zh"), {}).telegram

    assert (telegram.base_url, telegram.proxy) == ("http://127.0.0.1:8080", None)


def test_settings_are_built_by_hand_under_the_same_rules() -> None:
    one = Community(name="x", token=SecretStr(TOKEN))

    assert Settings(communities=(one,)).communities[0].database == Path("linli.db")
    with pytest.raises(ValueError, match="settings-same-name"):
        Settings(communities=(one, one))
    with pytest.raises(ValueError, match="frozen"):
        one.name = "y"


@pytest.mark.parametrize(
    ("table", "model"), [("", Settings), ("[[community]]", Community), ("[telegram]", Telegram), ("[health]", Health)]
)
def test_the_example_names_every_setting_in_its_place(table: str, model: type[BaseModel]) -> None:
    text = EXAMPLE.read_text("utf-8")
    own = re.split(r"^\[(?!community\.)", text[text.index(table) + len(table) :], maxsplit=1, flags=re.MULTILINE)[0]

    for name, field in model.model_fields.items():
        key = str(field.validation_alias or name)
        as_line = re.search(rf"^(# )?{key} = ", own, re.MULTILINE)
        as_table = re.search(rf"^\[\[?{key}\]|^\[community\.{key}\]", text, re.MULTILINE)
        assert as_line or as_table, name


def test_the_example_is_valid_but_for_the_token(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(EXAMPLE.read_text("utf-8"), "utf-8")

    assert "还没有令牌" in refused(file)
    assert load(file, words("zh"), {"LINLI_TOKEN": TOKEN}).communities[0].zone == "Asia/Shanghai"


def test_what_the_example_keeps_behind_a_hash_is_valid_too(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(re.sub(r"^# (\w+ = )", r"\1", EXAMPLE.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    (tmp_path / "token.txt").write_text(TOKEN)

    known = load(file, words("en"), {})

    assert known.telegram.proxy == "socks5://127.0.0.1:1080"
    assert known.communities[0].backups == Path("/mnt/usb/linli")


def a_house_or_a_sentence(raw: bytes, folder: Path) -> None:
    file = folder / "any.toml"
    file.write_bytes(raw)
    for lang in ("zh", "en"):
        try:
            load(file, words(lang), {})
        except SettingsError as error:
            assert str(error).count("\n") == 0 and TOKEN not in str(error)


@given(st.one_of(st.text(), st.text("[]community=\"'#\n.:“”＝：，【a1 \\"), st.binary()).map(lambda any_: any_))
@settings(max_examples=300, deadline=None)
def test_arbitrary_text_gives_a_sentence(tmp_path_factory: pytest.TempPathFactory, written: str | bytes) -> None:
    raw = written if isinstance(written, bytes) else written.encode("utf-8", "surrogatepass")

    a_house_or_a_sentence(raw, tmp_path_factory.getbasetemp())


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_slip_anywhere_in_a_good_file_gives_a_house_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    text = re.sub("#.*", "", EXAMPLE.read_text("utf-8")).replace('token = ""', f'token = "{TOKEN}"')
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 3)))
    slip = data.draw(
        st.one_of(st.sampled_from([*"“”‘’「」：＝，【】１\u3000\ufeff\"'[]{}=#\n\r\\", '"""']), st.text(max_size=4))
    )

    a_house_or_a_sentence(
        (text[:start] + slip + text[end:]).encode("utf-8", "surrogatepass"), tmp_path_factory.getbasetemp()
    )


@pytest.mark.parametrize(
    ("option", "environ", "language"),
    [
        ("en", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("zh-Hant", {"LANG": "en_US.UTF-8"}, "zh"),
        (None, {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        ("", {"LANG": "C.UTF-8"}, "zh"),
        (None, {"LANG": "POSIX"}, "zh"),
        (None, {}, "zh"),
    ],
)
def test_the_command_line_speaks_the_language_of_its_user(
    option: str | None, environ: dict[str, str], language: str
) -> None:
    assert cli_language(option, environ) == language
