"""docs/commands.md has an entry for each command and option that the program shows, and for no other;
docs/errors.md has the rows of the error table."""

import re
import subprocess

HEADING = re.compile(r"^## `sitcen ([\w-]+(?: [\w-]+)*)`$", re.M)
WRITTEN = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]*")
SHOWN = re.compile(r"^ +(?:-\w, )?(--[a-z][a-z0-9-]*)", re.M)
EVERYWHERE = {"--help"}


def problems(root, program=None):
    yield from error_problems(root)
    if program:
        yield from command_problems((root / "docs/commands.md").read_text(), help_of(program))


def ask(program, *words):
    return subprocess.run([str(program), *words], check=True, capture_output=True, text=True, env={"NO_COLOR": "1"}).stdout


def listed_commands(text):
    """-> the names in the list that follows the line `Commands` of a help text"""
    found = re.search(r"^Commands\n((?: .*\n)*)", text, re.M)
    return re.findall(r"^  ([a-z][\w-]*)(?: {2,}|$)", found[1], re.M) if found else []


def help_of(program):
    """-> {"ingest": {"--store", ...}, "model import": {...}, ...}, read from the help texts of the program"""
    shown = {}

    def visit(words):
        text = ask(program, *words, "--help")
        below = listed_commands(text)
        for name in below:
            visit([*words, name])
        if words and not below:
            shown[" ".join(words)] = set(SHOWN.findall(text)) - EVERYWHERE

    visit([])
    return shown


def command_problems(text, shown):
    if not shown:
        yield "the program's help shows no commands"
    parts = HEADING.split(text)
    entries = {name: entry.split("\n## ")[0] for name, entry in zip(parts[1::2], parts[2::2])}
    for name, options in sorted(shown.items()):
        if name not in entries:
            yield f"docs/commands.md: has no heading \"## `sitcen {name}`\""
            continue
        written = set(WRITTEN.findall(entries[name])) - EVERYWHERE
        for option in sorted(options - written):
            yield f"docs/commands.md: sitcen {name}: {option} is not described"
        for option in sorted(written - options):
            yield f"docs/commands.md: sitcen {name}: {option} is described and the program has no such option"
    for name in sorted(entries.keys() - shown.keys()):
        yield f"docs/commands.md: describes \"sitcen {name}\", which the program does not have"


ROW = re.compile(r'^SITCEN_ERROR\((\w+),\s*"((?:[^"\\]|\\.)*)",\s*(\d+),\s*(\d+),\s*"(\w+)",\s*(\w+)\)', re.M)
BEGIN = "<!-- the rows of include/sitcen/error_table.inc; scripts/write-docs writes them -->\n"


def error_rows(root):
    """-> the Markdown table of the error table"""
    lines = ["| error | says | exit code | HTTP status | Python |", "|---|---|---|---|---|"]
    for code, text, exit_code, status, _, python in ROW.findall((root / "include/sitcen/error_table.inc").read_text()):
        lines.append(f"| `{code}` | {text.replace('|', chr(92) + '|')} | {exit_code} | {status} | `{python}` |")
    return "\n".join(lines) + "\n"


def error_problems(root):
    text = (root / "docs/errors.md").read_text()
    declared = len(re.findall(r"^SITCEN_ERROR\(", (root / "include/sitcen/error_table.inc").read_text(), re.M))
    if error_rows(root).count("\n") - 2 != declared:
        yield "include/sitcen/error_table.inc: has rows this rule cannot read"
    if BEGIN + error_rows(root) not in text:
        yield "docs/errors.md: differs from include/sitcen/error_table.inc; run scripts/write-docs"


def write_errors(root):
    path = root / "docs/errors.md"
    head = path.read_text().split(BEGIN)[0]
    path.write_text(head + BEGIN + error_rows(root))
