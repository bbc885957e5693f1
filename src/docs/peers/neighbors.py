#!/usr/bin/env python3
"""Times FAISS and numpy on what `setu bench neighbors --keep DIR` left, and compares the answers.

usage: neighbors.py DIR [THREADS]     (needs numpy and faiss)

FAISS's IndexFlatIP searches the same rows for the same queries; numpy's product of float32
matrices gives the machine's own rate. Two answers to a query are equal where they name the same
rows in the same order; where they differ, the scores are summed again in double precision.
"""

import os
import sys

folder = sys.argv[1]
threads = int(sys.argv[2]) if len(sys.argv) > 2 else 2
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(threads)

import time

import faiss
import numpy as np

RUNS = 5
NEAR = 1e-6


def median(work):
    work()
    seconds = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - begun)
    return sorted(seconds)[RUNS // 2], result


base = np.load(os.path.join(folder, "base.npy"))
queries = np.load(os.path.join(folder, "queries.npy"))
found = np.loadtxt(os.path.join(folder, "neighbors.tsv"), dtype=np.int64, ndmin=2)
k = found.shape[1]

faiss.omp_set_num_threads(threads)
index = faiss.IndexFlatIP(base.shape[1])
index.add(base)
seconds, (_, theirs) = median(lambda: index.search(queries, k))
print(f"faiss {faiss.__version__}: {seconds:.3f} s, {len(queries) / seconds:.1f} queries/s, {threads} threads")

one = sorted(median(lambda q=q: index.search(queries[q : q + 1], k))[0] for q in range(min(25, len(queries))))
print(f"faiss, one query: {1e3 * one[len(one) // 2]:.1f} ms")

part = queries[:2048]
seconds, _ = median(lambda: part @ base[:8192].T)
flops = 2e-9 * len(part) * min(8192, len(base)) * base.shape[1]
print(f"numpy's sgemm: {flops / seconds:.0f} GFLOP/s")

lists = int(np.all(found == theirs, axis=1).sum())
different = 0
for query in np.flatnonzero(np.any(found != theirs, axis=1)):
    row = queries[query].astype(np.float64)
    ours = base[found[query]].astype(np.float64) @ row
    other = base[theirs[query]].astype(np.float64) @ row
    different += bool(np.max(np.abs(ours - other)) > NEAR)
print(
    f"{lists} of {len(found)} lists are the same row for row; {len(found) - lists - different} more differ only"
    f" among scores closer than {NEAR:g}; {different} differ otherwise"
)
