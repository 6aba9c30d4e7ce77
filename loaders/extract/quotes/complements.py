"""Where the content of a cue stands: the complements of verbs, by the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from loaders.extract.document import Block, Sentence
from loaders.extract.quotes import cues
from loaders.extract.quotes.cues import CueClass
from loaders.extract.quotes.draft import SUBJECTS, agent, cue_range, is_passive, is_verb, lemma, subject
from loaders.extract.reading import Span

Range = tuple[int, int]
Found = tuple[list[Range], list[Token]]
"""Token ranges of the content, and the words that belong to the cue."""
TELLING = frozenset(["tell", "inform", "notify", "assure", "reassure", "remind", "brief", "ask"])
"""Verbs whose object is who was told."""
_AGENCIES = frozenset({"AFP", "AP", "BBC", "CNN", "Interfax", "RIA", "Reuters", "TASS", "Xinhua"})
"""Who is told without an article or "that" before what was said."""
_MARKS = frozenset({'"', "''", "'"})
_BREAKS = frozenset({";", ":", "--", "—", "–"})


def spans(block: Block, ranges: list[Range]) -> list[Span]:
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


def _expected(verb: Token) -> tuple[list[Range], list[Token]] | None:
    """ "The strait is expected to freeze": what is expected stands on both sides of the cue."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")]
    infinitives = [c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and has_to(c)]
    if not subjects or not infinitives or not is_passive(verb):
        return None
    return [
        (subjects[0].left_edge.i, subjects[0].right_edge.i + 1),
        (infinitives[0].left_edge.i, _reach(verb, infinitives[0])),
    ], []


def complement(
    sentence: Sentence, verb: Token, kind: str, cue_class: CueClass
) -> tuple[list[Range], list[Token]] | None:
    """Token ranges of the content, and the words that belong to the cue."""
    rights = [c for c in verb.children if c.i > verb.i]
    objects = [c for c in rights if c.dep_ in ("dobj", "dative", "obj")]
    if kind == "hearsay":
        return _expected(verb)
    if kind == "clause":
        return _clause(sentence, verb, rights)
    if kind == "infinitive":
        for child in rights:
            if cue_class.name == "decline" and lemma(child) in cues.UNSAID:
                continue
            if child.dep_ == "xcomp" and has_to(child):
                return [(child.left_edge.i, _reach(verb, child))], []
    elif kind == "urging":
        for child in rights:
            if child.dep_ in ("xcomp", "ccomp", "advcl") and has_to(child) and child.i > verb.i + 1:
                first = min([child.left_edge.i, *[o.left_edge.i for o in objects]])
                return [(first, _reach(verb, child))], []
    elif kind in ("object", "spoken"):
        if is_passive(verb):
            spoken = kind == "object" or any(_is_spoken(c, cue_class) for c in verb.children if c.dep_ == "nsubjpass")
            return _passive_object(verb) if spoken else None
        if cue_class.name == "deny a charge":
            deed = next((c for c in rights if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None)
            if deed is not None:
                return [(deed.left_edge.i, _reach(verb, deed))], []
        for child in objects:
            if kind == "spoken" and not _is_spoken(child, cue_class):
                continue
            if child.lower_ not in ("himself", "herself", "itself", "themselves"):
                end = _reach(verb, child) if cue_class.name == "express" else _object_end(verb, child)
                return [(child.left_edge.i, end)], [c for c in rights if c.dep_ == "prt"]
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
            if (
                mark is not None
                and child.dep_ in ("advcl", "xcomp", "ccomp")
                and mark.i == child.left_edge.i
                and mark.i - verb.i < 4
            ):
                return [(mark.i + 1, _reach(verb, child))], [mark]
            if child.dep_ in ("prep", "prt", "dative", "agent") and child.lower_ == wanted:
                inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
                if inner is not None and is_passive(verb) is False:
                    asked = [c for c in rights if c.i > child.i and c.dep_ in ("xcomp", "advcl", "ccomp") and has_to(c)]
                    end = (
                        _reach(verb, asked[0])
                        if asked and wanted in ("on", "upon", "for", "to", "with")
                        else _object_end(verb, child)
                    )
                    return [(child.i + 1, max(end, inner.i + 1))], [
                        verb.doc[i] for i in range(verb.i + 1, child.i + 1)
                    ] if child.i - verb.i < 3 else []
    return None


def _is_spoken(noun: Token, cue_class: CueClass) -> bool:
    """Whether an object is something said or proposed, or a misdeed that is denied."""
    wanted = cues.DENIED if cue_class.name == "deny a charge" else cues.SPOKEN
    return any(t.lemma_.lower() in wanted for t in (noun, *noun.conjuncts))


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
        if child.dep_ in ("ccomp", "xcomp") and child.pos_ not in ("VERB", "AUX") and not has_to(child):
            return [(child.left_edge.i, _reach(verb, child))], []
    objects = [c for c in rights if c.dep_ == "dobj"]
    tail = [c for c in rights if c.dep_ in ("prep", "mark") and c.lower_ == "as"]
    for child in objects:
        second = [c for c in rights if c.i > child.i and c.dep_ in ("dobj", "acomp", "attr", "npadvmod")]
        inner = any(t.lower_ == "as" or t.text == '"' for t in child.subtree if t.i > child.i)
        if tail or second or inner:
            return [(child.left_edge.i, _reach(verb, child))], []
    return None


def has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _clause(sentence: Sentence, verb: Token, rights: list[Token]) -> tuple[list[Range], list[Token]] | None:
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
            return [(first, _reach(verb, child))], _between(verb, child)
        if child.dep_ == "acomp" and any(c.dep_ == "ccomp" for c in child.children):
            return [(next(c for c in child.children if c.dep_ == "ccomp").left_edge.i, _reach(verb, child))], [child]
        if child.dep_ in ("advcl", "relcl") and any(
            c.dep_ == "mark" and c.lower_ in ("that", "if", "whether") for c in child.children
        ):
            return [(child.left_edge.i, _reach(verb, child))], []
    return _before(sentence, verb) or _that(sentence, verb)


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
        if (is_verb(token) and token.dep_ != "amod") or token.text in _BREAKS or token.text in _MARKS:
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


def _reach(verb: Token, child: Token) -> int:
    """End of a complement: with all that follows it in its clause, short of what is said of the saying."""
    doc = verb.doc
    end = child.right_edge.i + 1
    for later in verb.children:
        if later.i <= child.i:
            continue
        if _is_remark(later):
            break
        if later.dep_ in ("conj", "cc", "parataxis") or (later.dep_ == "punct" and later.text in _BREAKS):
            break
        if later.dep_ == "advcl" and later.left_edge.i > 0 and doc[later.left_edge.i - 1].text == ",":
            break
        end = max(end, later.right_edge.i + 1)
    return cut_at_narrator(doc, child.i + 1, cut_at_cue(doc, child.i + 1, end))


def _is_remark(noun: Token) -> bool:
    """The narrator's word for what was said: "accused the firm of theft, a charge that it denied"."""
    return (
        noun.i > 0
        and noun.pos_ == "NOUN"
        and noun.doc[noun.left_edge.i - 1].text == ","
        and noun.lemma_.lower() in cues.SPOKEN
        and any(c.dep_ in ("relcl", "acl") for c in noun.children)
    )


def cut_at_narrator(doc: Doc, first: int, end: int, *, noun: bool = False) -> int:
    """Short of the clause in which the narrator says what went on meanwhile: "…, as his trial opened".

    After a comma, "as" with a subject and a verb in the simple past; after a noun as content (`noun`) no comma is
    needed, for a noun has no clause of its own ("played down hopes of an end as talks went on").
    """
    for index in range(first, end):
        token = doc[index]
        if token.lower_ != "as" or (doc[index - 1].text != "," and not noun):
            continue
        later = [doc[i] for i in range(index + 1, min(index + 12, len(doc)))]
        stop = next((n for n, t in enumerate(later) if t.text in (",", ";", '"') or t.is_sent_start), len(later))
        verb = next((n for n, t in enumerate(later[:stop]) if t.tag_ in ("VBD", "VBZ", "VBP", "MD")), None)
        if verb is None or later[verb].tag_ != "VBD" or later[verb].lower_ == "had":
            continue
        if any(t.pos_ in ("NOUN", "PROPN") for t in later[:verb]):
            return index - 1 if doc[index - 1].text == "," else index
    return end


def _object_end(verb: Token, child: Token) -> int:
    """End of an object with the "for", "as" or "over" that gives the reason; no day, no place of the saying."""
    end = child.right_edge.i + 1
    for later in verb.children:
        if (
            later.i > child.i
            and later.dep_ == "prep"
            and later.lower_ in ("for", "as", "over", "to")
            and later.left_edge.i == end
        ):
            end = later.right_edge.i + 1
    return cut_at_narrator(verb.doc, child.i + 1, cut_at_cue(verb.doc, child.i + 1, end), noun=True)


def cut_at_cue(doc: Doc, first: int, end: int) -> int:
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
