#!/usr/bin/env python3
"""Writes symbols.tsv and base_norms.tsv from an installed spaCy 3: make.py FOLDER."""

import pathlib
import sys

from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS


def write(path: pathlib.Path, head: str, rows: list[tuple[str, str]]) -> None:
    path.write_text(head + "".join(f"{a}\t{b}\n" for a, b in rows), encoding="utf-8")


folder = pathlib.Path(sys.argv[1])
write(
    folder / "symbols.tsv",
    "# symbols.tsv: strings that spaCy 3 gives a small number for an id instead of a hash: a constant of its file format.\n"
    "# Written by make.py. Columns: string, id\n",
    sorted((name, str(number)) for name, number in IDS.items() if name),
)
write(
    folder / "base_norms.tsv",
    "# base_norms.tsv: norms that spaCy 3 gives in every language where the model's own table has none: part of its NORM feature.\n"
    "# Written by make.py. Columns: string, norm\n",
    sorted(BASE_NORMS.items()),
)
