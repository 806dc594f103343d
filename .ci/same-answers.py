#!/usr/bin/env python3
"""Whether two builds of the program give the same answers.

    python3 .ci/same-answers.py OLD.jar NEW.jar FOLDER FILE...

1. OLD records the movements FILEs (each in turn) into a data directory of its own; both builds then open copies of it, and each
   command and each HTTP read must answer the same bytes, the heads among them.
2. Both record the FILEs afresh; the histories must be the same but for what is new each time: event ids, instants, the name of the
   run, and the hashes, which cover those.

FOLDER is made anew and holds all answers (old/ and new/), so that `diff -r` shows what differs. JAVA names the java command
(21 or newer). Nothing but the standard library is used. Exit status 0: the same; 1: something differs; 2: it could not be tried.
"""

import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

JAVA = os.environ.get("JAVA", "java")
MASKED = re.compile(
    r'"(eventId|recordedAt|request|previousHash|hash)":"[^"]*"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z')

# When a workbook was written.
CREATED = re.compile(rb'(?<=<dcterms:created xsi:type="dcterms:W3CDTF">)[^<]*')


def run(jar, data, *arguments, check=False):
    """Exit status, standard output and standard error of a command."""
    environment = dict(os.environ, LABORFUND_DATA=str(data))
    done = subprocess.run(
        [JAVA, "-jar", str(jar), *arguments], env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    if check and done.returncode != 0:
        sys.exit(f"{arguments} ended with {done.returncode}: {done.stderr.decode()[:2000]}")
    return done


class Server:
    """A server of a build on a data directory."""

    def __init__(self, jar, data):
        environment = dict(os.environ, LABORFUND_DATA=str(data))
        self.process = subprocess.Popen(
            [JAVA, "-jar", str(jar), "serve", "--port", "0"],
            env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.address = None
        for line in self.process.stderr:
            found = re.search(r"http://127\.0\.0\.1:\d+", line.decode())
            if found:
                self.address = found.group()
                break
        if self.address is None:
            sys.exit(f"{jar} does not serve")
        self.rest = concurrent.futures.ThreadPoolExecutor(1).submit(self.process.stderr.read)

    def ask(self, path, body=None, headers=None):
        """Status, media type and body of an answer, without what differs from one server to the next."""
        request = urllib.request.Request(self.address + path, data=body, headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                status, kind, content = answer.status, answer.headers.get("Content-Type"), answer.read()
        except urllib.error.HTTPError as refused:
            status, kind, content = refused.code, refused.headers.get("Content-Type"), refused.read()
        return f"{status} {kind}\n".encode() + content.replace(self.address.encode(), b"ADDRESS")

    def close(self):
        self.process.terminate()
        self.process.wait(60)


def named(text):
    return re.sub(r"[^\w.=@-]+", "_", urllib.parse.unquote(text)).strip("_")[:150]


def unzipped(path):
    """The texts in a workbook or a pack, entry by entry, as one."""
    parts = []
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            content = CREATED.sub(b"", archive.read(name))
            parts.append(f"=== {name}\n".encode() + content)
    return b"\n".join(parts)


def commands(funds, years, last):
    """What to type, each a list of arguments; OUT stands for a file to write."""
    yield ["funds"]
    yield ["funds", "--json"]
    yield ["heads"]
    yield ["heads", "--json"]
    yield ["heads", "--public-key"]
    yield ["balances", "--fund", "no-such-fund"]
    yield ["verify", "--ledger"]
    yield ["generate-completion"]
    first = funds[0]
    for fund in funds:
        yield ["balances", "--fund", fund]
        yield ["guarantees", "--fund", fund, "--year", str(years[-1]), "--as-of", f"{years[-1]}-12-31", "--evidence"]
    day = f"{years[0]}-06-30"
    for form in ("table", "json", "csv", "xlsx"):
        out = ["--out", "OUT"] if form == "xlsx" else []
        yield ["balances", "--fund", first, "--as-of", day, "--format", form, *out]
        yield ["balances", "--fund", first, "--known-at", str(last // 2), "--diff", f"{day}@{last // 3}", "--format", form, *out]
        yield ["guarantees", "--fund", first, "--year", str(years[0]), "--as-of", f"{years[0] + 1}-01-31", "--format", form, *out]
        yield ["guarantees", "--fund", first, "--year", str(years[0]), "--as-of", day, "--known-at", str(last // 2),
               "--evidence", "--format", form, *out]
        yield ["members", "--fund", first, "--as-of", day, "--format", form, *out]
    for form in ("hledger", "beancount", "csv", "xlsx"):
        out = ["--out", "OUT"] if form == "xlsx" else []
        yield ["journal", "--fund", first, "--format", form, *out]
        yield ["journal", "--fund", first, "--from", f"{years[0]}-03-01", "--to", f"{years[-1]}-06-30", "--format", form, *out]
    yield ["events", "--fund", first]
    yield ["events", "--fund", first, "--from", str(last // 4), "--to", str(last // 2), "--format", "table"]
    yield ["pack", "--fund", first, "--out", "OUT"]
    yield ["template", "--out", "OUT"]
    yield ["nonsense"]


def reads(funds, years, last):
    """Addresses to read; all of them answer without changing anything."""
    yield from ("/", "/api/v1/funds", "/api/v1/funds?limit=2", "/api/v1/heads", "/api/v1/openapi.json", "/api/v1/template",
                "/actuator/health/liveness", "/api/v1/nothing", "/nothing", "/funds/no-such-fund",
                "/api/v1/funds/no-such-fund/balances", "/api/v1/jobs/none")
    for fund in funds:
        quoted = urllib.parse.quote(fund)
        api, page = f"/api/v1/funds/{quoted}", f"/funds/{quoted}"
        days = [f"{year}-{end}" for year in years for end in ("03-31", "07-15", "12-31")] + [f"{years[-1] + 1}-02-01"]
        yield from (f"{api}/balances", f"{api}/balances?format=csv", f"{api}/members", f"{api}/journal", f"{api}/events",
                    f"{api}/history", f"{api}/balances?asOf=never", f"{api}/balances?knownAt=x", f"{api}/guarantees",
                    f"{api}/balances?format=nonsense", f"{api}/journal?limit=0")
        for form in ("hledger", "beancount", "csv"):
            yield f"{api}/journal?format={form}"
        yield f"{api}/journal?after={last // 3}&limit=7&from={days[1]}&to={days[-1]}"
        yield f"{api}/events?format=ndjson&from={last // 5}&to={last // 2}"
        yield f"{api}/events?after={last // 3}&limit=7"
        yield f"{api}/history?after={last // 3}&limit=50"
        yield f"{page}/history"
        yield f"{page}/history?from=30"
        for day in days:
            yield f"{api}/balances?asOf={day}"
            yield f"{api}/balances?asOf={day}&knownAt={last // 2}"
            yield f"{api}/balances?asOf={day}&diff={days[0]}@{last // 2}"
            yield f"{api}/members?asOf={day}&format=csv"
            for year in years:
                yield f"{api}/guarantees?year={year}&asOf={day}"
                yield f"{api}/guarantees?year={year}&asOf={day}&evidence=true"
                yield f"{api}/guarantees?year={year}&asOf={day}&knownAt={last * 2 // 3}&format=csv&evidence=true"
            yield f"{page}?year={day[:4]}&asOf={day}"


def posts(fund):
    """Movements that are refused or only tried: nothing is recorded by them."""
    good = {"ref": "T-1", "date": "2025-01-02", "type": "OTHER_INCOME", "amount": "12.50"}
    bodies = [good, {**good, "amount": "-1"}, {**good, "type": "?"}, {**good, "date": "2199-01-01"}, {**good, "x": "1"},
              {**good, "type": "INVEST_SHARES", "party": "nobody"}, {"ref": "T-1"}, []]
    for body in bodies:
        yield f"/api/v1/funds/{urllib.parse.quote(fund)}/movements?dryRun=true", json.dumps(body).encode(), "application/json"


def answers(jar, data, files, into):
    """Writes every answer of a build on a data directory into a folder."""
    into.mkdir(parents=True)

    def keep(name, content):
        (into / name).write_bytes(content)

    server = Server(jar, data)
    try:
        funds = [fund["fund"] for fund in json.loads(server.ask("/api/v1/funds").split(b"\n", 1)[1])]
        last = max(head["position"] for head in json.loads(server.ask("/api/v1/heads").split(b"\n", 1)[1]))
        opened = json.loads(server.ask("/api/v1/funds").split(b"\n", 1)[1])[0]["opened"]
        years = list(range(int(opened[:4]), int(opened[:4]) + 3))
        for number, path in enumerate(reads(funds, years, last)):
            keep(f"http-{number:05d}-{named(path)}", server.ask(path))
        for number, (path, body, kind) in enumerate(posts(funds[0])):
            keep(f"post-{number:02d}", server.ask(path, body, {"Content-Type": kind}))
        for file in files:
            keep(f"post-again-{file.name}", server.ask("/api/v1/imports?dryRun=true", file.read_bytes(), {"Content-Type": "text/csv"}))
        chosen = funds[:1] + funds[-1:]
        for number, arguments in enumerate(commands(chosen, years, last)):
            out = into / "out.tmp"
            done = run(jar, data, *[str(out) if argument == "OUT" else argument for argument in arguments])
            text = done.stderr.replace(str(into).encode(), b"FOLDER").replace(str(data).encode(), b"DATA")
            content = f"{done.returncode}\n".encode() + done.stdout + b"\n--- stderr\n" + text
            if out.exists():
                content += b"\n--- file\n" + unzipped(out)
                out.unlink()
            keep(f"command-{number:03d}-{named(' '.join(arguments))}", content)
    finally:
        server.close()


def masked_history(jar, data, files, into):
    """Records the files afresh and writes the history without what is new each time."""
    into.mkdir(parents=True)
    for file in files:
        done = run(jar, data, "import", str(file), "--json", check=True)
        (into / f"import-{file.name}").write_bytes(done.stdout)
    again = run(jar, data, "import", *map(str, files), "--json")
    (into / "import-again").write_bytes(again.stdout)
    for fund in json.loads(run(jar, data, "funds", "--json", check=True).stdout):
        events = run(jar, data, "events", "--fund", fund["fund"], check=True).stdout.decode()
        (into / f"events-{named(fund['fund'])}").write_text(MASKED.sub("…", events))


def differing(old, new):
    names = sorted({path.name for path in old.iterdir()} | {path.name for path in new.iterdir()})
    return names, [name for name in names
                   if not ((old / name).exists() and (new / name).exists()
                           and (old / name).read_bytes() == (new / name).read_bytes())]


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    old, new, folder, *files = map(Path, sys.argv[1:])
    old, new, folder, files = old.resolve(), new.resolve(), folder.resolve(), [file.resolve() for file in files]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    recorded = folder / "data"
    for file in files:
        run(old, recorded, "import", str(file), check=True)
    wrong = 0
    for name, jar in (("old", old), ("new", new)):
        # To the same place, one after the other: an answer that names its data directory names the same one.
        data = folder / "copy"
        shutil.copytree(recorded, data)
        answers(jar, data, files, folder / name / "answers")
        shutil.rmtree(data)
        masked_history(jar, folder / "afresh", files, folder / name / "history")
        shutil.rmtree(folder / "afresh")
    for part in ("answers", "history"):
        names, different = differing(folder / "old" / part, folder / "new" / part)
        print(f"{part}: {len(names)} compared, {len(different)} differ")
        for name in different:
            print(f"  {name}")
        wrong += len(different)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
