"""An article in each language with every sort of report, and a piece of ordinary news."""

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
    "nl": "‘Ja!’ zei wethouder Ida Moes. Volgens Moes zakt de kade. ‘Nee’, voegde ze toe, en ze zei dat "
    "de boot vertrekt. Zoals Moes zei, is het „voorbij”. Gisteren maakte de raad bekend: „Niets.”",
}
"""Language → article."""

NEWS = {
    "en": "The harbour office of Ravenford closed the old quay on Monday after divers found cracks in "
    "its foundations. The wall, which was built in 1911, carries the only road to the fish "
    "market. Ida Moss, who runs the office, said the cracks had grown by two centimetres since "
    "March. “We cannot wait for another winter,” she told reporters. The council meets on "
    "Thursday; it wants to borrow four million for the repair. According to the union, sixty "
    "people work at the market.",
    "de": "Das Hafenamt von Rabenfurt hat am Montag den alten Kai gesperrt, nachdem Taucher Risse in "
    "den Fundamenten gefunden hatten. Über die Mauer von 1911 führt die einzige Straße zum "
    "Fischmarkt. Die Risse seien seit März um zwei Zentimeter gewachsen, sagte die Leiterin des "
    "Amtes, Ute Moos. „Noch einen Winter können wir nicht warten“, erklärte sie. Der Stadtrat "
    "berät am Donnerstag über einen Kredit von vier Millionen. Nach Angaben der Gewerkschaft "
    "arbeiten dort sechzig Menschen.",
    "fr": "La capitainerie de Corvière a fermé lundi le vieux quai, après que des plongeurs ont trouvé "
    "des fissures dans ses fondations. Le mur, construit en 1911, porte la seule route du marché. "
    "Les fissures ont gagné deux centimètres depuis mars, a expliqué la directrice, Léa Roux. « "
    "Nous ne pouvons pas attendre un autre hiver », a-t-elle ajouté. Le conseil se réunit jeudi "
    "et veut emprunter quatre millions pour les travaux. Selon le syndicat, soixante personnes "
    "travaillent au marché.",
    "es": "La capitanía de Cuervos cerró el lunes el muelle viejo, después de que unos buzos "
    "encontraran grietas en los cimientos. El muro, construido en 1911, lleva la única carretera "
    "del mercado. La directora, Ana Ruz, dijo que las grietas han crecido dos centímetros desde "
    "marzo. “No podemos esperar otro invierno”, añadió. El pleno se reúne el jueves y quiere "
    "pedir un crédito de cuatro millones. Según el sindicato, en el mercado trabajan sesenta "
    "personas.",
    "it": "La capitaneria di Corvara ha chiuso lunedì il vecchio molo, dopo che i sommozzatori hanno "
    "trovato crepe nelle fondamenta. Il muro, costruito nel 1911, porta l’unica strada del "
    "mercato. Il direttore, Ugo Riva, ha detto che le crepe sono cresciute di due centimetri da "
    "marzo. “Non possiamo aspettare un altro inverno”, ha aggiunto. Il consiglio si riunisce "
    "giovedì e vuole un prestito di quattro milioni. Secondo il sindacato, al mercato lavorano "
    "sessanta persone.",
    "pt": "A capitania de Corvos fechou na segunda-feira o cais velho, depois que mergulhadores "
    "encontraram rachaduras nas fundações. O muro, construído em 1911, leva a única estrada do "
    "mercado. A diretora, Ana Paz, disse que as rachaduras cresceram dois centímetros desde "
    "março. “Não podemos esperar outro inverno”, disse Paz. A câmara se reúne na quinta-feira e "
    "quer um crédito de quatro milhões. Segundo o sindicato, sessenta pessoas trabalham no "
    "mercado.",
    "nl": "Het havenkantoor van Ravendam heeft maandag de oude kade gesloten, nadat duikers scheuren in "
    "de fundering hadden gevonden. De muur uit 1911 draagt de enige weg naar de vismarkt. Volgens "
    "directeur Mies Vos zijn de scheuren sinds maart twee centimeter gegroeid. “We kunnen niet "
    "nog een winter wachten”, zei zij. De raad vergadert donderdag over een lening van vier "
    "miljoen. Op de markt werken zestig mensen, aldus de vakbond.",
}
"""Language → a piece of news with one quotation in marks and a report or two, as news has them."""
