"""What a figure counts, in words of the text: the noun after it, or what it is said of."""

from __future__ import annotations

import re

from generator.annotate.clause_subjects import subject_before
from generator.annotate.figure_verbs import acts, is_past, is_told, verb_forms
from generator.annotate.qualifiers import unqualified
from generator.annotate.quantities import Quantity
from generator.annotate.units import TIME_UNITS, is_money
from generator.annotate.word_classes import trimmed, word_class, words_of
from generator.model import Span

_WINDOW = 240
"""How far a figure's words are looked for on either side, in characters."""

_MOST_WORDS = 9
"""A counted thing of more words is a clause, and is cut to its head."""

_TOKEN = re.compile(r"[^\W_][\w’'./-]*|[^\w\s]")
_AUXILIARY = word_class("auxiliary")
_DETERMINERS = word_class("determiner")
_OWNERS = word_class("owner")
_PRONOUNS = word_class("pronoun")
_LINKS = word_class("link")
_ADVERBS = word_class("adverb")
_PLURALS = word_class("plural")
_SINGULAR_S = ("ss", "us", "is")
_BREAKS = frozenset(',;:.!?()[]“”"«»‘—–$€£¥%&/+=')
_LEADS = word_class("lead")
_IN = re.compile(r"\s(?:worth\s)?(?:in|of|for|into)\s")
_HOW_MANY = re.compile(
    r"\W*How many ([a-z][\w’' -]{2,40}?)(?:\?|\s(?:are|is|were|was|have|had|will|did|do|does)\b)"
)
_LABEL = re.compile(r"(?:^|[.!?”\"]\s|\n)([A-Z][\w’' -]{2,40}):\s$")
_NOUN_LINK = re.compile(r"(?:\s(of|at|to|from|between|by|worth)|(,))\s$")
_OF_SO_MANY = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|all|those|these)\s)?(?:[\w’'-]{2,30}[’']s?\s)?"
    r"(?:some\s|about\s|nearly\s|more\sthan\s)?(?:\d[\d.,]*|[a-z]+)\s"
)
_DURING = re.compile(
    r"\b(?:before|by|until|every|than|of|first|last|to)\s"
    r"(?:(?:just|only|about|almost|nearly|up\sto|at\sleast|more\sthan|less\sthan|around)\s)?$"
)
"""What makes a stretch of time a setting and no measure of anything: "every ten minutes"."""

_MEASURED_SUBJECT = re.compile(r"(?:^|\s)(?!(?:on|in|for|with|under|after|before|via)\s)\S+\s$")
_RATE_AFTER = re.compile(
    r"\s(?:an?|per|each|every)\s(?:second|minute|hour|day|night|week|month|quarter|season|year)\b"
)
_NO_THING = word_class("no thing")
_NOUNS_IN_S = word_class("noun in s")
_NUMBER_WORDS = frozenset(words_of("figure_number_words", "unit"))
_TIME_WORDS = frozenset([*words_of("date_names", "month"), *words_of("date_names", "weekday")])
_PLURAL_BEFORE = re.compile(r"(?:^|\s)([A-Za-z][\w-]{2,30})\s$")
_FROM = re.compile(r"\bfrom\s")
_COMPARED = word_class("compared")
_CLAUSE_WORDS = word_class("clause")


def counted_thing(
    text: str, sentence: Span, quantity: Quantity, asked: str | None = None
) -> str | None:
    """Return the words for what a quantity counts; None where the sentence names nothing.

    A bare number counts the noun after it. A share is of what follows "of". Money, measures and
    percentages are said of the noun before "of" or "at", or of the subject of their clause.

    Args:
        text: The view.
        sentence: The sentence of the quantity.
        quantity: The quantity.
        asked: What the question before this sentence asks the number of, if there is one.
    """
    after = text[quantity.span.end : min(sentence.end, quantity.span.end + _WINDOW)]
    before = text[max(sentence.start, quantity.span.start - _WINDOW) : quantity.span.start]
    said, before = before, unqualified(before)
    if quantity.unit is None or quantity.unit == "ordinal":
        first = _noun_after(after, quantity)
    else:
        first = _joined_after(after, quantity)
        asked = None
    if first is None and before != said and not is_money(quantity.unit):
        first = _noun_measured(before)
    beside = quantity.unit in TIME_UNITS and before.endswith(", ")
    first = first or asked or (None if beside else _a_thing(_noun_before(before)))
    if first is None and not _is_setting(before, quantity):
        first = _a_thing(subject_before(before))
        opens = subject_before(before) is None and quantity.unit is not None
        first = first or (_rest(after) if opens else None)
    return first


def _is_setting(before: str, quantity: Quantity) -> bool:
    """Return whether a figure measures nothing: "within ten minutes", "not on 83"."""
    if quantity.unit in TIME_UNITS:
        return bool(_DURING.search(before))
    if quantity.unit is not None:
        return False
    clause = before.rpartition(",")[2].lower().split()
    told = any(w in _AUXILIARY or w in verb_forms() or is_past(w) for w in clause)
    return not told or not _MEASURED_SUBJECT.search(before)


def _a_thing(words: str | None) -> str | None:
    """Return words that can name a thing; None for what is cut out of a sentence.

    A phrase that holds a number or a finite verb of its own, or ends in a function word, is a
    piece of text that a rule took too far: no words are better than those.
    """
    if words is None:
        return None
    found = words.lower().split()
    last = found[-1].strip("’'")
    if last in _LINKS | _AUXILIARY | _PRONOUNS | _DETERMINERS | _CLAUSE_WORDS | _ADVERBS:
        return None
    if all(word in _NO_THING | _DETERMINERS | _TIME_WORDS | _NUMBER_WORDS for word in found):
        return None
    if len(found) == 1 and (found[0] in _NUMBER_WORDS or is_past(found[0])):
        return None
    relative = next((i for i, word in enumerate(found) if word in _CLAUSE_WORDS), len(found))
    verbs = any(word in _AUXILIARY for word in found[:relative])
    return None if verbs or re.search(r"\d%|%|[$€£]", words) else words


def _noun_measured(before: str) -> str | None:
    """Return the noun that a measure sorts: "barns" in "barns under 15 metres"."""
    match = _PLURAL_BEFORE.search(before)
    word = match.group(1).lower() if match else ""
    return match.group(1) if match and _plural(word) and word not in verb_forms() else None


_FAR = frozenset(["to", "by", "with", "from", "as", "plus", "than"])
"""Words before which another phrase ends: "guided to first-quarter sales of"."""

_PHRASE_ENDS = _AUXILIARY | _ADVERBS | _CLAUSE_WORDS | _LEADS | _NUMBER_WORDS | _FAR

_INNER = frozenset(["of", "for", "against"])
"""Words that bind a phrase to the noun before it: "the price of a tonne"."""


def asked_for(text: str, sentence: Span) -> str | None:
    """Return what a question asks the number of: "cars" in "How many cars?"."""
    match = _HOW_MANY.match(sentence.of(text)[:80])
    return trimmed(match.group(1)) if match else None


def _noun_after(after: str, quantity: Quantity) -> str | None:
    """Return the noun phrase after a number: "night nurses", "pages of the book"."""
    start = re.match(
        r"[\s-](?:or (?:so|more|fewer|less)\s)?(?:of (?:(?:the|its|their|his|her|our)\s)?)?", after
    )
    many = _OF_SO_MANY.match(after)
    if many and (
        many.group().split()[-1][0].isdigit() or many.group().split()[-1] in _NUMBER_WORDS
    ):
        # "38 of the 150 posts", "seven of the bank's nine judges"
        start = many
    if start is None or _RATE_AFTER.match(after) or _is_own_verb(after[start.end() :]):
        return None
    end = _phrase_end(after, start.end(), stop_at_plural=quantity.form != "ordinal")
    phrase = after[start.end() : end]
    if not phrase.strip():
        return None
    of = re.match(r"\s(?:of|at|in)\s", after[end:])
    if of and not re.match(r"\s(?:at|in)\s(?:least|the|\d)", after[end:]):
        further = _phrase_end(after, end + of.end(), stop_at_plural=True)
        if further > end + of.end() and of.group().strip() == "of":
            phrase = after[start.end() : further]
    return trimmed(phrase)


def _is_own_verb(after: str) -> bool:
    """Return whether a verb follows and no noun: "two wanted a rise", "the 61 needed for it"."""
    words = re.match(r"([a-z]+)\s([a-z]+)\b", after)
    if words is None or not is_told(words.group(1)):
        return False
    return words.group(2) in _DETERMINERS | _OWNERS | _LINKS | _PRONOUNS


def _phrase_end(words: str, start: int, *, stop_at_plural: bool) -> int:
    """Return where a noun phrase ends: at a verb, preposition, mark, or after its plural noun."""
    end = start
    for count, match in enumerate(_TOKEN.finditer(words, start)):
        # A full stop stays on its word, so that "U.S." is one.
        word = match.group().lower().rstrip("./-’'") or match.group()
        first = count == 0
        if word in _BREAKS or word in _AUXILIARY or word in _LINKS or count >= _MOST_WORDS:
            break
        if not first and (word in _DETERMINERS or word in _PRONOUNS or word in _OWNERS):
            break
        if word == "of" or word in _ADVERBS or word[0].isdigit() or (not first and is_past(word)):
            break
        before = words[start:end].lower().rpartition(" ")[2]
        if not first and not _plural(word) and acts(word, before):
            break
        end = match.end()
        if stop_at_plural and _plural(word) and word not in _NOUNS_IN_S:
            following = _TOKEN.match(words, end + 1)
            if not (following and _plural(following.group().lower())):
                break
    return end


def _plural(word: str) -> bool:
    return word in _PLURALS or (
        len(word) > 3 and word.isalpha() and word.endswith("s") and not word.endswith(_SINGULAR_S)
    )


def _joined_after(after: str, quantity: Quantity) -> str | None:
    """Return what an amount is of or in: "of the harvest", "in fines"."""
    share = quantity.unit == "%"
    if re.match(r"\w+-", after) is None and quantity.hyphened and quantity.unit not in TIME_UNITS:
        # "the 8.2-metre mark"
        return _noun_after(after, quantity)
    link = _IN.match(after)
    if link is None or (
        not share and link.group().strip() == "for" and not is_money(quantity.unit)
    ):
        return None
    if link.group().strip() in ("for", "into"):
        return None
    if link.group().strip() == "in" and not is_money(quantity.unit):
        return None
    if re.match(
        r"(?:the\s)?(?:\d{4}\b|[A-Z]|first|second|third|last|past|next|year|month|week|total)",
        after[link.end() :],
    ):
        return None
    start = link.end()
    lead = re.match(r"(?:the|its|their|his|her|our|a|an|all)\s", after[start:])
    begin = start + (lead.end() if lead else 0)
    end = _phrase_end(after, begin, stop_at_plural=True)
    return _a_thing(trimmed(after[start:end])) if end > begin else None


def _noun_before(before: str) -> str | None:
    """Return the noun that an amount is given to: "a loan of", "the damage at", "Cost:"."""
    if colon := _LABEL.search(before):
        return trimmed(colon.group(1))
    link = _NOUN_LINK.search(before)
    if link is None or (link.group(1) == "to" and _FROM.search(before)):
        return None
    tokens = before[: link.start()].split(" ")
    if link.group(1) in ("from", "to", "by", "at") and _is_third_person(tokens[-1].lower()):
        # "the charge goes from" has a verb; "the price rises of" has a noun.
        return None
    taken = _phrase_before(tokens)
    lead = tokens[len(tokens) - len(taken) - 1].lower() if len(taken) < len(tokens) else ""
    if link.group(2) and lead in _AUXILIARY:
        # "the bars are large, about 15 %": what stands there is no noun.
        return None
    while taken and taken[-1].lower() in _LINKS:
        taken.pop()
    return trimmed(" ".join(reversed(taken))) if taken else None


def _is_third_person(word: str) -> bool:
    """Return whether a word is a verb's form in -s, as "goes" and "rises"."""
    stems = (word[:-1], word[:-2], word[:-3] + "y")
    return word.endswith("s") and word in verb_forms() and any(s in verb_forms() for s in stems)


def _phrase_before(tokens: list[str]) -> list[str]:
    """Return the words of the noun phrase that ends a list of words, the last first."""
    taken: list[str] = []
    for index in range(len(tokens) - 1, max(len(tokens) - _MOST_WORDS, -1), -1):
        word = tokens[index].lower().strip('“”"‘’')
        if not word or word[-1] in ",;:.!?" or not word[0].isalpha() or word in _PHRASE_ENDS:
            break
        if word in verb_forms() and not _is_noun(tokens, index):
            break
        taken.append(tokens[index])
        inner = tokens[index - 1].lower() if index else ""
        if (word in _DETERMINERS or word in _OWNERS) and inner not in _INNER:
            break
    return taken


def _is_noun(tokens: list[str], index: int) -> bool:
    """Return whether the word before makes a verb's form a noun: "a cost", "the sharp drop"."""
    word = tokens[index - 1].lower() if index else ""
    return (
        word in _DETERMINERS
        or word in _OWNERS
        or word.endswith(("’s", "'s"))
        or (
            word.isalpha()
            and word not in _LINKS | _AUXILIARY | _PRONOUNS | _LEADS
            and not _plural(word)
            and index > 1
            and (tokens[index - 2].lower() in _DETERMINERS | _OWNERS)
        )
    )


def _rest(after: str) -> str | None:
    """Return the predicate after a figure that has no noun at all: "could be sold"."""
    words = re.match(r"\s[^,;:.!?()“”\"«»]{1,60}(?=[\s,;:.!?()“”\"«»]|$)", after)
    first = words.group().split(maxsplit=1)[:1] if words else []
    if words is None or not first or first[0].lower() not in _AUXILIARY | _COMPARED:
        return None
    return trimmed(words.group())
