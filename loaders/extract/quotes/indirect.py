"""Quotes found from the parse: a cue verb with a complement, a cue noun, "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from loaders.extract.document import Block, Sentence
from loaders.extract.quotes import cues
from loaders.extract.quotes.cues import CueClass
from loaders.extract.quotes.draft import SUBJECTS, Draft, Marks, agent, cue_range, is_passive, is_verb, lemma, phrase, subject
from loaders.extract.reading import Span

Range = tuple[int, int]
TELLING = frozenset("tell inform notify assure reassure remind brief ask".split())
"""Verbs whose object is who was told."""
_TERMS = frozenset("resolution agreement plan proposal contract deal bill law accord treaty draft budget programme program".split())
"""What "calls for" something by its terms, and says nothing."""
_ANONYMOUS = re.compile(r"not to be (?:identified|named|quoted)\b|to remain anonymous\b")
"""How a source asks to stay unnamed: no news."""
_AUTHOR = frozenset({"i", "you", "we"})
"""Outside quotation marks these are the writer and the reader, whose thoughts are no news."""
_MARKS = frozenset({'"', "''", "'"})
_BREAKS = frozenset({";", ":", "--", "—", "–"})


def find(sentence: Sentence, marks: Marks) -> Iterator[Draft]:
    """All drafts of a sentence whose cue stands outside quotation marks."""
    block = sentence.block
    for token in sentence.tokens:
        if marks.around(block, token) is not None:
            continue
        draft = None
        if token.lower_ == "according":
            draft = _according(sentence, token)
        elif is_verb(token):
            draft = _verb(sentence, token)
        elif token.pos_ == "NOUN":
            draft = _noun(sentence, token)
        if draft is not None:
            yield draft


def _spans(block: Block, ranges: list[Range]) -> list[Span]:
    """Code points of token ranges, without punctuation and space at their ends."""
    assert block.doc is not None
    made = []
    for first, last in ranges:
        while first < last and (block.doc[first].is_space or block.doc[first].text in ",;:.-–—"):
            first += 1
        while first < last and (block.doc[last - 1].is_space or block.doc[last - 1].text in ",;:.-–—--"):
            last -= 1
        if first < last:
            made.append(block.span(block.doc[first:last]))
    return made


# Verbs


def _verb(sentence: Sentence, verb: Token) -> Draft | None:
    for cue_class in cues.verbs(lemma(verb)):
        if not _has_particle(verb, cue_class):
            continue
        for complement in cue_class.complements:
            found = _complement(sentence, verb, complement, cue_class)
            if found is None:
                continue
            ranges, extra = found
            draft = _attributed(sentence, verb, cue_class, ranges, extra, complement)
            if draft is not None:
                return draft
    return None


def _has_particle(verb: Token, cue_class: CueClass) -> bool:
    wanted = cues.PARTICLES.get(lemma(verb))
    if wanted is None or any((lemma(verb), c) in cues.PARTICLES_OF for c in cue_class.complements):
        return True
    near = [c for c in verb.children if c.i > verb.i] + [verb.doc[i] for i in (verb.i + 1, verb.i + 2) if i < len(verb.doc)]
    return any(c.lower_ in wanted for c in near)


def _attributed(sentence: Sentence, verb: Token, cue_class: CueClass, ranges: list[Range], extra: list[Token],
                complement: str) -> Draft | None:
    passive = is_passive(verb)
    head: Token | None
    relative: Token | None = None
    if passive:
        head = agent(verb)
        if head is None and complement in ("object", "naming", "charging"):
            return None
    else:
        head, relative = subject(verb)
    inside = [r for r in ranges if head is not None and r[0] <= head.i < r[1]]
    if head is not None and inside and not passive:
        return None
    if head is None and not passive and relative is None:
        return None
    if head is not None and cue_class.act == "attitude" and head.lower_ in _AUTHOR:
        return None
    if head is not None and head.lemma_.lower() in _TERMS and (cue_class.act == "demand" or verb.dep_ == "acl"):
        return None
    contents = _spans(sentence.block, ranges)
    if not contents or _ANONYMOUS.match(sentence.block.doc.text, contents[0].start - sentence.block.offset):  # type: ignore[union-attr]
        return None
    block = sentence.block
    assert block.doc is not None
    source: list[Span] = []
    if head is not None:
        first, last = phrase(head, [verb, *[block.doc[r[0]] for r in ranges]])
        source.append(block.span(block.doc[first:last]))
    if relative is not None:
        source.append(block.span(relative))
    first, last = cue_range(verb, extra)
    confidence = cue_class.confidence * (0.85 if head is None else 1.0)
    return Draft(block, contents, block.span(block.doc[first:last]), verb, cue_class, lemma(verb),
                 source, head if head is not None else relative, confidence)


def _expected(verb: Token) -> tuple[list[Range], list[Token]] | None:
    """"The strait is expected to freeze": what is expected stands on both sides of the cue."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")]
    infinitives = [c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and _has_to(c)]
    if not subjects or not infinitives or not is_passive(verb):
        return None
    return [(subjects[0].left_edge.i, subjects[0].right_edge.i + 1), (infinitives[0].left_edge.i, _reach(verb, infinitives[0]))], []


def _complement(sentence: Sentence, verb: Token, kind: str, cue_class: CueClass) -> tuple[list[Range], list[Token]] | None:
    """Token ranges of the content, and the words that belong to the cue."""
    rights = [c for c in verb.children if c.i > verb.i]
    objects = [c for c in rights if c.dep_ in ("dobj", "dative", "obj")]
    if kind == "hearsay":
        return _expected(verb)
    if kind == "clause":
        return _clause(sentence, verb, rights)
    if kind == "infinitive":
        for child in rights:
            if child.dep_ == "xcomp" and _has_to(child):
                return [(child.left_edge.i, _reach(verb, child))], []
    elif kind == "urging":
        for child in rights:
            if child.dep_ in ("xcomp", "ccomp", "advcl") and _has_to(child) and child.i > verb.i + 1:
                first = min([child.left_edge.i, *[o.left_edge.i for o in objects]])
                return [(first, _reach(verb, child))], []
    elif kind == "object":
        if is_passive(verb):
            return _passive_object(verb)
        for child in objects:
            if child.lower_ not in ("himself", "herself", "itself", "themselves"):
                return [(child.left_edge.i, _object_end(verb, child))], [c for c in rights if c.dep_ == "prt"]
    elif kind == "charging":
        if is_passive(verb):
            return _passive_object(verb)
        for child in objects:
            return [(child.left_edge.i, _reach(verb, child))], []
    elif kind == "naming":
        if is_passive(verb):
            return None
        return _naming(verb, rights)
    elif kind.startswith("prep:"):
        wanted = kind.removeprefix("prep:")
        for child in rights:
            # "called for the gates to open" is parsed as a clause that "for" marks
            mark = next((c for c in child.children if c.dep_ == "mark" and c.lower_ == wanted), None)
            if mark is not None and child.dep_ in ("advcl", "xcomp", "ccomp") and mark.i == child.left_edge.i and mark.i - verb.i < 4:
                return [(mark.i + 1, _reach(verb, child))], [mark]
            if child.dep_ in ("prep", "prt", "dative", "agent") and child.lower_ == wanted:
                inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
                if inner is not None and is_passive(verb) is False:
                    asked = [c for c in rights if c.i > child.i and c.dep_ in ("xcomp", "advcl", "ccomp") and _has_to(c)]
                    end = _reach(verb, asked[0]) if asked and wanted in ("on", "upon", "for", "to", "with") else _object_end(verb, child)
                    return [(child.i + 1, max(end, inner.i + 1))], [verb.doc[i] for i in range(verb.i + 1, child.i + 1)] if child.i - verb.i < 3 else []
    return None


def _passive_object(verb: Token) -> tuple[list[Range], list[Token]] | None:
    subjects = [c for c in verb.children if c.dep_ == "nsubjpass"]
    by = agent(verb)
    if not subjects or by is None:
        return None
    ranges = [(subjects[0].left_edge.i, subjects[0].right_edge.i + 1)]
    after = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "of", "as") and c.i > verb.i]
    if after:
        ranges.append((after[0].left_edge.i, after[0].right_edge.i + 1))
    return ranges, []


def _naming(verb: Token, rights: list[Token]) -> tuple[list[Range], list[Token]] | None:
    """An object and what it is called: parsed as oprd, as a small clause, or with "as"."""
    for child in rights:
        if child.dep_ == "oprd":
            first = min([child.left_edge.i, *[c.left_edge.i for c in rights if c.dep_ in ("dobj", "nsubj", "dative")]])
            return [(first, _reach(verb, child))], []
        if child.dep_ in ("ccomp", "xcomp") and child.pos_ not in ("VERB", "AUX") and not _has_to(child):
            return [(child.left_edge.i, _reach(verb, child))], []
    objects = [c for c in rights if c.dep_ == "dobj"]
    tail = [c for c in rights if c.dep_ in ("prep", "mark") and c.lower_ == "as"]
    for child in objects:
        second = [c for c in rights if c.i > child.i and c.dep_ in ("dobj", "acomp", "attr", "npadvmod")]
        inner = any(t.lower_ == "as" or t.text == '"' for t in child.subtree if t.i > child.i)
        if tail or second or inner:
            return [(child.left_edge.i, _reach(verb, child))], []
    return None


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _clause(sentence: Sentence, verb: Token, rights: list[Token]) -> tuple[list[Range], list[Token]] | None:
    for child in rights:
        if child.dep_ == "ccomp" and not (_has_to(child) and child.i < verb.i):
            # "warned the pact "is a trap"": the parse takes the clause's subject for the verb's object.
            lost = [c for c in rights if c.dep_ == "dobj" and c.i < child.i] if lemma(verb) not in TELLING else []
            own = any(c.dep_ in SUBJECTS or c.dep_ == "mark" or c.tag_.startswith("W") for c in child.children)
            first = lost[0].left_edge.i if lost and not own else child.left_edge.i
            return [(first, _reach(verb, child))], _between(verb, child)
        if child.dep_ == "acomp" and any(c.dep_ == "ccomp" for c in child.children):
            return [(next(c for c in child.children if c.dep_ == "ccomp").left_edge.i, _reach(verb, child))], [child]
        if child.dep_ in ("advcl", "relcl") and any(c.dep_ == "mark" and c.lower_ in ("that", "if", "whether") for c in child.children):
            return [(child.left_edge.i, _reach(verb, child))], []
    return _before(sentence, verb) or _that(sentence, verb)


def _that(sentence: Sentence, verb: Token) -> tuple[list[Range], list[Token]] | None:
    """A "that" soon after a verb of saying begins the content, wherever the parse has hung it ("says in a letter that …")."""
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) and verb.dep_ not in ("conj", "advcl", "xcomp"):
        return None
    doc = verb.doc
    for index in range(verb.i + 1, min(verb.i + 14, sentence.tokens.end)):
        token = doc[index]
        if is_verb(token) and token.dep_ != "amod" or token.text in _BREAKS or token.text in _MARKS:
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
    left = min(noun.left_edge.i, cue_range(verb)[0])
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
    if verb.dep_ in ("parataxis", "ROOT", "ccomp", "advcl", "dep", "conj", "relcl") and comma > first and doc[comma].text in (",", "--", "—", "–", "-", '"'):
        if verb.dep_ == "ROOT" or any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.children):
            return None
        tail = _insertion_end(verb, right, last)
        ranges = [(first, comma)]
        if tail is not None:
            ranges.append((tail, last))
        return ranges, []
    return None


def _insertion_end(verb: Token, right: int, last: int) -> int | None:
    """Where the clause goes on after ", he said in May,": the token after the comma; None where it does not."""
    doc = verb.doc
    for index in range(right, min(right + 8, last)):
        if doc[index].text == ",":
            after = doc[index + 1] if index + 1 < last else None
            if after is None or after.lower_ in ("but", "and", "while", "as", "after", "adding", "who", "which", "when") or after.tag_ == "VBG":
                return None
            return index + 1
    return None


def _reach(verb: Token, child: Token) -> int:
    """End of a complement: with all that follows it in its clause, short of what is said of the saying."""
    doc = verb.doc
    end = child.right_edge.i + 1
    for later in verb.children:
        if later.i <= child.i:
            continue
        if later.dep_ in ("conj", "cc", "parataxis") or (later.dep_ == "punct" and later.text in _BREAKS):
            break
        if later.dep_ == "advcl" and later.left_edge.i > 0 and doc[later.left_edge.i - 1].text == ",":
            break
        end = max(end, later.right_edge.i + 1)
    return _cut_at_cue(doc, child.i + 1, end)


def _object_end(verb: Token, child: Token) -> int:
    """End of an object with the "for", "as" or "over" that gives the reason; no day, no place of the saying."""
    end = child.right_edge.i + 1
    for later in verb.children:
        if later.i > child.i and later.dep_ == "prep" and later.lower_ in ("for", "as", "over", "to") and later.left_edge.i == end:
            end = later.right_edge.i + 1
    return _cut_at_cue(verb.doc, child.i + 1, end)


def _cut_at_cue(doc: Doc, first: int, end: int) -> int:
    """A further cue after a comma (", adding that …") begins a quote of its own."""
    for index in range(first, end):
        token = doc[index]
        before = doc[index - 2] if doc[index - 1].text in _MARKS else doc[index - 1]
        if token.tag_ == "VBG" and index > first and before.text == "," and cues.verbs(lemma(token)):
            return index
        if token.lower_ == "according" and index > first:
            return index
        if token.lower_ in ("while", "whereas") and token.dep_ == "mark" and index > first + 2:
            return index
    return end


# Nouns


def _noun(sentence: Sentence, noun: Token) -> Draft | None:
    for cue_class in cues.nouns(noun.lemma_.lower()):
        for complement in cue_class.complements:
            first = _noun_content(noun, complement)
            if first is None:
                continue
            head = _owner(noun)
            if head is None:
                continue
            block = sentence.block
            assert block.doc is not None
            last = noun.right_edge.i + 1
            contents = _spans(block, [(first, _cut_at_cue(block.doc, first + 1, last))])
            if not contents:
                continue
            a, b = phrase(head, [noun])
            source = block.doc[a:b]
            end = noun.i + 2 if complement.startswith("prep:") and first == noun.i + 2 else noun.i + 1
            return Draft(block, contents, block.span(block.doc[noun.i : end]), noun, cue_class, noun.lemma_.lower(),
                         [block.span(source)], head, cue_class.confidence)
    return None


def _noun_content(noun: Token, complement: str) -> int | None:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if complement == "clause" and child.dep_ in ("acl", "ccomp", "relcl") and any(
            c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in child.children
        ):
            return child.left_edge.i
        if complement == "infinitive" and child.dep_ in ("acl", "xcomp", "relcl") and _has_to(child):
            return child.left_edge.i
        if complement.startswith("prep:") and child.dep_ == "prep" and child.lower_ == complement.removeprefix("prep:"):
            return child.i + 1 if child.right_edge.i > child.i else None
    return None


def _owner(noun: Token) -> Token | None:
    """Who made a claim: "his claim", "the mill's claim", "a claim by the mill", or who makes it ("repeated a claim")."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in cues.SOURCE_PREPOSITIONS:
            found = next((c for c in child.children if c.dep_ == "pobj"), None)
            if found is not None:
                return found
    return None


# "According to"


def _according(sentence: Sentence, token: Token) -> Draft | None:
    doc, block = token.doc, sentence.block
    to = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if to is None or to.lower_ != "to":
        return None
    head = next((c for c in to.children if c.dep_ == "pobj"), None)
    if head is None:
        return None
    first, last = sentence.tokens.start, sentence.tokens.end
    a, b = phrase(head, [to])
    a = max(a, to.i + 1)
    stop = next((i for i in range(head.i + 1, b) if doc[i].text == ","), b)
    before, after = (first, token.i), (stop, last)
    ranges: list[Range]
    if token.i - first < 2:
        ranges = [after]
    else:
        begin = _clause_start(token, first)
        ranges = [(begin, before[1])]
        tail = stop + 1 if stop < last and doc[stop].text == "," else None
        if tail is not None and doc[token.i - 1].text == "," and tail < last and doc[tail].lower_ not in (
            "though", "although", "but", "while", "and", "who", "which", "with", "after", "as", "when"
        ):
            ranges.append((tail, last))
    contents = _spans(block, ranges)
    if not contents:
        return None
    return Draft(block, contents, block.span(doc[token.i : to.i + 1]), token, ACCORDING, "according",
                 [block.span(doc[a : max(b, head.i + 1)])], head, ACCORDING.confidence)


def _clause_start(token: Token, first: int) -> int:
    """Where the clause begins that "according to" is about: after the last "; ", else the sentence."""
    doc = token.doc
    for index in range(token.i - 1, first, -1):
        if doc[index].text in (";",):
            return index + 1
    return first


ACCORDING = CueClass("according to", "noun", "statement", (), frozenset({"according"}),
                     "The dam is sound, according to the builder.", "The dam is sound", 0.92)
