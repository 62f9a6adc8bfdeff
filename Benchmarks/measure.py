"""Runs Holdfast and its peer by turns and prints the ratios as a table; called by Benchmarks/run."""
import os
import statistics
import subprocess
import sys
import time

holdfast, work, sizes = os.path.abspath(sys.argv[1]), sys.argv[2], [int(size) for size in sys.argv[3:]]
RUNS = int(os.environ.get("RUNS", "3"))


def measure(command, **more):
    """Seconds of wall time, seconds of processor time, peak memory in MB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} ended with {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def fresh(name):
    path = os.path.join(work, name)
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)
    return path


def medians(runs):
    return [statistics.median(column) for column in zip(*runs)]


HEADS = ["rows", "peer: .import + FTS5", "holdfast import", "ratio, wall", "ratio, processor", "peak MB", "again, 1 % changed", "peak MB",
         "export jsonl", "of import, wall", "of import, processor", "peak MB", "export csv"]
print(f"| {' | '.join(HEADS)} |")
print(f"|{' --- |' * len(HEADS)}")
for size in sizes:
    source, later = os.path.join(work, "Connections.csv"), os.path.join(work, "later.csv")
    subprocess.run([sys.executable, "Benchmarks/generate.py", str(size), "1", source], check=True)
    rows = os.path.join(work, "rows.csv")
    # Line by line: the memory of whoever starts a program counts in the program's own peak (ru_maxrss outlives exec).
    with (
        open(source, encoding="utf-8", newline="") as lines,
        open(rows, "w", encoding="utf-8", newline="") as out,
        open(later, "w", encoding="utf-8", newline="") as changed,
    ):
        for number, line in enumerate(lines):
            changed.write(line.replace("Partner", "Senior Partner") if number % 8 == 0 else line)
            if number >= 3:
                out.write(line)
    peer, ours, again, jsonl, csv = [], [], [], [], []
    script = (
        ".mode csv\n.import '{}' people\n"
        'CREATE VIRTUAL TABLE s USING fts5("First Name","Last Name",URL,"Email Address",Company,Position,"Connected On",content=people);\n'
        "INSERT INTO s(s) VALUES('rebuild');\n"
    ).format(rows)
    for _ in range(RUNS):
        peer.append(measure(["sqlite3", "-cmd", ".bail on", fresh("peer.sqlite"), script.split("\n")[0], *script.split("\n")[1:-1]]))
        vault = fresh("vault.sqlite")
        ours.append(measure([holdfast, "--vault", vault, "import", source, "--exported-on", "2026-01-01"]))
        jsonl.append(measure([holdfast, "--vault", vault, "export", "--to", "jsonl", "-o", os.path.join(work, "out")]))
        csv.append(measure([holdfast, "--vault", vault, "export", "--to", "csv", "-o", os.path.join(work, "out")]))
        again.append(measure([holdfast, "--vault", vault, "import", later, "--exported-on", "2026-06-01"]))
    (theirs, theirs_cpu, _), (wall, cpu, peak) = medians(peer), medians(ours)
    (again_wall, _, again_peak), (out_wall, out_cpu, out_peak) = medians(again), medians(jsonl)
    print(
        f"| {size:,} | {theirs:.2f} s | {wall:.2f} s | **{wall / theirs:.1f}** | {cpu / theirs_cpu:.1f} | {peak:.0f} "
        f"| {again_wall:.2f} s | {again_peak:.0f} | {out_wall:.2f} s | {out_wall / wall:.0%} | {out_cpu / cpu:.0%} | {out_peak:.0f} "
        f"| {medians(csv)[0]:.2f} s |",
        flush=True,
    )
start = [measure([holdfast, "--version"])[0] for _ in range(11)]
print(f"\n`holdfast --version`: {statistics.median(start) * 1000:.0f} ms")
