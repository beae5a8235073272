#!/usr/bin/env python3
"""Writes golden.tsv: what spaCy's tokenizer and lexemes say of tests/parity/texts, one line a text.

Needs Python 3.11 with spaCy 3.8.18 (tests/parity/make_golden.py says how to set it up):

    build/reference/bin/python tests/strings/make_golden.py MD_MODEL_FOLDER

A line: text id, tokens, digest of the tokens and their features, digest of their vector rows. The digests are FNV-1a
over little-endian records, so that the file stays small; the test says in which text a difference is.
"""

import json
import pathlib
import struct
import sys
import unicodedata

import spacy
from spacy.attrs import LOWER, NORM, ORTH, PREFIX, SHAPE, SUFFIX

HERE = pathlib.Path(__file__).parent


def fnv(digest: int, data: bytes) -> int:
    for byte in data:
        digest = ((digest ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return digest


def digests(nlp, text: str) -> tuple[int, int, int]:
    doc = nlp.tokenizer(text)
    ids = doc.to_array([ORTH, NORM, LOWER, PREFIX, SUFFIX, SHAPE]) if len(doc) else []
    rows_of = nlp.vocab.vectors.key2row
    features = rows = 0xCBF29CE484222325
    point = byte = 0
    for i, token in enumerate(doc):
        byte += len(text[point : token.idx].encode())
        point = token.idx
        flags = (bool(token.whitespace_), token.is_space, token.is_alpha)
        end = byte + len(token.text.encode())
        features = fnv(features, struct.pack("<II3B6Q", byte, end, *flags, *(int(x) for x in ids[i])))
        rows = fnv(rows, struct.pack("<i", int(rows_of.get(token.orth, -1))))
    return len(doc), features, rows


def main() -> None:
    assert spacy.__version__ == "3.8.18" and unicodedata.unidata_version == "14.0.0"
    nlp = spacy.load(sys.argv[1])
    with open(HERE / "golden.tsv", "w", encoding="utf-8", newline="\n") as out:
        for source in sorted((HERE.parent / "parity" / "texts").glob("*.jsonl")):
            for line in source.read_text(encoding="utf-8").split("\n"):
                if not line:
                    continue
                row = json.loads(line)
                tokens, features, rows = digests(nlp, row["text"])
                out.write(f"{row['id']}\t{tokens}\t{features:016x}\t{rows:016x}\n")


if __name__ == "__main__":
    main()
