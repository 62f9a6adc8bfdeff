#!/usr/bin/env python3
"""Times the readers by turns, three rounds, and prints medians: measure.py TOOL FOLDER MAILS"""
import mailbox, os, resource, shutil, statistics, subprocess, sys, time

tool, work, mails = sys.argv[1], sys.argv[2], int(sys.argv[3])
box, small, maildir = f"{work}/{mails}.mbox", f"{work}/{mails // 10}.mbox", f"{work}/{mails}.maildir"


def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, shell=isinstance(command, str), stdout=subprocess.DEVNULL, check=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def python():
    start, cpu = time.perf_counter(), time.process_time()
    box_ = mailbox.mbox(small, create=False)
    for mail in box_:
        [mail[name] for name in ("from", "to", "cc", "date")]
    return time.perf_counter() - start, time.process_time() - cpu


runs = {"holdfast, mbox": [], "holdfast, a tenth": [], "holdfast, Maildir": [], "mailbox, a tenth": [], "mhdr, Maildir": []}
for _ in range(3):
    runs["holdfast, mbox"].append(timed([tool, "read", box]))
    runs["holdfast, a tenth"].append(timed([tool, "read", small]))
    runs["mailbox, a tenth"].append(python())
    if os.path.isdir(maildir):
        runs["holdfast, Maildir"].append(timed([tool, "read", maildir]))
        if shutil.which("mhdr"):
            runs["mhdr, Maildir"].append(timed(f"find {maildir}/cur -type f | mhdr -h from:to:cc:date"))
rates = {}
for name, times in runs.items():
    if not times: continue
    count = mails // 10 if "tenth" in name else mails
    wall, cpu = statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)
    rates[name] = count / cpu
    print(f"{name:20} {count:8} mails  {wall:7.2f} s  {cpu:7.2f} s processor  {count / wall:9,.0f} mails/s  {count / cpu:9,.0f} a second of processor")
print(f"{os.path.getsize(box) >> 20} MiB; ratios by processor time:")
print(f"  holdfast to mailbox {rates['holdfast, mbox'] / rates['mailbox, a tenth']:.1f}")
if "mhdr, Maildir" in rates: print(f"  holdfast (Maildir) to mhdr {rates['holdfast, Maildir'] / rates['mhdr, Maildir']:.2f}, (mbox) {rates['holdfast, mbox'] / rates['mhdr, Maildir']:.2f}")
print(f"  time for ten times the mails {10 * rates['holdfast, a tenth'] / rates['holdfast, mbox']:.1f}")
