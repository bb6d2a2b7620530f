#!/usr/bin/env python3
"""Writes THIRD-PARTY.md: every library of the distribution with version, licence and date.

Run it after `mvn package`, when a dependency has changed; a test compares the result with the jars.
Licences come from the POMs in the local repository, dates from the newest entry of each jar.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
REPOSITORY = pathlib.Path.home() / ".m2/repository"


def tag(element):
    return element.tag.split("}")[-1]


def child(element, name):
    return next((each for each in element if tag(each) == name), None)


def text(element, name):
    found = child(element, name)
    return found.text.strip() if found is not None and found.text else ""


def licences(pom):
    """Of a POM, or of the nearest parent that names any."""
    project = xml.parse(pom).getroot()
    named = child(project, "licenses")
    if named is not None:
        return [text(each, "name") for each in named]
    parent = child(project, "parent")
    if parent is None:
        return []
    group, name, version = (text(parent, each) for each in ("groupId", "artifactId", "version"))
    above = REPOSITORY / group.replace(".", "/") / name / version / f"{name}-{version}.pom"
    return licences(above) if above.exists() else []


def date(jar):
    with zipfile.ZipFile(jar) as entries:
        newest = max(entry.date_time for entry in entries.infolist())
    return "%d-%02d-%02d" % newest[:3] if newest[0] > 2000 else "not said"


def row(jar):
    pom = next(iter(jar.parent.glob("*.pom")))
    named = "; ".join(re.sub(r"\s+", " ", each) for each in licences(pom)) or "not said"
    return f"| {jar.stem} | {named} | {date(jar)} |"


def main():
    listed = (ROOT / "distribution/target/class-path.txt") if len(sys.argv) < 2 else pathlib.Path(sys.argv[1])
    names = [pathlib.Path(each).name for each in listed.read_text().strip().split(":")]
    rows = []
    for name in sorted(each for each in names if not each.startswith("supie-")):
        found = list(REPOSITORY.rglob(name))
        rows.append(row(found[0]))
    page = (ROOT / "build/third-party-top.md").read_text()
    (ROOT / "THIRD-PARTY.md").write_text(page + "\n".join(rows) + "\n")


main()
