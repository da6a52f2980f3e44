"""Sentences parsed by hand for tests without a model: `word/lemma/TAG/label/head` a token."""

from __future__ import annotations

from functools import cache

from reportedly import lexicons
from reportedly.coding.sentences.sentence import Sentence, columns
from reportedly.coding.sentences.word_classes import WordClasses

PARSES = """
"/"/``/punct/6 Troops/troop/NNS/nsubj/2 fled/flee/VBD/ccomp/6 ,/,/,/punct/6 "/"/''/punct/6
Keller/keller/NNP/nsubj/6 said/say/VBD/ROOT/6

According/accord/VBG/prep/5 to/to/IN/prep/0 Kyiv/kyiv/NNP/pobj/1 ,/,/,/punct/5
troops/troop/NNS/nsubj/5 fled/flee/VBD/ROOT/5

Accusing/accuse/VBG/advcl/4 Rwanda/rwanda/NNP/dobj/0 ,/,/,/punct/4 Congo/congo/NNP/nsubj/4
expelled/expel/VBD/ROOT/4 envoys/envoy/NNS/dobj/4

Anna/anna/NNP/compound/1 Keller/keller/NNP/nsubj/8 ,/,/,/punct/1 the/the/DT/det/6
French/french/JJ/amod/6 foreign/foreign/JJ/amod/6 minister/minister/NN/appos/1 ,/,/,/punct/8
left/leave/VBD/ROOT/8

Anna/anna/NNP/compound/1 Keller/keller/NNP/nsubj/8 ,/,/,/punct/1 who/who/WP/nsubj/4
said/say/VBD/relcl/1 troops/troop/NNS/nsubj/6 fled/flee/VBD/ccomp/4 ,/,/,/punct/1
left/leave/VBD/ROOT/8

Armenian/armenian/JJ/amod/3 and/and/CC/cc/0 Azerbaijani/azerbaijani/NNP/conj/0
forces/force/NNS/nsubj/4 fled/flee/VBD/ROOT/4

As/as/IN/mark/2 Moscow/moscow/NNP/nsubj/2 said/say/VBD/advcl/5 ,/,/,/punct/5
troops/troop/NNS/nsubj/5 fled/flee/VBD/ROOT/5

Foreign/foreign/NNP/compound/1 Minister/minister/NNP/compound/3 Anna/anna/NNP/compound/3
Keller/keller/NNP/nsubj/4 left/leave/VBD/ROOT/4

France/france/NNP/nsubj/3 and/and/CC/cc/0 Germany/germany/NNP/conj/0 condemned/condemn/VBD/ROOT/3
Iran/iran/NNP/dobj/3 and/and/CC/cc/4 Syria/syria/NNP/conj/4

France/france/NNP/nsubj/1 condemned/condemn/VBD/ROOT/1 Iran/iran/NNP/dobj/1

France/france/NNP/nsubj/1 praised/praise/VBD/ROOT/1 Qatar/qatar/NNP/dobj/1 and/and/CC/cc/1
criticised/criticise/VBD/conj/1 Egypt/egypt/NNP/dobj/4

French/french/JJ/amod/1 police/police/NNS/nsubj/2 arrested/arrest/VBD/ROOT/2
students/student/NNS/dobj/2

If/if/IN/mark/2 Iran/iran/NNP/nsubj/2 attacks/attack/VBZ/advcl/7 Israel/israel/NNP/dobj/2
,/,/,/punct/7 Moscow/moscow/NNP/nsubj/7 will/will/MD/aux/7 respond/respond/VB/ROOT/7

Iran/iran/NNP/poss/2 's/'s/POS/case/0 exports/export/NNS/nsubj/3 fell/fall/VBD/ROOT/3

Iran/iran/NNP/nsubj/1 attacked/attack/VBD/ccomp/5 Israel/israel/NNP/dobj/1 ,/,/,/punct/5
Moscow/moscow/NNP/nsubj/5 said/say/VBD/ROOT/5

Iran/iran/NNP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 attack/attack/VB/ROOT/3
Israel/israel/NNP/dobj/3

Iran/iran/NNP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 fail/fail/VB/ROOT/3 to/to/TO/aux/5
attack/attack/VB/xcomp/3 Israel/israel/NNP/dobj/5

Iran/iran/NNP/nsubj/1 failed/fail/VBD/ROOT/1 to/to/TO/aux/3 attack/attack/VB/xcomp/1
Israel/israel/NNP/dobj/3

Iran/iran/NNP/nsubj/1 has/have/VBZ/ROOT/1 no/no/DT/det/3 plans/plan/NNS/dobj/1 to/to/TO/aux/5
attack/attack/VB/acl/3 Israel/israel/NNP/dobj/5

Iran/iran/NNP/nsubj/1 held/hold/VBD/ROOT/1 talks/talk/NNS/dobj/1 with/with/IN/prep/2
Oman/oman/NNP/pobj/3

Iran/iran/NNP/nsubj/2 is/be/VBZ/aux/2 attacking/attack/VBG/ROOT/2 Israel/israel/NNP/dobj/2

Iran/iran/NNP/nsubj/1 is/be/VBZ/ROOT/1 ready/ready/JJ/acomp/1 to/to/TO/aux/4 meet/meet/VB/xcomp/2
Britain/britain/NNP/dobj/4

Iran/iran/NNP/nsubj/1 lost/lose/VBD/ROOT/1 without/without/IN/prep/1 attacking/attack/VBG/pcomp/2
Israel/israel/NNP/dobj/3

Iran/iran/NNP/nsubj/2 may/may/MD/aux/2 attack/attack/VB/ROOT/2 Israel/israel/NNP/dobj/2

Iran/iran/NNP/nsubj/2 never/never/RB/neg/2 attacked/attack/VBD/ROOT/2 Israel/israel/NNP/dobj/2

Iran/iran/NNP/nsubj/1 plans/plan/VBZ/ROOT/1 to/to/TO/aux/3 attack/attack/VB/xcomp/1
Israel/israel/NNP/dobj/3

Iran/iran/NNP/nsubj/1 threatened/threaten/VBD/ROOT/1 to/to/TO/aux/3 attack/attack/VB/xcomp/1
Israel/israel/NNP/dobj/3

Iran/iran/NNP/nsubjpass/2 was/be/VBD/auxpass/2 condemned/condemn/VBN/ROOT/2 by/by/IN/agent/2
France/france/NNP/pobj/3

Iran/iran/NNP/nsubj/2 will/will/MD/aux/2 attack/attack/VB/ROOT/2 Israel/israel/NNP/dobj/2

It/it/PRP/nsubjpass/2 was/be/VBD/auxpass/2 reported/report/VBN/ROOT/2 that/that/IN/mark/5
troops/troop/NNS/nsubj/5 fled/flee/VBD/ccomp/2

Japan/japan/NNP/nsubj/1 promised/promise/VBD/ROOT/1 Madagascar/madagascar/NNP/dobj/1
to/to/TO/aux/4 send/send/VB/xcomp/1 rice/rice/NN/dobj/4

Kuwait/kuwait/NNP/nsubj/1 gave/give/VBD/ROOT/1 Lebanon/lebanon/NNP/dative/1
ambulances/ambulance/NNS/dobj/1

Kyiv/kyiv/NNP/nsubj/1 asked/ask/VBD/ROOT/1 Berlin/berlin/NNP/dobj/1 to/to/TO/aux/4
send/send/VB/xcomp/1 tanks/tank/NNS/dobj/4

Kyiv/kyiv/NNP/nsubj/1 denied/deny/VBD/ROOT/1 that/that/IN/mark/4 Iran/iran/NNP/nsubj/4
attacked/attack/VBD/ccomp/1 Israel/israel/NNP/dobj/4

Kyiv/kyiv/NNP/nsubj/1 denied/deny/VBD/ROOT/1 that/that/IN/mark/4 troops/troop/NNS/nsubj/4
fled/flee/VBD/ccomp/1

Kyiv/kyiv/NNP/nsubj/1 said/say/VBD/ROOT/1 Moscow/moscow/NNP/nsubj/3 claimed/claim/VBD/ccomp/1
troops/troop/NNS/nsubj/5 fled/flee/VBD/ccomp/3

Kyiv/kyiv/NNP/nsubj/1 said/say/VBD/ROOT/1 it/it/PRP/nsubj/4 would/would/MD/aux/4
attack/attack/VB/ccomp/1 Iran/iran/NNP/dobj/4

Kyiv/kyiv/NNP/nsubjpass/2 was/be/VBD/auxpass/2 believed/believe/VBN/ROOT/2 by/by/IN/agent/2
Moscow/moscow/NNP/pobj/3 to/to/TO/aux/7 have/have/VB/aux/7 attacked/attack/VBN/xcomp/2
Iran/iran/NNP/dobj/7

Lebanon/lebanon/NNP/nsubjpass/2 was/be/VBD/auxpass/2 given/give/VBN/ROOT/2
ambulances/ambulance/NNS/dobj/2

Lithuania/lithuania/NNP/nsubj/1 accused/accuse/VBD/ROOT/1 Belarus/belarus/NNP/dobj/1
of/of/IN/prep/1 pushing/push/VBG/pcomp/3 migrants/migrant/NNS/dobj/4

Mali/mali/NNP/nsubj/1 wants/want/VBZ/ROOT/1 Chad/chad/NNP/nsubj/4 to/to/TO/aux/4
withdraw/withdraw/VB/ccomp/1 troops/troop/NNS/dobj/4

Moscow/moscow/NNP/nsubj/6 ,/,/,/punct/0 which/which/WDT/nsubj/3 condemned/condemn/VBD/relcl/0
Washington/washington/NNP/dobj/3 ,/,/,/punct/6 recalled/recall/VBD/ROOT/6 envoys/envoy/NNS/dobj/6

Moscow/moscow/NNP/nsubj/1 expects/expect/VBZ/ROOT/1 Iran/iran/NNP/nsubj/4 to/to/TO/aux/4
attack/attack/VB/ccomp/1 Israel/israel/NNP/dobj/4

Moscow/moscow/NNP/nsubj/1 said/say/VBD/ROOT/1 Iran/iran/NNP/nsubj/3 attacked/attack/VBD/ccomp/1
Israel/israel/NNP/dobj/3

Moscow/moscow/NNP/nsubj/1 said/say/VBD/ROOT/1 nothing/nothing/NN/dobj/1

Officials/official/NNS/nsubj/1 told/tell/VBD/ROOT/1 reporters/reporter/NNS/dobj/1
that/that/IN/mark/5 talks/talk/NNS/nsubj/5 failed/fail/VBD/ccomp/1

Rome/rome/NNP/poss/2 's/'s/POS/case/0 talks/talk/NNS/ROOT/2 and/and/CC/cc/2 trade/trade/NN/conj/2
with/with/IN/prep/2 Libya/libya/NNP/pobj/5

Russia/russia/NNP/poss/2 's/'s/POS/case/0 invasion/invasion/NN/ROOT/2 of/of/IN/prep/2
Georgia/georgia/NNP/pobj/3

Russia/russia/NNP/nsubj/1 retaliated/retaliate/VBD/ROOT/1 by/by/IN/prep/1
expelling/expel/VBG/pcomp/2 envoys/envoy/NNS/dobj/3

Saudi/saudi/JJ/amod/1 airstrikes/airstrike/NNS/nsubj/4 on/on/IN/prep/1 Yemen/yemen/NNP/pobj/2
continued/continue/VBD/ROOT/4

Serbia/serbia/NNP/nsubj/1 failed/fail/VBD/ROOT/1 to/to/TO/aux/3 condemn/condemn/VB/xcomp/1
Russia/russia/NNP/dobj/3

South/south/JJ/amod/1 Korean/korean/JJ/amod/2 troops/troop/NNS/nsubj/3 left/leave/VBD/ROOT/3

Sudan/sudan/NNP/nsubjpass/2 was/be/VBD/auxpass/2 asked/ask/VBN/ROOT/2 by/by/IN/agent/2
Egypt/egypt/NNP/pobj/3 to/to/TO/aux/6 release/release/VB/xcomp/2 traders/trader/NNS/dobj/6

The/the/DT/det/1 claim/claim/NN/nsubj/7 by/by/IN/prep/1 Moscow/moscow/NNP/pobj/2
that/that/IN/mark/6 troops/troop/NNS/nsubj/6 fled/flee/VBD/acl/1 was/be/VBD/ROOT/7
false/false/JJ/acomp/7

Turkey/turkey/NNP/nsubj/1 praised/praise/VBD/ROOT/1 Qatar/qatar/NNP/dobj/1 after/after/IN/prep/1
meeting/meet/VBG/pcomp/3 envoys/envoy/NNS/dobj/4

a/a/DT/det/1 plan/plan/NN/ROOT/1 by/by/IN/prep/1 Egypt/egypt/NNP/pobj/2 to/to/TO/aux/5
build/build/VB/acl/1 bridges/bridge/NNS/dobj/5

an/an/DT/det/1 attack/attack/NN/ROOT/1 by/by/IN/prep/1 militants/militant/NNS/pobj/2
on/on/IN/prep/3 soldiers/soldier/NNS/pobj/4

dozens/dozen/NNS/nsubj/3 of/of/IN/prep/0 rebels/rebel/NNS/pobj/1 fled/flee/VBD/ROOT/3

exports/export/NNS/nsubj/3 from/from/IN/prep/0 Iran/iran/NNP/pobj/1 fell/fall/VBD/ROOT/3

it/it/PRP/nsubj/1 condemned/condemn/VBD/ROOT/1 Iran/iran/NNP/dobj/1

no/no/DT/det/1 rebels/rebel/NNS/nsubj/2 attacked/attack/VBD/ROOT/2 Israel/israel/NNP/dobj/2

officials/official/NNS/nsubj/3 in/in/IN/prep/0 Paris/paris/NNP/pobj/1 left/leave/VBD/ROOT/3

on/on/IN/prep/3 Monday/monday/NNP/pobj/0 Keller/keller/NNP/nsubj/3 left/leave/VBD/ROOT/3

police/police/NNS/nsubj/1 beat/beat/VBD/ROOT/1 and/and/CC/cc/1 arrested/arrest/VBD/conj/1
students/student/NNS/dobj/3

rebels/rebel/NNS/nsubj/4 that/that/WDT/nsubj/2 attacked/attack/VBD/relcl/0
soldiers/soldier/NNS/dobj/2 fled/flee/VBD/ROOT/4

rebels/rebel/NNS/nsubjpass/2 were/be/VBD/auxpass/2 arrested/arrest/VBN/ROOT/2 and/and/CC/cc/2
jailed/jail/VBN/conj/2

soldiers/soldier/NNS/nsubj/3 fighting/fight/VBG/acl/0 rebels/rebel/NNS/dobj/1
retreated/retreat/VBD/ROOT/3

tanks/tank/NNS/nsubjpass/2 were/be/VBD/auxpass/2 given/give/VBN/ROOT/2 to/to/IN/dative/2
Ukraine/ukraine/NNP/pobj/3 by/by/IN/agent/2 Poland/poland/NNP/pobj/5

the/the/DT/det/2 French/french/JJ/amod/2 leader/leader/NN/poss/4 's/'s/POS/case/2
sister/sister/NN/nsubj/5 left/leave/VBD/ROOT/5

the/the/DT/det/2 UN/un/NNP/compound/2 envoy/envoy/NN/nsubj/3 left/leave/VBD/ROOT/3

the/the/DT/det/1 envoy/envoy/NN/nsubj/5 that/that/WDT/dobj/4 Israel/israel/NNP/nsubj/4
expelled/expel/VBD/relcl/1 left/leave/VBD/ROOT/5

the/the/DT/det/3 former/former/JJ/amod/3 French/french/JJ/amod/3 president/president/NN/nsubj/4
left/leave/VBD/ROOT/4

the/the/DT/det/1 minister/minister/NN/nsubj/6 ,/,/,/punct/1 Anna/anna/NNP/compound/4
Keller/keller/NNP/appos/1 ,/,/,/punct/6 left/leave/VBD/ROOT/6

the/the/DT/det/1 president/president/NN/nsubj/4 of/of/IN/prep/1 France/france/NNP/pobj/2
left/leave/VBD/ROOT/4

the/the/DT/det/2 two/two/CD/nummod/2 countries/country/NNS/nsubj/3 met/meet/VBD/ROOT/3

troops/troop/NNS/nsubj/2 reportedly/reportedly/RB/advmod/2 fled/flee/VBD/ROOT/2

troops/troop/NNS/nsubj/1 withdrew/withdraw/VBD/ROOT/1 from/from/IN/prep/1 Congo/congo/NNP/pobj/2
and/and/CC/cc/3 Uganda/uganda/NNP/conj/3

weapons/weapon/NNS/nsubjpass/5 supplied/supply/VBN/acl/0 by/by/IN/agent/1 Iran/iran/NNP/pobj/2
were/be/VBD/auxpass/5 seized/seize/VBN/ROOT/5 by/by/IN/agent/5 Britain/britain/NNP/pobj/6
"""


def _words(parse: str) -> str:
    return " ".join(item.rsplit("/", 4)[0] for item in parse.split())


_BY_TEXT = {_words(parse): parse for parse in PARSES.strip().split("\n\n")}


def parsed(text: str) -> Sentence:
    """Return the sentence with these words, single spaces between. Raises KeyError for others."""
    return sentence_of(_BY_TEXT[text])


@cache
def word_classes() -> WordClasses:
    """The classes of words of the project's own lexicons."""
    return WordClasses(lexicons.load().classes)


def sentence_of(parse: str) -> Sentence:
    """Return a sentence written by hand: one `word/lemma/TAG/label/head` a token, heads from 0.

    Words are joined by single spaces.
    """
    rows, at = [], 0
    for item in parse.split():
        word, lemma, tag, label, head = item.rsplit("/", 4)
        rows.append((word, lemma, tag, label, int(head), at))
        at += len(word) + 1
    return columns(" ".join(row[0] for row in rows), 0, rows, word_classes())
