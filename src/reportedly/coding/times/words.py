"""The closed lists of time words, and pieces of patterns made of them."""

from __future__ import annotations

import re

from reportedly.records import Grain

MONTH_NUMBERS = {
    **{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6},
    **{"july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12},
    **{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8},
    **{"sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12},
}
#: months whose names stand for nothing else; the others count bare only after a preposition
PLAIN_MONTHS = {"january", "february", "july", "september", "october", "november", "december"}

WEEKDAY_NUMBERS = {
    **{"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3},
    **{"friday": 4, "saturday": 5, "sunday": 6},
}

NUMBER_WORDS = {
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    **{"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12},
    **{"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17},
    **{"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40},
    **{"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12},
}

ORDINALS = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4},
    **{"1st": 1, "2nd": 2, "3rd": 3, "4th": 4},
}
CENTURY_WORDS = {
    **{"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19},
    **{"twentieth": 20, "twenty-first": 21, "fifteenth": 15, "fourteenth": 14},
}

UNITS = {
    **{"second": Grain.MINUTE, "minute": Grain.MINUTE, "hour": Grain.MINUTE, "day": Grain.DAY},
    **{"night": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER},
    **{"year": Grain.YEAR, "decade": Grain.DECADE, "century": Grain.CENTURY},
    **{"centurie": Grain.CENTURY},  # "centuries" without its s
}

#: season → first of its three months, on the northern half of the earth
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

#: fixed feasts and dates that have become names: month, day, year where the name implies one
FEASTS = {
    "new year's day": (1, 1, None),
    "new year's eve": (12, 31, None),
    "valentine's day": (2, 14, None),
    "may day": (5, 1, None),
    "christmas eve": (12, 24, None),
    "christmas day": (12, 25, None),
    "christmas": (12, 25, None),
    "boxing day": (12, 26, None),
    "9/11": (9, 11, 2001),
}

#: what is counted by a number that is then no year: "in 1500 homes"
COUNTED = (
    "people|persons|men|women|children|soldiers|troops|fighters|militants|rebels|police|officers"
    "|civilians|refugees|migrants|workers|homes|houses|buildings|villages|towns|cities|schools"
    "|tons|tonnes|kilos|kilograms|miles|kilomet(?:er|re)s|km|met(?:er|re)s|feet|yards|acres"
    "|hectares|barrels|liters|litres|dollars|euros|pounds|rubles|roubles|won|yuan|yen|percent|%"
    "|cases|deaths|votes|seats|shares|points|rounds|shells|rockets|missiles|tanks|trucks|vehicles"
    "|jobs|members|delegates|supporters|protesters|students|families|residents|locations|sites"
    "|hours|days|weeks|months|years|times|words|pages|degrees|BCE?|B\\.C\\."
)

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
LONG_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
YEAR = r"(?:1\d{3}|20\d{2})"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
UNIT = r"(?:second|minute|hour|day|night|week|month|quarter|year|decade|century|centurie)"
NUMBER = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty)-(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|half a|a dozen|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r")"
)
SOME = r"(?:a few|a couple of|several|some|many|a number of|a handful of|recent|few|countless)"
DAYPART = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)|\s+at\s+dawn)"

#: cheap test that most sentences fail: none of these words, no expression
SIGNS = re.compile(
    r"\d{4}|\d(?:st|nd|rd|th)\b|\d\s?[ap]\.?m\b|\d:\d\d|9/11|\d0s\b|\d/\d|\bQ[1-4]\b|\bH[12]\b"
    r"|days?\b|night\b|morning\b|noon\b|evening\b|weekend|\bweek|month|quarter\b|\byear|decade"
    r"|centur|hour|minute|second|\bago\b|earlier|recent|lately|\bsoon\b|tomorrow|spring\b|summer"
    r"|autumn|\bfall\b|winter|January|February|March|April|\bMay\b|June|July|August|September"
    r"|October|November|December|Christmas|New Year|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"
    r"|Dec)\b|since then|near future|so far",
    re.IGNORECASE,
)


def to_number(words: str) -> int | None:
    """Return the number that digits or words give, or None."""
    words = words.lower().strip().removeprefix("a ")
    if words.isdigit():
        return int(words)
    if words in NUMBER_WORDS:
        return NUMBER_WORDS[words]
    tens, _, ones = words.partition("-")
    if tens in NUMBER_WORDS and ones in NUMBER_WORDS:
        return NUMBER_WORDS[tens] + NUMBER_WORDS[ones]
    return None


def to_month(word: str) -> int:
    """Return the number of the month, 1 to 12."""
    return MONTH_NUMBERS[word.lower().rstrip(".")]
