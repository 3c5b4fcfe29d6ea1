"""What a run of capitalised words is by the lists: a place, an organisation, a day, an origin."""

from __future__ import annotations

from functools import cache, lru_cache

from generator.resources import word_list


def is_place(words: str) -> bool:
    """Whether the whole of the words is the name of a known place."""
    return folded(words) in phrases("places")


def is_organisation(words: str) -> bool:
    """Whether the whole of the words is the name of a known organisation."""
    return folded(words) in phrases("organisations")


def looks_like_place(words: list[str]) -> bool:
    """Whether a run of words has the shape of a place: "Norvik Harbour", "Port Norvik"."""
    last, first = _ends("place_words")
    return len(words) > 1 and (words[-1] in last or words[0] in first)


def looks_like_organisation(words: list[str]) -> bool:
    """Whether a run of words has the shape of an organisation: "Norvik Institute".

    A law or an event is none, whatever words it has inside: "Norvik League Cup".
    """
    last, _ = _ends("organisation_words")
    named = len(words) > 1 and (
        any(word in last for word in words[1:])
        or words[-1].removesuffix("s") in last
        or " ".join(words[-2:]) in last
    )
    return named and not is_event(words)


def looks_like_thing(words: list[str]) -> bool:
    """Whether a run of words is called after a law, a show, a ship: "Hale Amendment"."""
    last, first = _ends("thing_words")
    return len(words) > 1 and (any(word in last for word in words[1:]) or words[0] in first)


def is_event(words: list[str]) -> bool:
    """Whether a run of words is a law, a treaty, a prize, an event, or begins as a ship does.

    No house bears such a name, while some are called by other words of things ("Press").
    """
    first = _ends("thing_words")[1]
    last = words[-1] in _words("event_words") and not {"of", "for"} & set(words)
    return len(words) > 1 and (last or words[0] in first)


def begins_thing(word: str) -> bool:
    """Whether a ship, a storm or the like is named by what follows the word: "USS", "Hurricane"."""
    return word in _ends("thing_words")[1]


def is_subject(word: str) -> bool:
    """Whether a word is a field of study: "a degree in Linguistics" names no place."""
    return word in _words("fields_of_study") or word.endswith(("ics", "ology", "istry", "ism"))


def is_everyday(name: str) -> bool:
    """Whether a known name is an ordinary word too: "Time", "People", "Nice"."""
    return name in _words("everyday_names")


def is_legislature(words: list[str]) -> bool:
    """Whether words are a house of parliament: "House" after a party or a place."""
    return (
        len(words) > 1
        and words[-1] in ("House", "Senate", "Legislature", "Assembly")
        and words[-2] != "White"
        and (is_place(" ".join(words[:-1])) or is_known_demonym(words[-2]))
    )


def begins_organisation(word: str) -> bool:
    """Whether "of" after the word goes on with its name: "Ministry of Fisheries"."""
    return word in _ends("organisation_words")[1]


def is_organisation_word(word: str) -> bool:
    """Whether the word, of any case, is what an organisation is called by: "the ministry"."""
    return word.capitalize() in _ends("organisation_words")[0]


def is_acronym(word: str) -> bool:
    """Whether a word is two to six capitals, digits or full stops allowed: "OECD", "U.N."."""
    letters = word.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isascii() and letters.isalnum()


def is_demonym(word: str) -> bool:
    """Whether a word is of origin, party or faith, by the list or by its ending.

    Armenian surnames end like origins do: to take a word out of a name the list must know it.
    """
    return is_known_demonym(word) or (
        len(word) > 6 and word[0].isupper() and word.endswith(("ian", "ese"))
    )


def is_known_demonym(word: str) -> bool:
    """Whether a word, or the last half of a double one, is of origin, party or faith by list."""
    return word in _words("demonyms") or word.rpartition("-")[2] in _words("demonyms")


def is_surname_of_origin(word: str) -> bool:
    """Whether a word of origin, party or colour is a surname too: "French", "Green"."""
    return word in _words("surnames_of_origin")


def is_family_word(word: str) -> bool:
    """Whether a word that ends names of places and things is a surname too: "Park", "Law"."""
    return word in _words("family_words")


def is_calendar(word: str) -> bool:
    """Whether a word is a day, a month or a feast."""
    return word in _words("calendar")


def is_opener(word: str) -> bool:
    """Whether a word is capitalised only because a sentence begins with it."""
    straight = word.replace("’", "'")
    return straight in _words("openers") or straight.capitalize() in _words("openers")


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """Return words with straight marks, one blank apart, no article and no case for long ones.

    Case counts for names of up to four letters: "US" is a country and "us" is none.
    """
    plain = " ".join(words.replace("’", "'").split())
    plain = plain[4:] if plain[:4].casefold() == "the " else plain
    return plain.casefold() if len(plain) > 4 else plain


@cache
def phrases(name: str) -> frozenset[str]:
    """Return the folded rows of a list whose rows hold names with commas between."""
    rows = word_list("annotate", name)
    return frozenset(folded(part) for row in rows for part in row.split(", "))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for row in word_list("annotate", name) for word in row.split())


@cache
def _ends(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that stand last in such a name, and those that stand first."""
    rows = word_list("annotate", name)
    last = frozenset(row for row in rows if not row.startswith("+"))
    return last, frozenset(row[1:] for row in rows if row.startswith("+"))
