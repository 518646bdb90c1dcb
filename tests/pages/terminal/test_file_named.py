"""Where an ending alone is given, a file is named for whom it is, of what, by which version, and with its hash."""

from hashlib import sha256

from data.program import PROGRAM_VERSION
from tests.every_case import every
from tests.pages.terminal.test_cli import write_plans
from tests.pages.terminal.test_cli_report import store_file  # noqa: F401

COMMANDS = {
    ("digest", "--public"): ("OFFICIAL_digest_2026-10", ".html"),
    ("digest",): ("OFFICIAL-SENSITIVE_digest_2026-10", ".pdf"),
    ("report", "--public"): ("OFFICIAL_committee_report_public_2026-10", ".html"),
    ("report", "--draft"): ("OFFICIAL-SENSITIVE_draft_committee_report_exempt_2026-10", ".docx"),
    ("quality-report",): ("OFFICIAL-SENSITIVE_quality_report_2026-10", ".html"),
    ("inspection",): ("OFFICIAL-SENSITIVE_inspection_2026-10", ".xlsx"),
    ("action-plan", "--partner", "Health/NHS"): ("OFFICIAL-SENSITIVE_action_plan_Health_NHS_2026-10", ".html"),
    ("picture", "--indicator", "children_on_a_plan"): ("OFFICIAL-SENSITIVE_children_on_a_plan_2026-10", ".SVG"),
    ("figures", "--public", "--service", "child_protection"): ("OFFICIAL_figures_2026-10", ".csv"),
    ("figures", "--quarters", "--indicator", "children_on_a_plan"): ("OFFICIAL-SENSITIVE_figures_2026-10", ".xlsx"),
    ("region", "--indicator", "children_on_a_plan"): ("OFFICIAL_region_2026-10", ".xlsx"),
    ("exchange", "export", "--service", "child_protection"): ("OFFICIAL_exchange_E09000005_2026-10", ".json"),
}


@every("case", COMMANDS.items())
def test_a_file_of_which_an_ending_is_given_is_named_as_a_page_names_it(run, store_file, tmp_path, case):  # noqa: F811
    words, (name, ending) = case
    folder = tmp_path / "-".join(words).replace("/", "")
    folder.mkdir()
    status, said, complaint = run(*words, "--out", folder / ending, "--store", store_file)
    assert status == 0, complaint
    (file,) = folder.iterdir()
    digest = sha256(file.read_bytes()).hexdigest()[:8]
    assert file.name == f"{name}_{PROGRAM_VERSION}_{digest}{ending.lower()}"
    assert str(file) in said + complaint


def only_file_of(folder, name, ending):
    """Return the one file of a folder, which is named by us."""
    (file,) = folder.iterdir()
    assert file.name == f"{name}_{PROGRAM_VERSION}_{sha256(file.read_bytes()).hexdigest()[:8]}{ending}"
    return file


def test_a_report_given_back_the_plan_as_a_workbook_and_the_workbook_to_mend_are_named_so_too(
    run,
    store_file,  # noqa: F811
    tmp_path,
):
    of_store, folders = ("--store", store_file), [tmp_path / each for each in ("issued", "again", "plan", "to_mend")]
    for folder in folders:
        folder.mkdir()
    issued, again, plan, to_mend = folders
    assert run("report", "--public", "--out", issued / ".html", *of_store)[0] == 0
    status, said, complaint = run("report-again", "1", "--out", again / ".HTML", *of_store)
    assert status == 0, complaint
    assert str(only_file_of(again, "OFFICIAL_committee_report_1_public_2026-10", ".html")) in said
    assert "ends otherwise" in run("report-again", "1", "--out", again / ".pdf", *of_store)[2]
    status, said, complaint = run("action-plan-out", plan / ".xlsx", *of_store)
    assert status == 0, complaint
    assert str(only_file_of(plan, "OFFICIAL-SENSITIVE_action_plan", ".xlsx")) in said
    faulty = write_plans(tmp_path)
    faulty.write_text(faulty.read_text().replace("NEG", "NEGL", 1))
    status, _, complaint = run("check", faulty, "--month", "2026-10", "--marked", to_mend / ".xlsx", *of_store)
    assert status == 1 and str(only_file_of(to_mend, "OFFICIAL-SENSITIVE_2026-10_to_mend", ".xlsx")) in complaint
