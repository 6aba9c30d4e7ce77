"""The reason for an empty page."""

from __future__ import annotations

from collections.abc import Sequence

from api.context import Context
from api.types.base import Why, WhyCode
from graph.reading import names, state


def _why(code: WhyCode, message: str, suggestions: Sequence[str] = ()) -> Why:
    return Why(code=code, message=message, suggestions=list(suggestions))


async def why_no_quote(
    context: Context, speaker: str | None, speakers: Sequence[str] | None, about: str | None, turned: bool
) -> Why:
    """Why there is no quote. `turned`: whether the page was asked for with a cursor."""
    nothing = await why_nothing(context, turned)
    if nothing.code is not WhyCode.NOTHING_FOUND:
        return nothing
    if speaker is not None and not speakers:
        return await why_no_name(context, speaker)
    if about is None:
        return _why(WhyCode.NOTHING_SAID, "No quote fits all that was asked for.")
    who = f'"{speaker}" has said' if speaker else "was said"
    line = f'No quote was found that {who} about "{about}"' if speaker else f'Nothing {who} about "{about}"'
    return _why(WhyCode.NOTHING_SAID, f"{line}, as far as the other conditions go.")


async def why_nothing(context: Context, turned: bool = False) -> Why:
    """Why a page without a name is empty."""
    if turned:
        return _why(WhyCode.END, "There is nothing on that side of the cursor.")
    filled = await context.read(state.state)
    if not filled.articles:
        return _why(WhyCode.NO_ARTICLE, "The graph holds no article yet.")
    if not filled.read:
        return _why(WhyCode.NO_ARTICLE_READ, "None of the articles in the graph could be read.")
    return _why(WhyCode.NOTHING_FOUND, "Nothing fits all that was asked for.")


async def why_no_name(context: Context, words: str, labels: Sequence[str] = ("Person", "Organisation", "Place")) -> Why:
    """Nobody answers to a name: says what is spelt nearly so."""
    near = await context.read(names.suggest, words, labels)
    hint = f" Did you mean {near[0]}?" if near else ""
    return _why(WhyCode.NO_SUCH_NAME, f'Nobody and nothing answers to "{words}".{hint}', near)
