#!/usr/bin/python3
"""How far sitcen reads feeds as feedparser does: its own test feeds, each with what is expected of it.

usage: agreement.py SDIST FEED_FIELDS [--all] [--least PERCENT]

SDIST        feedparser's source package (scripts/fetch feedparser)
FEED_FIELDS  the program of that name (build/release/tests/feeds/feed_fields)
--all        print the agreements too
--least      fail where less agrees

Each feed says in a comment what is expected of it, as a Python expression. Of these expressions, the comparisons that
concern what sitcen reads are evaluated: title, link, id, author, times, language and text of items; title, link, id,
author, times and language of the feed. sitcen keeps text, not HTML: it agrees where its text is that of the expected
HTML. It agrees on an author where the name is the same, for it keeps no mail address beside a name and writes several
authors in one line; on a text, where its content or its summary is the expected one, for it takes the first of them that
is there. Prints the share that agrees,
by field, and each difference.
"""

import ast
import collections
import datetime
import email.utils
import html.parser
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PORT = "http://127.0.0.1:8097/"  # feedparser's tests expect to be served from there

KEYS = {
    "title": "title", "title_detail.value": "title", "link": "link", "id": "id", "guid": "id",
    "author": "author", "author_detail.name": "author", "authors.0.name": "author", "language": "language",
    "published": "published", "published_parsed": "published", "issued": "published", "issued_parsed": "published",
    "updated": "updated", "updated_parsed": "updated", "modified": "updated", "modified_parsed": "updated",
    "date": "updated", "date_parsed": "updated",
}
ITEM_KEYS = {
    "summary": "text", "summary_detail.value": "text", "description": "text", "content.0.value": "text",
    "source.title": "source",
}
BLOCKS = set("address blockquote body br center dd div dl dt fieldset form h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody "
             "td tfoot th thead tr ul".split())


class TextOf(html.parser.HTMLParser):
    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.out = []
        self.skipped = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in BLOCKS:
            self.out.append(" ")

    handle_endtag = lambda self, tag: self.handle_starttag(tag, None)

    def handle_data(self, data):
        self.out.append(data)


def collapsed(text):
    return re.sub(r"[\s\u00ad\u200b\ufeff]+", " ", text).strip()


def readings_of_text(expected):
    return {collapsed(expected), collapsed("".join(TextOf(expected).out))}


def instant(text):
    """A time as (year, month, day, hour, minute, second) in UTC, cut after its precision."""
    if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        return tuple(int(part) for part in text.split("-"))
    time = datetime.datetime.fromisoformat(re.sub("Z$", "+00:00", text))
    if time.tzinfo:
        time = time.astimezone(datetime.timezone.utc)
    whole = time.timetuple()[:6]
    return whole if text.count(":") - (1 if re.search(r"[+-]\d\d:\d\d$", text) else 0) > 1 else whole[:5]


def expected_instant(expected):
    if isinstance(expected, tuple):
        return expected[:6]
    try:
        return instant(expected)
    except ValueError:
        pass
    try:
        return email.utils.parsedate_to_datetime(expected).astimezone(datetime.timezone.utc).timetuple()[:6]
    except (TypeError, ValueError):
        return None


def agrees(field, found, expected):
    """None where the expectation is about the way a time is written, which is not kept."""
    if field in ("published", "updated"):
        if expected is None:
            return not found[0]
        wanted = expected_instant(expected)
        if wanted is None:
            return None
        if not found[0]:
            return False
        have = instant(found[0])
        return have == wanted[: len(have)]
    if not isinstance(expected, str):
        return expected is None and not found[0]
    found = {collapsed(value or "") for value in found}
    if field == "author":
        found |= {value.split(", ")[0] for value in found}
        return bool(found & {collapsed(expected), re.sub(r" \([^()]*@[^()]*\)$", "", collapsed(expected))})
    return bool(found & (readings_of_text(expected) if field in ("title", "text", "source") else {expected}))


def path_of(node):
    """entries[0]['title_detail']['value'] as ("entries", 0, "title_detail", "value"); none for other expressions."""
    keys = []
    while True:
        if isinstance(node, ast.Attribute):
            keys.append(node.attr)
            node = node.value
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            keys.append(node.slice.value)
            node = node.value
        elif isinstance(node, ast.Name) and node.id in ("feed", "entries", "channel"):
            return (["entries"] if node.id == "entries" else ["feed"]) + keys[::-1]
        else:
            return None


def comparisons(expression):
    """The (where, item, field, expected) in an expression that concern what sitcen reads."""
    tree = ast.parse(expression.strip(), mode="eval").body
    for part in tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]:
        if not isinstance(part, ast.Compare) or not all(isinstance(op, ast.Eq) for op in part.ops):
            continue
        sides = [part.left, *part.comparators]
        try:
            expected = ast.literal_eval(sides[-1])
        except ValueError:
            continue
        for path in map(path_of, sides[:-1]):
            if path is None or len(path) < 2:
                continue
            where = path.pop(0)
            item = path.pop(0) if where == "entries" else None
            key = ".".join(map(str, path))
            field = KEYS.get(key) or (ITEM_KEYS.get(key) if where == "entries" else None)
            if field:
                yield where, item, field, expected


def decoded(data):
    for mark, encoding in ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"),
                           (b"\xfe\xff", "utf-16"), (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"),
                           (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"), (b"\x4c\x6f\xa7\x94", "cp037")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def header(text, name):
    found = re.search(rf"^\s*Header:\s+{name}:(.+)$", text, re.MULTILINE | re.IGNORECASE)
    return found.group(1).strip() if found else ""


def main(sdist, program, show_all, least):
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(sdist) as archive:
            archive.extractall(folder, [m for m in archive if "/tests/" in m.name and (m.isfile() or m.isdir())])
        root = next(Path(folder).iterdir())
        wanted, lines = [], []
        for file in sorted((root / "tests").rglob("*.xml")):
            text = decoded(file.read_bytes())
            expect = re.search(r"Expect:[ \t]*(.+)", text)
            if not expect:
                continue
            name = file.relative_to(root).as_posix()
            served = "http" in name
            address = header(text, "Content-Location") or (PORT + name if served else "")
            lines.append(f"{file}\t{header(text, 'Content-type') if served else ''}\t{address}\n")
            wanted.append((name, expect.group(1).strip()))
        out = subprocess.run([program], input="".join(lines), capture_output=True, text=True, check=True).stdout
    count, good = collections.Counter(), collections.Counter()
    empty = 0
    feeds = set()
    for (name, expression), line in zip(wanted, out.splitlines(), strict=True):
        read = json.loads(line)
        for where, item, field, expected in comparisons(expression):
            if where == "feed":
                of = read.get("feed", {})
            else:
                of = dict(enumerate(read.get("entries", []))).get(item, {})
            found = [of.get("content"), of.get("summary")] if field == "text" else [of.get(field)]
            if where == "entries" and field == "author":
                found.append(read.get("feed", {}).get("author"))
            agreed = agrees(field, found, expected)
            if agreed is None:
                continue
            feeds.add(name)
            what = f"{where} {field}"
            count[what] += 1
            good[what] += agreed
            if agreed and field in ("text", "title") and readings_of_text(expected) & {""}:
                empty += 1
            if show_all or not agreed:
                print(f"{'agrees ' if agreed else 'differs'} {name}: {what}: {expected!r}, found {found!r}"
                      + (f" ({read['error']})" if "error" in read else ""))
    print()
    for what in sorted(count):
        print(f"{what:20} {good[what]:5} of {count[what]:5}  {100 * good[what] / count[what]:5.1f} %")
    total, agreed = sum(count.values()), sum(good.values())
    print(f"{'all':20} {agreed:5} of {total:5}  {100 * agreed / total:5.1f} %, from {len(feeds)} of {len(wanted)} feeds; "
          f"{empty} expectations are of no text; {100 * (agreed - empty) / (total - empty):.1f} % of the others")
    return 0 if 100 * agreed >= least * total else 1


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    least = float(sys.argv[sys.argv.index("--least") + 1]) if "--least" in sys.argv else 0
    sys.exit(main(sys.argv[1], sys.argv[2], "--all" in sys.argv, least))
