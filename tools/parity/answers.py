"""What spaCy says of a text, as rows: how it is asked, written and read back.

Both the golden files of tests/parity and the cache of compare.py are in this format, UTF-8, "\\n" at line ends:

    # sitcen answers 1: MODEL VERSION, spaCy VERSION
    #= ID                                 one text begins
    BEGIN SIZE LEMMA POS TAG MORPH HEAD DEP ENT START     one token a line, columns separated by a tab

BEGIN counts code points from the end of the token before, SIZE is in code points, HEAD is relative to the token
(0: root), ENT is IOB2 ("B-ORG", "O"), START is 1 where a sentence starts, else 0. An empty column is an empty value.
LEMMA is "=" where it equals the token's text, otherwise the lemma with \\t, \\n, \\r, \\\\ escaped and a leading "=" as
"\\=". These choices keep the files small; nothing is rounded or left out.
"""

import json
import pathlib

FIELDS = ("begin", "end", "lemma", "pos", "tag", "morph", "head", "dep", "ent", "sent_start")
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_UNESCAPES = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r", "=": "="}


def load_texts(path):
    """(id, text) of a JSON Lines file, of a text file, or of every such file below a folder in order of path.

    A row's text stands under "text", else under "body".
    """
    path = pathlib.Path(path)
    if path.is_dir():
        return [(f"{file.relative_to(path)}:{key}", text) for file in sorted(path.rglob("*"))
                if file.suffix in (".txt", ".jsonl") for key, text in load_texts(file)]
    with open(path, encoding="utf-8", newline="") as file:
        content = file.read()
    if path.suffix != ".jsonl":
        return [(path.name, content)]
    rows = [json.loads(line) for line in content.split("\n") if line.strip()]
    return [(str(row.get("id", number)), row["text"] if "text" in row else row["body"]) for number, row in enumerate(rows, 1)]


def tokens_of(doc):
    """The rows of one spaCy Doc, in the order of FIELDS."""
    for token in doc:
        ent = token.ent_iob_ if token.ent_iob_ in ("O", "") else f"{token.ent_iob_}-{token.ent_type_}"
        yield (token.idx, token.idx + len(token.text), token.lemma_, token.pos_, token.tag_, str(token.morph),
               token.head.i, token.dep_, ent, bool(token.is_sent_start))


def title(nlp):
    import spacy

    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}, spaCy {spacy.__version__}"


def write(file, title_line, texts_and_rows):
    """Writes (id, text, rows) triples. The file must have been opened with newline="\\n"."""
    file.write(f"# sitcen answers 1: {title_line}\n")
    for key, text, rows in texts_and_rows:
        file.write(f"#= {key}\n")
        last = 0
        for index, (begin, end, lemma, pos, tag, morph, head, dep, ent, start) in enumerate(rows):
            if lemma == text[begin:end]:
                lemma = "="
            else:
                lemma = "".join(_ESCAPES.get(c, c) for c in lemma)
                lemma = "\\" + lemma if lemma.startswith("=") else lemma
            file.write(f"{begin - last}\t{end - begin}\t{lemma}\t{pos}\t{tag}\t{morph}\t{head - index}\t{dep}\t{ent}"
                       f"\t{int(start)}\n")
            last = end


def _unescape(value):
    parts, index = [], 0
    while index < len(value):
        if value[index] == "\\":
            parts.append(_UNESCAPES[value[index + 1]])
            index += 1
        else:
            parts.append(value[index])
        index += 1
    return "".join(parts)


def read(path, texts):
    """The rows per text, in the file's order; `texts` are the (id, text) pairs the file was written for."""
    answers = []
    with open(path, encoding="utf-8", newline="\n") as file:
        next(file)
        for line in file:
            if line.startswith("#= "):
                text = texts[len(answers)][1]
                if line[3:-1] != texts[len(answers)][0]:
                    raise ValueError(f"{path}: text {line[3:-1]!r} where {texts[len(answers)][0]!r} was expected")
                answers.append([])
                last = 0
                continue
            skip, size, lemma, pos, tag, morph, head, dep, ent, start = line[:-1].split("\t")
            begin = last + int(skip)
            last = begin + int(size)
            lemma = text[begin:last] if lemma == "=" else _unescape(lemma)
            answers[-1].append((begin, last, lemma, pos, tag, morph, len(answers[-1]) + int(head), dep, ent,
                                start == "1"))
    if len(answers) != len(texts):
        raise ValueError(f"{path}: {len(answers)} texts where {len(texts)} were expected")
    return answers


def ask(nlp, texts, batch=32):
    """(id, text, rows) of each text, from spaCy. Longer texts than spaCy allows by default are allowed."""
    nlp.max_length = max([nlp.max_length, *(len(text) + 1 for _, text in texts)])
    docs = nlp.pipe((text for _, text in texts), batch_size=batch)
    for (key, text), doc in zip(texts, docs, strict=True):
        yield key, text, list(tokens_of(doc))


def cache_file(folder, model, path, texts):
    """Where the answers of `model` on `texts` (read from `path`) lie: named by what the texts are, not only the file."""
    import hashlib

    digest = hashlib.sha256()
    for key, text in texts:
        digest.update(json.dumps([key, text]).encode())
    return pathlib.Path(folder) / model / f"{pathlib.Path(path).stem}-{digest.hexdigest()[:16]}.tsv"


def ask_cached(model_path, path, texts, folder=None):
    """The rows per text from spaCy's model folder, kept in (and taken from) `folder` where one is given."""
    meta = json.loads((pathlib.Path(model_path) / "meta.json").read_text(encoding="utf-8"))
    model = f"{meta['lang']}_{meta['name']}-{meta['version']}"
    cached = folder and cache_file(folder, model, path, texts)
    if cached and cached.exists():
        return read(cached, texts)
    import spacy

    nlp = spacy.load(model_path)
    rows = list(ask(nlp, texts))
    if cached:
        cached.parent.mkdir(parents=True, exist_ok=True)
        part = cached.with_suffix(".part")
        with open(part, "w", encoding="utf-8", newline="\n") as file:
            write(file, title(nlp), rows)
        part.rename(cached)
    return [row[2] for row in rows]
