"""Saved web pages: the article's text and what the page says of itself, found by trafilatura.

The text is what trafilatura takes for the article, a paragraph a line; offsets count in that text.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path

from graph.errors import FixInput
from graph.model import Article
from loaders.read.decoding import contents, decode, exact
from loaders.read.metadata import article, canonical, metadata
from loaders.read.moments import declared
from loaders.read.values import Options

_SHORTEST = 120
"""Characters below which what is found is a menu or a notice rather than an article."""
PAGE = 4
"""How many times larger than its article a page may be."""


def page(path: Path, options: Options) -> Article:
    """The article of a saved page. Raises FixInput where the page has none."""
    where = str(path)
    data = contents(path, options.limit, options.limit * (PAGE - 1))
    return page_of(decode(data, where, options.encoding, markup=True), where, options, path=where, address=_address)


def page_of(markup: str, where: str, options: Options, *, path: str, address: Callable[[str], str]) -> Article:
    """The article of a page's markup; `address` makes its address of the link that the page gives as its own."""
    import trafilatura  # here, because it takes half a second and only pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its complaints are ours to word
    exact(markup, where, options.limit * PAGE)
    found = trafilatura.bare_extraction(
        markup,
        include_comments=False,
        with_metadata=True,
        # only what the page declares: a date guessed from its text would become the day of every "Tuesday" in it
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": date.today().isoformat()},
    )
    if found is None or isinstance(found, dict) or len((found.text or "").strip()) < _SHORTEST:
        raise FixInput(f"{where}: holds no article.", "Save the page of a single article, with its text.")
    first, _, rest = (found.text or "").partition("\n")
    # a headline that is taken for the first paragraph would be read as a sentence
    text = rest if rest.strip() and first.strip() == (found.title or "").strip() else found.text or ""
    says = {
        "headline": found.title,
        "published": (declared(markup, found.date) if found.date else "") or found.date,
        "url": address(found.url or ""),
        "source": found.sitename,
        "byline": found.author,
        "language": found.language,
    }
    return article(exact(text, where, options.limit), metadata(says, where), options, path=path, where=where)


def _address(url: str) -> str:
    """The page's canonical link where it is one: a page with a broken link is an article all the same."""
    try:
        return canonical(url, "")
    except FixInput:
        return ""
