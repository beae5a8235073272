"""README.md shows what the program prints: its screen is the output of the command it names, and each command line it
gives is one that the program understands."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

from docs import help_of

SCREEN = re.compile(r"<!-- from: sitcen said --store build/sample\.sqlite.*?-->\n```\n(.*?)```\n", re.S)
COMMAND = re.compile(r"^build/sitcen (.*?)(?:\s+#.*)?$", re.M)
CUT = "[...]\n"


def problems(root, program=None):
    text = (root / "README.md").read_text()
    if not program:
        return
    yield from command_problems(text, help_of(program))
    screen = SCREEN.search(text)
    if not screen:
        yield "README.md: shows no output of sitcen said"
        return
    try:
        printed = said(root, program)
    except subprocess.CalledProcessError as error:
        yield f"README.md: {' '.join(error.cmd[:2])} fails: {error.stderr.strip()}"
        return
    at = 0
    for piece in screen[1].split(CUT):
        found = printed.find(piece.strip("\n"), at)
        if found < 0:
            yield (f"README.md: sitcen said does not print (or not here): {piece.strip().splitlines()[0]!r} ...;"
                   " run scripts/write-docs and read what it wrote")
            return
        at = found + len(piece.strip("\n"))


def write_screen(root, program):
    """Shows the reports of the screen as they are printed now: the heading and the first statement of each."""
    text = (root / "README.md").read_text()
    screen = SCREEN.search(text)
    printed = said(root, program)
    pieces = []
    for title in (piece.strip().splitlines()[0] for piece in screen[1].split(CUT)):
        if title + "\n" not in printed:
            raise SystemExit(f"README.md: sitcen said has no report {title!r}")
        report = printed[printed.index(title + "\n"):]
        pieces.append("\n\n".join(report.split("\n\n")[:2]) + "\n")
    (root / "README.md").write_text(text[:screen.start(1)] + CUT.join(pieces) + text[screen.end(1):])


def said(root, program):
    """-> what `sitcen said` prints after the reports of examples/ were ingested into a new store"""
    reports = sorted(str(path.relative_to(root)) for path in (root / "examples").glob("[0-9]*"))
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "sample.sqlite")
        environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80"}
        subprocess.run([str(program), "ingest", "--store", store, *reports], check=True, cwd=root, env=environment,
                       capture_output=True, text=True)
        return subprocess.run([str(program), "said", "--store", store], check=True, cwd=root, env=environment,
                              capture_output=True, text=True).stdout


def command_problems(text, shown):
    for line in COMMAND.findall(text):
        words = line.split()
        name = next((n for n in (" ".join(words[:2]), words[0]) if n in shown), None)
        if name is None:
            if words[0] != "help":
                yield f"README.md: the program has no command {words[0]}"
            continue
        for option in (word.split("=")[0] for word in words if word.startswith("--")):
            if option not in shown[name]:
                yield f"README.md: sitcen {name} has no option {option}"
