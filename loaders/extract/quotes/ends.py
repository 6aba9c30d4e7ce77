"""Where the content of a cue ends: short of the next cue, and of what the narrator says himself."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from loaders.extract.document import Block
from loaders.extract.quotes import cues
from loaders.extract.quotes.grammar import lemma
from loaders.extract.reading import Span

Range = tuple[int, int]
"""First token of a piece of content, and the first after it."""
MARKS = frozenset({'"', "''", "'"})
BREAKS = frozenset({";", ":", "--", "—", "–"})


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


def reach(verb: Token, child: Token) -> int:
    """End of a complement: with all that follows it in its clause, short of what is said of the saying."""
    doc = verb.doc
    end = child.right_edge.i + 1
    for later in verb.children:
        if later.i <= child.i:
            continue
        if _is_remark(later):
            break
        if later.dep_ in ("conj", "cc", "parataxis") or (later.dep_ == "punct" and later.text in BREAKS):
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
    needed, for a noun has no clause of its own ("played down hopes of an end as talks went on"). Nor does what the
    source left unsaid belong to what it said: "…, but gave no further details".
    """
    for index in range(first, end):
        token = doc[index]
        if token.lower_ == "but" and _says_no_more(doc, index):
            return index - 1 if doc[index - 1].text == "," else index
        if noun and token.lower_ in ("after", "before") and index + 1 < end and doc[index + 1].tag_ == "VBG":
            return index
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


def _says_no_more(doc: Doc, but: int) -> bool:
    """Whether a "but" with no subject of its own goes on with what was left unsaid."""
    for token in doc[but + 1 : but + 5]:
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            return False
        if token.lemma_.lower() in cues.UNSAID | {"decline", "refuse"}:
            return token.lemma_.lower() != "give" or any(
                t.lower_ in ("no", "not", "n't") for t in doc[but : token.i + 2]
            )
    return False


def object_end(verb: Token, child: Token) -> int:
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
        before = doc[index - 2] if doc[index - 1].text in MARKS else doc[index - 1]
        if token.tag_ == "VBG" and index > first and before.text == "," and cues.verbs(lemma(token)):
            return index
        if token.lower_ == "according" and index > first:
            return index
        if token.lower_ in ("while", "whereas") and token.dep_ == "mark" and index > first + 2:
            return index
    return end
