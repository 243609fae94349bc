"""Names of columns in seven languages: data, which `columns` reads."""

from __future__ import annotations

from typing import Final

# Field -> names in English, Portuguese, Spanish, German and French; `|` parts them.
NAMES: Final[dict[str, str]] = {
    "theme": "theme|main theme|overarching theme|global theme|major theme|key theme|theme name|"
    "theme title|theme path|topic|tema|tema principal|tema global|eixo tematico|thema|hauptthema|"
    "oberthema|theme principal|thematique|themenbereich|finding|domain|aggregate dimension|"
    "aggregated dimension|higher order theme|superordinate theme|master theme",
    "subtheme": "subtheme|sub theme|subordinate theme|minor theme|subtopic|organising theme|"
    "organizing theme|subtema|sub tema|unterthema|subthema|sous theme|basic theme|"
    "second order theme|2 nd order theme|second order concept|2 nd order concept|"
    "second order category|2 nd order category|lower order theme",
    "category": "category|categorie|categoria|kategorie|hauptkategorie|main category|"
    "generic category|categoria principal|oberkategorie|high level category|higher category",
    "subcategory": "subcategory|sub category|subcategoria|sub categoria|unterkategorie|"
    "subkategorie|sous categorie|low level category|lower category",
    "code": "code|codes|code name|node|label|codigo|nodo|kode|kodierung|tag|tags|code label|"
    "coding|noeud|etiqueta|nome do codigo|nombre del codigo|codename|code path|code hierarchy|"
    "first order concept|1 st order concept|first order code|1 st order code|"
    "first order category|1 st order category",
    "text": "quote|quotation|illustrative quote|illustrative quotation|exemplar quote|"
    "exemplary quote|representative quote|supporting quote|participant quote|key quote|verbatim|"
    "verbatim quote|direct quote|excerpt|extract|data extract|segment|coded segment|"
    "quotation content|content|text|highlight|meaning unit|utterance|response|"
    "citacao|citacoes|citacao ilustrativa|trecho|fala|falas|excerto|unidade de registro|"
    "depoimento|cita|cita textual|cita ilustrativa|fragmento|extracto|verbatim|testimonio|"
    "unidad de significado|zitat|ankerzitat|beispielzitat|textstelle|textsegment|codiertes segment|"
    "aussage|citation|extrait|citation illustrative|segment code|propos|illustrative example|"
    "sample quote|example quote|typical quote|supporting data|evidence|words|example excerpt|"
    "illustrative excerpt|sample excerpt|fala ilustrativa|trecho ilustrativo|trecho da fala|"
    "cita representativa|cita ejemplificadora|fragmento ilustrativo|beispielaussage|"
    "illustrierendes zitat|exemplarisches zitat|extrait illustratif|verbatim illustratif|"
    "citation exemplaire|verbatims",
    "translated": "translated quote|translated quotation|translation|english translation|"
    "english|quote in english|quote translated|traducao|traduccion|ubersetzung|traduction|"
    "cita traducida|citacao traduzida|zitat ubersetzt|citation traduite|translated text",
    "original": "original|original quote|original quotation|original text|quote original|"
    "original language|quote in original|source text|citacao original|cita original|texto original|"
    "originalzitat|original zitat|citation originale|texte original|original words",
    "participant": "participant|participant id|participant no|participant number|participants|id|"
    "respondent|respondent id|interviewee|informant|speaker|source|attribution|who|person|"
    "participante|entrevistado|informante|respondente|sujeito|encuestado|teilnehmer|"
    "teilnehmerin|befragte|befragter|person|sprecher|repondant|locuteur|enquete|participant code|"
    "pseudonym|case|cas|caso|fall|student|patient|nurse|cited by|pid|study id|subject id|"
    "patient id|case id",
    "group": "group|participant group|stakeholder|stakeholder group|role group|cohort|grupo|"
    "gruppe|groupe|participant type|respondent type|type of participant|tipo de participante",
    "session": "session|interview|interview id|interview no|focus group|fgd|fgd no|fgd number|"
    "focus group discussion|sesion|sessao|entrevista|grupo focal|sitzung|gesprach|fokusgruppe|"
    "entretien|groupe de discussion|seance|session id",
    "document": "document|document name|transcript|file|file name|filename|documento|dokument|"
    "dokumentname|transkript|document title|source document|transcricao|transcripcion|"
    "fichier|nombre del documento|nome do documento",
    "description": "description|theme description|summary|gist|interpretation|explanation|"
    "descripcion|descricao|beschreibung|zusammenfassung|resumen|resumo|resume|interpretacion|"
    "interpretacao|theme definition|what it means|meaning",
    "definition": "definition|code definition|brief definition|full definition|short definition|"
    "detailed definition|long definition|brief description|full description|detailed description|"
    "short description|definicion|definicao|kodedefinition|"
    "operational definition|code description|codebeschreibung",
    "inclusion": "inclusion|inclusion criteria|when to use|use when|when to apply|"
    "criterios de inclusion|criterios de inclusao|cuando usar|quando usar|einschlusskriterien|"
    "kodierregel|kodierregeln|wann verwenden|quand utiliser|criteres d inclusion|include",
    "exclusion": "exclusion|exclusion criteria|when not to use|do not use when|when not to apply|"
    "criterios de exclusion|criterios de exclusao|cuando no usar|quando nao usar|"
    "ausschlusskriterien|abgrenzung|wann nicht verwenden|quand ne pas utiliser|"
    "criteres d exclusion|exclude|don t use when",
    "example": "example|examples|exemplar|ejemplo|exemplo|beispiel|ankerbeispiel|exemple|"
    "example from data|example from text|examples from data",
    "boundary": "boundary|boundaries|scope",
    "memo": "memo|memos|note|notes|comment|comments|remark|analytic memo|nota|notas|anotacao|"
    "observacao|comentario|notiz|kommentar|anmerkung|bemerkung|commentaire|remarque|coding memo",
    "stance": "stance|valence|direction",
    "language": "language|idioma|lengua|lingua|sprache|langue|lingua original",
    "page": "page|page no|page number|pagina|seite|pages",
    "lines": "line|lines|line number|line numbers|linea|linha|linhas|zeile|zeilen|ligne|lignes",
    "coded_by": "coder|coded by|codificador|codificado por|kodierer|codiert von|code par",
    "asked": "question|question asked|prompt|pregunta|pergunta|frage|interview question",
    "label": "theme number|theme no|theme label",
    "kind": "kind|session type|type of session|data collection method|method",
    "site": "site|sitio|local|standort|lieu",
    "duration": "duration|length|duracion|duracao|dauer|duree|minutes",
    "when": "when|month|year|date|fecha|data|datum",
    "size": "number of participants|no of participants|group size|n",
}  # fmt: skip
IN_URDU_AND_PASHTO: Final[dict[str, str]] = {
    "theme": "موضوع|مرکزی موضوع|بڑا موضوع|مرکزی خیال|تھیم|اصلي موضوع|لویه موضوع",
    "subtheme": "ذیلی موضوع|ضمنی موضوع|ذیلی تھیم|ذیلی خیال|فرعي موضوع|وړه موضوع",
    "category": "زمرہ|کټګوري",
    "code": "کوڈ|کوډ",
    "text": "اقتباس|اقتباسات|قول|بیان|الفاظ|مثالی اقتباس|وینا|نقل قول|د ګډونوال وینا",
    "translated": "ترجمہ|انگریزی ترجمہ|ژباړه|انګلیسي ژباړه",
    "original": "اصل|اصل متن|اصل الفاظ|اصل اقتباس|اصلي وینا|اصلي متن",
    "participant": "شریک|شرکاء|شرکت کنندہ|جواب دہندہ|شریک نمبر|ګډونوال|"
    "ګډونوال شمېره|برخه اخیستونکی",
    "group": "گروہ|گروپ|ډله",
    "session": "نشست|انٹرویو|فوکس گروپ|گروہی گفتگو|مرکه|ناسته|ډله ییز بحث",
    "document": "دستاویز|سند",
    "description": "وضاحت|تفصیل|خلاصہ|تشریح|څرګندونه|لنډیز",
    "definition": "تعریف|پېژند",
    "memo": "نوٹ|یادداشت|تبصرہ|یادښت",
    "language": "زبان|ژبه",
    "page": "صفحہ|مخ",
    "lines": "سطر|سطریں|کرښه|کرښې",
}
FIELDS: Final = tuple(NAMES)
FRAMEWORKS: Final = {
    "com b": "COM-B", "com b component": "COM-B", "com b domain": "COM-B", "tdf": "TDF",
    "tdf domain": "TDF", "theoretical domain": "TDF", "theoretical domains framework": "TDF",
    "cfir": "CFIR", "cfir domain": "CFIR", "cfir construct": "CFIR", "re aim": "RE-AIM",
    "re aim dimension": "RE-AIM", "npt": "NPT", "npt construct": "NPT", "tpb": "TPB", "hbm": "HBM",
    "tfa": "TFA", "tfa construct": "TFA", "epis": "EPIS", "epis phase": "EPIS",
    "pris m": "PRISM", "sem level": "SEM", "socio ecological level": "Socio-ecological model",
    "socioecological level": "Socio-ecological model", "framework": "Framework",
}  # fmt: skip
ATTRIBUTES: Final = frozenset(
    """age gender sex role occupation profession education ethnicity region district setting site
    facility cadre rank specialty speciality department experience marital religion status income
    year edad genero sexo ocupacion profesion educacion region idade profissao escolaridade alter
    geschlecht beruf bildung age sexe genre metier rol funcao cargo funktion""".split()
)
# What may stand beside the name of a column without making it another: `Themes identified`,
# `Illustrative quotes from participants`, and never `Category label`, `Quote ID` or `Session date`.
BESIDE: Final = frozenset(
    """heading headings identified identifier emerging emerged emergent generated developed derived
    constructed and or from of the in for by with to all selected illustrative exemplar
    exemplary representative supporting example examples sample key typical direct relevant main
    participant participants interviewee interviewees respondent respondents student students
    analysis data interview interviews text original translated english verbatim anonymised
    anonymized de del des du da do das dos la le les los las el der die das aus von und et y e
    """.split()
)
BESIDE_FIELD: Final[dict[str, frozenset[str]]] = {
    "original": frozenset("quote quotes quotation quotations excerpt excerpts".split()),
    "translated": frozenset("quote quotes quotation quotations excerpt excerpts".split()),
    "theme": frozenset("name names title titles".split()),
    "category": frozenset("name names title titles".split()),
    "participant": frozenset("id ids no nr number code codes".split()),
    "session": frozenset("id ids no nr number code codes name".split()),
    "inclusion": frozenset("this code codes theme category".split()),
    "exclusion": frozenset("this code codes theme category".split()),
}
# A code's name, where a column named `Code` holds what stands for it.
NAMES_OF_CODES: Final = frozenset(
    ("code name", "codename", "code label", "label", "nome do codigo", "nombre del codigo")
)
# The names of themes that hold others, where a second column is called `Theme`.
OUTERMOST: Final = frozenset(
    ("main theme", "overarching theme", "global theme", "major theme", "tema principal",
     "tema global", "hauptthema", "oberthema", "theme principal")
)  # fmt: skip
# The names of codes inside those of a column beside them.
SUBCODES: Final = frozenset(
    ("sub code", "subcode", "child code", "subcodigo", "sub codigo", "subkode", "unterkode",
     "untercode", "sous code")
)  # fmt: skip
