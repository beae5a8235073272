"""Times spaCy on texts: prints one JSON object per round. Run by bench/run inside a peer's venv.

usage: spacy_speed.py MODEL_FOLDER TEXTS.jsonl ROUNDS [--answers FILE]

A "word" is a run of characters between white space (the count does not depend on any tokenizer); tokens are
spaCy's, without white-space tokens. Loading the model is not timed; one pass over the texts warms spaCy's caches.
"""

import argparse
import hashlib
import json
import sys
import time


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("texts")
    parser.add_argument("rounds", type=int)
    parser.add_argument("--batch", type=int, default=256, help="texts per batch of nlp.pipe (spaCy's default is 256)")
    args = parser.parse_args()

    import spacy

    with open(args.texts, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file if line.strip()]
    words = sum(len(text.split()) for text in texts)
    begin = time.perf_counter()
    nlp = spacy.load(args.model)
    load = time.perf_counter() - begin

    for number in range(-1, args.rounds):  # round -1 warms up and is not printed
        begin, begin_cpu = time.perf_counter(), time.process_time()
        tokens = 0
        digest = hashlib.sha256()
        answers = []
        for doc in nlp.pipe(texts, batch_size=args.batch):
            tokens += sum(not token.is_space for token in doc)
            if number < 0:
                answers.append([(t.tag, t.head.i, t.dep, t.lemma, t.ent_iob, t.ent_type, t.sent_start) for t in doc])
        wall, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
        if number < 0:
            digest.update(json.dumps(answers).encode())
            answer_hash = digest.hexdigest()
            continue
        print(json.dumps({"round": number, "words": words, "tokens": tokens, "wall": wall, "cpu": cpu, "load": load,
                          "answers": answer_hash}))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
