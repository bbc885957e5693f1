#!/usr/bin/env python3
"""Counts what `setu anchors import` should say of a text dictionary, and compares.

usage: setu anchors import --project NEW DICTIONARY --json > said.json
       import.py DICTIONARY said.json

Written from the words of the reasons, not from the program: a row is two words with blanks between
them; a word has a letter, no sign but hyphens, apostrophes, points and &, and no control character
but the two joiners. Signs around a word refuse nothing: such a row is counted as a caution besides.
"""

import collections
import json
import sys
import unicodedata

dictionary, said = sys.argv[1:]
JOINERS = "\u200c\u200d"


def reason(word, strip=True):
    kinds = [unicodedata.category(c) for c in word]
    if any(k in ("Zl", "Zp") or k[0] == "C" and c not in JOINERS for c, k in zip(word, kinds)):
        return "control-character"
    if "\ufffd" in word:
        return "control-character"
    while strip and word and unicodedata.category(word[0])[0] in "PS":
        word = word[1:]
    while strip and word and unicodedata.category(word[-1])[0] in "PS":
        word = word[:-1]
    kinds = [unicodedata.category(c) for c in word]
    signs = any(k[0] in "PSZ" and c not in "-'.’‘‐‑·&" for c, k in zip(word, kinds))
    return None if any(k[0] == "L" for k in kinds) and not signs else "not-a-word"


counts = collections.Counter()
reasons = collections.Counter()
seen = set()
with open(dictionary, "rb") as file:
    for line in file.read().split(b"\n"):
        try:
            fields = line.decode("utf-8").lstrip("\ufeff").split()
        except UnicodeDecodeError:
            reasons["not-utf8"] += 1
            continue
        if not fields:
            continue
        why = {1: "one-column", 2: None}.get(len(fields), "too-many-fields")
        why = why or next(filter(None, map(reason, fields)), None)
        counts["cautions"] += not why and any(reason(f, strip=False) for f in fields)
        pair = tuple(unicodedata.normalize("NFC", f) for f in fields)
        if why:
            reasons[why] += 1
        elif pair in seen:
            counts["merged"] += 1
        else:
            seen.add(pair)
            counts["taken"] += 1
counts["refused"] = sum(reasons.values())
counts["read"] = sum(counts[key] for key in ("taken", "merged", "refused"))

answer = json.load(open(said, encoding="utf-8"))
theirs = {key: answer[key] for key in ("read", "taken", "merged")}
theirs |= {key: len(answer[key]) for key in ("refused", "cautions")}
ours = {key: counts[key] for key in theirs}
print("counted", ours, dict(reasons))
told = collections.Counter(row["reason"] for row in answer["refused"])
print("said   ", theirs, dict(told))
sys.exit(ours != theirs or reasons != told)
