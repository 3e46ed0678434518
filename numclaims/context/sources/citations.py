"""One citing word to a citation: who is cited and which tokens that governs. It reads a single sentence and knows no other.

A verb stands before what it cites ("officials said 12 died"), behind or inside it ("12 died, officials said"), or behind it
with its subject last ("12 died, said officials").
"""

from __future__ import annotations

from numclaims.context.sources.asides import STOPS, TURNS, Citation, according_to, aside, by_count, clause_floor, owned_figure
from numclaims.context.sources.quotations import MARKS, closes
from numclaims.context.sources.speakers import (
    Phrase,
    is_acronym,
    is_function,
    is_plural_phrase,
    is_verb,
    phrase_before,
    phrase_behind,
    subject_end,
)
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.gazetteer import place_words
from numclaims.lexicon.reporting import ReportingVerb, reporting
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms

Range = tuple[int, int]

_RELATIVES = frozenset(("who", "which"))
_CLAUSE_ENDS = _RELATIVES | {"to"}
_BEHIND_NOUNS = frozenset(("of", "for", "by", "are", "is", "were", "was", "and", "have", "had", "has", "from", "to"))
_LISTED_BEFORE = frozenset(("the", "on", "as", "to", "in", "for", "among"))
_OF_EVENTS = frozenset(("announce", "tell", "believe", "give", "see"))


def read_citation(tokens: Tokens, at: int, sentence: Range, before: Citation | None) -> Citation | None:
    """The citation that the citing word at a token makes in its sentence; `before` is the one to its left."""
    low = tokens.lows[at]
    if low == "according":
        return according_to(tokens, at, sentence, before) if tokens.lows[at + 1] == "to" else None
    counted = by_count(tokens, at, sentence, before) if low in reporting().counts else None
    counted = counted or (owned_figure(tokens, at, sentence) if low in reporting().figures else None)
    verb = reporting().verbs.get(low)
    if counted or verb is None or (tokens.words[at][0].isupper() and at > sentence[0]):
        return counted
    if verb.form == "participle":
        return _participle(tokens, at, sentence, before)
    maker = _maker(tokens, at, sentence[1])
    if verb.form == "past" and (maker == at + 1 or (maker and is_function(tokens, at - 1, syntax().auxiliaries))):
        return _passive(tokens, at, maker, sentence)
    return _inverted(tokens, at, verb, sentence, before) or _said(tokens, at, verb, sentence, before)


# Before or inside what is cited: "officials said 12 died", "12 died, officials said".


def _said(tokens: Tokens, at: int, verb: ReportingVerb, sentence: Range, before: Citation | None) -> Citation | None:
    floor = clause_floor(tokens, at, sentence[0])
    end = subject_end(tokens, at, floor)
    if end is None or _is_noun(tokens, at, end):
        return None
    relative = end - 1 >= floor and is_function(tokens, end - 1, _RELATIVES)
    source = _antecedent(tokens, end - 1, sentence[0]) if relative else _subject(tokens, end, floor, sentence[0])
    if source is None or (verb.form == "base" and not (relative or is_plural_phrase(tokens, source))):
        return None
    tail = _tail(tokens, at, verb, sentence[1])
    if tail is not None and not relative and _set_apart(tokens, source[0] - 1, sentence[0]):
        return aside(tokens, source, (source[0], tail), sentence, before, inverted=False)
    if not _governs(tokens, at, verb, source):
        return None
    inserted = not relative and is_function(tokens, source[0] - 1, _RELATIVES) and source[0] - 1 >= sentence[0]
    stop = _governed_end(tokens, at, verb, sentence[1], short=inserted)
    if relative:
        stop = next((on for on in range(at + 1, stop) if tokens.words[on] == "," and _verb_form(tokens.lows[on + 1])), stop)
    return Citation(source, at + 1, stop, source[0], at + 1)


def _set_apart(tokens: Tokens, opening: int, first: int) -> bool:
    """Whether a subject stands behind a comma, a dash or a closing quotation mark."""
    return opening >= first and (tokens.words[opening] in "—–,(" or closes(tokens, opening))


def _verb_form(low: str) -> bool:
    """Whether a word can be a finite verb: behind the comma that closes a relative clause, it is."""
    return low in syntax().auxiliaries or verb_forms().forms.get(low, ("", ""))[1] in ("past", "third")


def _subject(tokens: Tokens, end: int, floor: int, first: int) -> Phrase | None:
    """The subject that ends here, a pronoun or a noun phrase; before a comma, what the words between two commas are added to."""
    if end - 1 < first:
        return None
    if is_function(tokens, end - 1, reporting().pronouns):
        return (end - 1, end)
    if tokens.lows[end - 1] in ("and", "but"):
        return _shared_subject(tokens, end - 1, first)
    if tokens.words[end - 1] == ",":
        opening = next((back for back in range(end - 2, max(first, end - 40), -1) if tokens.words[back] == ","), None)
        if opening is None:
            return None
        return _called(tokens, opening, end - 1) or phrase_before(tokens, opening, clause_floor(tokens, opening, first))
    return phrase_before(tokens, end, floor)


def _called(tokens: Tokens, opening: int, closing: int) -> Phrase | None:
    """The name between two commas behind a plain noun phrase: "its mayor, Ada Byrne, wrote", "the clinic's head, Omar al-Zein, said"."""
    small = place_words().connectors
    inner = tokens.words[opening + 1 : closing]
    named = len(inner) > 0 and inner[0][:1].isupper() and all(word[:1].isupper() or word in ".-'’" or word in small for word in inner)
    at = opening - 1
    while at > 0 and tokens.words[at][:1].islower() and tokens.lows[at] not in syntax().function:
        at -= 1
    led = tokens.lows[at] in syntax().determiners or tokens.lows[at] in ("'s", "’s")
    return (opening + 1, closing) if named and led and at < opening - 1 else None


def _shared_subject(tokens: Tokens, joint: int, first: int) -> Phrase | None:
    """The subject of the verb that "and said" joins: "the office closed its books and said ..."."""
    stop = joint - (tokens.words[joint - 1] == ",")
    floor = clause_floor(tokens, stop, first)
    verb = next((at for at in range(floor, stop) if is_verb(tokens, at)), None)
    end = subject_end(tokens, verb, floor) if verb is not None else None
    if end is None or end <= floor:
        return None
    return (end - 1, end) if is_function(tokens, end - 1, reporting().pronouns) else phrase_before(tokens, end, floor)


def _antecedent(tokens: Tokens, relative: int, first: int) -> Phrase | None:
    """What "who" or "which" stands for: the noun phrase before it, or the name in apposition right before the comma."""
    end = relative - (tokens.words[relative - 1] == ",")
    return phrase_before(tokens, end, clause_floor(tokens, end, first)) if end > first else None


def _is_noun(tokens: Tokens, at: int, end: int) -> bool:
    """Whether "reports", "estimates", "claim" is a noun here: a verb or "of" right behind it, or a determiner before it."""
    if tokens.lows[at] not in reporting().homographs or end < at:
        return False
    before, low = tokens.lows[at - 1], tokens.lows[at + 1]
    led = (before in syntax().determiners or before in syntax().prepositions) and before not in _RELATIVES
    if led and not is_acronym(tokens.words[at - 1]):
        return True
    if before in ("'s", "’s") or low in _BEHIND_NOUNS:
        return True
    return low in reporting().verbs and reporting().verbs[low].form != "participle"


def _tail(tokens: Tokens, at: int, verb: ReportingVerb, stop: int) -> int | None:
    """Where the words that only say when and to whom it was said end, if nothing else follows up to the next mark; else None."""
    on = at + 1
    if verb.lemma in ("tell", "warn", "remind") and on < stop and tokens.words[on] not in STOPS:
        on += 1
    elif on < stop and tokens.words[on] not in STOPS and not _circumstantial(tokens.lows[on]):
        return None
    loose = tokens.lows[at + 1] in ("as", "when", "after", "while")
    while on < stop:
        word = tokens.words[on]
        if word in STOPS and not (word == "." and (tokens.glued(on + 1) or tokens.lows[on + 1] in ("m", "a", "p"))):
            break
        if not loose and (tokens.lows[on] == "that" or is_verb(tokens, on)):
            return None
        on += 1
    return on


def _circumstantial(low: str) -> bool:
    return low in reporting().circumstances or low in reporting().times


def _governs(tokens: Tokens, at: int, verb: ReportingVerb, source: Phrase) -> bool:
    """Whether what follows the verb is something it can cite a source for."""
    low = tokens.lows[at + 1]
    if verb.governs == "free":
        plain = verb.form == "past" or tokens.lows[at] not in reporting().homographs
        if verb.form == "third" and not is_plural_phrase(tokens, source):
            plain |= tokens.words[source[1] - 1][:1].isupper() or is_function(tokens, source[0], syntax().determiners)
        return plain or _object_follows(tokens, at + 1) or _clause_follows(tokens, at + 1)
    if verb.governs == "phrasal":
        return low in verb.frame
    if verb.governs == "framed":
        return any(tokens.lows[on] in verb.frame for on in range(at + 1 + (verb.form == "past"), min(at + 9, tokens.count)))
    if verb.governs == "counting":
        return is_number(tokens.words[at + 1]) or (verb.form == "third" and low not in _LISTED_BEFORE)
    if verb.lemma == "ask":
        return low in ("why", "whether", "how", "if")
    if low in ("that", ":") or tokens.words[at + 1] in MARKS or (low == "," and tokens.words[at + 2] in MARKS):
        return True
    if verb.lemma == "claim" and low == "to":
        return tokens.lows[at + 2] in ("have", "be")
    if verb.lemma in ("show", "find", "suggest", "indicate", "reveal") and _documents(tokens, source):
        return True
    return verb.lemma not in ("find", "show", "promise", "pledge", "agree", "establish") and _clause_follows(tokens, at + 1)


def _documents(tokens: Tokens, source: Phrase) -> bool:
    return any(tokens.lows[at] in reporting().documents for at in range(*source))


def _object_follows(tokens: Tokens, at: int) -> bool:
    """Whether the object of a verb begins here, so that "report", "state" before it is no noun."""
    low = tokens.lows[at]
    mark = not low[:1].isalpha()
    return (
        mark
        or low == "that"
        or low.endswith("ing")
        or is_function(tokens, at, syntax().determiners)
        or is_function(tokens, at, syntax().pronouns)
    )


def _clause_follows(tokens: Tokens, first: int) -> bool:
    """Whether an auxiliary stands before the next mark, so that a clause and no plain object follows."""
    if is_function(tokens, first, syntax().prepositions):
        return False
    for at in range(first, min(first + 14, tokens.count)):
        if tokens.words[at] in STOPS or is_function(tokens, at, _CLAUSE_ENDS):
            return False
        if tokens.lows[at] in syntax().auxiliaries and is_verb(tokens, at):
            return at > first
    return False


def _governed_end(tokens: Tokens, at: int, verb: ReportingVerb, stop: int, *, short: bool) -> int:
    """Where the governed words end: at a semicolon; `short`, at a comma; for a bare figure at a clause of its own."""
    figure = verb.governs in ("framed", "counting")
    for on in range(at + 1, stop):
        word = tokens.words[on]
        if word == ";" or (short and word == ","):
            return on
        if figure and word == "," and is_function(tokens, on + 1, TURNS) and _clause_follows(tokens, on + 2):
            return on
    return stop


# Behind what is cited, its subject last: "12 died, said officials".


def _inverted(tokens: Tokens, at: int, verb: ReportingVerb, sentence: Range, before: Citation | None) -> Citation | None:
    if verb.governs not in ("free", "clause") or verb.lemma == "tell" or at <= sentence[0]:
        return None
    quoted = closes(tokens, at - 1)
    if is_number(tokens.words[at + 1]) or not (quoted or tokens.words[at - 1] == ","):
        return None
    if not quoted and _interposed(tokens, at - 1, sentence[0]):
        return None
    source = phrase_behind(tokens, at + 1, sentence[1])
    if source is None:
        return None
    end = source[1]
    while end < sentence[1] and tokens.words[end] not in STOPS:
        if is_verb(tokens, end):
            return None
        end += 1
    return aside(tokens, source, (at, end), sentence, before, inverted=True)


def _interposed(tokens: Tokens, comma: int, first: int) -> bool:
    """Whether the comma before a verb closes words added to its subject: "Ann Lee, who runs the unit, said"."""
    opening = next((back for back in range(comma - 1, max(first, comma - 40), -1) if tokens.words[back] == ","), None)
    if opening is None:
        return False
    subject = phrase_before(tokens, opening, clause_floor(tokens, opening, first))
    return subject is not None and subject[0] == clause_floor(tokens, opening, first)


# "12 were missing, adding that", "12 deaths, reported by the clinic".


def _participle(tokens: Tokens, at: int, sentence: Range, before: Citation | None) -> Citation | None:
    """ "X said ..., adding that ..." goes on for X; "with the embassy saying ..." cites the embassy."""
    verb = reporting().verbs[tokens.lows[at]]
    if is_function(tokens, at - 1, syntax().auxiliaries) or not (verb.governs == "free" or _governs(tokens, at, verb, (at, at))):
        return None
    end = _governed_end(tokens, at, verb, sentence[1], short=False)
    if tokens.words[at - 1] == "," and before is not None and before.gap_after < at:
        return before._replace(first=at + 1, after=end, gap_first=at, gap_after=at + 1)
    if tokens.words[at - 1] == "," and tokens.lows[at + 1] not in ("to", "on", "for"):
        comma = next((on for on in range(sentence[0], at) if tokens.words[on] == ","), at)
        verb_at = next((on for on in range(sentence[0], comma) if is_verb(tokens, on)), None)
        source = phrase_before(tokens, subject_end(tokens, verb_at, sentence[0]) or verb_at, sentence[0]) if verb_at else None
        return Citation(source, at + 1, end, at, at + 1) if source else None
    floor = clause_floor(tokens, at, sentence[0])
    opening = next((on for on in range(floor, at) if tokens.lows[on] == "with"), None)
    source = phrase_before(tokens, at, opening + 1) if opening is not None else None
    return Citation(source, at + 1, end, source[0], at + 1) if source else None


def _maker(tokens: Tokens, at: int, stop: int) -> int | None:
    """The "by" that belongs to a participle: before any clause, infinitive or mark."""
    for on in range(at + 1, min(at + 9, stop)):
        if tokens.lows[on] == "by":
            return on
        if tokens.words[on] in STOPS or tokens.lows[on] in ("that", "to"):
            return None
    return None


def _passive(tokens: Tokens, at: int, maker: int, sentence: Range) -> Citation | None:
    """ "12 deaths were reported by the clinic", "a loss put at $5bn by the bank"; "announced by" tells of an event."""
    verb = reporting().verbs[tokens.lows[at]]
    if verb.governs not in ("free", "framed") or is_number(tokens.words[maker + 1]) or verb.lemma in _OF_EVENTS:
        return None
    source = phrase_behind(tokens, maker + 1, sentence[1])
    if source is None:
        return None
    start = at - 1 if tokens.lows[at - 1] == "as" else at
    return aside(tokens, source, (start if maker == at + 1 else maker, source[1]), sentence, None, inverted=True)
