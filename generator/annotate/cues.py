"""Cues: the verbs and phrases that report what somebody said or thought."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from generator.annotate.cue_words import closed_words, listed
from generator.annotate.frames import Frame, Token
from generator.resources import word_list

_DOUBLING = re.compile(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")

AUXILIARIES_BEFORE = 6
"""How many tokens a verb group may have before its verb: "has not yet publicly"."""


class Form(msgspec.Struct, frozen=True):
    """One form of one verb."""

    patterns: str
    """What the verb governs, as the head of ``cue_verbs.txt`` says."""
    shape: str
    """``base``, ``s``, ``past`` or ``ing``."""
    particles: tuple[str, ...] = ()
    """What must follow it: "out" for "point out"."""


class Cue(msgspec.Struct, frozen=True):
    """A cue in a frame; all numbers are indexes of tokens."""

    group: int
    """Where its verb group begins, auxiliaries and adverbs included."""
    first: int
    last: int
    """First and last token of the cue itself."""
    patterns: str
    shape: str
    """``finite``, ``gerund``, ``passive``, ``phrase`` or ``label``."""
    closing: tuple[str, ...] = ()
    """Of a phrase: the words that follow its speaker, as in "as Ruiz put it"."""


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """Return every form of every verb of the table; verbs of several words by their first."""
    table: dict[str, list[Form]] = {}
    for row in word_list("annotate", "cue_verbs"):
        lemma, patterns, *past = row.split()
        verb, *particles = lemma.split("_")
        irregular = [word.split("_")[0] for word in past]
        for word, shape in _inflected(verb, irregular):
            forms = table.setdefault(word, [])
            forms.append(Form(patterns, shape, tuple(particles)))
    longest = {w: sorted(f, key=lambda form: -len(form.particles)) for w, f in table.items()}
    return {word: tuple(forms) for word, forms in longest.items()}


def _inflected(verb: str, irregular: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb with their shapes."""
    yield verb, "base"
    soft = verb[-1] == "y" and verb[-2] not in "aeiou"
    yield (verb[:-1] + "ies" if soft else verb + ("es" if _SIBILANT.search(verb) else "s")), "s"
    doubled = _DOUBLING.fullmatch(verb) or any(p.startswith(verb + verb[-1]) for p in irregular)
    stem = verb + verb[-1] if doubled else verb
    regular = verb + "d" if verb[-1] == "e" else verb[:-1] + "ied" if soft else stem + "ed"
    for past in irregular or [regular]:
        yield past, "past"
    dropped = verb[:-1] if verb[-1] == "e" and verb[-2:] not in ("ee", "ye", "oe") else stem
    yield dropped + "ing", "ing"


@cache
def clause_verbs() -> frozenset[str]:
    """Return every form of common verbs that report nothing, "-ing" left out."""
    rows = (row.split() for row in word_list("annotate", "clause_verbs"))
    forms = (form for verb, *past in rows for form in _inflected(verb, past))
    return frozenset(word for word, shape in forms if shape != "ing")


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = (row.partition("|") for row in word_list("annotate", "cue_phrases"))
    split = [(tuple(head.split()), tuple(tail.split())) for head, _, tail in rows]
    return tuple(sorted(split, key=lambda row: (-len(row[0]), -len(row[1]))))


def find_cues(frame: Frame) -> tuple[Cue, ...]:
    """Return the cues of a frame in their order; what stands in marks holds none."""
    tokens = frame.tokens
    cues: list[Cue] = []
    done = 0
    for index, token in enumerate(tokens):
        if index < done or not token.word:
            continue
        cue = _phrase(tokens, index) or _verb(tokens, index, title=frame.title)
        cue = cue or _adjective(tokens, index)
        if cue is not None:
            if cues and cue.group <= cues[-1].last:
                cue = msgspec.structs.replace(cue, group=max(cue.group, cues[-1].last + 1))
            cues.append(cue)
            done = cue.last + 1
    return tuple(cues)


def _phrase(tokens: tuple[Token, ...], index: int) -> Cue | None:
    """Return the phrase that begins at a token."""
    for head, tail in _phrases():
        if tokens[index].word != head[0]:
            continue
        if _words(tokens, index, len(head)) != head:
            continue
        if tail and not _tail(tokens, index + len(head), tail):
            continue
        return Cue(index, index, index + len(head) - 1, "tbqo", "phrase", tail)
    return None


def _words(tokens: tuple[Token, ...], start: int, count: int) -> tuple[str, ...]:
    return tuple(t.word for t in tokens[start : start + count])


def _tail(tokens: tuple[Token, ...], start: int, tail: tuple[str, ...]) -> bool:
    """Whether a short name and then the closing words follow: "as Tom Hale put it"."""
    for at in range(start + 1, min(start + 6, len(tokens))):
        token = tokens[at]
        if _words(tokens, at, len(tail)) == tail:
            if tokens[at].capital:
                return False  # "in Mountain View"
            after = tokens[at + len(tail)] if at + len(tail) < len(tokens) else None
            return after is None or not after.word or after.word in ("in", "on", "at")
        owns = token.text in "'’"  # "in Lights’ words"
        if not (token.word or owns) or token.word in closed_words("auxiliary"):
            return False
    return False


def _verb(tokens: tuple[Token, ...], index: int, *, title: bool) -> Cue | None:
    """Return the cue whose verb is a token; None if it is no verb here."""
    for form in verb_forms().get(tokens[index].word, ()):
        last = index + len(form.particles)
        if form.particles and _words(tokens, index + 1, len(form.particles)) != form.particles:
            continue
        if tokens[index].capital and index > 0 and not title:
            continue
        if _is_adverb_here(tokens, index):
            continue
        if tokens[index].word in closed_words("catenative") and _governs_cue(tokens, last + 1):
            return None
        shape, group, first = _use(tokens, index, form)
        if shape:
            return Cue(group, first, last, form.patterns, shape)
    return None


def _adjective(tokens: tuple[Token, ...], index: int) -> Cue | None:
    """Return the cue of "is confident that", "were worried they would lose"."""
    if tokens[index].word not in listed("adjectives") or tokens[index].capital:
        return None
    before = skip_adverbs(tokens, index - 1)
    if before < 0 or tokens[before].word not in closed_words("be"):
        return None
    return Cue(group_start(tokens, index), index, index, "tbcm", "finite")


def _is_adverb_here(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word that may be a verb is an adverb before one: "has long said"."""
    after = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return tokens[index].word in closed_words("adverb") and after in verb_forms()


def _use(tokens: tuple[Token, ...], index: int, form: Form) -> tuple[str, int, int]:
    """Return how a verb is used, where its group begins and where the cue itself does."""
    before = skip_adverbs(tokens, index - 1)
    word = tokens[before].word if before >= 0 else ""
    if form.shape == "base" and word == "to":
        return _infinitive(tokens, before, index)
    auxiliary = word in closed_words("auxiliary")
    group = group_start(tokens, index)
    if form.shape == "ing":
        return ("finite" if word in closed_words("be") else "gerund"), group, index
    if form.shape == "past":
        if word in closed_words("be"):
            return "passive", group, index
        fits = auxiliary or not _modifies(tokens, before, index)
        return ("finite" if fits else ""), group, index
    if auxiliary and form.shape == "base":
        return "finite", group, index
    subject = tokens[before] if before >= 0 else None
    joined = any(t.word == "and" for t in tokens[max(0, before - 3) : max(0, before)])
    if tokens[index].word not in listed("nouns"):
        told = index + 1 < len(tokens) and tokens[index + 1].word == "that"
        joined = joined or told or _is_counted(tokens, before)
    fits = _agrees(subject, form.shape, joined=joined) and not _is_noun(tokens, index, before)
    return ("finite" if fits else ""), group, index


def _infinitive(tokens: tuple[Token, ...], to: int, index: int) -> tuple[str, int, int]:
    """Join "declined to say" and "went on to claim" into one cue with the first verb's subject."""
    governor = skip_adverbs(tokens, to - 1)
    if governor >= 0 and tokens[governor].word in ("on", "out"):
        governor -= 1
    if governor >= 0 and _is_passive_use(tokens, governor):
        return "", index, index
    if governor >= 0 and tokens[governor].word in closed_words("catenative"):
        return "finite", group_start(tokens, governor), governor
    return "", index, index


def _is_passive_use(tokens: tuple[Token, ...], governor: int) -> bool:
    """Whether "used" is no habit but a passive: "a word that is used to describe"."""
    before = skip_adverbs(tokens, governor - 1)
    helped = before >= 0 and tokens[before].word in closed_words("be")
    return helped and tokens[governor].word == "used"


def _governs_cue(tokens: tuple[Token, ...], to: int) -> bool:
    """Whether "to say" follows, which is then the cue, together with what governs it."""
    if to + 1 >= len(tokens) or tokens[to].word != "to":
        return False
    forms = verb_forms().get(tokens[to + 1].word, ())
    return any(form.shape == "base" and "m" not in form.patterns for form in forms)


def skip_adverbs(tokens: tuple[Token, ...], index: int) -> int:
    """Return the last token at or before an index that is no adverb and no "on Monday"; or -1."""
    while index >= 0:
        dated = index > 0 and tokens[index - 1].word in ("on", "last", "this")
        if dated and tokens[index].word in listed("settings"):
            index -= 2
        elif is_adverb(tokens[index]):
            index -= 1
        else:
            break
    return index


def is_adverb(token: Token) -> bool:
    """Whether a word is an adverb, by the list or by its ending."""
    word = token.word
    return word in closed_words("adverb") or (
        word.endswith("ly")
        and len(word) > 4
        and not token.capital
        and word not in closed_words("adverb-like")
    )


def group_start(tokens: tuple[Token, ...], index: int) -> int:
    """Return where the verb group that ends at a token begins: "has not yet said"."""
    start = index
    low = max(0, index - AUXILIARIES_BEFORE)
    while start > low:
        adverbs = skip_adverbs(tokens, start - 1) + 1
        token = tokens[start - 1]
        if adverbs < start:
            start = adverbs
        elif token.word in closed_words("auxiliary") - closed_words("pronoun"):
            start -= 1
        else:
            break
    return start


def _modifies(tokens: tuple[Token, ...], before: int, index: int) -> bool:
    """Whether a past form is an adjective: "the proposed plan", "a so-called truce"."""
    if before < 0:
        return index + 1 < len(tokens) and tokens[index + 1].word in closed_words("preposition")
    word = tokens[before].word
    if word in closed_words("determiner") or word in closed_words("possessive"):
        return word not in closed_words("pronoun")
    if word in closed_words("preposition") or word.endswith("'s"):
        return True
    after = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return after == "by" or (after == "as" and tokens[index].word == "known")


def _agrees(subject: Token | None, shape: str, *, joined: bool) -> bool:
    """Whether a present form may have this word before it as its subject."""
    if subject is None or subject.quote is not None or not subject.word:
        return subject is not None and (subject.quote is not None or subject.text in ",)—–-")
    word = subject.word
    if shape == "s" and word in ("and", "but", "then"):
        return True  # "survived the storm and says"
    if shape == "s":
        lists = ("determiner", "possessive", "preposition", "conjunction", "auxiliary")
        return word in closed_words("singular") or not any(
            word in closed_words(name) for name in lists
        )
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word in closed_words("plural") or plural or joined


def _is_counted(tokens: tuple[Token, ...], before: int) -> bool:
    """Whether a subject is several by its number: "one in five say", "a third of those asked"."""
    near = tokens[max(0, before - 8) : before + 1]
    some = any(t.word in closed_words("several") or t.word.isdigit() for t in near)
    return some or any(t.word in closed_words("plural") - closed_words("pronoun") for t in near)


def _is_noun(tokens: tuple[Token, ...], index: int, before: int) -> bool:
    """Whether a present form is a noun: "his claims", "the latest report", "US calls for"."""
    word = tokens[index].word
    subject = tokens[before] if before >= 0 else None
    if subject and subject.word.endswith("'s"):
        return True
    if subject and subject.word in ("he", "she", "they", "who", "it", "i", "we"):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if word not in listed("nouns"):
        return False
    if after is None or (not after.word and after.quote is None and after.text != ":"):
        return not (before >= 0 and tokens[before].word in closed_words("pronoun"))
    return after.word in closed_words("preposition") | closed_words("auxiliary") | {"and", "or"}
