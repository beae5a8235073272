"""Names: what a file of a room keeps to itself (in an anonymous namespace) has a name that no other file of the room uses for
something else. The presets asan, tsan and fuzz compile several files of a room as one (CMAKE_UNITY_BUILD), where two such
names would meet; and a reader who searches for a name finds one thing. A room with UNITY_BUILD OFF is passed over; of one
with UNITY_GROUP each folder stands for itself.

clang-format leaves what stands in a namespace unindented: a line that begins with a letter begins a declaration.
"""

import re

TYPE = re.compile(r"^(?:class|struct|union|enum(?: class)?) (\w+)(?! *;)\b")
ALIAS = re.compile(r"^using (\w+) =")
VALUE = re.compile(r"^(?:inline |static )*(?:constexpr|const) [^()=]*?\b(\w+)(?:\[\])? *(?:=|\{|;)")
FUNCTION = re.compile(r"^(?:template <.*> )?[\w:\[][^()=;]*[ &*>](\w+)\((.*)$")
OPEN = re.compile(r"^namespace( [\w:]+)? \{")
CLOSE = re.compile(r"^\}  // namespace")


def declarations(text):
    """-> (line number, the namespace and the name, its parameters as written or None, whether an anonymous namespace holds it)

    An alias may stand in several files, where it means the same."""
    spaces = []
    for number, line in enumerate(text.splitlines(), 1):
        if found := OPEN.match(line):
            spaces.append(found[1] and found[1].strip())
        elif CLOSE.match(line):
            del spaces[-1:]
        elif found := ALIAS.match(line):
            yield number, name(spaces, found[1]), line, None in spaces
        elif found := TYPE.match(line) or VALUE.match(line):
            if not line.rstrip().endswith(";") or "=" in line or "{" in line:
                yield number, name(spaces, found[1]), None, None in spaces
        elif found := FUNCTION.match(line.removeprefix("[[nodiscard]] ")):
            yield number, name(spaces, found[1]), ",".join(types(found[2])), None in spaces


def name(spaces, last):
    return "::".join([*filter(None, spaces), last])


def types(parameters):
    """-> the types of the parameters that stand on the function's first line"""
    for one in parameters.split(")")[0].split(","):
        yield re.sub(r" *=.*", "", re.sub(r"(?<=[\w>&*]) +\w+$", "", one.strip()))


def rooms(root):
    """-> the folders whose files are compiled together: a CMakeLists.txt of src/ or tests/ with what lies below it"""
    lists = [f for top in ("src", "tests") for f in sorted((root / top).rglob("CMakeLists.txt")) if f.parent != root / top]
    folders = [f.parent for f in lists]
    for file in lists:
        if "UNITY_BUILD OFF" not in file.read_text():
            inner = [f for f in folders if f != file.parent and f.is_relative_to(file.parent)]
            sources = [p for p in sorted(file.parent.rglob("*")) if p.suffix in (".h", ".cpp")]
            sources = [p for p in sources if not any(p.is_relative_to(f) for f in inner)]
            if "UNITY_GROUP" in file.read_text():
                for folder in sorted({p.parent for p in sources}):
                    yield [p for p in sources if p.parent == folder]
            else:
                yield sources


def problems(root, program=None):
    for files in rooms(root):
        own, seen = [], {}
        for path in files:
            for number, name, parameters, anonymous in declarations(path.read_text()):
                where = f"{path.relative_to(root)}:{number}"
                if anonymous and path.suffix == ".cpp":
                    own.append((path, where, name, parameters))
                elif path.suffix == ".h" and not anonymous:
                    seen.setdefault(name, []).append((path, where, "hidden"))
        for path, where, name, parameters in own:
            for other, there, kind in seen.get(name, ()):
                alias = parameters is not None and parameters.startswith("using ")
                if other != path and (kind == "hidden" or parameters is None or (kind == parameters) != alias):
                    yield f"{where}: {name} is also the name of {there}; they meet in a unity build"
                    break
            seen.setdefault(name, []).append((path, where, parameters))
