"""The command line: each verb parses its options and calls one function.

What a verb needs is imported inside it, so that `newsgraph --help` does not wait for a language model.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from graph.errors import FixInput, FixSettings, NewsgraphError

if TYPE_CHECKING:
    from graph.settings import Settings

app = typer.Typer(
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Json = Annotated[bool, typer.Option("--json", help="Write the answer (and an error) as JSON.")]
Params = Annotated[
    list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; may be given again.")
]
Jobs = Annotated[int | None, typer.Option(min=0, metavar="N", help="Processes that read; 0 is one for each core.")]
Pipeline = Annotated[
    str | None,
    typer.Option(
        "--spacy-model", metavar="NAME", help="spaCy pipeline (else NEWSGRAPH_SPACY_MODEL, else the small one)."
    ),
]
AnyReader = Annotated[
    str | None, typer.Option("--reader", metavar="learned|rules", help="What reads (else NEWSGRAPH_READER).")
]
Form = Annotated[str, typer.Option("--format", metavar="table|csv|json", help="How the rows are written.")]

Reason = Annotated[str, typer.Option(metavar="WORDS", help="Why; it is kept in the record of changes.")]
token = typer.Typer(help="Make, list and revoke tokens for GraphQL's mutations.", no_args_is_help=True)
app.add_typer(token, name="token")


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    data: Annotated[
        Path | None, typer.Option("--data", metavar="DIR", help="Data directory (else NEWSGRAPH_DATA, else your own).")
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Turn news articles into a knowledge graph, and ask it in GraphQL and in Cypher."""
    context.obj = data
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"newsgraph {installed('newsgraph')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit


@app.command(epilog='Example: newsgraph load talks.txt --published 2025-03-03 --source "Northern Wire"')
def load(
    context: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH|URL", help="Text, JSON or HTML files, directories, or addresses.")
    ],
    published: Annotated[str, typer.Option(help="Day of publication, YYYY-MM-DD.")] = "",
    source: Annotated[str, typer.Option(help="Who published: a paper, an agency.")] = "",
    url: Annotated[str, typer.Option(help="Address of the article.")] = "",
    article_id: Annotated[str, typer.Option("--id", help="Id of the article, if you have your own.")] = "",
    headline: Annotated[str, typer.Option(help="Headline of the article.")] = "",
    corrects: Annotated[str, typer.Option(metavar="ARTICLE", help="Id of the article that it corrects.")] = "",
    encoding: Annotated[str, typer.Option(help="Charset of files that are not UTF-8, such as cp1252.")] = "",
    again: Annotated[bool, typer.Option("--again", help="Read articles again that have not changed.")] = False,
    jobs: Jobs = None,
    spacy_model: Pipeline = None,
    reader: AnyReader = None,
    as_json: Json = False,
) -> int:
    """Take in articles. What is broken is named, and all else is loaded."""
    from api.shell.answers import show_report
    from api.shell.intake import take_in
    from api.shell.progress import progress
    from graph.store import open_store
    from loaders.read import Options

    settings = _settings(context, spacy_model, reader)
    given = Options(
        published=published, source=source, url=url, id=article_id, headline=headline, corrects=corrects,
        encoding=encoding, limit=settings.article_limit, hosts=settings.intake_hosts, ports=settings.intake_ports,
    )  # fmt: skip
    with progress() as show, open_store(settings, show) as store:
        report = take_in(store, settings, paths, given, again=again, jobs=jobs, progress=show, as_json=as_json)
    return show_report(report, as_json=as_json)


@app.command(epilog="Example: newsgraph extract < articles.jsonl > readings.jsonl")
def extract(context: typer.Context, jobs: Jobs = 1, spacy_model: Pipeline = None, reader: AnyReader = None) -> int:
    """Read articles from standard input and write what they say: a JSON line in, a JSON line out, in order.

    In: id, text, and if known title and published. Out: entities, quotes, events, relations and times, with offsets
    in code points. Needs no database.
    """
    from api.shell.intake import reading
    from api.shell.terminal import complain
    from loaders.extract.pool import processes
    from loaders.stream import stream

    settings = _settings(context, spacy_model, reader).model_copy(update={"vectors": False})  # the output has none
    with reading(settings, processes(jobs, 0)) as readers:
        # not `sys.stdin`, which Python would close at Ctrl-C while a thread still waits for a line
        source = os.fdopen(sys.stdin.fileno(), "rb", closefd=False)
        broken = stream(source, sys.stdout, readers, settings.article_limit, complain)
    return FixInput.exit_code if broken else 0


@app.command(epilog="Example: newsgraph serve --port 8080")
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", min=0, max=65535, help="Port; 0 for any that is free.")] = 8000,
    articles: Annotated[
        list[str] | None, typer.Option("--load", metavar="PATH", help="Load these first; may be given again.")
    ] = None,
    spacy_model: Pipeline = None,
    reader: AnyReader = None,
) -> int:
    """Serve GraphQL, and a page to ask in, until Ctrl-C."""
    from api.serve import serve as run

    return run(_settings(context, spacy_model, reader), host, port, articles or [])


@app.command(epilog='Example: newsgraph ask "everything Peskov said about talks"')
def ask(
    context: typer.Context,
    question: Annotated[list[str], typer.Argument(metavar="QUESTION", help="In words; quotation marks are optional.")],
    as_json: Json = False,
) -> int:
    """Ask a question in words, and be shown the answer with the sentences it stands in."""
    from api.shell.asking import ask_in_words, show_answer
    from api.shell.progress import progress
    from graph.store import open_store

    with progress() as show, open_store(_settings(context), show) as store:
        answer = ask_in_words(store, " ".join(question))
    return show_answer(answer, as_json=as_json)


@app.command(epilog='Example: newsgraph cypher "MATCH (p:Person) RETURN p.name LIMIT 5" --format csv')
def cypher(
    context: typer.Context,
    statement: Annotated[str | None, typer.Argument(metavar="STATEMENT", help="A reading statement.")] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="Take the statement from this file.")] = None,
    param: Params = None,
    form: Form = "table",
    as_json: Json = False,
) -> int:
    """Ask in Cypher, through a door that only lets reading through."""
    from api.shell.progress import progress
    from api.shell.terminal import pairs, show_rows, typed
    from graph.guard import ask as ask_cypher
    from graph.store import open_store

    if (statement is None) == (file is None):
        raise FixInput("Give a statement or -f FILE, one of them.", "See newsgraph cypher --help.")
    text = statement if statement is not None else _contents(file)
    parameters = {name: typed(words) for name, words in pairs(param or []).items()}
    form = _form("json" if as_json else form)
    with progress() as show, open_store(_settings(context), show) as store:
        table = ask_cypher(store, text, parameters)
    return show_rows(table.columns, table.rows, form, truncated=table.truncated)


@app.command(epilog="Example: newsgraph questions said_about --param speaker=Peskov --param about=talks")
def questions(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Ask this one; without it, list all.")] = None,
    param: Params = None,
    form: Form = "table",
    as_json: Json = False,
) -> int:
    """List the questions that are ready to be asked, or ask one."""
    from api.shell.answers import show_questions
    from api.shell.progress import progress
    from api.shell.terminal import pairs, show_rows
    from graph import questions as library
    from graph.store import open_store

    form = _form("json" if as_json else form)
    if name is None:
        return show_questions(library.questions(), form)
    asked, given = library.question(name), pairs(param or [])
    with progress() as show, open_store(_settings(context), show) as store:
        table = library.run(store, asked, given)
    return show_rows(table.columns, table.rows, form, truncated=table.truncated)


@app.command(epilog="Example: newsgraph status --json")
def status(context: typer.Context, as_json: Json = False) -> int:
    """Show where the graph is, its addresses, and how much is in it."""
    from api.shell.answers import show_status
    from api.shell.progress import progress
    from graph.status import status as look

    with progress() as show:
        found = look(_settings(context), show)
    return show_status(found, as_json=as_json)


@app.command(epilog="Example: newsgraph doctor")
def doctor(context: typer.Context, as_json: Json = False) -> int:
    """Find out what is wrong, and say how to mend it."""
    from api.shell.answers import show_findings
    from api.shell.progress import progress
    from graph.doctor import examine

    with progress() as show:
        findings = examine(_settings(context), show)
    return show_findings(findings, as_json=as_json)


@app.command(epilog="Example: newsgraph forget northern-wire/port-deal")
def forget(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id, or the address it was published at.")],
    reason: Reason = "",
    as_json: Json = False,
) -> int:
    """Take an article out of the graph, with all that only it says."""
    from api.shell.changes import forget_article, show_done
    from api.shell.progress import progress
    from graph.store import open_store

    with progress() as show, open_store(_settings(context), show) as store:
        done = forget_article(store, article, reason)
    return show_done(done, as_json=as_json)


@app.command(epilog="Example: newsgraph merge person/ivan-example person/i-example~1a2b3c4d")
def merge(
    context: typer.Context,
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="The id that is kept.")],
    give: Annotated[str, typer.Argument(metavar="GIVE", help="The id that is given up, and leads to the other.")],
    force: Annotated[bool, typer.Option("--force", help="Though something says that they are two.")] = False,
    reason: Reason = "",
    as_json: Json = False,
) -> int:
    """Make two people, organisations or places one, whatever is loaded later."""
    from api.shell.changes import merge_entities, show_done
    from api.shell.progress import progress
    from graph.store import open_store

    with progress() as show, open_store(_settings(context), show) as store:
        done = merge_entities(store, keep, give, reason, force=force)
    return show_done(done, as_json=as_json)


@app.command(epilog="Example: newsgraph split person/ivan-example --articles northern-wire/port-deal")
def split(
    context: typer.Context,
    entity: Annotated[str, typer.Argument(metavar="ID", help="An id that a merge gave up; with --articles, any.")],
    articles: Annotated[
        list[str] | None,
        typer.Option("--articles", metavar="ARTICLE,…", help="The articles that mean another by it."),
    ] = None,
    name: Annotated[str, typer.Option(help="What to call the other.")] = "",
    reason: Reason = "",
    as_json: Json = False,
) -> int:
    """Take apart what was merged, or give what some articles say of an entity to another."""
    from api.shell.changes import show_done, split_entity
    from api.shell.progress import progress
    from graph.store import open_store

    given = [each.strip() for words in articles or [] for each in words.split(",") if each.strip()]
    with progress() as show, open_store(_settings(context), show) as store:
        done = split_entity(store, entity, given, name, reason)
    return show_done(done, as_json=as_json)


@app.command(epilog="Example: newsgraph audit --json")
def audit(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, metavar="N", help="So many at most.")] = 50,
    as_json: Json = False,
) -> int:
    """Show who changed what in the graph, the newest first."""
    from api.shell.changes import show_record
    from api.shell.progress import progress
    from graph.change.audit import record
    from graph.store import open_store

    with progress() as show, open_store(_settings(context), show) as store:
        lines = record(store, limit)
    return show_record(lines, as_json=as_json)


@token.command("create", epilog="Example: newsgraph token create desk --may load,forget --expires 90")
def create_token(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="By which the record of changes knows its bearer.")],
    may: Annotated[str, typer.Option(metavar="RIGHT,…", help="load, forget, merge, audit.")] = "load",
    expires: Annotated[float | None, typer.Option(metavar="DAYS", help="In so many days; else never.")] = None,
    as_json: Json = False,
) -> int:
    """Make a token for GraphQL's mutations. It is shown once."""
    from api.shell.changes import show_secret, who
    from api.shell.progress import progress
    from graph.change.tokens import create
    from graph.store import open_store

    rights = [each.strip() for each in may.split(",") if each.strip()]
    with progress() as show, open_store(_settings(context), show) as store:
        secret = create(store, name, rights, who(), expires)
    return show_secret(name, secret, as_json=as_json)


@token.command("list", epilog="Example: newsgraph token list")
def list_tokens(context: typer.Context, as_json: Json = False) -> int:
    """List the tokens that there are and were, without their secrets."""
    from api.shell.changes import show_tokens
    from api.shell.progress import progress
    from graph.change.tokens import tokens
    from graph.store import open_store

    with progress() as show, open_store(_settings(context), show) as store:
        found = tokens(store)
    return show_tokens(found, as_json=as_json)


@token.command("revoke", epilog="Example: newsgraph token revoke desk")
def revoke_token(
    context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME", help="The token's name.")]
) -> int:
    """Have a token hold no more, at once, for every service on the graph."""
    from api.shell.changes import who
    from api.shell.progress import progress
    from api.shell.terminal import show_line
    from graph.change.tokens import revoke
    from graph.store import open_store

    with progress() as show, open_store(_settings(context), show) as store:
        revoke(store, name, who())
    show_line(f"{name}: revoked")
    return 0


@app.command(epilog="Example: newsgraph browser --no-open")
def browser(
    context: typer.Context,
    open_it: Annotated[bool, typer.Option("--open/--no-open", help="Whether to open it.")] = True,
) -> int:
    """Open Neo4j Browser on the graph; keeps the database running until Ctrl-C."""
    from api.shell.progress import progress
    from api.shell.visit import visit

    with progress() as show:
        settings = _settings(context)
        return visit(settings, show, open_it=open_it)


def _settings(context: typer.Context, spacy_model: str | None = None, reader: str | None = None) -> Settings:
    """The settings of the environment, with the options of the command line over them. Raises FixSettings."""
    from pydantic import ValidationError

    from graph.settings import Settings

    given = {"data": context.obj, "spacy_model": spacy_model, "reader": reader}
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except (ValidationError, ValueError) as error:
        if not isinstance(error, ValidationError):
            raise FixSettings(f"The settings are not as they must be: {error}.", "Look at NEWSGRAPH_….") from None
        first = error.errors()[0]
        name = "NEWSGRAPH_" + "_".join(map(str, first["loc"])).upper()
        raise FixSettings(f"{name}: {first['msg']}, but it is {first['input']!r}.", "Correct it or unset it.") from None


def _form(form: str) -> str:
    if form not in {"table", "csv", "json"}:
        raise FixInput(f"There is no format {form!r}.", "Give table, csv or json.")
    return form


def _contents(file: Path | None) -> str:
    from loaders.read.decoding import contents, decode

    return decode(contents(Path(file or ""), 1_000_000), str(file))


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit status. Errors become one line each, never a traceback."""
    from api.shell.terminal import complain

    as_json = "--json" in arguments
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # what goes wrong with the store is said in words of ours
    try:
        status = app(list(arguments), prog_name="newsgraph", standalone_mode=False)
        sys.stdout.flush()
        return int(status or 0)
    except typer.TyperException as error:  # a mistake in the arguments
        words = " ".join(error.format_message().split())
        complain(FixInput(words, "See newsgraph --help."), as_json=as_json)
        return error.exit_code
    except NewsgraphError as error:
        if os.environ.get("NEWSGRAPH_DEBUG"):
            raise
        complain(error, as_json=as_json)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # whoever read our answer has seen enough; what Python still holds of it goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if os.environ.get("NEWSGRAPH_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        remedy = "NEWSGRAPH_DEBUG=1 shows where; please report it."
        complain(NewsgraphError(f"Something went wrong that should not have ({what}).", remedy), as_json=as_json)
        return NewsgraphError.exit_code


def main() -> NoReturn:
    """The program `newsgraph`."""
    for out in (sys.stdout, sys.stderr):
        if hasattr(out, "reconfigure"):
            out.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
