"""A headless Chromium by Debian's chromium-driver, or a reason why there is none."""
import json
import pathlib
import shutil

FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-prefers-reduced-motion")


def start(profile):
    """(driver, "") or (None, why)."""
    try:
        from selenium import webdriver
        from selenium.common.exceptions import WebDriverException
        from selenium.webdriver.chrome.options import Options
        from selenium.webdriver.chrome.service import Service
    except ImportError:
        return None, "python3-selenium is not installed"
    chromium, server = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not server:
        return None, "chromium or chromium-driver is not installed"
    options = Options()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    try:
        driver = webdriver.Chrome(service=Service(server), options=options)
    except WebDriverException as problem:
        return None, f"Chromium cannot be started: {problem.msg}"
    driver.set_script_timeout(30)
    return driver, ""


def screen(driver, width, height, dark=False):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})


def open_page(driver, file, address=""):
    driver.get("about:blank")   # so that an address that differs behind # only is loaded again
    driver.get(pathlib.Path(file).resolve().as_uri() + address)


def complaints(driver):
    """What the page wrote on its console since the last time: errors, broken policy, warnings."""
    return [entry["message"] for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]


def axe(driver, source):
    """The rules of WCAG 2.2 AA that the page breaks, with where."""
    driver.execute_script(source)
    found = driver.execute_async_script("""
      const done = arguments[0];
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(
        (result) => done(JSON.stringify(result.violations.map((one) => [one.id, one.help, one.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? ''))]))),
        (problem) => done(JSON.stringify([['axe', String(problem), []]])));""")
    return json.loads(found)
