"""News wording of every kind: dispatches, headlines, live blogs and notes, each number with what befell whom."""

from __future__ import annotations

import pytest

from recoupe.extract.figures.scenes import staged
from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import Reading
from recoupe.model.article import BlockKind
from recoupe.parse.sentences import split_sentences


def read(text: str) -> Reading:
    return read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0]


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the figures of a paragraph as its words, their kind and what they count."""
    return [(one.span.of(text), one.kind.value, one.counted.value) for one in read(text).figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Au moins trente-deux fidèles ont péri dans l'effondrement de la tribune.",
            [("trente-deux", "killed", "people")],
        ),
        ("Haïti : neuf morts dans une attaque à Kenscoff", [("neuf", "killed", "people")]),
        (
            "Le bilan s'est alourdi à 64 morts, dont 12 mineurs, selon la Croix-Rouge libanaise.",
            [("64", "killed", "people"), ("12", "killed", "children")],
        ),
        ("L'accident de car a coûté la vie à seize Valaisans.", [("seize", "killed", "people")]),
        ("Onze orpailleurs ont été retrouvés sans vie au fond du puits.", [("Onze", "killed", "people")]),
        ("Les soldats ont abattu sept assaillants près de Djibo.", [("sept", "killed", "combatants")]),
        ("Les urgences ont pris en charge 83 personnes après l'attentat.", [("83", "injured", "people")]),
        ("Trois gendarmes ont reçu des éclats de grenade.", [("Trois", "injured", "police")]),
        ("Quatre ouvriers brûlés au second degré ont été admis au CHU.", [("Quatre", "injured", "people")]),
        (
            "Dix-sept personnes restaient hospitalisées mercredi après la collision.",
            [("Dix-sept", "injured", "people")],
        ),
        ("Les proches ont dressé une liste de 48 noms de disparus.", [("48", "missing", "people")]),
        (
            "Le naufrage a fait quatorze morts ; la mairie a publié une liste de 48 noms.",
            [("quatorze", "killed", "people"), ("48", "other", "people")],
        ),
        ("Treize alpinistes sont toujours introuvables.", [("Treize", "missing", "people")]),
        ("Les plongeurs cherchent encore six membres d'équipage.", [("six", "missing", "people")]),
        ("Le sort de onze marins reste inconnu.", [("onze", "missing", "people")]),
        ("L'épidémie progresse : 211 cas suspects ont été notifiés en une semaine.", [("211", "ill", "people")]),
        ("Le centre de traitement du choléra a admis 54 patients mardi.", [("54", "ill", "people")]),
        ("Douze soignants ont contracté le virus Ebola.", [("Douze", "ill", "health_workers")]),
        ("Quarante malades sont sortis guéris de l'hôpital.", [("Quarante", "ill", "people")]),
        ("Le laboratoire a confirmé sept infections.", [("sept", "ill", "people")]),
        ("Les gardes-côtes ont ramené à terre 87 migrants.", [("87", "rescued", "people")]),
        ("Cinq mineurs ont été remontés vivants du puits inondé.", [("Cinq", "rescued", "people")]),
        (
            "Les 38 ouvriers, dont 26 ont été remontés dimanche, étaient bloqués depuis jeudi.",
            [("38", "trapped", "people"), ("26", "rescued", "people")],
        ),
        ("Les ravisseurs ont relâché quatre religieuses.", [("quatre", "rescued", "women")]),
        ("Neuf naufragés ont été repêchés par un cargo.", [("Neuf", "rescued", "people")]),
        ("Huit otages ont recouvré la liberté contre rançon.", [("Huit", "rescued", "people")]),
        ("La SQ a épinglé onze suspects lors de la manifestation.", [("onze", "detained", "people")]),
        ("Soixante-douze jeunes ont été embarqués par la police à Tunis.", [("Soixante-douze", "detained", "people")]),
        ("Le parquet a placé sous mandat de dépôt dix-neuf personnes.", [("dix-neuf", "detained", "people")]),
        (
            "Quatre cents manifestants restaient mardi derrière les barreaux.",
            [("Quatre cents", "detained", "protesters")],
        ),
        ("Le rapt de dix-sept chauffeurs paralyse la route.", [("dix-sept", "abducted", "people")]),
        ("Les djihadistes retiennent toujours 31 villageois.", [("31", "abducted", "civilians")]),
        ("Deux ingénieurs chinois ont été pris en otage.", [("Deux", "abducted", "people")]),
        ("Plus de 4 000 détenus se sont fait la belle du Pénitencier national.", [("4 000", "escaped", "prisoners")]),
        ("Trois otages ont réussi à fausser compagnie à leurs geôliers.", [("Trois", "escaped", "people")]),
        ("L'évasion de 90 détenus a été confirmée par le régisseur.", [("90", "escaped", "prisoners")]),
        ("Quinze patients ont fui le centre d'isolement.", [("Quinze", "escaped", "people")]),
        ("Les affrontements ont fait fuir 12 000 habitants de Goma.", [("12 000", "displaced", "people")]),
        ("Quelque 5 800 ménages ont trouvé refuge dans les écoles de Kaya.", [("5 800", "displaced", "families")]),
        ("On recense 90 000 déplacés dans le Sud du Liban.", [("90 000", "displaced", "people")]),
        (
            "Des centaines de familles dorment à la belle étoile depuis le séisme.",
            [("centaines", "displaced", "families")],
        ),
        ("Plus de 700 riverains ont quitté leur logement après les tirs.", [("700", "displaced", "people")]),
        ("Les gangs ont chassé 3 200 personnes de Carrefour-Feuilles.", [("3 200", "displaced", "people")]),
        (
            "Les premiers autocars ont emmené 600 civils hors de la ville assiégée ; 400 autres doivent partir demain.",
            [("600", "evacuated", "civilians"), ("400", "evacuated", "civilians")],
        ),
        (
            "Le deuxième convoi, avec 350 blessés, est sorti de l'enclave au cours de l'évacuation.",
            [("350", "evacuated", "wounded")],
        ),
        (
            "Trois cents vacanciers ont été mis en sécurité par les pompiers vaudois.",
            [("Trois cents", "evacuated", "people")],
        ),
        ("L'armée a transféré par hélicoptère 45 touristes bloqués.", [("45", "evacuated", "people")]),
        ("Environ 200 000 civils sont encerclés dans la ville.", [("200 000", "trapped", "civilians")]),
        ("Le glissement de terrain a coupé du monde 14 villages.", [("14", "trapped", "settlements")]),
        ("Trente-trois mineurs sont prisonniers au fond de la galerie.", [("Trente-trois", "trapped", "people")]),
        ("Cinq cents automobilistes ont passé la nuit bloqués par la neige.", [("Cinq cents", "trapped", "people")]),
        ("Sept spéléologues sont coincés dans la grotte.", [("Sept", "trapped", "people")]),
        ("Quelque 1 200 réfugiés burundais sont rentrés chez eux.", [("1 200", "returned", "refugees")]),
        ("Près de 300 familles ont regagné le village déminé.", [("300", "returned", "families")]),
        ("Neuf mille déplacés sont retournés à Tawergha.", [("Neuf mille", "returned", "people")]),
        ("Le retour de 4 500 habitants est prévu samedi.", [("4 500", "returned", "people")]),
        ("Six cents évacués ont pu réintégrer leur domicile.", [("Six cents", "returned", "people")]),
        ("Le camp de Dadaab abrite 230 000 réfugiés somaliens.", [("230 000", "hosted", "refugees")]),
        ("Les paroisses hébergent 75 familles sinistrées.", [("75", "hosted", "families")]),
        ("Près de 11 000 foyers étaient dans le noir dimanche.", [("11 000", "affected", "families")]),
        ("Les inondations ont fait 40 000 sinistrés à Pikine.", [("40 000", "affected", "people")]),
        ("L'insécurité alimentaire frappe 4,9 millions d'Haïtiens.", [("4,9 millions", "affected", "people")]),
        ("Plus de 600 familles ont besoin d'abris.", [("600", "affected", "families")]),
        ("La grève des éboueurs touche 8 communes.", [("8", "affected", "settlements")]),
        (
            "L'appareil transportait 118 passagers et six membres d'équipage.",
            [("118", "exposed", "people"), ("six", "exposed", "people")],
        ),
        ("Combien étaient-ils à bord ? Cinquante-deux, dit le capitaine.", [("Cinquante-deux", "exposed", "people")]),
        (
            "Soixante-dix ouvriers travaillaient dans l'usine au moment de l'incendie.",
            [("Soixante-dix", "exposed", "people")],
        ),
        ("L'autocar, dans lequel voyageaient 46 pèlerins, a versé dans le ravin.", [("46", "exposed", "people")]),
        ("Quelque 15 000 âmes vivent au pied du volcan.", [("15 000", "exposed", "people")]),
        ("Dix mille personnes ont battu le pavé à Alger vendredi.", [("Dix mille", "protesting", "people")]),
        ("Les organisateurs revendiquent 25 000 marcheurs.", [("25 000", "protesting", "protesters")]),
        ("Des milliers de Libanais ont convergé vers la place des Martyrs.", [("milliers", "protesting", "people")]),
        ("Près de 300 femmes ont tenu un sit-in devant le ministère.", [("300", "protesting", "women")]),
        (
            "Deux cent vingt sapeurs-pompiers luttent contre le sinistre.",
            [("Deux cent vingt", "deployed", "aid_workers")],
        ),
        ("Le Kenya a dépêché 400 policiers à Port-au-Prince.", [("400", "deployed", "police")]),
        ("Quatre hélicoptères participent aux recherches.", [("Quatre", "deployed", "vehicles")]),
        ("Un dispositif de 1 500 agents des forces de l'ordre a été mis en place.", [("1 500", "deployed", "police")]),
        ("Trois Canadair sont à pied d'œuvre.", [("Trois", "deployed", "vehicles")]),
        ("Quarante-deux membres du gang se sont rendus à la police.", [("Quarante-deux", "surrendered", "people")]),
        ("La reddition de 18 combattants a été filmée.", [("18", "surrendered", "combatants")]),
        ("Vingt ex-miliciens ont fait acte de reddition.", [("Vingt", "surrendered", "combatants")]),
        ("Dix mutins se sont livrés à la gendarmerie.", [("Dix", "surrendered", "people")]),
        ("L'armée israélienne a mené 35 frappes dans la Bekaa.", [("35", "launched", "strikes")]),
        ("Les assaillants ont lancé quatre grenades.", [("quatre", "launched", "munitions")]),
        ("Trois kamikazes se sont fait exploser au marché.", [("Trois", "killed", "combatants")]),
        ("La défense aérienne a abattu neuf drones.", [("neuf", "destroyed", "munitions")]),
        ("Six cars réduits à l'état de carcasses bloquaient la chaussée.", [("Six", "destroyed", "vehicles")]),
        ("Le feu a rasé 62 chalets.", [("62", "destroyed", "buildings")]),
        ("Le brasier a dévoré 3 400 hectares de pinède.", [("3 400", "destroyed", "area")]),
        ("Quarante véhicules ont été incendiés par les émeutiers.", [("Quarante", "destroyed", "vehicles")]),
        (
            "Les crues ont emporté deux ponts et 17 maisons.",
            [("deux", "destroyed", "buildings"), ("17", "destroyed", "buildings")],
        ),
        ("Les dégâts sont chiffrés à 12 millions de francs suisses.", [("12 millions", "destroyed", "money")]),
        ("Le groupe armé s'est emparé de trois localités.", [("trois", "controlled", "settlements")]),
        ("Les gangs contrôlent 80 % de la capitale.", [("80 %", "controlled", "territory_share")]),
        ("Les rebelles ont perdu cinq villages en une semaine.", [("cinq", "controlled", "settlements")]),
        ("Dix quartiers sont repassés sous le contrôle de l'armée.", [("Dix", "controlled", "settlements")]),
        ("Les insurgés tiennent encore deux quartiers.", [("deux", "controlled", "settlements")]),
        ("Berne débloque 2 millions de francs pour les victimes.", [("2 millions", "delivered", "money")]),
        ("Chaque famille recevra 50 000 gourdes.", [("50 000", "delivered", "money")]),
        ("Le Maroc a offert 20 tonnes de médicaments.", [("20", "delivered", "goods")]),
        ("Cent vingt députés ont voté la confiance.", [("Cent vingt", "voted", "officials")]),
        ("La motion a recueilli 63 voix.", [("63", "voted", "other")]),
        ("Onze pays se sont abstenus.", [("Onze", "voted", "countries")]),
        ("Le Sénat a adopté le texte par 48 voix contre 12.", [("48", "voted", "other"), ("12", "voted", "other")]),
        ("La loi a été approuvée par 77 élus.", [("77", "voted", "officials")]),
        ("Les douaniers ont saisi quinze fusils d'assaut.", [("quinze", "other", "munitions")]),
        ("Le séisme a été suivi de 40 répliques.", [("40", "other", "other")]),
        ("La société a licencié 300 salariés.", [("300", "other", "people")]),
        ("Le maire a ajouté deux noms à la liste des victimes.", [("deux", "killed", "people")]),
        ("BLIDA. Cinq morts dans une collision sur l'autoroute Est-Ouest", [("Cinq", "killed", "people")]),
        ("Le choléra a déjà tué 37 personnes à Cité Soleil.", [("37", "killed", "people")]),
        ("Deux casques bleus ont trouvé la mort près de Kidal.", [("Deux", "killed", "combatants")]),
        (
            "Les frappes ont fait 18 tués à Nabatiyé, dont trois secouristes.",
            [("18", "killed", "people"), ("trois", "killed", "aid_workers")],
        ),
        ("Plus de 200 supporteurs ont été piétinés dans la bousculade.", [("200", "injured", "people")]),
        (
            "Une fillette et deux garçons souffrent d'engelures.",
            [("Une", "injured", "children"), ("deux", "injured", "children")],
        ),
        ("On est sans nouvelles de cinq randonneurs partis vendredi.", [("cinq", "missing", "people")]),
        ("Huit travailleurs manquaient encore à l'appel lundi soir.", [("Huit", "missing", "people")]),
        ("Neuf villageois seraient portés disparus.", [("Neuf", "missing", "civilians")]),
        ("Le nombre de contaminations grimpe à 1 204.", [("1 204", "ill", "people")]),
        ("Onze élèves ont présenté des vomissements après le repas.", [("Onze", "ill", "children")]),
        ("Les secouristes ont tiré des décombres quatre survivants.", [("quatre", "rescued", "people")]),
        ("Quatre pêcheurs à la dérive ont été récupérés par un thonier.", [("Quatre", "rescued", "people")]),
        ("Les gendarmes ont mis la main au collet de trois braqueurs.", [("trois", "detained", "people")]),
        ("Neuf activistes ont été déférés devant le procureur.", [("Neuf", "detained", "people")]),
        ("La cour a condamné douze opposants à la prison ferme.", [("douze", "detained", "protesters")]),
        (
            "Interpellations : 64 à Casablanca, 22 à Rabat.",
            [("64", "detained", "people"), ("22", "detained", "people")],
        ),
        ("Le gang réclame une rançon pour ses sept otages.", [("sept", "abducted", "people")]),
        ("Douze prisonniers ont profité du chaos pour s'évader.", [("Douze", "escaped", "prisoners")]),
        ("Les combats ont jeté 30 000 civils sur les routes du Nord-Kivu.", [("30 000", "displaced", "civilians")]),
        ("Quatre-vingts familles se sont retrouvées à la rue.", [("Quatre-vingts", "displaced", "families")]),
        ("Le Sud du pays compte désormais 110 000 déplacés internes.", [("110 000", "displaced", "people")]),
        ("Plus de 6 000 Mauritaniens ont traversé la frontière.", [("6 000", "displaced", "people")]),
        ("Les autorités ont évacué 1 100 personnes de Lytton.", [("1 100", "evacuated", "people")]),
        ("Un pont aérien a permis la sortie de 320 malades.", [("320", "evacuated", "people")]),
        ("Quatorze hameaux restent isolés après les pluies.", [("Quatorze", "trapped", "settlements")]),
        ("Deux cents touristes sont coincés à Zermatt par les avalanches.", [("Deux cents", "trapped", "people")]),
        ("Quelque 900 résidents ont reçu le feu vert pour rentrer à la maison.", [("900", "returned", "people")]),
        (
            "Le rapatriement volontaire a permis à 2 300 Ivoiriens de revenir au pays.",
            [("2 300", "returned", "people")],
        ),
        ("Le village de Gado héberge 26 000 Centrafricains.", [("26 000", "hosted", "people")]),
        ("Le stade a été aménagé pour recevoir 800 sinistrés.", [("800", "hosted", "people")]),
        ("La paroisse a ouvert ses portes à 60 familles.", [("60", "hosted", "families")]),
        ("Environ 2,3 millions d'enfants souffrent de la faim.", [("2,3 millions", "affected", "children")]),
        ("Cinq mille ménages n'ont plus accès à l'eau potable.", [("Cinq mille", "affected", "families")]),
        ("Le sinistre a fait 340 sinistrés.", [("340", "affected", "people")]),
        ("Le bateau comptait 64 personnes à son bord.", [("64", "exposed", "people")]),
        ("Quarante élèves étaient en classe quand le mur s'est effondré.", [("Quarante", "exposed", "children")]),
        ("La mine emploie 2 700 personnes.", [("2 700", "exposed", "people")]),
        ("Les syndicats ont fait descendre 8 000 personnes dans la rue à Liège.", [("8 000", "protesting", "people")]),
        ("Un cortège de 3 000 fonctionnaires a traversé Cotonou.", [("3 000", "protesting", "officials")]),
        (
            "Trente-deux pompiers et huit véhicules sont sur place.",
            [("Trente-deux", "deployed", "aid_workers"), ("huit", "deployed", "vehicles")],
        ),
        ("Le Canada enverra 70 militaires en Haïti.", [("70", "deployed", "combatants")]),
        ("Quelque 600 soldats patrouillent dans la capitale.", [("600", "deployed", "combatants")]),
        (
            "Cent cinquante volontaires de la Croix-Rouge sont mobilisés.",
            [("Cent cinquante", "deployed", "aid_workers")],
        ),
        ("Cinquante gangsters ont remis leurs armes aux autorités.", [("Cinquante", "surrendered", "people")]),
        ("L'ennemi a tiré 60 obus sur Khiam.", [("60", "launched", "munitions")]),
        ("Quatre explosions ont secoué le quartier.", [("Quatre", "launched", "strikes")]),
        ("Les forces syriennes ont largué deux barils d'explosifs.", [("deux", "launched", "munitions")]),
        ("Deux bombes artisanales ont été jetées sur le poste.", [("Deux", "launched", "munitions")]),
        ("Le séisme a fissuré 900 habitations.", [("900", "destroyed", "buildings")]),
        ("Quarante hectares de forêt sont partis en fumée.", [("Quarante", "destroyed", "area")]),
        ("L'armée dit avoir reconquis 60 % du territoire.", [("60 %", "controlled", "territory_share")]),
        ("L'Union européenne promet 15 millions d'euros.", [("15 millions", "delivered", "money")]),
        ("L'ONU réclame 120 millions de dollars pour le Tchad.", [("120 millions", "delivered", "money")]),
        ("Dix mille doses de vaccin sont arrivées à Kinshasa.", [("Dix mille", "delivered", "goods")]),
        ("L'assemblée a rejeté la motion par 41 voix.", [("41", "voted", "other")]),
        ("Quatorze députés se sont prononcés contre.", [("Quatorze", "voted", "officials")]),
        ("Deux cents vols ont été annulés.", [("Deux cents", "other", "other")]),
        ("L'ONG a documenté 73 violations.", [("73", "other", "other")]),
        ("La digue a cédé sur deux points, inondant 600 maisons.", [("600", "destroyed", "buildings")]),
        ("Combien de victimes ? Au moins 30, selon le maire.", [("30", "killed", "people")]),
        ("Blessés : 14, dont 3 graves.", [("14", "injured", "people"), ("3", "injured", "people")]),
        ("Bilan : 6 morts, 14 blessés.", [("6", "killed", "people"), ("14", "injured", "people")]),
        (
            "On compte 12 morts et 58 blessés, contre 41 la veille.",
            [("12", "killed", "people"), ("58", "injured", "people"), ("41", "injured", "people")],
        ),
        (
            "On compte 12 morts et 58 blessés, contre 9 et 41 la veille.",
            [
                ("12", "killed", "people"),
                ("58", "injured", "people"),
                ("9", "killed", "people"),
                ("41", "injured", "people"),
            ],
        ),
        ("L'évacuation de 1.400 logements a commencé.", [("1.400", "evacuated", "buildings")]),
        ("La fermeture de 23 marchés a commencé.", [("23", "other", "buildings")]),
        ("« Il nous manque 60 infirmiers », dit-elle.", [("60", "deployed", "health_workers")]),
        (
            "Des hommes ont attaqué un poste, tuant six soldats et en blessant neuf.",
            [("six", "killed", "combatants"), ("neuf", "injured", "combatants")],
        ),
        ("La police a tiré des gaz, blessant huit manifestants.", [("huit", "injured", "protesters")]),
        ("Dans la foule, huit manifestants ont scandé son nom.", [("huit", "protesting", "protesters")]),
    ],
)
def test_a_number_of_the_news_has_the_kind_that_its_words_say(text: str, figures: list[tuple[str, str, str]]) -> None:
    """What befell those counted is read from the words of the sentence, in its many turns."""
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "article", "kind"),
    [
        ("Le centre a reçu 54 patients mardi.", "L'attentat a fait des blessés. Les tirs ont duré.", "injured"),
        ("Le centre a reçu 54 patients mardi.", "L'épidémie de choléra gagne. Le virus circule.", "ill"),
        ("Trente personnes ont été hospitalisées.", "L'épidémie de choléra gagne.", "ill"),
        ("Trente personnes ont été hospitalisées.", "Le séisme a secoué la ville.", "injured"),
        ("Trente personnes ont été hospitalisées.", "Le naufrage a fait une quarantaine de disparus.", "injured"),
        ("Trente personnes ont été hospitalisées.", "Le quartier a été placé en quarantaine.", "ill"),
        ("Quarante familles ont quitté le village.", "Les convois de l'évacuation sont partis.", "evacuated"),
        ("Quarante familles ont quitté le village.", "Les combats ont repris.", "displaced"),
        ("Quarante familles ont fui le village.", "Les convois de l'évacuation sont partis.", "displaced"),
    ],
)
def test_an_article_s_scene_decides_between_two_open_kinds(text: str, article: str, kind: str) -> None:
    """Those in care are wounded or ill, and those who leave evacuated or displaced, by what the article tells of."""
    figure = read(text).figures[0]
    assert staged(figure, (text, text, article), []).kind.value == kind


def test_names_on_a_list_are_those_of_the_last_toll() -> None:
    """A list of names counts whom the toll before it counts; without a toll it counts nobody's fate."""
    toll, names = read("Le naufrage a fait quatorze morts. La mairie a publié une liste de 48 noms.").figures
    texts = ("", "", "")
    assert staged(names, texts, [(toll, toll.kind)]).kind.value == "killed"
    assert staged(names, texts, []).kind.value == "other"


def test_a_multiple_of_money_is_money() -> None:
    """`le double` has the unit of what it doubles."""
    text = "L'aide se monte à 15 millions d'euros. La région en demande le double."
    assert [(one.low, one.unit) for one in read(text).figures] == [(15000000, "EUR"), (30000000, "EUR")]


def test_those_struck_are_not_who_struck() -> None:
    """Canoes that sank drowned nobody themselves; a raid did."""
    text = "Trois pirogues ont coulé dimanche, noyant quatre pêcheurs."
    assert [one.by for one in read(text).figures] == [None, None]
    assert [one.by for one in read("Les miliciens ont attaqué le bourg, tuant quatre pêcheurs.").figures] == [
        "miliciens"
    ]


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("« Ce n'est pas neuf morts, c'est onze », a dit le maire.", ["denied", "reported"]),
        ("« C'est bien neuf morts », a dit le maire.", ["reported"]),
    ],
)
def test_a_number_that_is_put_right_is_denied(text: str, modalities: list[str]) -> None:
    """`ce n'est pas neuf, c'est onze`."""
    assert [one.modality.value for one in read(text).figures] == modalities
