"""The wheel, and not the checkout, is what users get: built, installed into an empty environment, and run."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

READS = """
from importlib.resources import files
from graph.questions import questions
from graph.schema import steps, generated
import api, loaders, newsgraph
print(sorted(Path(m.__file__).is_relative_to(sys.prefix) for m in (api, loaders, newsgraph)))
print(len(questions()), bool(steps()), bool(generated()), len(list(files("samples").iterdir())))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment with the wheel in it. Its dependencies are those of the one that runs the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    wheel = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(wheel, cwd=ROOT, check=True, capture_output=True)
    home = folder / "environment"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    (built,) = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(built)], check=True, capture_output=True)
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    # a path that a .pth file names is searched after the environment's own, and its .pth files are not executed: else
    # they would bring in the checkout
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home / "bin"


def test_the_program_runs(installed: Path) -> None:
    told = subprocess.run([installed / "newsgraph", "--help"], cwd="/", capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Turn news articles into a knowledge graph" in told.stdout


def test_statements_questions_and_samples_are_in_it(installed: Path) -> None:
    code = "import sys\nfrom pathlib import Path\n" + READS
    told = subprocess.run([installed / "python", "-c", code], cwd="/", capture_output=True, text=True, check=False)
    questions = len(list((ROOT / "cypher/questions").glob("*.cypher")))
    samples = len(list((ROOT / "samples").iterdir()))
    assert told.stderr == ""
    assert told.stdout == f"[True, True, True]\n{questions} True True {samples}\n"


def test_the_learned_weights_are_in_it_and_their_card_and_read(installed: Path) -> None:
    code = (
        "import sys\n"
        "from importlib.resources import files\n"
        "from loaders.extract.learned.encoder import encoder\n"
        "encoder()\n"
        "print(sorted(f.name for f in files('loaders.extract.learned').joinpath('weights').iterdir()))\n"
    )
    told = subprocess.run([installed / "python", "-c", code], cwd="/", capture_output=True, text=True, check=False)
    assert told.stderr == ""
    assert told.stdout == "['MODEL_CARD.md', 'attributor.onnx', 'tagger.onnx', 'vocabulary.txt']\n"
