"""The keyboard alone goes from a file to a printed page: upload, check, publish, overview, indicator, print."""

from data.invention.sample import read_sample
from data.store.store import Store
from tests.browser.conftest import settle, visit

FOCUSED = """() => {
    const focused = document.activeElement;
    if (focused === document.body || focused.matches("main, section")) return "nothing that can be pressed";
    if (focused.closest("[data-testid=stFileUploader]") && focused.tagName === "BUTTON") return "the button for files";
    return focused.id + " " + (focused.getAttribute("aria-label") || focused.textContent).trim();
}"""
FAR = 120
"""Steps after which a key leads nowhere."""
EXTRACTS = ("children", "child_protection_plans")


def go_to(page, words: str, key: str = "Tab") -> None:
    """Press a key until what bears some words has the focus."""
    for _ in range(FAR):
        if words in page.evaluate(FOCUSED):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never leads to {words}")


def test_the_keyboard_alone_goes_from_a_file_to_a_printed_page(serve, browser, tmp_path):
    files = []
    for upload in read_sample():
        if upload.month == "2026-10" and upload.extract in EXTRACTS:
            files.append(str(tmp_path / f"{upload.extract}.csv"))
            upload.rows.to_csv(files[-1], index=False)
    Store.create(tmp_path / "new.duckdb").close()
    server = serve(SLAC_STORE=str(tmp_path / "new.duckdb"), SLAC_AUTHORITY="X09000001")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.on("filechooser", lambda chooser: chooser.set_files(files))  # listens before the key that opens it is pressed
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    server.come_in(page)
    visit(page, f"{server.address}/upload")

    go_to(page, "The month they are of")
    page.keyboard.type("October 2026")
    page.keyboard.press("Enter")
    go_to(page, "the button for files")
    page.keyboard.press("Enter")
    page.get_by_test_id("stFileChip").nth(1).wait_for()
    settle(page)
    go_to(page, "Check these files")
    page.keyboard.press("Enter")
    page.locator("#check-summary:focus").wait_for()
    settle(page)
    page.locator("#check-summary").evaluate("drawn => drawn.replaceWith(drawn.cloneNode(true))")
    page.locator("#check-summary:focus").wait_for()
    go_to(page, "Publish October 2026 for Example Borough")
    page.keyboard.press("Enter")
    page.get_by_text("Published: October 2026, Example Borough.").wait_for()
    settle(page)

    page.keyboard.press("/")
    page.keyboard.type("Overview")
    page.locator(".find-option").first.wait_for()
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Overview").wait_for()
    settle(page)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    go_to(page, "Children on a child protection plan")
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Children on a child protection plan").wait_for()
    settle(page)
    go_to(page, "Print", "Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == 1
    page.close()
