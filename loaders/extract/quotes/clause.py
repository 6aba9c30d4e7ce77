"""Contents that are clauses: after their cue, before it, or around it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from loaders.extract.document import Sentence
from loaders.extract.quotes import cues
from loaders.extract.quotes.ends import BREAKS, MARKS, Range, reach
from loaders.extract.quotes.grammar import SUBJECTS, cue_range, is_verb, lemma, subject
from loaders.extract.quotes.people import kind_of

TELLING = frozenset(["tell", "inform", "notify", "assure", "reassure", "remind", "brief", "ask"])
"""Verbs whose object is who was told."""
_AGENCIES = frozenset({"AFP", "AP", "BBC", "CNN", "Interfax", "RIA", "Reuters", "TASS", "Xinhua"})
"""Who is told without an article or "that" before what was said."""


def clause(sentence: Sentence, verb: Token, rights: list[Token]) -> tuple[list[Range], list[Token]] | None:
    for child in rights:
        if child.dep_ == "ccomp" and not (has_to(child) and child.i < verb.i) and not _is_gift(verb, child):
            # "warned the pact "is a trap"": the parse takes the clause's subject for the verb's object.
            lost = [c for c in rights if c.dep_ == "dobj" and c.i < child.i] if lemma(verb) not in TELLING else []
            own = any(c.dep_ in SUBJECTS or c.dep_ == "mark" or c.tag_.startswith("W") for c in child.children)
            first = lost[0].left_edge.i if lost and not own else child.left_edge.i
            while first <= child.i and verb.doc[first].lower_ in cues.PARTICLES.get(lemma(verb), ()):
                first += 1
            if lemma(verb) in TELLING and verb.doc[first].text in _AGENCIES and first == verb.i + 1 < child.i - 1:
                first += 1  # "told Reuters Havik Lines had sailed" is parsed as one long name
            return [(first, reach(verb, child))], _between(verb, child)
        if child.dep_ == "acomp" and any(c.dep_ == "ccomp" for c in child.children):
            return [(next(c for c in child.children if c.dep_ == "ccomp").left_edge.i, reach(verb, child))], [child]
        if child.dep_ in ("advcl", "relcl") and any(
            c.dep_ == "mark" and c.lower_ in ("that", "if", "whether") for c in child.children
        ):
            return [(child.left_edge.i, reach(verb, child))], []
    return _before(sentence, verb) or _that(sentence, verb)


def has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_gift(verb: Token, child: Token) -> bool:
    """ "denied him bail", "denied taking it": two objects or a deed, and no clause."""
    if lemma(verb) != "deny":
        return False
    return not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in child.subtree)


def _that(sentence: Sentence, verb: Token) -> tuple[list[Range], list[Token]] | None:
    """A "that" soon after a cue verb begins the content, wherever the parse has hung it: "says in a letter that"."""
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) and verb.dep_ not in ("conj", "advcl", "xcomp"):
        return None
    doc = verb.doc
    for index in range(verb.i + 1, min(verb.i + 14, sentence.tokens.end)):
        token = doc[index]
        if (is_verb(token) and token.dep_ not in ("amod", "prep")) or token.text in BREAKS or token.text in MARKS:
            return None
        if token.lower_ == "that" and token.dep_ == "mark":
            return [(index, max(token.head.right_edge.i + 1, index + 2))], []
    return None


def _between(verb: Token, child: Token) -> list[Token]:
    near = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return [near] if near is not None and near.i < child.left_edge.i and near.lower_ in ("out", "clear") else []


def _before(sentence: Sentence, verb: Token) -> tuple[list[Range], list[Token]] | None:
    """The clause that stands before its cue: "…, the mill said" and "…, said the mill, …"."""
    doc, first, last = verb.doc, sentence.tokens.start, sentence.tokens.end
    noun, _ = subject(verb) if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) else (None, None)
    if noun is None:
        return None
    left = _before_ticker(doc, first, min(noun.left_edge.i, cue_range(verb)[0]))
    left = _before_title(doc, first, left)
    right = max(noun.right_edge.i, verb.i) + 1
    lefts = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and c.i < noun.left_edge.i]
    comma = left - 1
    if lefts:
        begin = first if verb.dep_ == "ROOT" else lefts[0].left_edge.i
        end = left
        marks_as = [c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ == "as" and c.i < left]
        if marks_as:
            end = marks_as[0].i
        ranges = [(begin, end)]
        # "The mill, he said, will close": the clause goes on after the inserted words.
        tail = _insertion_end(verb, right, last)
        if tail is not None and begin < end:
            ranges.append((tail, last))
        return ranges, []
    if (
        verb.dep_ in ("parataxis", "ROOT", "ccomp", "advcl", "dep", "conj", "relcl")
        and comma > first
        and doc[comma].text in (",", "--", "—", "–", "-", '"')
    ):
        told = lemma(verb) in TELLING
        taken = ("xcomp", "ccomp") if told else ("dobj", "xcomp", "ccomp")
        if verb.dep_ == "ROOT" or any(c.dep_ in taken and c.i > verb.i for c in verb.children):
            return None
        tail = _insertion_end(verb, right, last)
        ranges = [(first, comma)]
        if tail is not None:
            ranges.append((tail, last))
        return ranges, []
    return None


def _before_ticker(doc: Doc, first: int, left: int) -> int:
    """ "…, Norvia Bank AG <NVB.F> chairman Ann Example said": a ticker in a source tears the firm's name from it."""
    at = left
    while at - 1 > first and (doc[at - 1].pos_ == "PROPN" or doc[at - 1].text in ("<", ">")):
        at -= 1
    torn = any(t.text in ("<", ">") for t in doc[at:left])
    return at if torn and doc[at - 1].text == "," else left


def _before_title(doc: Doc, first: int, left: int) -> int:
    """ "…, the head of its crane division, Ann Example, said": the title before a name belongs to the source."""
    if left - 1 <= first or doc[left - 1].text != ",":
        return left
    begin = next((i for i in range(left - 2, max(first, left - 14), -1) if doc[i].text == ","), None)
    if begin is None or begin + 2 > left - 1:
        return left
    title = doc[begin + 1 : left - 1]
    if title[0].lower_ not in ("the", "a", "an", "its", "his", "her", "their") or any(is_verb(t) for t in title):
        return left
    nouns = [t for t in title if t.pos_ == "NOUN"]
    return begin + 1 if nouns and kind_of(nouns[0].lemma_, plural=False) == "Person" else left


def _insertion_end(verb: Token, right: int, last: int) -> int | None:
    """Where the clause goes on after ", he said in May,": the token after the comma; None where it does not."""
    doc = verb.doc
    for index in range(right, min(right + 8, last)):
        if doc[index].text == ",":
            after = doc[index + 1] if index + 1 < last else None
            if (
                after is None
                or after.lower_ in ("but", "and", "while", "as", "after", "adding", "who", "which", "when")
                or after.tag_ == "VBG"
            ):
                return None
            return index + 1
    return None
