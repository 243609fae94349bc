"""The explorer's own file: facets with their values, and each quotation's values, as plain JSON."""

from __future__ import annotations

import json
from typing import Any, Final

from ..findings.addresses import quotation_address
from ..findings.facets import Facets

FILTERS: Final = "quotations/filters.json"


def filter_files(facets: Facets) -> dict[str, bytes]:
    """Give the file that lets a browser filter and count the quotations, by its path.

    `facets` are in the order of the page, each with its values' keys and labels. `quotations` has a
    row for each quotation in the study's order: its id and those it had before, its address in the
    site, and its values' keys by the facet's name.
    """
    shown = {facet.name: {value.key for value in facet.values} for facet in facets.all}
    content: dict[str, list[dict[str, Any]]] = {
        "facets": [
            {
                "name": facet.name,
                "label": facet.label,
                "values": [{"key": value.key, "label": value.label} for value in facet.values],
            }
            for facet in facets.all
        ],
        "quotations": [
            {
                "id": card.id,
                **({"formerly": card.quotation.formerly} if card.quotation.formerly else {}),
                "address": quotation_address(card.id),
                "values": {
                    name: [key for key in keys if key in shown[name]]
                    for name, keys in facets.of(card).items()
                    if name in shown
                },
            }
            for card in facets.findings.cards
        ],
    }
    return {FILTERS: _lines(content)}


def _lines(content: dict[str, list[dict[str, Any]]]) -> bytes:
    """Write JSON with a facet or quotation a line, so that a change shows as the lines it is."""
    parts = (
        f"{json.dumps(name)}: [\n"
        + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        + "\n]"
        for name, rows in content.items()
    )
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()
