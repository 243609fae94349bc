"""Why an engine failed, in one sentence with a remedy, and without a word of any page."""

from pathlib import Path

import pytest

from study_findings.engines.failure import explain

SECRET = "we hid the spare key"
ROOT = Path("/studies/bus")
PACKAGES = "/usr/lib/python3.12/site-packages"
TRACE = f"""\
INFO    -  Building documentation to directory: {ROOT}/.findings/site
INFO    -  The following pages exist in the docs directory, but are not included in the "nav":
  - interview with {SECRET}.md
Traceback (most recent call last):
  File "{PACKAGES}/mkdocs/commands/build.py", line 292, in build
    files = config.plugins.on_files(files, config=config)
"""
STRICT = "Aborted with 1 warnings in strict mode!\n"


def in_file(root: Path, name: str, code: str = "") -> str:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text("x", encoding="utf-8")
    return f'  File "{root / name}", line 12, in on_files\n    {code}\n'


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            "ERROR   -  Config value 'plugins': The \"gone\" plugin is not installed\n"
            "Aborted with a configuration error!\n",
            'mkdocs.yml has a setting that it does not take (plugins: The "gone" plugin is not '
            "installed); install it with pip, or take it out of mkdocs.yml",
        ),
        (
            f"ERROR   -  Config value 'hooks': The path '{ROOT}/no.py' isn't an existing file.\n"
            "WARNING -  Config value 'sitename': Unrecognised configuration name: sitename\n",
            "mkdocs.yml has a setting that it does not take (hooks: The path 'no.py' isn't an "
            "existing file; sitename: Unrecognised configuration name: sitename); mend mkdocs.yml",
        ),
        (
            "ERROR   -  Config value 'markdown_extensions': Failed to load extension 'gone'.\n"
            "Traceback (most recent call last):\nModuleNotFoundError: No module named 'gone'\n",
            "mkdocs.yml has a setting that it does not take (markdown_extensions: Failed to load "
            "extension 'gone'); install it with pip, or take it out of mkdocs.yml",
        ),
        (
            "ERROR   -  Config value 'markdown_extensions': Failed to load extension 'toc'.\n"
            f"  File \"x.py\", line 1, in y\nKeyError: '{SECRET}'\n",
            "mkdocs.yml has a setting that it does not take (markdown_extensions: Failed to load "
            "extension 'toc'); mend mkdocs.yml",
        ),
        (
            "WARNING -  Doc file 'a.md' contains a link 'missing.md', but the target is not found "
            f"among documentation files.\nWARNING -  {SECRET}\n{STRICT}",
            'content/a.md links to "missing.md", which is no page or file of the site; '
            "mend the link or the file's name",
        ),
        (
            "WARNING -  Doc file 'a.md' contains a link '../private/we hid the spare key.docx', "
            f"but the target is not found among documentation files.\n{STRICT}",
            "content/a.md links to a file of private/, which is no page or file of the site; "
            "mend the link or the file's name",
        ),
        (
            "WARNING -  A reference to 'no.md' is included in the 'nav' configuration, which is "
            f"not found in the documentation files.\n{STRICT}",
            'nav lists "no.md", which is no page of the site; mend the link or the file\'s name',
        ),
        (
            "WARNING -  Doc file 'Anna's.md' contains an absolute link '/x/', it was left as is. "
            f"Did you mean 'x.md'?\n{STRICT}",
            'content/Anna\'s.md links to "/x/", in a form that `validation` in mkdocs.yml refuses; '
            "mend the link or the file's name",
        ),
        (
            TRACE + f'  File "{PACKAGES}/gadget/plugin.py", line 5, in on_files\n'
            f"    raise\ngadget.errors.GadgetError: {SECRET}\n",
            "the package gadget stopped it (GadgetError); take gadget out of mkdocs.yml, or "
            "install another version of it",
        ),
        (
            TRACE.replace(
                "INFO    -  Building", f"ERROR   -  Error reading page 'a.md': {SECRET}\nI"
            )
            + f"UnicodeDecodeError: {SECRET}\n",
            "content/a.md is not UTF-8; save it as UTF-8",
        ),
        (
            TRACE + f"OSError: [Errno 28] No space left on device: '{SECRET}'\n",
            "there is no room left on the disk; make room, then build again",
        ),
        (
            TRACE + f"KeyError: '{SECRET}'\n",
            "it stopped with an error of its own (KeyError); undo the last change of mkdocs.yml or "
            "of a page in content/, then build again",
        ),
        (
            f"\x1b[31m{SECRET}\x1b[0m\n",
            "it gives no reason that is known here; undo the last change of mkdocs.yml or of a "
            "page in content/, then build again",
        ),
        (
            "Error: Theme 'gone' is not installed. Available themes are: mkdocs\n",
            "mkdocs.yml names the theme gone, which is not installed; write "
            "`name: study-findings` there",
        ),
        (
            (
                "\x1b[33mWarning:\x1b[0m page does not exist\n   ╭─[ a.md:3:5 ]\n   │\n"
                " 3 │ [b](missing.md)\n───╯\nRuntimeError: Aborted because --strict flag is set\n"
            ),
            "content/a.md:3:5: page does not exist; mend the link or the file's name",
        ),
        (
            TRACE + "RuntimeError: Python error: ModuleNotFoundError: No module named 'gone'\n",
            "the package gone is not installed; install it with pip, or take what needs it out of "
            "mkdocs.yml",
        ),
    ],
)
def test_the_cause_is_told_in_one_sentence(printed: str, expected: str) -> None:
    said = explain("MkDocs", 1, printed, ROOT)
    assert said == f"MkDocs could not build the site: {expected}"
    assert SECRET not in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("name", "error", "expected"),
    [
        (
            "h.py",
            f"ValueError: {SECRET}",
            "line 12 of h.py stopped it (ValueError); mend that line",
        ),
        (
            "hooks/h.py",
            f"SyntaxError: {SECRET}",
            "line 12 of hooks/h.py cannot be read as code (SyntaxError); mend that line",
        ),
        (
            "h.py",
            "ModuleNotFoundError: No module named 'nltk'",
            (
                "line 12 of h.py asks for the package nltk, which is not installed; install it "
                "with pip"
            ),
        ),
        (
            "over/main.html",
            f"jinja2.exceptions.TemplateSyntaxError: {SECRET}",
            (
                "line 12 of over/main.html cannot be read as code (TemplateSyntaxError); mend "
                "that line"
            ),
        ),
    ],
)
def test_the_line_of_the_studys_own_code_is_named(
    tmp_path: Path, name: str, error: str, expected: str
) -> None:
    said = explain("MkDocs", 1, f"{TRACE}{in_file(tmp_path, name, SECRET)}{error}\n", tmp_path)
    assert said.startswith(f"MkDocs could not build the site: {expected}")
    assert SECRET not in said


def test_an_engine_that_the_system_stopped_is_told_of() -> None:
    assert explain("Zensical", -9, SECRET, ROOT) == (
        "Zensical could not build the site: the system stopped it (signal 9); this computer may "
        "have too little memory: close other programs, then build again"
    )
