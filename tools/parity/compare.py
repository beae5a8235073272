#!/usr/bin/env python3
"""Compares the native engine with spaCy, token by token and field by field, on any text.

usage: tools/parity/compare.py --spacy MODEL_FOLDER [--cache FOLDER] [options] DATA...

DATA is a JSON Lines file (the text under "text" or "body"), a text file, or a folder of them. spaCy is asked in this
process, so run it with the Python of a venv that has spaCy 3.8.18 (tests/parity/make_golden.py says how to make one);
with --cache its answers are kept, and the next run needs no spaCy. Exit code 1 where anything differs.

A token counts as different in "tokens" where spaCy's has no counterpart with the same begin and end; the other fields
are compared on the tokens that both have, heads by the span of the head.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import answers

OUR_FIELDS = ("lemma", "pos", "tag", "morph", "dep", "ent", "sent_start")
BLANK = "".join(map(chr, [*range(0x21), 0x7F, 0x85, 0xA0, 0x1680, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF]))
COMPARED = ("tokens", "lemma", "pos", "tag", "morph", "head", "dep", "ent", "sent_start")


def our_answers(args, texts):
    """The rows per text from the program, in the order of answers.FIELDS."""
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "texts.jsonl"
        with open(data, "w", encoding="ascii", newline="\n") as file:
            for number, (_, text) in enumerate(texts):
                # The model's own language: what is identified from the text would leave others unread.
                file.write(json.dumps({"id": str(number), "language": args.language, "text": text}) + "\n")
        command = [args.sitcen, "read", "--only", "language", "--with", "tokens", "--json", *args.option, str(data)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            for line in process.stdout:
                read = json.loads(line)
                number = int(read["report"]["id"])
                if read["report"]["text"] != texts[number][1]:
                    sys.exit(f"{texts[number][0]}: sitcen's report.text is not the text it was given")
                yield number, [(t["span"][0], t["span"][1], t["lemma"], t["pos"], t["tag"], t["morph"], t["head"],
                                t["dep"], t["ent"], t["sent_start"]) for t in read["tokens"]]
        if process.returncode:
            sys.exit(f"{' '.join(command)}: exit code {process.returncode}")


def compare_text(expected, actual):
    """(field, index of spaCy's token, spaCy's value, ours) of every difference."""
    if expected == actual:
        return
    ours = {row[:2]: row for row in actual}
    for index, row in enumerate(expected):
        other = ours.get(row[:2])
        if other is None:
            near = [r[:2] for r in actual if r[0] < row[1] and row[0] < r[1]]
            yield "tokens", index, row[:2], near
            continue
        for column, field in enumerate(answers.FIELDS):
            if field in OUR_FIELDS and row[column] != other[column]:
                yield field, index, row[column], other[column]
        head, other_head = expected[row[6]][:2], actual[other[6]][:2]
        if head != other_head:
            yield "head", index, head, other_head
    theirs = {row[:2] for row in expected}
    for row in actual:
        if row[:2] not in theirs and not any(r[0] < row[1] and row[0] < r[1] for r in expected):
            yield "tokens", -1, None, row[:2]


def context(text, expected, index):
    begin, end = expected[index][:2] if index >= 0 else (0, 0)
    return f"{text[max(0, begin - 60):begin]}[[{text[begin:end][:80]}]]{text[end:end + 40]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--spacy", required=True, help="spaCy's model folder (with meta.json)")
    parser.add_argument("--cache", help="folder for spaCy's answers, outside the repository")
    parser.add_argument("--sitcen", default="build/sitcen", help="the program (default build/sitcen)")
    parser.add_argument("--option", action="append", default=[], help="passed to sitcen read, e.g. --option=--model=F")
    parser.add_argument("--show", type=int, default=5, help="examples shown per field (default 5)")
    args = parser.parse_args()

    args.language = json.loads((pathlib.Path(args.spacy) / "meta.json").read_text(encoding="utf-8"))["lang"]
    total = {"texts": 0, "count": 0, "same": 0, **dict.fromkeys(COMPARED, 0)}
    examples = {field: [] for field in COMPARED}
    print("differences  texts(same)" + " " * 13 + "count  " + "".join(f"{field:>11}" for field in COMPARED), flush=True)
    for path in args.data:
        # A report without text is rejected before any engine sees it.
        texts = [(key, text) for key, text in answers.load_texts(path) if text.strip(BLANK)]
        expected = answers.ask_cached(args.spacy, path, texts, args.cache)
        here = {"texts": len(texts), "count": sum(map(len, expected)), "same": 0, **dict.fromkeys(COMPARED, 0)}
        seen = set()
        for number, actual in our_answers(args, texts):
            seen.add(number)
            here["same"] += expected[number] == actual
            for field, index, theirs, ours in compare_text(expected[number], actual):
                here[field] += 1
                examples[field].append((path, *texts[number], expected[number], index, theirs, ours))
        for number in sorted(set(range(len(texts))) - seen):
            print(f"{path}: text {texts[number][0]} was not read", file=sys.stderr)
            here["tokens"] += max(1, len(expected[number]))
        for key, value in here.items():
            total[key] += value
        print_row(pathlib.Path(path).name, here)
    print_row("all", total)
    for field in COMPARED:
        for path, key, text, expected, index, theirs, ours in examples[field][:args.show]:
            print(f"{field}: {pathlib.Path(path).name} {key} token {index}: spaCy {theirs!r}, sitcen {ours!r}: "
                  f"{context(text, expected, index)!r}")
    count = max(1, total["count"])
    print("equal, percent: " + ", ".join(f"{f} {100 * (1 - total[f] / count):.4f}" for f in COMPARED))
    return any(total[field] for field in COMPARED)


def print_row(name, row):
    print(f"{name[:26]:26} {row['texts']:>5} ({row['same']}) {row['count']:>9}" + "".join(f"{row[f]:>11}" for f in COMPARED),
          flush=True)


if __name__ == "__main__":
    sys.exit(main())
