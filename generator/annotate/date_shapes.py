"""Every way in which a date or period is written, as a table of patterns."""

from __future__ import annotations

import re

from generator.annotate.calendar_words import MONTH, WEEKDAY

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d|2[0-9])\d{2}"
_FULL_YEAR = r"[1-9]\d{3}"
_DD, _MM = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
_LONG_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LONG_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_PART = r"(?:early\s)?(?:morning|afternoon|evening|night|lunchtime)"
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,4}|(?:a\s)?few"
    r"|several|many|a\scouple\sof)"
)
_LENGTH = r"(?:minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?)"
_PERIOD = (
    r"(?:week|weekend|month|quarter|year|decade|century|season|summer|autumn|fall|winter|spring)"
)
_ORDER = r"(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)"
_THAT_YEAR = (
    r"(?:the\s(?:(?:current|same|financial|fiscal)\s)?year|this\syear|last\syear|next\syear"
    rf"|{_YEAR})"
)
_EDGE_OF = (
    r"(?:(?:the|this|next|last)\s(?:week|month|quarter|year|decade|century)"
    rf"|{_LONG_MONTH}(?:\s{_YEAR})?|{_YEAR})"
)
_MONTH_CUE = (
    r"(?i:in|since|by|until|till|through|from|before|after|during|for|to|of|early|late|mid|around"
    r"|between|and|or|the|a|this|last|next)"
)
_YEAR_CUE = (
    r"(?i:in|since|by|until|till|through|throughout|from|before|after|during|for|to|between|and|of"
    r"|late|early|mid|around|about|circa|the|or|than)"
)
_YEARLY = (
    r"(?:elections?|season|report|survey|budget|census|study|war|crisis|tournament|championships?"
    r"|convention|protests|attacks?|campaign|deal|agreement|treaty|accord|law|edition)"
)

SHAPES: tuple[tuple[str, str], ...] = (
    # "2031-03-04", with or without a time
    ("iso", rf"{_FULL_YEAR}-{_MM}-(?:0[1-9]|[12]\d|3[01])(?![\d-])"),
    # "04.03.2031", "4/3/2031", "2031/03/04"
    ("numeric", rf"{_DD}(?P<dot>[./]){_DD}(?P=dot)(?:[12]\d{{3}}|0000|9999)(?!\d)"),
    ("slashed", rf"{_YEAR}/{_MM}/(?:0[1-9]|[12]\d|3[01])(?!\d)"),
    # "7-9 May 2031", "May 7 to 9"
    (
        "days",
        (
            rf"(?:{_DAY}\s?(?:-|–|to|and)\s?{_DAY}\s(?:of\s)?{MONTH}"
            rf"|{MONTH}\s{_DAY}\s?(?:-|–|to|and)\s?{_DAY})(?:,?\s{_YEAR})?(?!\w)"
        ),
    ),
    # "Fri 7 Nov 2031", "7th of November", "Friday, November 7, 2031"
    (
        "day",
        (
            rf"(?:{WEEKDAY},?\s(?:the\s)?)?(?:{_DAY}\s(?:of\s)?{MONTH}|{MONTH}\s{_DAY}(?!\s?[:.]\d))"
            rf"(?:,?\s{_FULL_YEAR}(?!,?\d)|(?!,?\s\d{{4,}}))(?!\w)"
        ),
    ),
    # "the first two quarters of 2029", "Q3 2031", "H1 of 2031"
    (
        "quarters",
        (
            rf"(?:(?i:the\s)?(?i:{_ORDER})\s(?:(?:two|three|six|nine)\s)?(?:quarters?|half|months)"
            rf"\s(?:of|in)\s{_THAT_YEAR}|[HQ][1-4]\s(?:(?:of|in)\s)?{_YEAR})(?!\w)"
        ),
    ),
    # "the third quarter", "second-half"
    (
        "quarter",
        rf"(?i:the\s)?(?!(?i:last|final)\b)(?i:{_ORDER})[ -](?:quarter|half|trimester)(?![\w-])",
    ),
    # "the middle of the week"
    (
        "edge",
        rf"(?i:the\s)?(?i:end|start|beginning|middle|close|turn)\sof\s{_EDGE_OF}(?!\w)",
    ),
    # "March 2031"
    ("month_year", rf"{MONTH},?\s(?:of\s)?{_YEAR}(?!\w|,\d|-\d)"),
    # "between 2019 and 2024", "2019-24"
    (
        "years",
        (
            rf"(?:between\s{_YEAR}\sand\s{_YEAR}|{_YEAR}\s?(?:-|–|to|until)\s?(?:{_YEAR}|\d{{2}}))"
            r"(?![\w%]|[,-]\d)"
        ),
    ),
    # "the 1990s"
    ("decade", r"(?i:the\s)?(?i:early\s|mid-|late\s)?(?:1\d|20)\d0s\b"),
    # "summer 2030"
    ("season_year", rf"(?i:spring|summer|autumn|fall|winter)\s(?:of\s)?{_YEAR}(?!\w)"),
    # "the past three years", "the next 10 days"
    (
        "past",
        rf"(?i:the\s|these\s)?(?i:past|last|previous|next|coming|following)\s{_COUNT}\s{_LENGTH}(?!\w)",
    ),
    # "three weeks ago", "two days later", "days after"
    ("ago", rf"(?i:{_COUNT}\s)?{_LENGTH}\s(?:ago|earlier|before|later|after)\b"),
    # "last Friday", "Monday evening"
    (
        "weekday",
        (
            r"(?i:last\s|next\s|this\s(?:coming\s)?|the\s(?:following|previous)\s)?"
            rf"{_LONG_DAY}(?:\slast)?(?:\s{_PART})?(?!\w)"
        ),
    ),
    # "yesterday", "last night", "the following day"
    (
        "near",
        (
            rf"(?i:(?:today|tonight|yesterday|tomorrow)\b(?:\s{_PART})?|this\s{_PART}\b|last\snight\b"
            r"|the\sday\s(?:before\syesterday|after\stomorrow)\b"
            r"|the\s(?:following|next|previous|same)\sday\b)"
        ),
    ),
    # "last month", "earlier this year"
    (
        "period",
        (
            r"(?i:(?:earlier\s|later\s|early\s|late\s)?(?:this|last|next|previous|coming"
            rf"|the\s(?:past|last|next|previous|following|coming|same|current))\s{_PERIOD})(?![\w-])"
        ),
    ),
    # "last April"
    ("month_near", rf"(?i:last|next|this)\s{_LONG_MONTH}(?!\w)"),
    # "in April", "the May ballot"
    ("month_cued", rf"{_MONTH_CUE}[\s-](?P<month_word>{MONTH})(?!\w)(?!\.?\s\d)"),
    # "April" alone: only names that are no common word
    (
        "month",
        r"(?:January|February|April|July|September|October|November|December|August)(?!\w)(?!\s\d)",
    ),
    # "since 2013", "in fiscal 2031"
    (
        "year",
        (
            rf"{_YEAR_CUE}[\s-](?:(?i:early|mid|late|the|about|around|fiscal|financial|year)[\s-]){{0,2}}"
            rf"(?P<year_word>{_YEAR})(?![\w%]|[,.]\d|[-–]\d)"
        ),
    ),
    # "the 2024 election", "2013's"
    (
        "year_of",
        rf"(?:1[6-9]\d{{2}}|20\d{{2}})(?=[’']s\b|\)|\s{_YEARLY}\b)",
    ),
)
"""Name and pattern of each shape; where two begin at one place the first that fits wins. A group
called ``..._word`` is the date itself, where words around it were needed to know it."""

ANY = re.compile(
    r"(?<![\w$£€¥#/.:-])"
    # A cheap look ahead: most numbers begin no date, and need not be tried with every shape.
    r"(?=[A-Za-z]{2}|[Aa]\s|[HQ]\d|\d{4}|\d{1,3}(?:st|nd|rd|th)?\s?(?:[A-Za-z]|[-–/.]\s?\d))(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in SHAPES)
    + ")"
)
"""All shapes in one; the group that matched names the shape."""
