"""An article in each language with every sort of report."""

from __future__ import annotations

SAMPLES = {
    "en": "“Yes!” said Ida Moss. “We, the crew, stay,” she said, “and Bo Tran told us – on Monday – "
    "that he’d go: no later.” According to Moss, the quay ‘sank.’ Asked why, she said it was old.",
    "de": "„Ja!“, sagte Ida Moos. Sie sagte, ich sei müde, und der Wirt, so Moos, habe „nichts“ "
    "gehört. Laut Moos, wie sie mitteilte, sei das so. Nach Angaben der Wehr: nichts.",
    "fr": "« Oui, dit-il, le pont tient. » Selon Léa Roux, la maire, le quai s’affaisse, a-t-elle "
    "ajouté. Il a promis de partir. Comme l’a dit Roux, c’est « fini ». A-t-il dit qu’il part ?",
    "es": "«Sí», dijo la alcaldesa, Ana Ruz. Según Ruz, el muelle cae. Ruz informó a la prensa de "
    "que se va, y añadió: “No”. Como dijo Ruz, es “el fin”.",
    "it": "«Sì», ha detto il sindaco, Ugo Riva. Secondo Riva, il molo cade. Riva ha spiegato che "
    "parte, e ha aggiunto: “No”. Come ha detto Riva, è “la fine”.",
    "pt": "“Sim!”, disse a prefeita, Ana Paz. Segundo Paz, o cais cai. «Não», acrescentou ela.",
}
"""Language → article."""
