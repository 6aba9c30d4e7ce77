"""The command line as people use it: on a real graph, with whole answers."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import newsgraph
from graph.store import Store
from tests.program import Run

VERBS = ["load", "extract", "serve", "ask", "cypher", "questions", "status", "doctor", "forget", "browser",
         "merge", "split", "audit", "token create", "token list", "token revoke"]  # fmt: skip
TEXT = 'OSLO (Fjord News) - "The bridge is safe," Signe Aas, the mayor of Oslo, said on Monday.\n'


pytestmark = pytest.mark.long


def program(*arguments: str, source: str = "") -> subprocess.CompletedProcess[str]:
    """The program by itself, without a graph."""
    command = [sys.executable, "-m", "newsgraph", *arguments]
    return subprocess.run(command, input=source, capture_output=True, text=True, check=False)


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb: str) -> None:
    told = program(*verb.split(), "--help")
    assert told.returncode == 0
    assert f"Example: newsgraph {verb}" in " ".join(told.stdout.split())


def test_help_waits_for_no_language_model_and_no_schema() -> None:
    code = (
        "import sys, newsgraph\n"
        "assert newsgraph.run(['--help']) == 0\n"
        "print({'spacy', 'strawberry', 'neo4j', 'trafilatura'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["nope"], 2, "newsgraph: No such command 'nope'. See newsgraph --help."),
        (["load"], 2, "newsgraph: Missing argument 'PATH|URL'. See newsgraph --help."),
        (["cypher"], 3, "newsgraph: Give a statement or -f FILE, one of them. See newsgraph cypher --help."),
        (["cypher", "RETURN 1", "--format", "xml"], 3, "newsgraph: There is no format 'xml'. Give table, csv or json."),
        (
            ["cypher", "RETURN 1", "--param", "x"],
            3,
            "newsgraph: --param 'x' is not NAME=VALUE. Write it like --param speaker=Peskov.",
        ),
        (
            ["questions", "said_abuot"],
            5,
            "newsgraph: The library has no question 'said_abuot'. Did you mean said_about or said_by?",
        ),
        (
            ["questions", "said_about", "-p", "limit=many"],
            5,
            "newsgraph: limit=many is no whole number. Write it like 25.",
        ),
        (
            ["questions", "said_about", "-p", "colour=red"],
            5,
            "newsgraph: The question said_about has no parameter 'colour'. It has speaker, about, limit.",
        ),
    ],
)
def test_mistakes_have_one_line(
    arguments: list[str], status: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert newsgraph.run(arguments) == status
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", line + "\n")


def test_an_error_as_json_has_the_same_parts(capsys: pytest.CaptureFixture[str]) -> None:
    assert newsgraph.run(["questions", "nothing_like_it", "--json"]) == 5
    assert json.loads(capsys.readouterr().err) == {
        "error": {
            "code": "BAD_REQUEST",
            "message": "The library has no question 'nothing_like_it'.",
            "remedy": "`newsgraph questions` lists them.",
        }
    }


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NEWSGRAPH_READ_ROWS", "many")
    assert newsgraph.run(["status"]) == 4
    assert capsys.readouterr().err.startswith("newsgraph: NEWSGRAPH_READ_ROWS: Input should be a valid integer")


def test_no_traceback_reaches_a_user(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("graph.questions.questions", broken)
    assert newsgraph.run(["questions"]) == 1
    told = capsys.readouterr().err
    assert told == (
        "newsgraph: Something went wrong that should not have (ZeroDivisionError: by nought). "
        "NEWSGRAPH_DEBUG=1 shows where; please report it.\n"
    )
    monkeypatch.setenv("NEWSGRAPH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        newsgraph.run(["questions"])


def test_a_reader_who_has_seen_enough_hears_no_complaint() -> None:
    pipe = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m newsgraph questions --format csv | head -1"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (pipe.stdout, pipe.stderr) == ('name,question,"parameters, with an example"\n', "")


def test_extract_is_a_stream_in_order() -> None:
    lines = [{"id": "a", "text": TEXT, "published": "2025-04-07"}, {"id": "b", "text": " "}, {"id": "c", "text": TEXT}]
    source = "\n".join([*map(json.dumps, lines[:2]), "nonsense", "", '{"id": 4}', json.dumps(lines[2])])
    told = program("extract", source=source)
    made = [json.loads(line) for line in told.stdout.splitlines()]
    assert [(m["id"], m["published"]) for m in made] == [("a", "2025-04-07"), ("b", None), ("c", None)]
    assert "Signe Aas" in {e["name"] for e in made[0]["entities"]}
    assert told.stderr == (
        "newsgraph: line 3: is not JSON (Expecting value). Write one JSON object a line.\n"
        'newsgraph: line 5: has no field \'id\' of text. Write {"id": "…", "text": "…"}.\n'
    )
    assert told.returncode == 3


def test_extract_answers_each_line_at_once() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "newsgraph", "extract"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for name in ("first", "second"):
            running.stdin.write(json.dumps({"id": name, "text": TEXT}) + "\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == name
        running.stdin.close()
    assert running.returncode == 0


def test_extract_in_several_processes_writes_the_same_in_order() -> None:
    lines = [json.dumps({"id": f"a{n}", "text": TEXT * (1 + n % 3), "published": "2025-04-07"}) for n in range(24)]
    source = "\n".join([*lines[:12], "nonsense", *lines[12:]])
    several, one = program("extract", "--jobs", "2", source=source), program("extract", source=source)
    assert (several.stdout, several.stderr, several.returncode) == (one.stdout, one.stderr, 3)
    assert [json.loads(line)["id"] for line in several.stdout.splitlines()] == [f"a{n}" for n in range(24)]


def test_ctrl_c_ends_all_processes_of_an_extract() -> None:
    code = (
        "import signal, sys, newsgraph\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background jobs are deaf to Ctrl-C
        "sys.exit(newsgraph.run(['extract', '--jobs', '2']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as running:  # fmt: skip
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(json.dumps({"id": "first", "text": TEXT}) + "\n")
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["id"] == "first"
        os.killpg(running.pid, signal.SIGINT)
        # the pipes are closed by the last process that holds them
        assert (running.stdout.read(), running.stderr.read(), running.wait()) == ("", "", 130)


def test_extract_answers_each_line_at_once_in_several_processes_too() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "newsgraph", "extract", "--jobs", "2"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        assert running.stdin is not None
        assert running.stdout is not None
        for name in ("first", "second"):
            running.stdin.write(json.dumps({"id": name, "text": TEXT}) + "\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == name
        running.stdin.close()
    assert running.returncode == 0


def test_another_pipeline_reads(tmp_path: Path) -> None:
    from tests.loaders.extract.nlp import pipeline

    pipeline().to_disk(tmp_path / "other")
    told = program("extract", "--spacy-model", str(tmp_path / "other"), source=json.dumps({"id": "a", "text": TEXT}))
    assert (told.stderr, f" / {tmp_path / 'other'} " in json.loads(told.stdout)["reader"]) == ("", True)
    told = program("extract", "--spacy-model", "no_such_pipeline", source=json.dumps({"id": "a", "text": TEXT}))
    assert (told.returncode, told.stdout) == (4, "")
    assert told.stderr.startswith("newsgraph: The spaCy pipeline 'no_such_pipeline' cannot be loaded")


@pytest.mark.store
def test_load_ask_and_forget(run: Run, bridge: Path) -> None:
    given = (
        "--published",
        "2025-04-07",
        "--id",
        "fjord/bridge",
        "--headline",
        "Bridge is safe",
        "--source",
        "Fjord News",
    )
    status, out, err = run("load", str(bridge), *given, "--json")
    report = json.loads(out)
    assert (status, report["loaded"], report["broken"], err) == (0, 1, [], "")

    assert run("load", str(bridge), *given) == (0, "Articles: 1 unchanged.\n0 changes\n", "")
    assert run("load", str(bridge), *given, "--again")[1] == "Articles: 1 unchanged.\n0 changes\n"

    status, out, err = run("ask", "what did Signe Aas say", "--json")
    answer = json.loads(out)
    assert status == 0
    (quote,) = answer["quotes"]
    start = TEXT.index("The bridge")
    assert (quote["text"], quote["kind"], quote["saidOn"]) == ("The bridge is safe,", "direct", "2025-04-07")
    assert [(e["start"], e["end"], e["sentence"]) for e in quote["evidence"]] == [
        (start, start + len("The bridge is safe,"), TEXT[TEXT.index('"') :].strip())
    ]
    status, out, err = run("ask", "what", "did", "Signe", "Aas", "say")
    assert out.splitlines() == [
        "",
        "“The bridge is safe,”",
        "    Signe Aas, 2025-04-07",
        '    "The bridge is safe," Signe Aas, the mayor of Oslo, said on Monday.',
        "    (Bridge is safe, Fjord News, 2025-04-07)",
    ]

    status, out, err = run("forget", "fjord/bridge", "--json")
    assert (status, json.loads(out)["nodes_created"], err) == (0, 0, "")
    assert run("cypher", "MATCH (n) WHERE NOT n:_Newsgraph RETURN count(n) AS n", "--format", "csv")[1] == "n\n0\n"
    assert run("forget", "fjord/bridge")[0] == 3


@pytest.mark.store
def test_what_is_broken_is_named_and_the_rest_is_loaded(run: Run, bridge: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "wire.jsonl").write_text('{"id": "w", "text": "Rain fell in Oslo."}\nnonsense\n', encoding="utf-8")
    status, out, err = run("load", str(tmp_path))
    assert status == 3
    assert out.startswith("Articles: 2 loaded, 2 broken.")
    assert err == (
        f"newsgraph: {tmp_path}/empty.txt: is empty. Give an article with text.\n"
        f"newsgraph: {tmp_path}/wire.jsonl:2: is not JSON (Expecting value). Mend the line: one JSON object each.\n"
    )


@pytest.mark.store
def test_cypher_reads_and_does_not_write(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sum.cypher"
    file.write_text("// A sum\nUNWIND $numbers AS n RETURN n, n * $by AS product, $name AS name", encoding="utf-8")
    given = ("-f", str(file), "-p", "numbers=[1, 2]", "-p", "by=3", "-p", "name=Ada, the first")
    rows = [{"n": 1, "product": 3, "name": "Ada, the first"}, {"n": 2, "product": 6, "name": "Ada, the first"}]
    assert json.loads(run("cypher", *given, "--json")[1]) == rows
    table = list(csv.reader(io.StringIO(run("cypher", *given, "--format", "csv")[1])))
    assert table == [["n", "product", "name"], ["1", "3", "Ada, the first"], ["2", "6", "Ada, the first"]]
    assert run("cypher", *given)[1].split("\n")[2].split() == ["1", "3", "Ada,", "the", "first"]
    status, out, err = run("cypher", "CREATE (n:Person {name: 'Nobody'}) RETURN n")
    assert (status, out) == (5, "")
    assert err.startswith("newsgraph: The statement would change the store")


@pytest.mark.store
def test_a_question_of_the_library_is_asked(run: Run) -> None:
    assert run("questions", "most-quoted", "-p", "month=1999-01", "--format", "csv") == (
        0,
        "speaker,quotes,articles\n",
        "",
    )


@pytest.mark.store
def test_status_says_where_and_how_much(run: Run, newsgraph_store: Store, bridge: Path) -> None:
    run("load", str(bridge), "--published", "2025-04-07")
    found = json.loads(run("status", "--json")[1])
    assert (found["bolt"], found["browser"]) == (newsgraph_store.uri, newsgraph_store.browser_url)
    assert (found["running"], found["counts"]["articles"]) == (True, 1)
    assert (found["first_day"], found["last_day"]) == ("2025-04-07", "2025-04-07")
    lines = run("status")[1]
    assert f"Bolt      {newsgraph_store.uri}" in lines
    assert "published 2025-04-07 to 2025-04-07" in lines


@pytest.mark.store
def test_the_doctor_finds_nothing_wrong_with_a_healthy_graph(run: Run) -> None:
    status, out, err = run("doctor", "--json")
    findings = json.loads(out)
    assert (status, err) == (0, "")
    assert [finding for finding in findings if not finding["ok"]] == []
    assert [line[:6] for line in run("doctor")[1].splitlines() if line[:1] != " "] == ["ok    "] * len(findings)
