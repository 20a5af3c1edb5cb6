"""How the facts that a search found are shown as fields and as objects."""

from __future__ import annotations

from typing import Any

from bazhanov_cli.render.records import FACTS, RecordView
from bazhanov_cli.search.hits import Hit


def _hit_fields(hit: Hit) -> tuple[str, ...]:
    return FACTS.fields(hit.fact)


def _hit_object(hit: Hit) -> dict[str, Any]:
    return {
        **FACTS.as_object(hit.fact),
        "score": hit.score,
        "matches": [list(span) for span in hit.matches],
        "reasons": hit.reasons,
    }


def _hit_markdown(hit: Hit) -> str:
    return FACTS.markdown(hit.fact)


HITS = RecordView(FACTS.columns, _hit_fields, _hit_object, _hit_markdown)
