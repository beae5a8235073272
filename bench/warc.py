#!/usr/bin/env python3
"""Records of a WARC file a second: sitcen, FastWARC and warcio beside each other.

usage: bench/warc.py BENCH_WARC [--records N] [--rounds N]

BENCH_WARC is the program of bench/warc.cpp (build/release/bench/bench_warc). The file is made here, the same one for
the same N: warcinfo once, then for each page a request, a response (HTTP head and a page of 2 to 60 KB of words) and a
metadata record, each a gzip member; also written without packing. Work: each record found, its head and the HTTP head of each
response parsed; bodies are passed over. CPU seconds of one process, programs in turn, the best of the rounds. The peers come from
PyPI: pip install fastwarc==FASTWARC warcio==WARCIO.
"""

import argparse
import gzip
import pathlib
import random
import subprocess
import sys
import tempfile

PEERS = {
    "fastwarc": """
import sys, time
from fastwarc.warc import ArchiveIterator, WarcRecordType
begin = time.process_time()
records = answers = 0
for record in ArchiveIterator(open(sys.argv[1], "rb"), parse_http=True):
    records += 1
    if record.record_type == WarcRecordType.response:
        answers += record.http_headers is not None
print(records, answers, 0, time.process_time() - begin)
""",
    "warcio": """
import sys, time
from warcio.archiveiterator import ArchiveIterator
begin = time.process_time()
records = answers = 0
for record in ArchiveIterator(open(sys.argv[1], "rb")):
    records += 1
    if record.rec_type == "response":
        answers += record.http_headers is not None
print(records, answers, 0, time.process_time() - begin)
""",
}


def record(kind, url, media_type, block):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{random.getrandbits(128):032x}>\r\n"
    head += f"WARC-Date: 2031-03-12T10:00:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: {media_type}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def make(folder, pages):
    random.seed(7)
    words = ["".join(random.choice("abcdefghijklmnoprstuvwz") for _ in range(random.randint(2, 9))) for _ in range(5000)]
    packed, plain = folder / "bench.warc.gz", folder / "bench.warc"
    with open(packed, "wb") as packed_file, open(plain, "wb") as plain_file:
        def put(*parts):
            whole = record(*parts)
            plain_file.write(whole)
            packed_file.write(gzip.compress(whole, 6, mtime=0))

        put("warcinfo", "urn:x", "application/warc-fields", b"software: bench\r\n")
        for page in range(pages):
            url = f"https://site{page % 97}.example/news/{page}"
            put("request", url, "application/http; msgtype=request", f"GET /news/{page} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            text = "".join(f"<p>{' '.join(random.choices(words, k=60))}.</p>\n" for _ in range(random.randint(5, 150)))
            body = f"<!doctype html><html><head><title>{page}</title></head><body>{text}</body></html>".encode()
            head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: x\r\nCache-Control: max-age=60\r\n"
            head += f"Date: Wed, 12 Mar 2031 10:00:00 GMT\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            put("response", url, "application/http; msgtype=response", head.encode() + body)
            put("metadata", url, "application/warc-fields", b"fetchTimeMs: 120\r\n")
    return packed, plain


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--records", type=int, default=15000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    programs = {"sitcen": [asked.program]} | {name: [sys.executable, "-c", code] for name, code in PEERS.items()}
    with tempfile.TemporaryDirectory() as folder:
        for file in make(pathlib.Path(folder), asked.records // 3):
            best, seen = {}, {}
            for _ in range(asked.rounds):
                for name, command in programs.items():
                    ran = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
                    if ran.returncode != 0:
                        print(f"{name}: {ran.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
                        continue
                    records, answers, faults, seconds = ran.stdout.split()
                    seen[name] = (records, answers, faults)
                    best[name] = min(best.get(name, float("inf")), float(seconds))
            megabytes = file.stat().st_size / 1e6
            print(f"{file.name}: {megabytes:.0f} MB")
            for name, seconds in best.items():
                print(f"  {name:9} {int(seen[name][0]) / seconds:10,.0f} records/s  {' '.join(seen[name])}  {seconds:.3f} s")


main()
