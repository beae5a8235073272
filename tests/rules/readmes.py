"""Every room of src/ and every folder at the top has a README.md; a room's README has its four parts.
A folder of tests/ has a README.md of its own or stands in that of tests/."""

PARTS = ("What it does", "How", "May include")
LAST = ("How well", "Known limits")


def problems(root, program=None):
    rooms = sorted(p for p in (root / "src").iterdir() if p.is_dir())
    folders = [root / name for name in ("knowledge", "examples", "tests", "bench", "docs", "scripts")]
    for folder in rooms + folders:
        if not (folder / "README.md").is_file():
            yield f"{folder.relative_to(root)}: has no README.md"
    tests = root / "tests/README.md"
    named = tests.read_text() if tests.is_file() else ""
    for folder in sorted(p for p in (root / "tests").iterdir() if (p / "CMakeLists.txt").exists()):
        if f"{folder.name}/" not in named and not (folder / "README.md").is_file():
            yield f"tests/README.md: does not name {folder.name}/"
    for room in rooms:
        if not (room / "README.md").is_file():
            continue
        text = (room / "README.md").read_text()
        for part in PARTS:
            if part not in text:
                yield f"{room.relative_to(root)}/README.md: lacks the part \"{part}\""
        if not any(part in text for part in LAST):
            yield f"{room.relative_to(root)}/README.md: lacks \"{LAST[0]}\" or \"{LAST[1]}\""
