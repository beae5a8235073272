"""Times spaCy on texts: one pass, and one JSON object, for each line on standard input. Run by bench/run, which keeps
it waiting while others have their turn.

usage: spacy_speed.py MODEL_FOLDER TEXTS.jsonl [--batch N]

A "word" is a run of characters between white space (the count does not depend on any tokenizer); tokens are
spaCy's, without white-space tokens. Loading the model is not timed; one pass over the texts warms spaCy's caches.
"""

import argparse
import hashlib
import json
import resource
import sys
import time


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("texts")
    parser.add_argument("--batch", type=int, default=256, help="texts per batch of nlp.pipe (spaCy's default is 256)")
    args = parser.parse_args()

    import spacy

    with open(args.texts, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file if line.strip()]
    words = sum(len(text.split()) for text in texts)
    begin = time.perf_counter()
    nlp = spacy.load(args.model)
    load = time.perf_counter() - begin

    # The first pass warms up and says what was read: tags, tree and entities, which no version or kernel may change.
    digest = hashlib.sha256()
    for doc in nlp.pipe(texts, batch_size=args.batch):
        digest.update(repr([(t.tag, t.head.i, t.dep, t.ent_iob, t.ent_type, t.sent_start) for t in doc]).encode())
    for _ in sys.stdin:
        tokens = 0
        begin, begin_cpu = time.perf_counter(), time.process_time()
        for doc in nlp.pipe(texts, batch_size=args.batch):
            tokens += sum(not token.is_space for token in doc)
        wall, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"words": words, "tokens": tokens, "wall": wall, "cpu": cpu, "load": load, "peak": peak,
                          "answers": digest.hexdigest()}), flush=True)


if __name__ == "__main__":
    main()
