"""The same texts in Xapian, the search engine of Kiwix: indexed on disk, stemmed, with spelling, snippets and phrases.

Debian's package python3-xapian belongs to the system's Python, so this file runs there, as a process of its own:

python3 benchmarks/xapian_peer.py TEXTS.jsonl FOLDER ROUNDS < QUESTIONS.json
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PYTHONS = ("/usr/bin/python3", sys.executable)
TOP = 20
SNIPPET = 120
_WITH = "import xapian; print(xapian.version_string())"


def version() -> tuple[str, str]:
    """The Python that has Xapian, and its version; empty where there is none."""
    for python in PYTHONS:
        if Path(python).is_file():
            done = subprocess.run([python, "-c", _WITH], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return python, done.stdout.strip()
    return "", ""


def asked(python: str, texts: Path, folder: Path, rounds: int, questions: list[str]) -> dict[str, Any]:
    """What the child tells: milliseconds and hits by question, all rounds. Raises CalledProcessError."""
    command = [python, __file__, str(texts), str(folder), str(rounds)]
    done = subprocess.run(command, input=json.dumps(questions), stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _index(xapian: Any, texts: str, folder: str) -> None:
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("en"))
    generator.set_database(database)
    generator.set_flags(xapian.TermGenerator.FLAG_SPELLING)
    with open(texts, encoding="utf-8") as lines:  # noqa: PTH123 - as short as it can be
        for line in lines:
            one = json.loads(line)
            document = xapian.Document()
            document.set_data(line)
            generator.set_document(document)
            generator.index_text(one["title"], 10)
            generator.increase_termpos()
            generator.index_text(one["text"])
            database.add_document(document)
    database.commit()
    database.close()


def _answer(xapian: Any, database: Any, parser: Any, words: str) -> tuple[int, list[tuple[str, str]]]:
    flags = xapian.QueryParser.FLAG_PHRASE | xapian.QueryParser.FLAG_PARTIAL
    enquire = xapian.Enquire(database)
    enquire.set_query(parser.parse_query(words, flags))
    found = enquire.get_mset(0, TOP)
    if not found.size():
        meant = " ".join(database.get_spelling_suggestion(word).decode() or word for word in words.split())
        enquire.set_query(parser.parse_query(meant, flags))
        found = enquire.get_mset(0, TOP)
    hits = []
    for match in found:
        one = json.loads(match.document.get_data())
        hits.append((one["title"], found.snippet(one["text"], SNIPPET).decode()))
    return found.get_matches_estimated(), hits


def _main(texts: str, folder: str, rounds: int) -> None:
    import xapian  # type: ignore[import-not-found] # only there where Debian's package is

    started = time.perf_counter()
    _index(xapian, texts, folder)
    indexing = time.perf_counter() - started
    database = xapian.Database(folder)
    parser = xapian.QueryParser()
    parser.set_stemmer(xapian.Stem("en"))
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_database(database)
    parser.set_default_op(xapian.Query.OP_AND)
    questions = json.load(sys.stdin)
    times: list[list[float]] = [[] for _ in questions]
    hits = [0 for _ in questions]
    for _ in range(rounds):
        for place, words in enumerate(questions):
            begun = time.perf_counter()
            _, found = _answer(xapian, database, parser, words)
            times[place].append((time.perf_counter() - begun) * 1000)
            hits[place] = len(found)
    print(json.dumps({"times": times, "hits": hits, "indexing": indexing}))


if __name__ == "__main__":
    _main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
