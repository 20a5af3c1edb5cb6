"""The packaged dataset, read without any of the program's own code."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
PACKAGED = ROOT / "data" / "facts.yaml"

FACT_TEXTS: dict[int, str] = {
    int(fact["id"]): fact["text"]
    for fact in yaml.load(PACKAGED.read_text(encoding="utf-8"), yaml.BaseLoader)["facts"]
}
