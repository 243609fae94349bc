"""Parts of the preview: what is a change, what stands over a page, what the server answers."""

import json
import shutil
import socket
import socketserver
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ports import free_port
from projects import CONFIGURATION, edit, make_project

from study_findings.preview import watching
from study_findings.preview.banner import banner, with_banner
from study_findings.preview.events import Rebuilt
from study_findings.preview.following import Preview
from study_findings.preview.serving import STATE, Server, Showing, open_server
from study_findings.preview.watching import changes_between, in_words, take_snapshot, watched_paths
from study_findings.problems import BuildError, Level, Location, Problem
from study_findings.project import Project, read_project


def problem(file: str = "themes_data/a.yml", message: str = "m", level: Level = "error") -> Problem:
    return Problem(Location(file, 2, 5), "some-rule", message, "mend it", level)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = make_project(tmp_path / "study", private={"names.yml": "[]\n"})
    monkeypatch.chdir(made.root)
    return made


class TestWhatChanged:
    @pytest.fixture
    def words(self, project: Project) -> "Words":
        return Words(project)

    def test_is_named_where_it_is_little(self, project: Project, words: "Words") -> None:
        (project.content_dir / "thanks.md").rename(project.content_dir / "dank.md")
        edit(project.data_dir / "study.yml", "licence: ", "licence:  ")
        assert words.since() == (
            "themes_data/study.yml changed, content/dank.md added, content/thanks.md removed"
        )

    def test_is_counted_where_it_is_much(self, project: Project, words: "Words") -> None:
        for number in range(12):
            (project.content_dir / f"page-{number}.md").write_text("x", "utf-8")
        edit(project.data_dir / "study.yml", "licence: ", "licence:  ")
        assert words.since() == "1 file changed, 12 files added"

    @pytest.mark.parametrize("name", ["themes_data", "content"])
    def test_is_a_folder_that_goes_and_comes(
        self, project: Project, words: "Words", name: str
    ) -> None:
        folder = project.root / name
        folder.rename(project.root / "away")
        assert words.since() == f"{name} removed"
        (project.root / "away").rename(folder)
        assert words.since() == f"{name} added"

    def test_never_names_a_private_file(self, project: Project, words: "Words") -> None:
        (project.private_dir / "names.yml").rename(project.private_dir / "gulalai.yml")
        edit(project.content_dir / "thanks.md", "# Thanks", "# All")
        assert words.since() == "content/thanks.md changed, private/ changed"
        shutil.rmtree(project.private_dir)
        assert words.since() == "private/ changed"

    def test_is_a_file_of_the_same_size_and_time(self, project: Project, words: "Words") -> None:
        page = project.content_dir / "thanks.md"
        other = page.with_suffix(".other")
        shutil.copy2(page, other)
        other.replace(page)
        assert words.since() == "content/thanks.md changed"

    def test_is_not_what_editors_hide_or_what_a_build_writes(
        self, project: Project, words: "Words"
    ) -> None:
        for path in ("content/.thanks.md.swp", ".findings/docs/a.md", "site/index.html"):
            (project.root / path).parent.mkdir(parents=True, exist_ok=True)
            (project.root / path).write_text("x", "utf-8")
        assert words.since() == ""

    def test_may_be_in_files_that_the_configuration_names(self, project: Project) -> None:
        (project.root / "base.yml").write_text("watch: [more]\n", "utf-8")
        text = f"INHERIT: base.yml\n{CONFIGURATION}".replace(
            "  name: study-findings\n\nplugins",
            "  name: study-findings\n  custom_dir: own\nplugins",
        )
        project.configuration.write_text(f"{text}hooks: [hook.py]\n", "utf-8")
        paths = {
            path.relative_to(project.root).as_posix()
            for path in watched_paths(read_project(project.configuration))
        }
        assert paths == {
            *("mkdocs.yml", "base.yml", "own", "hook.py", "more"),
            *("themes_data", "content", "private"),
        }

    def test_is_waited_for_until_it_is_done(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        states = iter([{"a": (1, 1, 1)}, {"a": (2, 2, 2)}, {}, {"a": (3, 3, 3)}, {"a": (3, 3, 3)}])
        monkeypatch.setattr(watching, "take_snapshot", lambda paths: next(states))
        monkeypatch.setattr(watching, "STILL", 0)
        assert watching.settled_snapshot([]) == {"a": (3, 3, 3)}
        assert next(states, None) is None


class Words:
    """Say what has changed in a project since the last time."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.before = self.look()

    def look(self) -> watching.Snapshot:
        return take_snapshot(watched_paths(self.project))

    def since(self) -> str:
        before, self.before = self.before, self.look()
        return in_words(changes_between(before, self.before), self.project)


class TestBanner:
    def test_is_none_where_nothing_is_wrong(self) -> None:
        assert banner([], "", "private", True) == ""

    def test_tells_each_problem_as_text(self) -> None:
        said = banner([problem(message='"<script>alert(1)</script>"')], "", "private", True)
        assert 'role="alert"' in said
        assert "This page shows the last version without errors." in said
        assert "themes_data/a.yml:2:5</code> error some-rule: " in said
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in said
        assert "<script" not in said
        assert "mend it" in said

    def test_tells_what_a_tool_said_as_text(self) -> None:
        said = banner([], "MkDocs could not <build>", "private", True)
        assert "MkDocs could not &lt;build&gt;" in said
        assert "<build>" not in said

    @pytest.mark.parametrize("folder", ["private", "../hidden"])
    def test_keeps_what_is_wrong_in_private_to_the_terminal(self, folder: str) -> None:
        found = [problem(f"{folder}/a.yml", '"my own words"'), problem(message="public")]
        said = banner(found, "", folder, True)
        assert f"{folder}/a.yml:2:5</code> error some-rule: the terminal says what" in said
        assert "my own words" not in said
        assert "public" in said

    def test_is_a_quiet_word_where_a_page_is_the_newest(self) -> None:
        said = banner([problem(level="warning")], "", "private", True)
        assert 'role="status"' in said
        assert "1 warning in 1 file." in said
        assert "<details>" in said
        assert "last version" not in said

    def test_counts_what_would_fill_the_screen(self) -> None:
        many = [problem(f"themes_data/{number}.yml") for number in range(60)]
        said = banner([problem("themes_data/w.yml", level="warning"), *many], "", "private", True)
        assert said.count("<li>") == 50
        assert "And 11 more, which the terminal lists." in said
        assert "themes_data/w.yml" not in said

    def test_stands_at_the_end_of_a_page(self) -> None:
        page = with_banner(b"<body>one</body><!-- </body> -->", "BANNER", "7")
        assert page.count(b"BANNER") == 1
        assert page.startswith(b"<body>one</body><!-- <div id=")
        assert with_banner(b"<p>no end", "BANNER", "7").startswith(b"<p>no end<div id=")


class TestServer:
    @pytest.fixture
    def server(self, tmp_path: Path) -> Iterator[Server]:
        site = tmp_path / "site"
        (site / "q/q001").mkdir(parents=True)
        (site / "assets").mkdir()
        (site / "index.html").write_text("<body>Home</body>", "utf-8")
        (site / "q/q001/index.html").write_text("<body>Quotation</body>", "utf-8")
        (site / "404.html").write_text("<body>Nothing here</body>", "utf-8")
        (site / "assets/a.js").write_text("1", "utf-8")
        (tmp_path / "secret.txt").write_text("outside", "utf-8")
        with open_server(0) as running:
            running.showing = Showing(site, "/project/", 3, "BANNER")
            running.start()
            yield running
            running.shutdown()

    @staticmethod
    def ask(server: Server, path: str) -> tuple[int, str, str]:
        """Give the code, type and text of an answer."""
        address = f"http://127.0.0.1:{server.server_port}{path}"
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers["Content-Type"], answer.read().decode()

    @pytest.mark.parametrize(
        ("path", "code", "words"),
        [
            ("/project/", 200, "Home"),
            ("/project", 200, "Home"),
            ("/", 200, "Home"),
            ("/project/q/q001/?a=b", 200, "Quotation"),
            ("/project/q/q001", 200, "Quotation"),
            ("/project/q/q001/index.html", 200, "Quotation"),
            ("/project/q/", 404, "Nothing here"),
            ("/project/nope/deeper/", 404, "Nothing here"),
            ("/elsewhere/", 404, "Nothing here"),
            ("/project/%00", 404, "Nothing here"),
        ],
    )
    def test_answers_with_a_page_and_its_banner(
        self, server: Server, path: str, code: int, words: str
    ) -> None:
        found, kind, text = self.ask(server, path)
        assert (found, kind) == (code, "text/html; charset=utf-8")
        assert words in text
        assert "BANNER" in text
        assert f'data-site="{server.site_token(server.showing)}"' in text

    def test_answers_with_other_files_as_they_are(self, server: Server) -> None:
        found = self.ask(server, "/project/assets/a.js")
        assert found == (200, "text/javascript; charset=utf-8", "1")

    @pytest.mark.parametrize("path", ["/project/../secret.txt", "/project/%2e%2e/secret.txt"])
    def test_answers_with_nothing_outside_the_site(self, server: Server, path: str) -> None:
        code, _, text = self.ask(server, path)
        assert code == 404
        assert "outside" not in text

    def test_is_reached_from_this_machine_only(self, server: Server) -> None:
        assert server.server_address[0] == "127.0.0.1"

    def test_tells_a_new_site_from_a_new_banner(self, server: Server) -> None:
        first = json.loads(self.ask(server, STATE)[2])
        assert first["banner"] == "BANNER"
        server.showing = replace(server.showing, banner="")
        assert json.loads(self.ask(server, STATE)[2]) == {**first, "banner": ""}
        server.showing = replace(server.showing, number=4)
        assert json.loads(self.ask(server, STATE)[2])["site"] != first["site"]

    def test_says_what_is_wrong_where_there_is_no_site_yet(self, server: Server) -> None:
        server.showing = Showing(banner="BANNER")
        code, _, text = self.ask(server, "/project/q/q001/")
        assert code == 503
        assert "BANNER" in text


class TestPort:
    def test_that_is_taken_is_named_with_one_that_is_free(self) -> None:
        port = free_port()
        taken = socket.create_server(("127.0.0.1", port))
        with taken, pytest.raises(BuildError) as caught, open_server(port):
            pass
        said, _, other = str(caught.value).rpartition(" ")
        assert said == (
            f"Port {port} is taken by another program; use another: findings serve --port"
        )
        with open_server(int(other)):
            pass

    @pytest.mark.parametrize("answer", [b"SSH-2.0-x\r\n", b"HTTP/1.0 200 OK\r\n\r\n7"])
    def test_of_a_program_that_answers_something_else_is_named(self, answer: bytes) -> None:
        class Other(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                self.rfile.readline()
                self.wfile.write(answer)

        with socketserver.TCPServer(("127.0.0.1", 0), Other) as other:
            threading.Thread(target=other.serve_forever, daemon=True).start()
            taken = pytest.raises(BuildError, match="is taken by another program; use another")
            with taken, open_server(other.server_address[1]):
                pass
            other.shutdown()

    def test_of_another_preview_is_told_apart(self) -> None:
        with open_server(0) as running:
            running.start()
            taken = pytest.raises(BuildError, match="is taken by another `findings serve`; stop it")
            with taken, open_server(running.server_port):
                pass
            running.shutdown()


class TestRounds:
    """What is said of one build after another, and what is shown; no engine runs."""

    @pytest.fixture
    def preview(
        self, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Preview]:
        def make(project: Project, engine: str, made: Path, report: object) -> tuple[object, ...]:
            from study_findings.build import load_project_study

            study, warnings = load_project_study(project)
            made.mkdir(parents=True)
            (made / "index.html").write_text("<body>Home</body>", "utf-8")
            return study, warnings

        module = "study_findings.preview.following"
        monkeypatch.setattr(f"{module}.make_site", make)
        monkeypatch.setattr("study_findings.build.index_site", lambda site: None)
        monkeypatch.setattr(f"{module}.PAUSE", 0)
        monkeypatch.setattr(watching, "STILL", 0)
        (tmp_path / "kept").mkdir()
        with open_server(0) as server:
            yield Preview(project.configuration, None, tmp_path / "kept", server)

    def test_keep_the_browsers_page_where_only_private_files_change(
        self, preview: Preview, project: Project
    ) -> None:
        preview.rebuild()
        events, number = preview.follow(), preview.server.showing.number
        (project.private_dir / "names.yml").write_text("- x\n", "utf-8")
        assert next(events).words == "private/ changed"  # type: ignore[union-attr]
        assert isinstance(next(events), Rebuilt)
        assert preview.server.showing.number == number
        edit(project.content_dir / "thanks.md", "# Thanks", "# All")
        assert [next(events), next(events)]
        assert preview.server.showing.number > number

    def test_tell_each_warning_once_and_each_error_until_it_is_mended(
        self, preview: Preview, project: Project
    ) -> None:
        note = project.data_dir / "notes.txt"
        note.write_text("x", "utf-8")
        begun = preview.rebuild().lines()
        assert begun[0].startswith("Built in ")
        assert begun[1].startswith("themes_data/notes.txt:1:1: warning stray-file: ")
        assert 'role="status"' in preview.server.showing.banner

        edit(project.content_dir / "thanks.md", "# Thanks", "# All")
        (again,) = preview.rebuild().lines()
        assert again.endswith(" s, warnings as before: 1.")

        edit(project.data_dir / "themes/road-decides.yml", "groups: [nurses]", "groups: [nurse]")
        for _ in range(2):
            first, error, count = preview.rebuild().lines()
            assert first == "not built. The preview shows the last good state."
            assert error.startswith("themes_data/themes/road-decides.yml:4:10: error ")
            assert count == "1 error and 1 warning in 2 files."
        assert 'role="alert"' in preview.server.showing.banner

        edit(project.data_dir / "themes/road-decides.yml", "groups: [nurse]", "groups: [nurses]")
        note.unlink()
        (mended,) = preview.rebuild().lines()
        assert mended.endswith(" s; what was wrong is mended.")
        assert preview.server.showing.banner == ""

    def test_refuse_what_a_build_would_refuse_of_a_theme(
        self, preview: Preview, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        preview.rebuild()
        wrong = problem("content/bus.png")
        monkeypatch.setattr("study_findings.build.clean_site", lambda *_: [wrong])
        told = preview.rebuild()
        assert told.problems == (wrong,)
        assert told.lines()[0] == "not built. The preview shows the last good state."

    def test_survive_what_nobody_thought_of(
        self, preview: Preview, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        preview.rebuild()

        def fails(*_: object) -> None:
            raise RuntimeError("unheard of")

        monkeypatch.setattr("study_findings.preview.following.make_site", fails)
        assert preview.rebuild().lines()[1] == (
            "study-findings failed, which is its own fault: RuntimeError('unheard of')"
        )
        assert "unheard of" in preview.server.showing.banner
        assert preview.server.showing.site is not None

    def test_show_nothing_that_could_not_be_compared(
        self, preview: Preview, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        preview.rebuild()

        def fails(*_: object) -> None:
            raise KeyError("the spare key")

        monkeypatch.setattr("study_findings.preview.following.find_leaks", fails)
        told = preview.look_for_leaks()
        assert told is not None
        assert told.lines() == [
            "not built. There is nothing to show yet.",
            "the leak check failed, which is its own fault: KeyError",
        ]
        assert preview.server.showing.site is None
        assert preview.look_for_leaks() is None

    def test_name_no_file_of_private_that_the_system_refuses(
        self, preview: Preview, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        preview.rebuild()
        path = str(project.private_dir / "the spare key.docx")

        def fails(*_: object) -> None:
            raise PermissionError(13, "Permission denied", path)

        monkeypatch.setattr("study_findings.preview.following.make_site", fails)
        (_, said) = preview.rebuild().lines()
        assert "cannot be read or written: Permission denied; " in said
        assert "spare" not in said + preview.server.showing.banner

    def test_keep_no_more_sites_than_are_shown(self, preview: Preview, project: Project) -> None:
        preview.rebuild()
        for _ in range(4):
            preview.rebuild()
            preview.look_for_leaks()
        assert preview.server.showing.site is not None
        assert len(list(preview.kept.iterdir())) <= 2
        assert not [path for path in project.work_dir.iterdir() if path.name.startswith("preview")]

    def test_go_on_where_the_folder_one_stands_in_was_replaced(
        self, preview: Preview, project: Project
    ) -> None:
        preview.rebuild()
        events = preview.follow()
        copy = project.root.with_name("copy")
        shutil.copytree(project.root, copy)
        shutil.rmtree(project.root)
        assert "themes_data removed" in next(events).words  # type: ignore[union-attr]
        assert not next(events).is_good  # type: ignore[union-attr]
        copy.rename(project.root)
        next(events)
        assert next(events).is_good  # type: ignore[union-attr]
        assert Path.cwd() == project.root
        assert project.shown(project.data_dir) == "themes_data"
