"""Chinese numerals up to 99, and numbers spelled digit by digit."""

import re

ONES = "一二三四五六七八九"
CHINESE = f"(?:[{ONES}]?十[{ONES}]?|[{ONES}])"


def numeral(sign: str) -> str:
    """A number or letter as written, in digits without leading zeros; Chinese up to 99."""
    if sign[0] not in ONES + "十":
        return re.sub(r"^([a-z]?)0+(?=\d)", r"\1", sign)
    high, ten, low = sign.rpartition("十")
    tens = _ones(high) if high else len(ten)
    return str(10 * tens + _ones(low))


def spelled(sign: str) -> str:
    """五零一 as 501; digits as they are."""
    return "".join(str(_ones(digit)) if digit in ONES else "0" if digit in "零〇" else digit for digit in sign)


def _ones(sign: str) -> int:
    return ONES.index(sign) + 1 if sign else 0
