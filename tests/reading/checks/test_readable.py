"""What is told of a text says which text it is, of what, in which language, and says it once."""

from __future__ import annotations

from pathlib import Path

from builder import SMALL, Files, problems_of

BROKEN = "Itâ€™s"
THEME = "themes/having-time.yml"
UR = "translations/ur"
FILES: Files = {
    "study.yml": SMALL["study.yml"].replace("label: Students", f"label: {BROKEN}"),
    THEME: SMALL[THEME] + f"subthemes: [{{id: inner, title: {BROKEN}}}]\n",
    f"{UR}/study.yml": f"gist: {BROKEN}\ngroups: [{{id: students, label: {BROKEN}}}]\n",
    f"{UR}/{THEME}": f"id: having-time\ntitle: {BROKEN}\n"
    f"subthemes: [{{id: inner, title: {BROKEN}}}]\n",
    f"{UR}/methods.yml": f"design: {BROKEN}\nsampling: {{strategy: {BROKEN}}}\n",
    f"{UR}/codebook.yml": f"- {{id: time, label: {BROKEN}}}\n",
    f"{UR}/implications.yml": f"- {{id: more-time, text: {BROKEN}}}\n",
    f"{UR}/sessions.yml": f"- {{id: fgd-1, label: {BROKEN}}}\n",
}


def test_each_text_is_named_once_by_its_field_its_record_and_its_language(tmp_path: Path) -> None:
    found = [line for line in problems_of(tmp_path, FILES) if "mojibake" in line]
    assert [line.partition(f' holds "{BROKEN}"')[0] for line in found] == [
        f"{place} warning mojibake: {named}"
        for place, named in {
            "study.yml:12:12": '"label" of group students',
            f"{THEME}:9:32": '"title" of theme inner',
            f"{UR}/codebook.yml:1:21": '"label" of the translation of code time into ur',
            f"{UR}/implications.yml:1:25": (
                '"text" of the translation of implication more-time into ur'
            ),
            f"{UR}/methods.yml:1:9": '"design" of the translation of the methods into ur',
            f"{UR}/methods.yml:2:22": '"strategy" of the translation of the methods into ur',
            f"{UR}/sessions.yml:1:22": '"label" of the translation of session fgd-1 into ur',
            f"{UR}/study.yml:1:7": '"gist" of the study\'s translation into ur',
            f"{UR}/study.yml:2:32": '"label" of the study\'s translation into ur',
            f"{UR}/{THEME}:2:8": '"title" of the translation of theme having-time into ur',
            f"{UR}/{THEME}:3:32": '"title" of the translation of theme inner into ur',
        }.items()
    ]
