#!/usr/bin/env python3
"""Times numpy on what `setu bench csls --keep DIR` left, and compares the answers.

usage: csls.py DIR [K] [THREADS]      (needs numpy)

r of every source row among all target rows: the product in blocks, the K best of each line by
partition, their mean. That is one of the two sides which Setu finds in one pass.
"""

import os
import sys

folder = sys.argv[1]
k = int(sys.argv[2]) if len(sys.argv) > 2 else 10
threads = int(sys.argv[3]) if len(sys.argv) > 3 else 2
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(threads)

import time

import numpy as np

RUNS = 3
BLOCK = 512


def scaling(rows, others):
    r = np.empty(len(rows), dtype=np.float32)
    for first in range(0, len(rows), BLOCK):
        cosines = rows[first : first + BLOCK] @ others.T
        r[first : first + BLOCK] = np.partition(cosines, -k, axis=1)[:, -k:].mean(axis=1)
    return r


source = np.load(os.path.join(folder, "source.npy"))
target = np.load(os.path.join(folder, "target.npy"))
seconds = []
for _ in range(RUNS):
    begun = time.perf_counter()
    r = scaling(source, target)
    seconds.append(time.perf_counter() - begun)
print(f"numpy, r of {len(source)} source rows: {sorted(seconds)[RUNS // 2]:.2f} s, {threads} threads")

off = np.abs(r - np.loadtxt(os.path.join(folder, "source-scaling.tsv"), dtype=np.float32)).max()
print(f"largest difference, source side: {off:.1e}")
r = scaling(target, source)
off = np.abs(r - np.loadtxt(os.path.join(folder, "target-scaling.tsv"), dtype=np.float32)).max()
print(f"largest difference, target side: {off:.1e}")
