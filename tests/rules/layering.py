"""Layering: every #include of include/ and src/, and every DEPENDS of a room's CMakeLists, follows arrows.tsv."""

import re
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SOURCES = (".h", ".cpp", ".inc", ".c", ".hpp")
# Headers of the language and the system have no folder but these.
SYSTEM = re.compile(r"^(sys|netinet|arpa|linux|asm|bits)/|^[a-z_0-9]+$")
POSIX = {"unistd.h", "fcntl.h", "poll.h", "signal.h", "dirent.h", "pthread.h", "termios.h", "netdb.h", "spawn.h",
         "immintrin.h", "x86intrin.h", "cpuid.h", "cxxabi.h", "errno.h", "ucontext.h", "stdlib.h", "sched.h", "string.h", "time.h"}


def arrows(table):
    """-> {room: (rooms it may include, outside headers it may use)}"""
    rows = {}
    for line in table.read_text().splitlines():
        if line and not line.startswith("#"):
            room, rooms, outside = line.split("\t")
            rows[room] = (set(rooms.split()) - {"-"}, set(outside.split()) - {"-"})
    return rows


def room_of(path, rooms):
    """-> the room with the longest name that holds the path (relative to src/), or None"""
    return max((r for r in rooms if path == r or path.startswith(r + "/")), key=len, default=None)


def is_outside(header):
    return not (header.startswith("sitcen/") or SYSTEM.search(header) or header in POSIX)


def allowed(header, outside):
    return any(header == o or (o.endswith("/") and header.startswith(o)) for o in outside)


def files(root):
    """-> (file, path as rooms are named)"""
    for folder, prefix in (("include", ""), ("src", ""), ("knowledge", "knowledge/")):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SOURCES:
                yield path, prefix + path.relative_to(root / folder).as_posix()


def included_room(name, path, root, rooms):
    """-> the room an #include "name" of the file leads to; None where no such file is found"""
    for base, prefix in ((path.parent, None), (root / "src", ""), (root / "include", ""), (root / "knowledge", "knowledge/")):
        if (base / name).is_file():
            if prefix is not None:
                return room_of(prefix + name, rooms)
            for folder, start in (("src", ""), ("include", ""), ("knowledge", "knowledge/")):
                if (base / name).resolve().is_relative_to((root / folder).resolve()):
                    return room_of(start + (base / name).resolve().relative_to((root / folder).resolve()).as_posix(), rooms)
    return None


def problems(root, program=None):
    rooms = arrows(root / "tests/rules/arrows.tsv")
    for path, name in files(root):
        room = room_of(name, rooms)
        where = path.relative_to(root)
        if room is None:
            yield f"{where}: stands in no room of arrows.tsv"
            continue
        may, outside = rooms[room]
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            quote, header = found.groups()
            if quote == "<" and not header.startswith("sitcen/"):
                if is_outside(header) and not allowed(header, outside):
                    yield f"{where}:{number}: {room} may not use <{header}>"
                continue
            target = included_room(header, path, root, rooms)
            if target is None:
                yield f"{where}:{number}: \"{header}\" is in no room"
            elif target != room and target not in may:
                yield f"{where}:{number}: {room} may not include {target} (\"{header}\")"
    yield from cmake_problems(root, rooms)


def cmake_problems(root, rooms):
    targets = {"sitcen_" + room.rsplit("/", 1)[-1]: room for room in rooms}
    for path in sorted((root / "src").rglob("CMakeLists.txt")):
        for room, depends in re.findall(r"sitcen_room\((\w+)\s+DEPENDS\s+([\w\s]+?)(?:\s+[A-Z_]+\s|\))", path.read_text()):
            room = targets.get("sitcen_" + room, room)
            for target in depends.split():
                other = targets.get(target, target)
                if room not in rooms or other not in rooms[room][0]:
                    yield f"{path.relative_to(root)}: {room} may not depend on {other}"
