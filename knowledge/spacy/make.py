#!/usr/bin/env python3
"""Writes symbols.tsv, base_norms.tsv and case_equals.tsv from Python 3.11 with an installed spaCy 3: make.py FOLDER."""

import pathlib
import re._casefix
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
write(
    folder / "case_equals.tsv",
    "# case_equals.tsv: code points that Python's re takes for equal when case is ignored, besides those that are equal in\n"
    "# lower case: patterns of spaCy's tokenizers rely on it. Written by make.py. Columns: code point, equal one\n",
    sorted((f"{a:04X}", f"{b:04X}") for a, equal in re._casefix._EXTRA_CASES.items() for b in equal),
)
