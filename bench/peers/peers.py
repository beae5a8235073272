"""The peer's side: installs spaCy by pinned version, twice, and runs it with one thread.

"pip": as pip installs it, batch size and environment as they come. "tuned": spaCy on BLIS 1.0.1 with the kernel that
is fastest on this processor, smaller batches and a malloc that keeps its memory: all that could be found to help.
"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
GEMM = """
import time, numpy, blis.py
a, b = numpy.ones((1000, 288), 'f'), numpy.ones((288, 288), 'f')
best = 9.0
for _ in range(12):
    begin = time.process_time()
    for _ in range(8): blis.py.gemm(a, b)
    best = min(best, time.process_time() - begin)
print(8 * 1000 * 288 * 288 / best / 1e9)
"""


class Peer:
    def __init__(self, name, build):
        self.name = name
        self.folder = pathlib.Path(build) / "bench" / "peers" / name
        self.batch = 256
        self.environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_CORETYPE"}
        self.environment |= {"PYTHONPATH": str(self.folder), "PYTHONNOUSERSITE": "1", "OMP_NUM_THREADS": "1",
                             "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}

    def install(self):
        """pip install --target, once for each content of the list."""
        wanted = HERE / f"{self.name}.txt"
        stamp = self.folder / f"installed-{hashlib.sha256(wanted.read_bytes()).hexdigest()[:16]}"
        if not stamp.exists():
            print(f"installing {wanted.name} from PyPI", file=sys.stderr)
            done = subprocess.run([sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--upgrade",
                                   "--only-binary=:all:", "--target", self.folder, "-r", wanted],
                                  text=True, capture_output=True)
            if done.returncode:
                sys.exit(f"bench: {wanted.name} could not be installed:\n{done.stderr}")
            stamp.touch()

    def python(self, *arguments, **options):
        return subprocess.run([sys.executable, *map(str, arguments)], env=self.environment, check=True, text=True,
                              capture_output=True, **options)

    def versions(self):
        code = ("import importlib.metadata as m; "
                "print(*(f'{p} {m.version(p)}' for p in ('spacy', 'thinc', 'blis', 'numpy')), sep=', ')")
        return self.python("-c", code).stdout.strip()

    def start(self, model, texts):
        """Starts a process that loads the model, reads the texts once untimed, and then waits for its turns."""
        command = [sys.executable, HERE / "spacy_speed.py", model, texts, "--batch", self.batch]
        self.process = subprocess.Popen(list(map(str, command)), env=self.environment, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def turn(self):
        """One timed pass: words, tokens, cpu, wall, load, peak, answers."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"bench: spaCy {self.name} ended early")
        return json.loads(line)

    def stop(self):
        self.process.communicate()

    def tune(self):
        """Picks the fastest of BLIS's kernels. They go by number; a number it does not have ends that process."""
        rates = {}
        for kernel in ("", *map(str, range(12))):
            environment = self.environment | ({"BLIS_ARCH_TYPE": kernel} if kernel else {})
            done = subprocess.run([sys.executable, "-c", GEMM], env=environment, text=True, capture_output=True)
            if done.returncode == 0:
                rates[kernel] = float(done.stdout)
        fastest = max(rates, key=rates.get)
        if fastest:
            self.environment["BLIS_ARCH_TYPE"] = fastest
        self.environment |= {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "8000000000",
                             "MALLOC_TOP_PAD_": "268435456"}
        self.batch = 32
        named = self.environment | {"BLIS_ARCH_DEBUG": "1"}
        done = subprocess.run([sys.executable, "-c", GEMM], env=named, text=True, capture_output=True)
        kernel = done.stderr.rsplit("'", 2)[-2] if "'" in done.stderr else "?"
        return f"BLIS_ARCH_TYPE={fastest or 'unset'} ({kernel}, {rates[fastest]:.0f} GMAC/s), batch {self.batch}"


def model_folder(wheel, build):
    """The spaCy model of a wheel, unpacked once."""
    import zipfile

    folder = pathlib.Path(build) / "bench" / "peers" / pathlib.Path(wheel).stem
    if not folder.exists():
        part = folder.with_suffix(".part")
        zipfile.ZipFile(wheel).extractall(part)
        part.rename(folder)
    return sorted(folder.rglob("config.cfg"))[0].parent
