#!/usr/bin/env python3
"""Reads a workbook of mainstay, changes cells in it, has LibreOffice recalculate it, and compares.

Standard library only. A workbook is read as the XML it is: {sheet: {cell: (formula or None, value)}}.

  workbook.py recalculate BOOK.xlsx WORK            every formula, recalculated, against the engine's value
  workbook.py transplant FROM.xlsx TO.xlsx WORK SHEET...
      puts the inputs of TO that differ from those of FROM into FROM, which may lie on the named sheets only,
      recalculates, and compares every formula with the engine's values of TO
"""
import os
import re
import subprocess
import sys
import zipfile
import xml.etree.ElementTree as xml

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Half a cent; shares are compared to nine decimals.
CENT, SHARE = 0.005, 1e-9


def sheet_files(archive):
    """{sheet name: path of its XML}, in order."""
    links = {link.get("Id"): link.get("Target") for link in xml.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
    sheets = xml.fromstring(archive.read("xl/workbook.xml")).find(MAIN + "sheets")
    return {sheet.get("name"): "xl/" + links[sheet.get(LINK)].removeprefix("/xl/") for sheet in sheets}


def read(path):
    with zipfile.ZipFile(path) as archive:
        strings = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in xml.fromstring(archive.read("xl/sharedStrings.xml")):
                strings.append("".join(text.text or "" for text in item.iter(MAIN + "t")))
        return {name: cells(archive.read(file), strings) for name, file in sheet_files(archive).items()}


def cells(data, strings):
    found = {}
    for cell in xml.fromstring(data).iter(MAIN + "c"):
        formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
        if value is None or value.text is None:
            if formula is not None:
                found[cell.get("r")] = (formula.text, None)
            continue
        kind = cell.get("t", "n")
        content = strings[int(value.text)] if kind == "s" else value.text if kind in ("str", "e") else float(value.text)
        found[cell.get("r")] = (formula.text if formula is not None else None, content)
    return found


def rewrite(source, target, changes):
    """Copies a workbook with numbers of input cells changed and every cached result of a formula taken out."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        files = {file: name for name, file in sheet_files(archive).items()}
        for item in archive.namelist():
            data = archive.read(item)
            if item in files:
                data = altered(data, changes.get(files[item], {}))
            copy.writestr(item, data)


def altered(data, changes):
    xml.register_namespace("", MAIN[1:-1])
    root = xml.fromstring(data)
    left = dict(changes)
    for cell in root.iter(MAIN + "c"):
        formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
        if formula is not None and value is not None:
            cell.remove(value)
            cell.attrib.pop("t", None)
        elif cell.get("r") in left:
            value.text = repr(left.pop(cell.get("r")))
    if left:
        sys.exit(f"no such input cells: {left}")
    return xml.tostring(root, encoding="UTF-8", xml_declaration=True)


SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
</oor:items>
"""


def recalculated(path, work):
    """The workbook as LibreOffice reckons it."""
    profile = os.path.join(work, "profile")
    os.makedirs(os.path.join(profile, "user"), exist_ok=True)
    with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w") as settings:
        settings.write(SETTINGS)
    out = os.path.join(work, "out")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{os.path.abspath(profile)}",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, path],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return read(os.path.join(out, os.path.basename(path)))


def compare(expected, found):
    """Every formula cell of `expected` against `found`; prints what differs, returns the number of formulas."""
    count, wrong = 0, []
    for sheet, own in expected.items():
        for cell, (formula, value) in own.items():
            if formula is None:
                continue
            count += 1
            got = found[sheet].get(cell, (None, None))[1]
            limit = SHARE if isinstance(value, float) and "/" in formula and "ROUND" not in formula else CENT
            same = abs(got - value) < limit if isinstance(got, float) and isinstance(value, float) else got == value
            if not same:
                wrong.append(f"{sheet}!{cell}: engine {value}, spreadsheet {got}: ={formula}")
    for line in wrong[:20]:
        print(line)
    if wrong:
        sys.exit(f"{len(wrong)} of {count} formulas differ")
    if count == 0:
        sys.exit("no formulas: nothing was compared")
    return count


def recalculate(book, work):
    target = os.path.join(work, "recalculate.xlsx")
    rewrite(book, target, {})
    if any(value is not None for sheet in read(target).values() for formula, value in sheet.values() if formula):
        sys.exit("a cached result was left: the comparison would prove nothing")
    print(f"{compare(read(book), recalculated(target, work))} formulas equal the engine to the cent")


def transplant(source, target, work, *sheets):
    before, after = read(source), read(target)
    changes, elsewhere = {}, []
    for sheet, own in after.items():
        for cell, (formula, value) in own.items():
            old = before[sheet].get(cell)
            if formula is not None or not isinstance(value, float) or not old or old[1] == value:
                continue
            if sheet in ("assumptions", "contributions", "timing"):
                (changes.setdefault(sheet, {}).__setitem__(cell, value) if sheet in sheets
                 else elsewhere.append(f"{sheet}!{cell}: {old[1]} and {value}"))
    if elsewhere:
        print("\n".join(elsewhere[:10]))
        sys.exit(f"{len(elsewhere)} inputs differ on other sheets than {', '.join(sheets)}")
    number = sum(len(cells) for cells in changes.values())
    if number == 0:
        sys.exit("no input differs: nothing was tried")
    changed = os.path.join(work, "transplant.xlsx")
    rewrite(source, changed, changes)
    moved = sum(
        1 for sheet, own in after.items() for cell, (formula, value) in own.items()
        if formula and before[sheet].get(cell, (None, None))[1] != value)
    if moved == 0:
        sys.exit("no result differs: nothing was tried")
    count = compare(after, recalculated(changed, work))
    print(f"{number} inputs changed, {moved} results move, {count} formulas equal the engine's other run to the cent")


if __name__ == "__main__":
    {"recalculate": recalculate, "transplant": transplant}[sys.argv[1]](*sys.argv[2:])
