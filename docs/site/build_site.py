#!/usr/bin/env python3
"""Builds the documentation as a small static site and checks its links.

usage: build_site.py PROJECT MUSTER OUT

Pages are docs/*.md in the order of PAGES; the reference pages of commands, records, rules and scales are made from the program and
the packs. Needs Debian's mkdocs. Ends with 1 where a page is missing from PAGES or a link leads nowhere.
"""
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib
import urllib.parse

# After Diátaxis: what the reader wants to do decides where a page stands.
PAGES = [
    ("muster", [("index.md", "What it is")]),
    ("Tutorial", [("tutorial.md", "From a PDF to a chart in ten minutes")]),
    ("How to", [("batch.md", "read thousands of documents"), ("ci.md", "watch a corpus in CI"), ("report.md", "check facts on the evidence page"),
                ("tables.md", "get tables and databases"), ("notebooks.md", "use pandas, R, DuckDB, jq"), ("adding-a-document.md", "add a document to a corpus"),
                ("rules.md", "write rules of your own"), ("evaluation.md", "measure against gold of your own")]),
    ("Reference", [("reference-commands.md", "Commands"), ("output.md", "Output"), ("reference-record.md", "The record, field by field"),
                   ("reference-rules.md", "Rules"), ("reference-scales.md", "Scales"), ("formats.md", "What is read")]),
    ("Explanation", [("architecture.md", "How muster is built and reads a sentence"), ("accuracy.md", "How right it is, and what it does not do"),
                     ("benchmarks.md", "How fast it is")]),
]


def run(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True, env={"LC_ALL": "C.UTF-8", "COLUMNS": "100", "TERM": "dumb"}).stdout


def commands(program):
    brief = run(program, "-h")
    names = re.findall(r"^  (\w+) {2,}", brief.split("Commands", 1)[1].split("\n\n", 1)[0], re.M)
    parts = ["# Commands\n", "Made from the program itself: `muster COMMAND --help` says the same.\n", "```text\n" + brief + "```\n"]
    parts += [f"## muster {name}\n\n```text\n{run(program, name, '--help')}```\n" for name in names]
    return "\n".join(parts)


def record(program):
    schema = json.loads(run(program, "schema"))
    definitions = schema.get("$defs", {})

    def resolved(node):
        while "$ref" in node:
            node = definitions[node["$ref"].rsplit("/", 1)[1]]
        return node

    def kind(node):
        node = resolved(node)
        if "enum" in node:
            return " · ".join("null" if v is None else f"`{v}`" for v in node["enum"])
        if "const" in node:
            return f"`{node['const']}`"
        if "anyOf" in node or "oneOf" in node:
            return " or ".join(kind(n) for n in node.get("anyOf", node.get("oneOf")))
        types = node.get("type", "any")
        text = " or ".join(types) if isinstance(types, list) else types
        return f"list of {kind(node['items'])}" if text == "array" and "items" in node and "properties" not in resolved(node["items"]) else text

    def table(title, node):
        node = resolved(node)
        rows = dict(node.get("properties", {}))
        for part in node.get("allOf", []):
            rows = {**resolved(part).get("properties", {}), **rows}
        lines = [f"## {title}\n", "| field | value |", "|---|---|"]
        lines += [f"| `{name}` | {kind(value)} |" for name, value in rows.items()]
        return "\n".join(lines) + "\n"

    out = ["# The record, field by field\n", "Made from `muster schema` (JSON Schema 2020-12). What the fields mean: [Output](output.md).\n"]
    for name, node in schema["properties"].items():
        inner = resolved(node)
        if inner.get("type") == "array":
            inner = resolved(inner["items"])
        if "properties" in inner or "allOf" in inner:
            out.append(table(name, inner))
    return "\n".join(out)


def rules(program):
    return ("# Rules\n\nMade from `muster rules list`: each rule with the kind of fact that it makes and the words that wake it. "
            "`muster rules show ID` prints one whole, with its examples.\n\n```text\n" + run(program, "rules", "list") + "```\n")


def scales(project):
    out = ["# Scales\n", "Made from the packs' word lists. How the words of inspectorates and auditors stand on muster's scales.\n"]
    vocab = project / "src/packs/data/en/vocab"
    for name, title in (("status_scales.toml", "Statuses"), ("grades.toml", "Grades")):
        data = tomllib.loads((vocab / name).read_text(encoding="utf-8"))
        entries = next(v for v in data.values() if isinstance(v, list))
        columns = sorted({k for e in entries for k in e} - {"forms", "form", "words", "note"})
        out += [f"## {title}\n", "| words | " + " | ".join(columns) + " |", "|---|" + "---|" * len(columns)]
        for entry in entries:
            words = entry.get("forms") or entry.get("words") or entry.get("form") or ""
            words = ", ".join(words) if isinstance(words, list) else words
            out.append(f"| {words} | " + " | ".join(str(entry.get(c, "")) for c in columns) + " |")
        out.append("")
    return "\n".join(out)


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids = [], set()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" and value:
                self.ids.add(value)
            if name in ("href", "src") and value:
                self.links.append(value)


def broken_links(site):
    pages = {}
    for page in site.rglob("*.html"):
        links = Links()
        links.feed(page.read_text(encoding="utf-8"))
        pages[page.resolve()] = links
    problems = []
    for page, links in pages.items():
        if page.name == "404.html":
            continue
        for link in links.links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("#") and parts.fragment in ("", *links.ids):
                continue
            target = (page.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else page
            if target.is_dir():
                target = target / "index.html"
            if not target.exists():
                problems.append(f"{page.relative_to(site.resolve())}: {link} leads nowhere")
            elif parts.fragment and target in pages and parts.fragment not in pages[target].ids:
                problems.append(f"{page.relative_to(site.resolve())}: {link} has no such place")
    return len(pages), problems


def main():
    project, program, out = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve()), pathlib.Path(sys.argv[3]).resolve()
    source, site = out / "source", out / "html"
    shutil.rmtree(out, ignore_errors=True)
    source.mkdir(parents=True)
    for page in (project / "docs").glob("*.md"):
        shutil.copy(page, source / page.name)
    shutil.copytree(project / "docs" / "batch", source / "batch")
    readme = (project / "README.md").read_text(encoding="utf-8").replace("](docs/", "](")
    (source / "index.md").write_text(readme, encoding="utf-8")
    (source / "reference-commands.md").write_text(commands(program), encoding="utf-8")
    (source / "reference-record.md").write_text(record(program), encoding="utf-8")
    (source / "reference-rules.md").write_text(rules(program), encoding="utf-8")
    (source / "reference-scales.md").write_text(scales(project), encoding="utf-8")
    for page in source.glob("*.md"):   # what lies in the tree but not on the site
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"\[([^\]]+)\]\(\.\./[^)]+\)", r"\1", text), encoding="utf-8")
    listed = {name for _, pages in PAGES for name, _ in pages}
    there = {page.name for page in source.glob("*.md")}
    problems = [f"docs/{name} is on no page of the site: add it to PAGES" for name in sorted(there - listed)]
    problems += [f"docs/{name} is on the site's list and not there" for name in sorted(listed - there)]
    nav = [{title: [{label: name} for name, label in pages if name in there]} for title, pages in PAGES]
    config = {"site_name": "muster", "docs_dir": "source", "site_dir": "html", "use_directory_urls": False, "nav": nav,
              "theme": {"name": "mkdocs", "highlightjs": False, "nav_style": "light"}, "plugins": ["search"], "markdown_extensions": ["tables", "fenced_code", "toc"]}
    (out / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")   # JSON is YAML
    done = subprocess.run(["mkdocs", "build", "--quiet", "--strict", "--config-file", str(out / "mkdocs.yml")], capture_output=True, text=True)
    if done.returncode:
        problems.append("mkdocs: " + done.stderr.strip())
    count, broken = broken_links(site)
    problems += broken
    for problem in problems:
        print(problem)
    print(f"{count} pages in {sys.argv[3]}/html, {len(problems)} problems")
    return 1 if problems or not count else 0


if __name__ == "__main__":
    sys.exit(main())
