#!/usr/bin/env python3
"""Measures vCards: Benchmarks/formats/vcard.py [HOLDFAST] [PYTHON-WITH-VOBJECT] [FORMAT-TOOL].

The tool (`Benchmarks/formats/build FOLDER` makes it) reads files of 10,000 and 100,000 cards as an import does, to the last value of the
last card: twice, once for who made them and who is in which group, once for the cards. Holdfast converts the same files, which is reading
and writing. vobject only reads the beginning of them. By turns, the median of three each. HOLDFAST may be `-` where only reading counts.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

holdfast = sys.argv[1] if len(sys.argv) > 1 else ".build/release/holdfast"
python = sys.argv[2] if len(sys.argv) > 2 else ".build/cross-read/bin/python"
tool = sys.argv[3] if len(sys.argv) > 3 else None
GIVEN = ["Ada", "Bo", "Chidi", "Zoë", "María", "Jürgen", "Пётр", "太郎"]
FAMILY = ["Example", "Muster", "Ejemplo", "Beispiel", "Пример", "山田"]


def card(number):
    given, family = GIVEN[number % len(GIVEN)], FAMILY[number // 7 % len(FAMILY)]
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{family};{given};;;\r\nFN:{given} {family}\r\nORG:Example {number % 977} Ltd;Law\r\nTITLE:Partner\r\n"
        f"EMAIL;type=INTERNET;type=WORK;type=pref:person{number}@example.com\r\nTEL;type=CELL;type=VOICE:+44 7700 {number:06}\r\n"
        f"item1.ADR;type=HOME:;;{number} Example Street\\nFlat 2;London;;N1 9GU;United Kingdom\r\nitem1.X-ABADR:gb\r\n"
        f"NOTE:Met in {number % 40 + 1980}\\, and again.\r\nCATEGORIES:law,friends\r\nUID:uid-{number}\r\nREV:2024-05-17T09:30:00Z\r\nEND:VCARD\r\n"
    )


VOBJECT = """
import sys, time, vobject
text = open(sys.argv[1], encoding="utf-8", newline="").read()
start = time.process_time()
count = sum(1 for card in vobject.readComponents(text))
print(count / (time.process_time() - start))
"""


def measured(command):
    """Wall seconds, processor seconds and peak megabytes of a command."""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(["/usr/bin/env", "python3", "-c",
        "import resource,subprocess,sys; r=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL).returncode;"
        "u=resource.getrusage(resource.RUSAGE_CHILDREN); print(r,u.ru_utime+u.ru_stime,u.ru_maxrss/1024)"] + command, capture_output=True, text=True)
    code, processor, peak = done.stdout.split()
    assert code == "0", command
    return time.monotonic() - start, float(processor), float(peak)


with tempfile.TemporaryDirectory() as work:
    files = {}
    for size in (2_000, 10_000, 100_000):
        files[size] = os.path.join(work, f"{size}.vcf")
        with open(files[size], "w", encoding="utf-8", newline="") as out:
            out.writelines(card(number) for number in range(size))
    theirs, ours = [], {(what, size): [] for size in (10_000, 100_000) for what in ("reads", "converts")}
    for _ in range(3):
        theirs.append(float(subprocess.run([python, "-c", VOBJECT, files[2_000]], capture_output=True, text=True, check=True).stdout))
        for (what, size), runs in ours.items():
            if what == "reads" and tool:
                runs.append(measured([tool, "read", files[size]]))
            elif what == "converts" and holdfast != "-":
                runs.append(measured([holdfast, "convert", files[size], "--to", "vcard4", "-o", os.path.join(work, f"{size}-{len(runs)}.out")]))
    rate = statistics.median(theirs)
    print(f"vobject reads {rate:,.0f} cards a second (processor time)")
    for (what, size), runs in ours.items():
        if not runs:
            continue
        processor = statistics.median(run[1] for run in runs)
        print(f"holdfast {what} {size:,} cards at {size / processor:,.0f} a second of processor time, {size / processor / rate:.1f} times as many; "
              f"{statistics.median(run[0] for run in runs):.2f} s, peak {max(run[2] for run in runs):.0f} MB")
