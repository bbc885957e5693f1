#!/usr/bin/env python3
"""Opens the spreadsheets that Setu writes in LibreOffice, and what LibreOffice writes in Setu.

usage: spreadsheets.py SETU      (needs soffice with Calc; SETU is such as target/setu/bin/setu)

The sample's training pairs, with notes, comments and tags that spreadsheets take for something else,
are imported and exported as .xlsx and .ods, with provenance and without. LibreOffice turns each into
CSV: every cell must be the one that Setu writes as CSV, and words and notes those that were brought.
Then LibreOffice writes each anew in both formats, and Setu must import the same pairs from it.

LibreOffice 7.4.7, 2026-11-27: all 1,039 rows equal, everywhere. Before that day it lost tabs and line
breaks of .ods, and Setu line breaks of its .ods and the escapes (_x005F_) of its .xlsx.
"""

import csv
import json
import os
import shlex
import subprocess
import sys
import tempfile

setu = shlex.split(sys.argv[1])
UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76"
FORMATS = ("xlsx", "ods")
SAID = ["source", "target", "status", "pos", "category", "note", "comment", "tags", "preferred"]
NOTES = [
    "a, b; c",
    'so "called", they say',
    '"wholly quoted"',
    "first line\nsecond line\n\nfourth",
    "two  blanks,   three",
    "a\ttab",
    "=1+1",
    "=HYPERLINK(\"http://localhost\")",
    "+94 11",
    "-7",
    "@name",
    "'quoted",
    "''twice",
    "007",
    "1,5",
    "1e5",
    "2026-11-30",
    "12:30",
    "50%",
    "TRUE",
    "#N/A",
    "<b> & &amp;",
    "_x0041_ and _x000A_",
    "ක්\u200dෂේත්\u200dරය, ශ්\u200dරී",
    "ශබ්\u200cද",
    "\U0001f40d e\u0301",
    "x" * 3000,
]


def run(command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def table(file):
    with open(file, encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened))


def office(file, ending, folder):
    """What LibreOffice makes of a file."""
    os.makedirs(folder, exist_ok=True)
    profile = "-env:UserInstallation=file://" + os.path.abspath("profile")
    to = ["--convert-to", UTF8 if ending == "csv" else ending, "--outdir", folder]
    run(["soffice", profile, "--headless", *to, file])
    return os.path.join(folder, os.path.splitext(os.path.basename(file))[0] + "." + ending)


def exported(project, file, *options):
    run([*setu, "anchors", "export", "--all", "--project", project, file, *options])
    return file


def imported(file, project):
    """The pairs that Setu reads from a file, as its CSV has them."""
    told = run([*setu, "anchors", "import", "--json", "--project", project, file])
    answer = json.loads(told)
    return answer, table(exported(project, project + ".csv", "--without-provenance"))


def compare(name, wanted, found):
    global failed
    wrong = [(w, f) for w, f in zip(wanted, found) if w != f]
    failed |= bool(wrong) or len(wanted) != len(found)
    print(name, len(found), "rows", "differ: %d" % len(wrong) if wrong else "equal")
    for w, f in wrong[:5]:
        print("   wanted", *(c for c, d in zip(w, f) if c != d), sep="\n      ")
        print("   found", *(d for c, d in zip(w, f) if c != d), sep="\n      ")


failed = False
sample = os.path.abspath("sample-vectors/anchors.train.tsv")
if os.sep in setu[0]:
    setu[0] = os.path.abspath(setu[0])
os.chdir(tempfile.mkdtemp())
brought = [SAID]
with open(sample, encoding="utf-8", newline="") as opened:
    for i, row in enumerate(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)):
        status = ("accepted", "candidate", "unsure", "rejected")[i % 4]
        note, comment = NOTES[i % len(NOTES)], NOTES[i // len(NOTES) % len(NOTES)]
        words = [row["english"], row["sinhala"], status, row["pos"], row["category"]]
        brought.append([*words, note, comment, "", "yes" if i % 40 == 0 else ""])
with open("brought.csv", "w", encoding="utf-8", newline="") as opened:
    csv.writer(opened).writerows(brought)

answer, kept = imported("brought.csv", "project")
print("brought", len(brought) - 1, "pairs:", {k: answer[k] for k in ("read", "taken", "merged")})
compare("kept by Setu", brought, kept)
for options in ((), ("--without-provenance",)):
    wanted = table(exported("project", "own.csv", *options))
    for ending in FORMATS:
        name = ("bare." if options else "whole.") + ending
        exported("project", name, *options)
        compare("LibreOffice opens " + name, wanted, table(office(name, "csv", "opened")))
        for other in FORMATS:
            anew = office(name, other, "from-" + ending)
            project = "%s-%s" % (name, other)
            found = imported(anew, project)[1]
            compare("Setu imports %s by LibreOffice from %s" % (other, name), kept, found)
sys.exit(failed)
