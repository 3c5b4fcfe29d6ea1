"""Subjects: the words beside a cue that name who speaks, title and apposition included.

Found without a parser, by words of closed classes, commas, and what else in the frame is known to
be a verb. All ranges are half-open, over the tokens of one frame.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from generator.annotate.cue_words import closed_words, listed
from generator.annotate.cues import clause_verbs, skip_adverbs, verb_forms
from generator.annotate.frames import Token

Range = tuple[int, int]
"""Half-open range of tokens."""

MAX_SEGMENTS = 6
"""How many stretches between commas an apposition is followed back over."""

MAX_WALK = 60
"""Tokens that one subject may hold; also what bounds the work on a line without end."""

NICKNAME_WORDS = 3
"""A marked stretch of so few words may stand in a name: Jim “Shorty” Cole."""


@cache
def stops() -> frozenset[str]:
    """Return the words at which every noun phrase is over."""
    return closed_words("subordinator") | frozenset(["but", "yet", "so", "nor", "plus"])


def is_verb(token: Token) -> bool:
    """Whether a word is surely a verb: an auxiliary, or a past form that reports."""
    if token.word in closed_words("auxiliary"):
        return True
    if token.named or token.capital:
        return False
    forms = verb_forms().get(token.word, ())
    sure = any(f.shape in ("past", "s") and not f.particles for f in forms)
    return (sure and token.word not in listed("nouns")) or token.word in _common_verbs()


@cache
def _common_verbs() -> frozenset[str]:
    return frozenset(word for row in listed("acts") for word in row.split())


def subject_before(tokens: tuple[Token, ...], end: int) -> Range | None:
    """Return the noun phrase that ends right before a verb group; None if none does.

    Args:
        tokens: Of the whole frame.
        end: Where the verb group begins.
    """
    last = end - 1
    while last >= 0 and tokens[last].text == ")":
        last = _opening(tokens, last) - 1
    if last < 0:
        return None
    token = tokens[last]
    if token.text == ",":
        return _apposed(tokens, last)
    if token.text in "—–-" or token.text == "--":
        return _set_off(tokens, last)
    return noun_phrase(tokens, last)


def noun_phrase(tokens: tuple[Token, ...], last: int) -> Range | None:
    """Return the noun phrase whose last token is given, walking back to where it must begin."""
    if not tokens[last].word:
        return None
    word = tokens[last].word
    if word in closed_words("conjunction"):
        return None
    if word in closed_words("subordinator") and word not in closed_words("pronoun"):
        return None
    if word in closed_words("pronoun") and word not in ("one", "others", "those", "these"):
        return last, last + 1
    if word == "another":
        return last, last + 1
    first = _walk(tokens, last)
    return _trimmed(tokens, first, last + 1)


def _walk(tokens: tuple[Token, ...], last: int) -> int:
    """Return the first token of the stretch before a verb that no border interrupts."""
    at = last
    while at >= 0 and last - at < MAX_WALK:
        token = tokens[at]
        if token.text == ")":
            at = _opening(tokens, at)
        elif token.quote is not None:
            if not is_nickname(tokens, at):
                break
        elif not token.word:
            if token.text not in ".&/’'%$£€#":
                break
        elif token.word in stops() or (is_verb(token) and not is_participle(tokens, at)):
            relative = _relative(tokens, at)
            if relative is None:
                break
            at = relative
        elif token.word in ("and", "or") and not _joins(tokens, at):
            break
        at -= 1
    return at + 1


def _relative(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return the "who" of a clause that a verb closes, so that its noun can be reached."""
    for index in range(at, max(0, at - 12), -1):
        token = tokens[index]
        if not token.word and token.text != ".":
            return None
        opens = token.word == "that" and _opens_relative(tokens, index)
        if token.word in ("who", "which") or opens:
            noun = tokens[index - 1]
            stopped = noun.word in closed_words("conjunction") or noun.word in verb_forms()
            return index if noun.word and not stopped and index < at + 1 else None
    return None


def _opens_relative(tokens: tuple[Token, ...], that: int) -> bool:
    """Whether a verb follows "that" at once, as in "the firm that owned the ferry"."""
    if that + 1 >= len(tokens):
        return False
    after = tokens[that + 1]
    common = after.word in clause_verbs() or after.word.endswith("ed")
    return is_verb(after) or (common and not after.capital)


def is_nickname(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a short marked stretch stands inside a name or a title."""
    quote = tokens[at].quote
    short = quote is not None and quote.inner.end - quote.inner.start <= 12 * NICKNAME_WORDS
    return short and at > 0 and bool(tokens[at - 1].word) and not is_verb(tokens[at - 1])


def is_participle(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a past form belongs to a noun: "the newly elected mayor", "people named in court"."""
    token = tokens[at]
    if token.word in closed_words("auxiliary") or token.word in _common_verbs():
        return False
    before = skip_adverbs(tokens, at - 1)
    word = tokens[before].word if before >= 0 else ""
    leads = word in closed_words("determiner") | closed_words("possessive")
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return leads or word.endswith("'s") or after in ("as", "by", "in", "at", "for", "with")


def _joins(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "and" joins two subjects: nothing but a noun phrase stands before it."""
    if at == 0 or not (tokens[at - 1].word or tokens[at - 1].text == ")"):
        return False
    first = at - 1
    while first >= 0 and at - first < 12:
        token = tokens[first]
        if token.word in stops() or (not token.word and token.text not in ".&"):
            break
        if is_verb(token) or token.word == "to":
            return False
        first -= 1
    return True


def _trimmed(tokens: tuple[Token, ...], first: int, end: int) -> Range | None:
    """Leave out an adverb, a day or a phrase of time and place that stands before the subject."""
    while first < end and (
        (
            tokens[first].word in closed_words("adverb") | {"and", "or", "last", "next", "week"}
            and not tokens[first].named
        )
        or (not tokens[first].word and tokens[first].quote is None)
    ):
        first += 1
    if first < end and tokens[first].word in closed_words("preposition"):
        first = _last_phrase(tokens, first, end)
    return (first, end) if first < end else None


def _last_phrase(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """Return where the last noun phrase begins: "In an interview [the mayor]" or "[Ana Ruiz]"."""
    leads = closed_words("determiner") | closed_words("possessive")
    at = end - 1
    while at > first:
        token = tokens[at]
        if token.word in leads:
            before = tokens[at - 1].word
            return end if before in closed_words("preposition") else at
        if token.word in closed_words("preposition"):
            return end
        if token.named and not tokens[at - 1].named:
            return at
        if token.capital and not tokens[at - 1].capital:
            return at if tokens[at - 1].word not in closed_words("preposition") else end
        at -= 1
    return end


def _opening(tokens: tuple[Token, ...], at: int) -> int:
    """Return the token that opens a bracket closed at a token; the token itself if none is near."""
    for index in range(at, max(-1, at - 15), -1):
        if tokens[index].text == "(":
            return index
    return at


def _set_off(tokens: tuple[Token, ...], last: int) -> Range | None:
    """Return the subject before an aside between dashes: "Ruiz — once a pilot — said"."""
    dash = tokens[last].text
    for index in range(last - 1, max(0, last - 25), -1):
        if tokens[index].text == dash:
            inner = noun_phrase(tokens, index - 1)
            return (inner[0], last + 1) if inner else None
        if tokens[index].quote is not None:
            break
    return None


def _apposed(tokens: tuple[Token, ...], comma: int) -> Range | None:
    """Return the subject before a closing comma: "Ana Ruiz, who runs the port, [said]"."""
    commas = [comma]
    for at in range(comma - 1, max(-1, comma - MAX_WALK), -1):
        token = tokens[at]
        if token.quote is not None or token.text in ";:":
            commas.append(at)
            break
        if token.text == ",":
            commas.append(at)
            if len(commas) > MAX_SEGMENTS:
                break
    else:
        commas.append(max(-1, comma - MAX_WALK))
    parts = [(low + 1, high) for high, low in pairwise(commas)]
    return _chosen(tokens, parts, comma)


def _chosen(tokens: tuple[Token, ...], parts: list[Range], comma: int) -> Range | None:
    """Choose among stretches between commas, last first, where the subject begins."""
    for index, (low, high) in enumerate(parts):
        if index == 0:
            continue
        last = _before_bracket(tokens, low, high)
        if last < low or not tokens[last].word:
            return None
        if not all(_is_aside(tokens, part) for part in parts[:index]):
            return None
        phrase = noun_phrase(tokens, last)
        single = closed_words("pronoun") - {"one", "others", "some"}
        if phrase is None or tokens[last].word in single:
            continue
        if _names_someone(tokens, phrase) and not (
            index + 1 < len(parts)
            and phrase[0] == low
            and not _has_name(tokens, phrase)
            and _is_aside(tokens, (low, high))
        ):
            return phrase[0], comma + 1
    return None


def _before_bracket(tokens: tuple[Token, ...], low: int, high: int) -> int:
    """Return the last token of a stretch that stands in no bracket; ``low - 1`` where none does."""
    last = high - 1
    while last >= low and tokens[last].text == ")":
        last = _opening(tokens, last) - 1
    return last


def _names_someone(tokens: tuple[Token, ...], phrase: Range) -> bool:
    """Whether a phrase can be a subject: a name, or a determiner with its noun."""
    low, high = phrase
    first = tokens[low]
    leads = closed_words("determiner") | closed_words("possessive")
    inner = any(t.capital for t in tokens[low + 1 : high])
    return first.named or inner or first.capital or first.word in leads or high - low == 1


def _has_name(tokens: tuple[Token, ...], phrase: Range) -> bool:
    return any(t.named for t in tokens[phrase[0] : phrase[1]])


def _is_aside(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether a stretch between commas describes what stands before it."""
    low, high = part
    if low >= high:
        return False
    first = tokens[low]
    relative = first.word in (
        "who",
        "which",
        "whose",
        "whom",
        "where",
        "when",
        "himself",
        "herself",
    )
    if relative or first.word == "asked" or (first.word.endswith("ing") and not first.capital):
        return True
    if first.word in closed_words("pronoun") and first.word not in ("one", "that"):
        return False
    return not any(
        is_verb(t) and not is_participle(tokens, i)
        for i, t in enumerate(tokens[low:high], low)
        if not any(u.word in ("who", "which", "that", "whose") for u in tokens[low:i])
    )


def main_subject(tokens: tuple[Token, ...], before: int) -> Range | None:
    """Return the subject of the clause that a cue without one of its own belongs to.

    "Ruiz shrugged and said", "Ruiz left the room, saying that": the first noun phrase of the
    frame, up to its first verb.

    Args:
        tokens: Of the whole frame.
        before: Where the cue's group begins.
    """
    main = _past_settings(tokens, before)
    return _first_subject(tokens, main, before) or _first_subject(tokens, 0, before)


def _first_subject(tokens: tuple[Token, ...], begin: int, before: int) -> Range | None:
    """Return the first noun phrase with a verb behind it."""
    for index in range(begin, min(before, MAX_WALK)):
        token = tokens[index]
        reports = token.word in verb_forms() and not token.capital
        if index and (is_verb(token) or reports or _looks_past(token)):
            start = skip_adverbs(tokens, index - 1) + 1
            found = subject_before(tokens, start)
            if found is not None:
                return found
    return None


def _past_settings(tokens: tuple[Token, ...], before: int) -> int:
    """Return where the main clause begins: behind "After the call ended," and "In May,"."""
    leads = closed_words("preposition") | closed_words("subordinator")
    start = 0
    while start < before and tokens[start].word in leads:
        near = range(start, min(before, start + 25))
        comma = next((i for i in near if tokens[i].text == ","), None)
        if comma is None:
            break
        start = comma + 1
    return start


def _looks_past(token: Token) -> bool:
    return token.word.endswith("ed") and not token.capital
