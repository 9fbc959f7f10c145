#!/usr/bin/env python3
"""Opens the evidence page in a real browser and does what a reader does.

usage: check_report.py MUSTER PROJECT OUT        OUT: a folder for page, marks and screenshots

Skipped (exit code 77) only where Chromium cannot be started. The accessibility rules come from npm, and are left out, saying so, where
npm cannot be reached.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import chromium   # noqa: E402
import hostile    # noqa: E402

failures, checks = [], 0


def check(right, words):
    global checks
    checks += 1
    if not right:
        failures.append(words)
        print("wrong:", words)


def axe_source(here, out):
    """The text of axe-core, or None."""
    if not shutil.which("npm"):
        return None
    place = out / "npm"
    place.mkdir(parents=True, exist_ok=True)
    script = place / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        for name in ("package.json", "package-lock.json"):
            shutil.copy(here / name, place / name)
        try:
            subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"], cwd=place, timeout=25, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except (subprocess.SubprocessError, OSError):
            return None
    return script.read_text(encoding="utf-8") if script.exists() else None


def wait(driver, script, what, seconds=10):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        value = driver.execute_script("return " + script)
        if value:
            return value
        time.sleep(0.03)
    check(False, f"waited for {what}: {script}")
    return None


def count(driver):
    return driver.execute_script("return document.querySelector('.count').textContent")


def press(driver, key):
    """A key where the focus is, as a keyboard sends it."""
    from selenium.webdriver import ActionChains
    ActionChains(driver).send_keys(key).perform()


def a_reader(driver, muster, page, out, records):
    """Overview, filters, sorting, jumping, marking, saving, citing."""
    chromium.screen(driver, 1280, 900)
    chromium.open_page(driver, page)
    wait(driver, "document.documentElement.hasAttribute('data-ready')", "the page to be ready")
    facts = sum(len(record[kind]) for record in records for kind in KINDS)
    check(str(len(records)) in driver.execute_script("return document.querySelector('h1').textContent"), "the overview's heading counts the documents")
    check(driver.execute_script("return document.querySelectorAll('.stack, .bars li, .range, .strip').length") > 10, "the overview has its charts")

    driver.execute_script("location.hash = '#facts'")
    wait(driver, "document.querySelector('table.facts')", "the table")
    check(count(driver).startswith(f"{facts:,} facts"), f"the table has all {facts} facts, not {count(driver)}")
    met = sum(1 for record in records for fact in record["statuses"] if fact["status"] == "met")
    driver.execute_script("for (const [id, value] of [['f-kind', 'statuses'], ['f-status', 'met']]) { const box = document.getElementById(id); box.value = value; box.dispatchEvent(new Event('change')); }")
    check(count(driver).startswith(f"{met:,} fact"), f"{met} statuses are met, not {count(driver)}")
    check("kind=statuses" in driver.current_url and "status=met" in driver.current_url, "the filters stand in the address")
    driver.execute_script("document.querySelector('.chosen-one').click()")
    driver.execute_script("document.querySelector('.chosen-one').click()")
    check(count(driver).startswith(f"{facts:,} facts"), "filters can be taken away")
    driver.find_element("id", "q").send_keys("vacancy")
    wait(driver, f"!document.querySelector('.count').textContent.startsWith('{facts:,} ')", "the search")
    found = int(count(driver).split()[0].replace(",", ""))
    check(0 < found < facts, "a search finds some facts")
    driver.execute_script("document.querySelector('[data-sort=date]').click()")
    check(driver.execute_script("return document.querySelector('th[aria-sort=ascending]').textContent").startswith("Date"), "the table is sorted by date")
    top = driver.execute_script("scrollTo(0, 600); return document.querySelector('.filters').getBoundingClientRect().top")
    check(abs(top) < 2, "the filters stay in sight")

    # Into a document, from fact to fact.
    index = max(range(len(records)), key=lambda i: len(records[i]["statuses"]))
    driver.execute_script(f"location.hash = '#doc/{index}'")
    wait(driver, "document.querySelector('.text .chip')", "the text")
    check(driver.execute_script("return document.activeElement.tagName") == "H1", "a new view has the focus on its heading")
    press(driver, "n")
    first = driver.execute_script("return document.activeElement.dataset.id")
    press(driver, "n")
    second = driver.execute_script("return document.activeElement.dataset.id")
    check(first and second and first != second, f"n goes from fact to fact: {first}, {second}")
    check(driver.execute_script("return document.querySelectorAll('mark.now').length") > 0, "the fact's words are shown")
    check(driver.current_url.endswith(second), "the fact stands in the address")
    press(driver, "p")
    check(driver.execute_script("return document.activeElement.dataset.id") == first, "p goes back")
    fact = next(fact for kind in KINDS for fact in records[index][kind] if fact["id"] == first)
    evidence = fact["evidence"] if isinstance(fact["evidence"], dict) else fact["evidence"][0]
    card = driver.execute_script("return document.querySelector('.card').textContent")
    check(evidence["rule"] in card and fact["confidence"] in card, "the card tells rule and confidence")
    quote = " ".join(evidence["quote"].split())
    check(quote[:200] in card, "the card tells the quote")
    press(driver, "r")
    check(driver.execute_script("return document.querySelector('.mark.right').getAttribute('aria-pressed')") == "true", "r marks the fact as right")
    press(driver, "n")
    press(driver, "w")
    note = driver.find_element("css selector", ".note input")
    note.send_keys("n is a letter here")
    check(driver.execute_script("return document.querySelector('.where').textContent").startswith("2 of"), "keys do nothing while one types")
    driver.execute_script("document.activeElement.blur()")
    driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    press(driver, "c")
    # The clipboard answers later: until then the words told are those of the key before.
    wait(driver, "/^Citation copied|does not let/.test(document.getElementById('told').textContent)", "the citation")
    told = driver.execute_script("return document.getElementById('told').textContent")
    check(told.startswith("Citation copied"), f"a citation can be copied: {told}")
    # A mark may come from the pointer, too.
    driver.execute_script("document.querySelector('.text mark').dispatchEvent(new PointerEvent('pointerover', {bubbles: true, pointerType: 'mouse'}))")
    check(driver.execute_script("return document.querySelector('.card .rule, .card code') !== null"), "the rule shows on hover")

    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(out)})
    (out / "marks.jsonl").unlink(missing_ok=True)
    driver.find_element("id", "export").click()
    until = time.monotonic() + 10
    while not (out / "marks.jsonl").exists() and time.monotonic() < until:
        time.sleep(0.03)
    marks = [json.loads(line) for line in (out / "marks.jsonl").read_text(encoding="utf-8").splitlines()]
    check([mark["right"] for mark in marks] == [True, False], f"two marks were saved: {marks}")
    check(all(list(mark) == ["path", "member", "record", "kind", "id", "start", "end", "quote", "right", "note"] for mark in marks), "marks have the fields that eval reads")
    source = records[index]["source"]
    for mark in marks:
        check((mark["path"], mark["member"], mark["record"]) == (source["path"], source["member"], source["record"]), "a mark names its document")
        check(mark["kind"] in KINDS and any(fact["id"] == mark["id"] for fact in records[index][mark["kind"]]), "a mark names its fact")
        check(records[index]["text"][mark["start"]:mark["end"]] == mark["quote"], "a mark's quote stands in the text")
    check(marks[1]["note"] == "n is a letter here", "a note is saved")

    counted = subprocess.run([muster, "eval", "--marks", str(out / "marks.jsonl")], stdout=subprocess.PIPE, check=False)
    check(counted.returncode == 0 and b"n is a letter here" in counted.stdout, "eval reads the marks")

    # The marks are still there when the page is opened again; the dialog opens and closes by key; the colours turn.
    time.sleep(0.3)
    chromium.open_page(driver, page, f"#doc/{index}/{first}")
    check(wait(driver, "document.querySelector('#marked').textContent", "the marks") == "2 marks", "marks outlive the page")
    press(driver, "?")
    check(driver.execute_script("return document.getElementById('keys').open"), "? opens the help")
    driver.execute_script("localStorage.clear(); location.reload()")
    wait(driver, "document.documentElement.hasAttribute('data-ready') && !document.querySelector('#marked').textContent", "a page without marks")
    press(driver, "?")
    (out / "more.jsonl").write_text((out / "marks.jsonl").read_text(encoding="utf-8") + "no mark\n", encoding="utf-8")
    driver.find_element("id", "load").send_keys(str(out / "more.jsonl"))
    check(wait(driver, "document.querySelector('dialog [role=status]').textContent", "the marks to be loaded").strip() == "2 marks fit, 1 line does not.", "marks can be loaded")
    check(driver.execute_script("return document.querySelector('#marked').textContent") == "2 marks", "loaded marks count")
    press(driver, ESCAPE)
    check(not driver.execute_script("return document.getElementById('keys').open"), "Escape closes it")
    before = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
    press(driver, "t")
    check(before != driver.execute_script("return getComputedStyle(document.body).backgroundColor"), "t turns the colours")
    # Back from a fact leads to the row that one came from.
    driver.execute_script("location.hash = '#facts'")
    wait(driver, "document.querySelector('table.facts')", "the table")
    driver.execute_script("scrollTo(0, 1500)")
    down = wait(driver, "history.state && history.state.down", "the place to be kept")
    driver.execute_script("location.hash = document.querySelector('table.facts tr:nth-child(12) a.fact').hash")
    wait(driver, "document.querySelector('mark.now')", "the fact")
    driver.back()
    wait(driver, "document.querySelector('table.facts')", "the table again")
    check(abs(driver.execute_script("return scrollY") - down) < 5, "going back leads to the same row")
    driver.execute_script("localStorage.clear()")


# Where the accessibility rules are tried: every view, both colours, wide and narrow, but not each with each.
RULED = {(1280, False, "overview"), (1280, False, "facts"), (1280, False, "documents"), (1280, False, "reader"), (1280, True, "overview"), (1280, True, "reader"),
         (390, False, "facts"), (390, False, "reader"), (390, True, "facts")}


def looks(driver, page, out, axe):
    """No view is wider than its screen; a picture of each; the accessibility rules."""
    for width, height in ((1280, 900), (390, 800), (360, 640)):
        for dark in (False, True):
            chromium.screen(driver, width, height, dark)
            if (width, dark) == (360, True):
                continue
            for name, address in (("overview", ""), ("facts", "#facts"), ("documents", "#documents"), ("reader", "#doc/33/s1")):
                chromium.open_page(driver, page, address)
                wait(driver, "document.documentElement.hasAttribute('data-ready')", "the page")
                wide = driver.execute_script("return document.documentElement.scrollWidth")
                check(wide <= width, f"{name} is {wide} wide on a screen of {width}")
                if width != 360:
                    driver.save_screenshot(str(out / f"{name}-{width}{'-dark' if dark else ''}.png"))
                if axe and (width, dark, name) in RULED:
                    for rule, words, where in chromium.axe(driver, axe):
                        check(False, f"axe: {name} at {width}{' dark' if dark else ''}: {rule}: {words}: {where}")


def strangers(driver, muster, out):
    """Nothing in a document runs, becomes markup, or breaks the page."""
    hostile.write(out / "hostile")
    page = out / "hostile.html"
    subprocess.run([muster, "report", "hostile", "--max-sentence", "200000", "-o", "hostile.html"], cwd=out, check=True, stderr=subprocess.DEVNULL)
    html = page.read_text(encoding="utf-8")
    check(html.count("</script>") == html.count("<script"), "no document ends a script element")
    records = read_records(muster, out, "hostile", "--max-sentence", "200000")
    chromium.screen(driver, 390, 800)
    for address in ["", "#facts", "#documents"] + [f"#doc/{i}" for i in range(len(records))]:
        chromium.open_page(driver, page, address)
        wait(driver, "document.documentElement.hasAttribute('data-ready')", "the page")
        check(driver.execute_script("return window.pwned === undefined && !document.querySelector('img, iframe, object, [onerror], [onload], [onmouseover], main script, main style')"),
              f"a document did something at {address or 'the overview'}")
        wide = driver.execute_script("return document.documentElement.scrollWidth")
        check(wide <= 390, f"{address or 'the overview'} is {wide} wide on a screen of 390")
        links = driver.execute_script("return [...document.querySelectorAll('main a')].map((link) => link.href).filter((href) => !href.startsWith('file:'))")
        check(not links, f"a link leads away: {links[:3]}")
    shown = driver.execute_script("return document.body.innerText")
    check(not any(character in shown for character in "\u202e\u2066\x1b\u200b"), "characters that cannot be seen are shown by name")

    # Ten thousand facts in one document: the last is reached at once; ten thousand rows are filtered.
    many = next(i for i, record in enumerate(records) if record["source"]["path"].endswith("many.txt"))
    last = records[many]["recommendations"][-1]["id"]
    check(len(records[many]["recommendations"]) >= 10_000, "there are ten thousand facts")
    chromium.open_page(driver, page, f"#doc/{many}/{last}")
    wait(driver, f"document.activeElement.dataset.id === '{last}'", "the last of ten thousand facts")
    check(driver.execute_script("const box = document.activeElement.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight"), "it is in sight")
    # Beyond the first 65,536 characters strings count twice: the words marked are still the fact's.
    beyond = next(i for i, record in enumerate(records) if record["source"]["path"].endswith("beyond.txt"))
    for fact in records[beyond]["recommendations"][:1] + records[beyond]["staffing"][-1:]:
        chromium.open_page(driver, page, f"#doc/{beyond}/{fact['id']}")
        wait(driver, "document.querySelector('mark.now')", "the mark")
        words = driver.execute_script("return [...document.querySelectorAll('mark.now')].map((mark) => mark.textContent).join('')")
        check(words == fact["evidence"]["quote"], f"marked: {words!r}, the fact: {fact['evidence']['quote']!r}")


def neighbours(driver, muster, project, out):
    """Real reports beside the project, where there are some: they open, facts lead to their pages, and how long it takes is told."""
    for name in ("seeds", "reports"):
        folder = project.parent / "shared" / "corpus" / name
        if not folder.is_dir():
            print(f"skipped: no {name} beside the project")
            continue
        page = out / f"{name}.html"
        subprocess.run([muster, "report", str(folder), "-o", str(page)], check=False, stderr=subprocess.DEVNULL)
        chromium.screen(driver, 1280, 900)
        chromium.open_page(driver, page)
        wait(driver, "document.documentElement.hasAttribute('data-ready')", "the page")
        ready = driver.execute_script("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        if name == "reports":
            a_reader(driver, muster, page, out, read_records(muster, project, str(folder)))
            chromium.open_page(driver, page)
        print(f"{name}: {page.stat().st_size / 1e6:.1f} MB, ready after {ready:.0f} ms")
        driver.execute_script("location.hash = '#facts?kind=recommendations'")
        wait(driver, "document.querySelector('table.facts')", "the table")
        driver.execute_script("location.hash = document.querySelector('table.facts a.fact').hash")
        wait(driver, "document.querySelector('mark.now')", "a fact in its text")
        link = driver.execute_script("return [...document.querySelectorAll('.card a')].map((link) => link.href).find((href) => /\\.pdf/.test(href)) ?? ''")
        check(name != "reports" or "#page=" in link, f"a fact leads to its page: {link}")


ESCAPE = "\ue00c"
KINDS = ("recommendations", "statuses", "tallies", "responses", "judgements", "staffing", "figures")


def read_records(muster, folder, *words):
    done = subprocess.run([muster, "extract", "--format", "jsonl", "--with-text", *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def main():
    muster, project, out = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]).resolve()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        driver, why = chromium.start(profile)
        if not driver:
            print("skipped:", why)
            return 77
        try:
            axe = axe_source(pathlib.Path(__file__).parent, out)
            if not axe:
                print("skipped: the accessibility rules (axe-core), since npm cannot be reached")
            page = out / "report.html"
            subprocess.run([muster, "report", "corpus/texts", "-o", str(page)], cwd=project, check=True, stderr=subprocess.DEVNULL)
            again = subprocess.run([muster, "report", "corpus/texts", "-j", "1", "-o", str(out / "again.html")], cwd=project, check=True, stderr=subprocess.DEVNULL)
            check(again.returncode == 0 and page.read_bytes() == (out / "again.html").read_bytes(), "the same documents give the same page")
            a_reader(driver, muster, page, out, read_records(muster, project, "corpus/texts"))
            looks(driver, page, out, axe)
            strangers(driver, muster, out)
            neighbours(driver, muster, project, out)
            for line in chromium.complaints(driver):
                check(False, f"the console says: {line}")
        finally:
            driver.quit()
    print(f"{checks} checks, {len(failures)} wrong; page and screenshots are in {out}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
