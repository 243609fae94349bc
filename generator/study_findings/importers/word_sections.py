"""Which headings of a document are themes: those of its Results, and none of the other sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from .found import TitlePath
from .people_labels import plain_words
from .row_levels import titled

_NUMBER: Final = re.compile(r"^(?:\d+(?:\.\d+)*|[IVX]+)[.):]?\s+")

_SUPPLEMENT: Final = re.compile(
    r"(?:(?:supplementary|supplemental|supporting|additional|online|electronic|web)"
    r" ?(?:supplementary|online)? (?:file|table|material|materials|information|data|appendix|box"
    r"|document|resource|content)|table|tabelle|tabla|tabela|tableau|appendix|anhang|anexo|annexe"
    r"|supplement|file|box) ?[a-z]? ?\d{0,3} ?[a-z]?"
)


def _names(listed: str) -> frozenset[str]:
    return frozenset(" ".join(plain_words(name)) for name in listed.split("|"))


# Names of sections in the languages that columns are known in; folded, without accents.
_RESULTS: Final = _names(
    """results|findings|results and findings|main findings|key findings|qualitative results|
    qualitative findings|results and discussion|findings and discussion|thematic results|
    resultados|hallazgos|resultados y discusion|resultados e discussao|ergebnisse|befunde|
    ergebnisse und diskussion|resultats|resultats et discussion|constats|risultati|
    resultaten|themes|themen|temas|نتائج|حاصلات|موضوعات|نتایج|پایلې|موندنې|النتائج"""
)
_OTHERS: Final = _names(
    """abstract|summary|keywords|introduction|background|aim|aims|objective|objectives|methods|
    method|methodology|materials and methods|design|data collection|data analysis|analysis|ethics|
    ethical considerations|setting|sample|sampling|participants|participant characteristics|
    characteristics of participants|characteristics of the participants|sample characteristics|
    demographics|discussion|general discussion|limitations|strengths and limitations|implications|
    implications for practice|conclusion|conclusions|acknowledgements|acknowledgments|funding|
    declarations|conflict of interest|competing interests|author contributions|references|
    bibliography|appendix|appendices|supplementary material|reflexivity|data availability|
    resumen|resumo|introduccion|introducao|antecedentes|metodos|metodo|metodologia|discusion|
    discussao|conclusiones|conclusion|conclusoes|conclusao|limitaciones|limitacoes|referencias|
    bibliografia|agradecimientos|agradecimentos|participantes|anexo|anexos|
    zusammenfassung|einleitung|hintergrund|methoden|methodik|methode|diskussion|fazit|
    schlussfolgerung|schlussfolgerungen|limitationen|literatur|literaturverzeichnis|danksagung|
    anhang|stichprobe|teilnehmende|
    resume|contexte|methodes|methodologie|limites|remerciements|annexe|annexes|bibliographie|
    caracteristiques des participants|
    تعارف|پس منظر|طریقہ کار|بحث|نتیجہ|اختتام|حوالہ جات|کتابیات|شکریہ|سريزه|بحث او پایله|
    مقدمة|المنهجية|المناقشة|المراجع"""
)


def is_results(title: str) -> bool:
    """Tell whether a heading is that of the Results section."""
    return _named(title) in _RESULTS


def is_other_section(title: str) -> bool:
    """Tell whether a heading is that of a section which holds no theme."""
    return _named(title) in _OTHERS


def is_of_a_supplement(title: str) -> bool:
    """Tell whether a heading only numbers a supplement or table: what stands below is read."""
    return _SUPPLEMENT.fullmatch(" ".join(plain_words(title))) is not None


def _named(title: str) -> str:
    return " ".join(plain_words(_NUMBER.sub("", title.strip())))


@dataclass
class Outline:
    """Follow a document's headings: the theme that stands open, or why there is none."""

    has_results: bool
    """Whether a heading says where the Results are, so that nothing else is read."""
    title_of_all: str = ""
    """A heading over all others that is no theme but the document's title."""
    path: TitlePath = ()
    label: str = ""
    closed: str = ""
    """The section that stands open and is not read; empty where it is."""
    _open: list[tuple[int, str]] = field(default_factory=list)
    _results: int | None = None
    _skipped: int | None = None
    _is_empty: bool = True
    """Whether no heading stood inside the Results yet."""
    is_flat: bool = False
    """Whether themes stand beside the heading of the Results, and not inside."""

    def take(self, level: int, text: str) -> bool:
        """Take a heading; tell whether it is a theme."""
        if self._results is not None and level <= self._results:
            can_be_flat = level == self._results and (self._is_empty or self.is_flat)
            self.is_flat = can_be_flat and not is_other_section(text)
            self._results = self._results if self.is_flat else None
        if self._skipped is not None and level <= self._skipped:
            self._skipped = None
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        is_theme = self._is_theme(level, text)
        if is_theme:
            self.label, title = titled(text)
            self._open.append((level, title))
        self.path = tuple(title for _, title in self._open) if self.is_read else ()
        return is_theme

    @property
    def is_read(self) -> bool:
        """Tell whether what stands here is read."""
        return self._skipped is None and (not self.has_results or self._results is not None)

    def _is_theme(self, level: int, text: str) -> bool:
        self.closed = self.closed if self._skipped is not None else ""
        if is_results(text) and self._skipped is None:
            self._results, self.has_results = level, True
            self._is_empty, self.is_flat = True, False
            return False
        if self._skipped is None and is_of_a_supplement(text):
            return False
        self._is_empty = False
        if self._skipped is None and is_other_section(text):
            self._skipped, self.closed = level, text
        if not self.is_read:
            self.closed = self.closed or text
            return False
        return text != self.title_of_all or bool(self._open)
