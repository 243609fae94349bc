"""A private page, in one file, of all that the public can know of one participant."""

from __future__ import annotations

from collections.abc import Sequence

from ..findings import labels
from ..findings.addresses import quotation_address
from ..findings.views import Findings
from ..findings.voices import attribute_tables
from ..language import SOURCE_LANGUAGE, interface_for
from ..privacy.packs import marked
from ..privacy.publishable import PublicStudy
from ..privacy.speakers import known_speakers
from .markup import template_environment


def risk_pack(study: PublicStudy, id_: str, known: Sequence[str], rare: str) -> bytes:
    """Write the page as HTML, UTF-8, for a colleague to play the intruder.

    `known` are the facts that are told of the participant, `rare` says how many share them.
    """
    say = interface_for(SOURCE_LANGUAGE)
    findings = Findings(study)
    participant = study.participants_by_id[id_]
    cards = [card for card in findings.cards if id_ in known_speakers(study, card.quotation)]
    quoted = {card.session.id for card in cards if card.session}
    sessions = [s for s in study.sessions if s.id in participant.all_sessions | quoted]
    page = (
        template_environment(say)
        .get_template("pack.html")
        .render(
            about=study.about,
            participant=participant,
            group=study.groups_by_id[participant.group],
            known=known,
            rare=rare,
            sessions=[(session, labels.session_label(say, study, session)) for session in sessions],
            cards=cards,
            tables=[table for table in attribute_tables(findings) if table.rows],
            address_of=quotation_address,
        )
    )
    return marked(page.encode())
