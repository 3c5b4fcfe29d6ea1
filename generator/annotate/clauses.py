"""Clauses: where the words that a cue governs begin to its right, and where they end."""

from __future__ import annotations

from generator.annotate.cue_words import closed_words, listed
from generator.annotate.cues import clause_verbs, is_adverb
from generator.annotate.frames import Token
from generator.annotate.sources import Attribution
from generator.annotate.subjects import Range, is_verb

Tokens = tuple[Token, ...]

MAX_HEARERS = 14
"""Tokens between a verb and "that" that may name hearers, time and place."""


def right_of(tokens: Tokens, here: Attribution, limit: int) -> Range | None:
    """Return the clause, the words in marks, or the object after a cue."""
    patterns, at = here.cue.patterns, here.end
    if here.cue.shape == "gerund":
        patterns = patterns.replace("n", "")  # "no role in denying the request"
    if at >= limit:
        return None
    that = _that(tokens, at, limit, hearers="r" in patterns)
    if that is not None and "t" in patterns:
        # What is denied are the reports, not what they say: the noun stays.
        named = that == at + 1 and tokens[at].word in closed_words("claim")
        return (at if named else that + 1), limit
    hearers = "r" in patterns and "n" not in patterns
    for begin in _starts(tokens, at, limit, hearers=hearers):
        part = _begins(tokens, begin, limit, patterns)
        if part is not None:
            return part
    quote = next((i for i in range(at, min(limit, at + 25)) if tokens[i].quote is not None), None)
    if quote is not None and "q" in patterns and tokens[quote - 1].text in (",", ":"):
        rounded = tokens[quote].rounded
        return quote, statements_end(tokens, quote, limit) if rounded else limit
    if quote is None or not _governs(tokens, at, quote, patterns):
        return None
    if _is_naming(patterns):
        limit = _object_end(tokens, quote, limit)
    return at, limit


def _object_end(tokens: Tokens, quote: int, limit: int) -> int:
    """Return where the object of a verb ends: at the first comma behind its last marks."""
    for index in range(quote, limit):
        token = tokens[index]
        more = any(t.quote for t in tokens[index + 1 : min(limit, index + 3)])
        if token.text in (",", ";", "—") and not more:
            return index
    return limit


def _governs(tokens: Tokens, at: int, quote: int, patterns: str) -> bool:
    """Whether words in marks further on belong to the object of a verb."""
    between = tokens[at:quote]
    if any(t.text in (";", ":") for t in between):
        return "q" in patterns
    if "o" in patterns:
        return True
    first = tokens[at].word
    return "p" in patterns and first in closed_words("preposition")


def _is_placed(token: Token) -> bool:
    """Whether a word begins a phrase of time or place."""
    names = ("preposition", "adverb")
    return (
        token.text == ","
        or token.word in listed("settings")
        or any(token.word in closed_words(name) for name in names)
    )


def _that(tokens: Tokens, at: int, limit: int, *, hearers: bool) -> int | None:
    """Return the "that" which opens the reported clause, behind hearers, time and place."""
    for index in range(at, min(limit, at + MAX_HEARERS)):
        token = tokens[index]
        if token.word == "to" and index == at and is_infinitive(tokens[min(index + 1, limit - 1)]):
            return None
        if token.word == "that":
            named = index == at + 1 and tokens[at].word in closed_words("claim")
            heard = hearers or tokens[at].word == "to"
            if index > at and not (heard or named or _is_placed(tokens[at])):
                return None
            follows = tokens[index + 1] if index + 1 < limit else None
            return index if follows is not None and not is_verb(follows) else None
        if token.quote is not None or token.text in (";", ":") or is_verb(token):
            return None
    return None


def _starts(tokens: Tokens, at: int, limit: int, *, hearers: bool) -> tuple[int, ...]:
    """Return where the content may begin: at once, behind time and place, behind hearers."""
    places = [at]
    setting = _skip_setting(tokens, at, limit)
    if setting > at:
        places = [setting]
    if hearers:
        heard = _skip_hearers(tokens, setting, limit)
        if heard > setting and not _is_charged(tokens, heard, limit):
            places = [_skip_setting(tokens, heard, limit)]
    return tuple(_skip_comma(tokens, place, limit) for place in places)


def _is_charged(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether "to" and a verb follow those who hear: "urged the port to wait" is told whole."""
    return at + 1 < limit and tokens[at].word == "to" and is_infinitive(tokens[at + 1])


def _skip_comma(tokens: Tokens, at: int, limit: int) -> int:
    return at + 1 if at < limit and tokens[at].text == "," else at


def _skip_setting(tokens: Tokens, at: int, limit: int) -> int:
    """Skip days, adverbs and phrases such as "in a statement on Monday"."""
    while at < limit:
        token = tokens[at]
        adverb = token.word in closed_words("adverb") - closed_words("determiner")
        if adverb or (token.word in listed("settings") and not token.named):
            at += 1
            continue
        if token.word in (
            "in",
            "on",
            "at",
            "during",
            "of",
            "via",
            "through",
            "about",
            "from",
            "after",
        ):
            stop = _setting_end(tokens, at + 1, limit)
            if stop is not None:
                at = stop
                continue
        break
    return at


def _setting_end(tokens: Tokens, at: int, limit: int) -> int | None:
    """Return the end of a phrase of time, place or means that begins after a preposition."""
    for index in range(at, min(limit, at + 8)):
        token = tokens[index]
        if not token.word or is_verb(token):
            return None
        if token.word in listed("settings"):
            nearby = tokens[index + 1].word if index + 1 < limit else ""
            if nearby not in listed("settings"):
                return index + 1
    return None


def _skip_hearers(tokens: Tokens, at: int, limit: int) -> int:
    """Skip those who are told: a pronoun, a name, "a news conference", "reporters in Oslo"."""
    if at >= limit:
        return at
    token = tokens[at]
    if token.word in ("him", "her", "them", "us", "me", "you", "everyone", "everybody"):
        return at + 1
    leads = closed_words("determiner") | closed_words("possessive")
    end = at
    while end < min(limit, at + 10):
        token = tokens[end]
        known = token.word in listed("hearers") or token.capital or token.named
        possible = token.word in leads or (token.word and not is_verb(token) and end < at + 6)
        if not token.word and token.text not in (".", "&", "/"):
            break
        if token.word in ("that", "to", "he", "she", "it", "they", "there"):
            break
        if token.word in closed_words("question"):
            break
        if not (known or possible):
            break
        end += 1
        after = tokens[end] if end < limit else None
        if token.word in listed("hearers") and (
            after is None or after.word not in listed("hearers")
        ):
            return end
    asked = end < limit and tokens[end].word in closed_words("question")
    named = asked or any(t.capital for t in tokens[at:end])
    return end if at < end < limit and (named or not tokens[end].word) else at


def _begins(tokens: Tokens, at: int, limit: int, patterns: str) -> Range | None:
    """Return the content that begins at a token; None if the cue cannot govern it."""
    if at >= limit:
        return None
    token = tokens[at]
    if token.quote is not None:
        end = _object_end(tokens, at, limit) if _is_naming(patterns) else limit
        if "q" in patterns and _is_statement(tokens, at):
            end = min(end, statements_end(tokens, at, limit))
        return (at, end) if "q" in patterns or "o" in patterns else None
    if token.word == "that" and "t" in patterns and at + 1 < limit and is_verb(tokens[at + 1]):
        return at, limit  # "said that is late"
    if token.text == ":" or (token.word == "that" and "t" in patterns):
        return (at + 1, limit) if at + 1 < limit and ("q" in patterns or token.word) else None
    return (at, limit) if token.word and _may_follow(tokens, at, limit, patterns) else None


def _is_statement(tokens: Tokens, at: int) -> bool:
    """Whether a stretch in marks is a whole statement: said, “We wait,” when asked."""
    token = tokens[at]
    led = at > 0 and tokens[at - 1].text in (",", ":")
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    left = after in ("before", "after", "when", "while", "as", "although", "though")
    return token.rounded and (led or left or not token.lower)


def statements_end(tokens: Tokens, at: int, limit: int) -> int:
    """Return where statements in marks end that follow one another, as “A,” and “B.” do."""
    end = at + 1
    for index in range(at + 1, min(limit, at + 12)):
        token = tokens[index]
        if token.quote is not None:
            end = index + 1
        elif token.word and token.word not in ("and", "or", "but", "then"):
            break
    return end


def _may_follow(tokens: Tokens, at: int, limit: int, patterns: str) -> bool:
    """Whether a verb of these patterns may govern a clause that begins with a word."""
    word = tokens[at].word
    if word == "to":
        return "i" in patterns and at + 1 < limit and is_infinitive(tokens[at + 1])
    if word in closed_words("question"):
        return "w" in patterns
    if word in closed_words("preposition") or word in closed_words("conjunction"):
        return False
    clause = "b" in patterns and _is_clause(tokens, at, limit, often="c" in patterns)
    if "n" in patterns and not clause:
        return _tells_all(tokens, at, limit, patterns)
    charges = "x" in patterns or ("r" in patterns and "i" in patterns)
    return clause or (charges and _has_infinitive(tokens, at, limit))


def _tells_all(tokens: Tokens, at: int, limit: int, patterns: str) -> bool:
    """Whether an object without marks holds what was said: not "denied it", "described him"."""
    link = "as" if "w" in patterns else "of" if "r" in patterns else ""
    if link:  # describes one thing as another, accuses somebody of something
        return any(t.word == link for t in tokens[at + 1 : min(limit, at + 25)])
    return tokens[at].word not in closed_words("pronoun") and limit - at > 1


def _is_naming(patterns: str) -> bool:
    """Whether a verb takes an object and no clause: called, dubbed, condemned."""
    return "o" in patterns and "t" not in patterns


def _is_clause(tokens: Tokens, at: int, limit: int, *, often: bool) -> bool:
    """Whether a stretch has a subject and a verb after it, so that no "that" is needed."""
    first = tokens[at].word
    if first in ("he", "she", "they", "we", "i", "it", "there", "you"):
        follows = next((t for t in tokens[at + 1 : min(limit, at + 5)] if not is_adverb(t)), None)
        return follows is not None and (_may_be_verb(follows) or follows.text == ",")
    if "'" in first and first in closed_words("auxiliary"):
        return True  # "assured he'd pay"
    for index in range(at + 1, min(limit, at + 30)):
        token = tokens[index]
        if token.text in (";", ":", "—", "–", "--"):
            return False
        if token.word in ("who", "which", "that"):
            return any(is_verb(t) for t in tokens[index + 2 : min(limit, index + 20)])
        if _is_predicate(tokens, index, often=often, first=index == at + 1):
            return True
    return False


def _is_predicate(tokens: Tokens, index: int, *, often: bool, first: bool) -> bool:
    """Whether a word behind a noun is surely, or with some verbs of saying likely, its verb."""
    token = tokens[index]
    if is_verb(token) or token.word.endswith("n't"):
        return True
    if token.capital:
        return False
    if token.word.endswith("ed") and not first:
        return True
    return often and token.word in clause_verbs() and _follows_noun(tokens, index)


def _follows_noun(tokens: Tokens, index: int) -> bool:
    """Whether a verb may stand at a token: no article, preposition or "and" comes before it."""
    word = tokens[index - 1].word
    leads = ("determiner", "possessive", "preposition", "conjunction")
    return not any(word in closed_words(name) for name in leads)


def _may_be_verb(token: Token) -> bool:
    """Whether a word could be the verb after a pronoun."""
    word = token.word
    closed = ("preposition", "determiner", "conjunction", "subordinator", "possessive")
    return is_verb(token) or (bool(word) and not any(word in closed_words(c) for c in closed))


def _has_infinitive(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether "wants the vote to go ahead" follows: an object and then "to"."""
    near = tokens[at : min(limit, at + 12)]
    for index, token in enumerate(near[:-1]):
        if not token.word or is_verb(token):
            return False
        if index and token.word == "to":
            return is_infinitive(near[index + 1])
    return False


def is_infinitive(token: Token) -> bool:
    """Whether a word after "to" can be a verb: no name, number, article or pronoun."""
    if not token.word or token.capital or token.word[0].isdigit():
        return False
    closed = ("determiner", "possessive", "pronoun", "preposition")
    return not any(token.word in closed_words(name) for name in closed)
