"""Forms: how days, parts of the day, clock times and spans are written in Chinese and English."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from bot.domain.dates import pieces
from bot.domain.dates.pieces import Match, Piece
from bot.domain.text.numerals import CHINESE, ONES

NUMBER = rf"(?:\d{{1,3}}|两|{CHINESE})"
SMALL = rf"(?:\d{{1,2}}|两|{CHINESE})"
WEEK = "(?:周|星期|礼拜)"
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
SHORT_WEEKDAY = "(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
NOT_A_CLOCK = r"\s?[个意要建原注问心钱儿吃小]"
MEASURED = r"\s?(?:[天个盒片粒瓶包袋元块斤人次支颗份楼层号栋小分年月岁周度点倍米杯条]|[a-z%])"
ENDS = r"(?=\s*(?:$|[\n，。；、！？,.;:!?)）…]))|(?=\s*\()"

# What gives a day or clock time a meaning that is not known here.
UNKNOWN = re.compile(
    r"农历|阴历|旧历|正月|腊月|闰|初[一二三四五六七八九十]|除夕|春节|节[前后日]|下下|上上|[下这本上次]个?月"
    r"|上个?(?:周|星期|礼拜)|每[天日周月晚早隔个星礼]|月[初底末]|年[初底末]|[明后去]年|周末|今明|半夜"
    r"|weekend|every|next (?:month|year)|end of|last (?:mon|tue|wed|thu|fri|sat|sun|night)"
)


BARE_SPAN = r"(?<![每了隔已近过续烧第\d.\-])"
COUNT_EN = r"(?:(half) an? |(\d{1,3}|an?|one|two|three|four|five|six|seven)[ \-]?)"
UNIT_EN = r"(minutes?|mins?|hours?|hrs?|h|days?|weeks?)\b"
ST = "(?:st|nd|rd|th)?"
MINUTES = rf"[钟整]|(半)|([一三])刻|(\d{{1,2}}|{CHINESE}|零[{ONES}])分?"
NOT_A_DAY = r"[楼院栋线门店机码电]|\s?\d{1,2}\s?(?:单元|栋)|\s?\d{3,4}(?!\d)"

Says = Callable[[Match, date], Piece | None]
WRITTEN: list[tuple[str, Says]] = [
    (r"(?<!\d)(20\d\d)\s?[年\-/.]\s?(\d{1,2})\s?[月\-/.]\s?(\d{1,2})(?![\d\-/.])\s?[日号]?", pieces.whole_date),
    (rf"(?<![\d年])({SMALL})\s?月\s?({SMALL})(?![\d{ONES}十])\s?[日号]?", pieces.month_day),
    (rf"(?<![\d\-/.:a-z])(\d{{1,2}})[\-/](\d{{1,2}})(?![\d\-/.:]|{MEASURED})", pieces.month_day),
    (rf"\b(\d{{1,2}}){ST} (?:of )?{MONTH}\b", pieces.day_of_english_month),
    (rf"\b{MONTH}\.? (\d{{1,2}}){ST}\b(?!:)", pieces.english_month_day),
    (rf"(?<![\d\-/.月第牌a-z])(\d{{1,2}})(?:日|号(?!{NOT_A_DAY}))", pieces.day_of_month),
    (rf"(?<![\d第每两半个十{ONES}])(?:([下这本])个?)?{WEEK}([一二三四五六日天])", pieces.weekday),
    (rf"\b(?:(this|next|coming) )?{WEEKDAY}\b", pieces.english_weekday),
    (rf"(?:\b(this|next|coming) |(?<=\bon )|(?<=\bby )){SHORT_WEEKDAY}\b", pieces.english_weekday),
    (r"大后天|(?<!大)后天|[今明](?:[天日儿]|(?=[早晚夜]))", pieces.near),
    (r"(?:the )?\bday after tomorrow\b|\b(?:today|tomorrow|tonight)\b", pieces.near),
    (r"(上午|早上|早晨|清晨|凌晨|中午|下午|傍晚|晚上|晚间|夜里)", pieces.part),
    (r"(?<=[今明天日一二三四五六])([早晚夜])(?![了饭餐些])|([早晚])(?=\s?\d)", pieces.part),
    (r"(?:\b(?:this|in the) )?\b(morning|afternoon|evening|night)\b", pieces.part),
    (r"\b(?:noon|midnight)\b|正午", pieces.noon),
    (rf"(?<![\d.:])(?:\d{{1,2}}[\-~到至])?({SMALL})\s?点(?!\d{{3}}|{NOT_A_CLOCK})(?:{MINUTES})?", pieces.clock),
    (r"(?<![\d.:])(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?", pieces.english_clock),
    (
        rf"(?<![a-z])(?:at|by|before|until|till) (\d{{1,2}})(?:{ENDS}|(?= (?:on|this|next|to[dmn])))",
        pieces.english_hour,
    ),
    (r"(?<![\d.:])(\d{1,2}):(\d\d)(?![\d:]|\s?[ap]\.?m)", pieces.digits),
    (
        rf"{BARE_SPAN}({NUMBER})?(个?半)?个?(小时|钟头|分钟|刻钟|天|日|{WEEK}(?![一二三四五六日天]))"
        rf"(?:(?:之|以)?内|(?:之|以)?后(?!天)|{ENDS})",
        pieces.span,
    ),
    (rf"\b(?:in|within) {COUNT_EN}{UNIT_EN}", pieces.english_span),
    (rf"(?<![\w.])(?<!for )(?<!past )(?<!last ){COUNT_EN}{UNIT_EN}(?:{ENDS})", pieces.english_span),
]
FORMS = [(re.compile(pattern, re.ASCII), says) for pattern, says in WRITTEN]


def found(text: str, today: date) -> Iterator[Piece]:
    """The pieces of a text (see `text.plain`) in order; of two that overlap the earlier, then the longer one."""
    every = [piece for form, says in FORMS for match in form.finditer(text) if (piece := says(match, today))]
    at = 0
    for piece in sorted(every, key=lambda piece: (piece.start, -piece.end)):
        if piece.start >= at:
            yield piece
            at = piece.end
