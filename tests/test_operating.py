"""What operators are told is complete: each setting, each exit status, each address."""

from __future__ import annotations

import re
from pathlib import Path

from graph import errors
from graph.errors import NewsgraphError
from graph.settings import Settings

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/operating.md").read_text(encoding="utf-8")


def test_each_setting_is_documented_with_its_default() -> None:
    rows = re.findall(r"^\| `NEWSGRAPH_(\w+)` \|([^|]*)\|", PAGE, re.MULTILINE)
    told = {name: default.strip().strip("`") for name, default in rows}
    fields = {
        name.upper(): field.get_default(call_default_factory=True) for name, field in Settings.model_fields.items()
    }
    assert set(told) == {*fields, "DEBUG"}
    expected = {name: "" if value is None else str(value).removesuffix(".0") for name, value in fields.items()}
    of_the_machine = {"DATA", "CACHE", "CORS_ORIGINS", "INTAKE_HOSTS", "INTAKE_PORTS"}
    assert {n: told[n] for n in fields.keys() - of_the_machine} == {
        n: expected[n] for n in fields.keys() - of_the_machine
    }


def test_each_exit_status_is_documented() -> None:
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, NewsgraphError)]
    told = {int(status) for status in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)}
    assert told == {kind.exit_code for kind in kinds} | {0, 2, 130}


def test_each_variable_of_the_containers_is_documented() -> None:
    compose = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    variables = set(re.findall(r"(?<!\$)\$\{(\w+)", compose))
    assert [name for name in variables if f"`{name}`" not in PAGE] == []
