"""What a number counts or measures, who acts on it and how, and the rate that stands apart from its number."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Change, Claim, Document

ITEMS = [
    ("Between 300 and 400 will be sold each year.", [""]),
    ("The airline ordered two new 747 freighters.", ["new 747 freighters"]),
    ("They drilled through a 3 metre thick buried layer.", ["buried layer"]),
    ("A 40 cm deep trench ran along the wall.", ["trench"]),
    ("The kit has a 12 mm fixed nozzle.", ["fixed nozzle"]),
    ("The tank holds 98% pure acetone.", ["acetone"]),
    ("Cells grew in 5% (v/v) horse serum.", ["horse serum"]),
    ("Hoses of either 20 or 30 mm inner width are sold.", ["inner width", "inner width"]),
    ("The 5 °C and 9 °C curves differ.", ["curves", "curves"]),
    ("They saw a threefold rise in rents.", ["rents"]),
    ("A 4 fold drop in yield followed.", ["yield"]),
    ("The photo was taken at 200× magnification.", ["magnification"]),
    ("The air held 40 µg/m3 NO2 on Friday.", ["NO2"]),
    ("The plate is cracked (red; scale bar, 20 μm).", ["scale bar"]),
    ("The parameter b = 0.4 was fixed.", ["parameter b"]),
    ("The groups did not differ (t(21) = 1.4).", ["t(21)"]),
    ("The groups differed (F(2, 7.5) = 9.1).", ["F(2, 7.5)"]),
    ("The heat loss in the attic (4.2 kW) fell.", ["heat loss in the attic"]),
    ("The melting point of tin (232 °C) is low.", ["melting point of tin"]),
    ("The loss of brine (40 litres) was small.", ["brine"]),
    ("The pulses are very short (<9 ms).", ["pulses"]),
    ("We found the mean error to be 3%.", ["mean error"]),
    ("The flow increases from 4 L/s to 9 L/s.", ["flow", "flow"]),
    ("When the strain decreases (from 6% to 2%), it bends.", ["strain", "strain"]),
    ("Flow rates of 9 kg/s lead to losses.", ["Flow rates"]),
    ("The drift is 4% relative to the mean.", ["drift"]),
    ("Yields of 3%, 8% and 5% were seen, if 40% of water was lost.", ["Yields", "Yields", "Yields", "water"]),
    ("Some 20% of the total measured heat was lost.", ["measured heat"]),
    ("Of the 54 members, 26 disagree with him.", ["members", "members"]),
    ("The losers were Orbex, down 4%, and Bolt Group, down 3%.", ["Orbex", "Bolt Group"]),
    ("Orbex was down 2%, Bolt by 3%.", ["Orbex", "Bolt"]),
    ("Orbex +2% Bolt -3% Gala +1%", ["Orbex", "Bolt", "Gala"]),
    ("Tin dropped 2%, while zinc fell 1% as fears about a glut in Asia hit prices.", ["Tin", "zinc"]),
    ("The navy ordered 12 Cobra 7A2 launchers.", ["Cobra 7A2 launchers"]),
    ("The airline ordered two new 747 Ultra freighters.", ["new 747 Ultra freighters"]),
    ("The survey says that one in nine boats has leaks.", ["boats"]),
    ("Output grew 3% week on week, a 2% gain year on year.", ["Output", "Output"]),
    ("The farm sold 300 head of cattle.", ["head of cattle"]),
    ("It is one of the most prized and delicate orchids.", ["prized and delicate orchids"]),
    ("He met one of the nurses several times.", ["nurses"]),
    ("The club owns three ageing 911 cars.", ["ageing 911 cars"]),
    ("The clerk read a 12 page report titled Broken Roads.", ["report"]),
    ("Costs fell by six orders of magnitude.", ["orders of magnitude"]),
    ("The council bought 14 buses.", ["buses"]),
    ("The council bought 14 second-hand buses.", ["second-hand buses"]),
    ("Eleven fast patrol boats sank.", ["fast patrol boats"]),
    ("Eleven Dutch patrol boats sank.", ["Dutch patrol boats"]),
    ("The army destroyed 12 enemy tanks overnight.", ["enemy tanks"]),
    ("The fire destroyed 12 homes and businesses.", ["homes and businesses"]),
    ("Officials counted 14 types of land mines.", ["types of land mines"]),
    ("Every day 300 people cross the bridge.", ["people"]),
    ("More than 300 people crossed the bridge.", ["people"]),
    ("Another 300 people crossed the bridge.", ["people"]),
    ("Between 30 and 40 people crossed the bridge.", ["people"]),
    ("Thirty-four people were killed by the flood.", ["people"]),
    ("Dozens of lorries were stuck.", ["lorries"]),
    ("Hundreds of thousands of birds came.", ["birds"]),
    ("Farmers lost 14 cows, 3 horses and 2 dogs.", ["cows", "horses", "dogs"]),
    ("Two ferries brought 300 families to the island.", ["ferries", "families"]),
    ("There were 40 boats in the bay.", ["boats"]),
    ("About 62% of voters backed the plan.", ["voters"]),
    ("Some 62% of the town's voters backed the plan.", ["town's voters"]),
    ("A third of the trees died.", ["trees"]),
    ("One in five children is vaccinated.", ["children"]),
    ("Snow closed 12 of the town's 40 schools.", ["schools", "schools"]),
    ("They drank 40 litres of milk.", ["milk"]),
    ("They seized 3 tonnes of sugar and 40 litres of oil.", ["sugar", "oil"]),
    ("The ministry spent $2bn in aid.", ["aid"]),
    ("They sent $2 million worth of rope.", ["rope"]),
    ("A 300-metre pier was built.", ["pier"]),
    ("A $275 million package was sent.", ["package"]),
    ("A three-week pause was agreed.", ["pause"]),
    ("It was the 12th strike this year.", ["strike"]),
    ("About four-fifths of Baden-Baden's hotels closed.", ["Baden-Baden's hotels"]),
    ("Four-fifths of Baden-Baden's population has left.", ["Baden-Baden's population"]),
    ("The arrests bring to 41 the number of people detained since May.", ["people"]),
    ("The purchase takes to 20 the number of ferries the line owns.", ["ferries"]),
    ("The raid brought to 300 the total of seized rifles.", ["seized rifles"]),
    ("Voters, a third of whom rent, stayed at home.", ["Voters"]),
    ("Cooks, of whom 34 are new, went home.", ["Cooks"]),
    ("Forty of the injured were flown out.", ["injured"]),
    ("The village fell after 11 days of fighting.", ["fighting"]),
    ("Lorries came back last week: 107 crossed on Thursday.", ["Lorries"]),
    ("Norway pledged 250 million euros for Sudan.", [""]),
    ("A train leaves every 12 minutes.", ["train"]),
    ("Her majority shrank from 500 to 400 votes.", ["votes", "votes"]),
    ("The army fired 90 rockets in nine salvoes, of which 31 hit homes.", ["rockets", "salvoes", "rockets"]),
    ("The union won 36% of the votes, against 31% in May.", ["votes", "votes"]),
    ("The trees, 40 of which are oaks, were planted by hand.", ["trees"]),
]
SUBJECTS = [
    ("Turnout was 62%.", ["Turnout"]),
    ("Inflation was 4% in May.", ["Inflation"]),
    ("The pier is 300 metres long.", ["pier"]),
    ("The bridge weighs 40 tonnes.", ["bridge"]),
    ("The depth of the lake is 40 metres.", ["depth of the lake"]),
    ("The battle lasted three weeks.", ["battle"]),
    ("The death toll rose to 34.", ["death toll"]),
    ("The number of visitors reached 40,000.", ["visitors"]),
    ("Exports of copper fell by 12%.", ["Exports of copper"]),
    ("Sales of lamps doubled to 40,000.", ["Sales of lamps"]),
    ("The lake covers 300 square kilometres.", ["lake"]),
    ("The vaccine is 94% effective.", ["vaccine"]),
    ("The firm made a profit of $40 million, up 12% on 2022.", ["profit", "profit"]),
    ("The price of bread rose 4% to 12 euros.", ["price of bread", "price of bread"]),
    ("Copper fell from 9,000 to 8,700, a 3% drop.", ["Copper", "Copper", "Copper"]),
    ("The bank reported a 4% fall in lending to farms.", ["lending"]),
    ("Inflation, at 22% in May, has risen.", ["Inflation"]),
    ("Inflation slowed to 7% in June.", ["Inflation"]),
    ("The bank kept its rate at 9%.", ["rate"]),
    ("Voters rejected the plan by 61% to 39%.", ["", ""]),
    ("Rain, due in six days, will help.", ["Rain"]),
    ("The mill, whose sales fell 9% to $38, will shut.", ["sales", "sales"]),
    ("Food will last three weeks.", ["Food"]),
    ("Chile spent $54 billion on roads.", ["roads"]),
    ("The blast hurt 12 men, raising the toll since May to 193.", ["men", "toll"]),
    ("The tower, 70 metres tall, swayed.", ["tower"]),
    ("The storm, the ninth this year, passed.", ["storm"]),
    ("The storm, the county's ninth this year, passed.", ["storm"]),
    ("The title, her third in a row, came easily.", ["title"]),
    ("Net profit for the year ended 31 March was $40 million, against $35 million in the same period last year.", ["Net profit"] * 2),
    ("Revenue in the quarter ended June was £12 million.", ["Revenue"]),
    ("Sales for the half ending 30 June were €3 million.", ["Sales"]),
    ("The bank lost $3 billion in two days.", ["", ""]),
    ("The agency warns that stocks will run out in six weeks.", ["stocks"]),
    ("The 12-kilometre tunnel takes ten minutes.", ["tunnel", "tunnel"]),
    ("A third of the rooms cost $40.", ["rooms", "rooms"]),
    ("Buses leave every 20 minutes.", ["Buses"]),
    ("The blasts came within two hours of each other.", ["blasts"]),
    ("The mill can weave 300 rugs a year, a fifth more than in 2019.", ["rugs", "rugs"]),
    ("The lorries arrived within 72 hours.", ["lorries"]),
    ("The pupils got an average score of 6 in maths.", ["average score"]),
]
BACK = [
    ("The council bought 14 buses and sold 3 of them.", ["buses", "buses"]),
    ("The guards searched 90 huts and found weapons in 12.", ["huts", "huts"]),
    ("The firm employs 40 men, 12 of whom are cooks.", ["men", "men"]),
    ("The mine employs 40 men, 12 of whom are cooks.", ["men", "men"]),
    ("Rebels captured 40 soldiers. Of these, 12 were later freed.", ["soldiers", "soldiers"]),
    ("Nurses treated 60 patients; 12 died.", ["patients", "patients"]),
    ("Of the 122 boats, 56 sank.", ["boats", "boats"]),
    ("They saw 60 drones. The army said it shot down 40 of them.", ["drones", "drones"]),
    ("The town lost 60 homes last year and 40 this year.", ["homes", "homes"]),
    ("The flood took 12 of the 90 huts on the bank, or 13%.", ["huts", "huts", "huts"]),
    ("The poll asked 900 adults; 38% disliked the tax.", ["adults", "adults"]),
    ("Of patients with asthma, 40% smoked.", ["patients"]),
    ("Among the sheep, 12 were ill.", ["sheep"]),
    ("The army lists 300 wounded, 40 of them sergeants.", ["wounded", "sergeants"]),
    ("Losses came to 90 lorries, said Kyiv; Minsk put the figure at 40.", ["lorries", "lorries"]),
    ("Rebels fired 40 rockets, killing three.", ["rockets", ""]),
    ("Rebels took 40 prisoners, killing three.", ["prisoners", "prisoners"]),
]
LABELS = [
    ("Injured: 125.", ["Injured"]),
    ("Boats in the bay: 31.", ["Boats"]),
    ("Staff: 40; visitors: 300.", ["Staff", "visitors"]),
]
ACTORS = [
    ("The army destroyed 12 tanks.", [("The army", "destroy")]),
    ("The army shot down 12 drones.", [("The army", "shoot down")]),
    ("Twelve drones were shot down by the army.", [("the army", "shoot down")]),
    ("Thirty-four people were killed by the flood.", [("the flood", "kill")]),
    ("The court fined the bank $3 million.", [("The court", "fine")]),
    ("The firm employs 1,200 people in Graz.", [("The firm", "employ")]),
    ("Farmers lost 14 cows.", [("Farmers", "lose")]),
    ("The gale, officials said, has killed 12 sailors.", [("The gale", "kill")]),
    ("The shop, its owner says, sold 300 loaves on Monday.", [("The shop", "sell")]),
    ("A winter of drought, the ministry reckons, has left farmers with 300 empty wells.", [("A winter of drought", "leave")]),
    ("Smoking cost 300 lives.", [("Smoking", "cost")]),
    ("Cycling saved 300 lives.", [("Cycling", "save")]),
    ("The storm put 40 boats on the rocks.", [("The storm", "put")]),
    ("The mayor put the losses at 40 boats.", [("", "put")]),
    ("Later 54-year-old Anna Weiss carried six boxes.", [("Anna Weiss", "carry")] * 2),
    ("The detour round the lake adds 12 km.", [("The detour", "add")]),
    ("Children under five drink 40% of the milk.", [("", "drink"), ("Children", "drink")]),
    ("The bank bought bonds in March and April trying to calm the market and gained 3 billion euros.", [("The bank", "gain")]),
    ("Nurses treated 60 patients.", [("Nurses", "treat")]),
    ("The firm said the fire destroyed 12 barns.", [("the fire", "destroy")]),
    ("Two ferries brought 300 families to the island.", [("", "bring"), ("Two ferries", "bring")]),
    ("Forty boats sank.", [("", "sink")]),
    ("The army fired 81 rockets, 50 of which were shot down.", [("The army", "fire"), ("", "shoot down")]),
    ("The army killed 12 rebels and wounded 30.", [("The army", "kill"), ("The army", "wound")]),
    ("Having lost 40 tanks, the brigade withdrew.", [("the brigade", "lose")]),
    ("Patients given the pill lost 4 kg.", [("Patients", "lose")]),
    ("Cooks at the hotel earn $38 an hour.", [("Cooks", "earn")]),
    ("Nine bridges were blown up by retreating troops.", [("retreating troops", "blow up")]),
    ("The raid, which Kyiv blamed on Minsk, cut power to 900 homes.", [("The raid", "cut")]),
    ("At 3:47 p.m. gunmen killed 11 soldiers.", [("gunmen", "kill")]),
    ("A landslide, at 4:15 a.m. on Monday, killed 11 miners.", [("A landslide", "kill")]),
    ("A landslide at 4:15 a.m. killed 11 miners.", [("A landslide", "kill")]),
    ("The buses, each carrying up to 60 pupils, were late.", [("The buses", "carry")]),
    ("Fierce bombing of Ruvo by rebel jets wounded six nuns.", [("Fierce bombing of Ruvo by rebel jets", "wound")]),
    ("State-backed miners who blocked the road freed 12 guards.", [("State-backed miners", "free")]),
    ("Storms of force 11 sank 40 boats and hurt 12 men.", [("", "sink"), ("Storms", "sink"), ("Storms", "hurt")]),
    ("The gale left nine sailors dead and 40 injured.", [("The gale", "leave")] * 2),
    ("Hail struck the town on Friday, leaving 90 roofs damaged.", [("Hail", "leave")]),
    ("Floods killed 12 men, police said on Friday, bringing the toll to 40.", [("Floods", "kill"), ("Floods", "bring")]),
    ("The liberals, who held 20 seats, were left with nine.", [("The liberals", "hold"), ("The liberals", "leave")]),
    ("The union says its members are owed $3 million.", [("its members", "owe")]),
    ("The driver was fined 400 euros.", [("The driver", "fine")]),
    ("The strike cost the port $3 million.", [("The strike", "cost")]),
    ("Spain sent two planes and 40 tonnes of flour; Malta, 3 boats.", [("Spain", "send")] * 2 + [("Malta", "send")]),
    ("A barge with 200 tonnes of rice left the port.", [("barge", "leave")]),
    ("Refugees, a third of whom live in tents, need 900 stoves.", [("", "live"), ("Refugees", "need")]),
    ("Kenya accounts for 40% of the cases.", [("Kenya", "account")]),
    ("Acme fell behind Bolt, whose tally rose to 90. It sold 40 vans.", [("", "rise"), ("Acme", "sell")]),
    ("Iran fired 90 rockets at Iraq on Tuesday, the army said, sending 400 people to shelters.", [("Iran", "fire"), ("Iran", "send")]),
    ("Divers working off Bari have found 50 metres of cable.", [("Divers", "find")]),
    ("Families camp under trees and get 8 litres of water.", [("Families", "get")]),
    ("Mali, which says it lost 40 men, has withdrawn 90 tanks.", [("Mali", "lose"), ("Mali", "withdraw")]),
    ("The herd, a third of all deer, ate 90 trees.", [("", ""), ("The herd", "eat")]),
    ("The barge, with a crew of 40, towed 9 boats.", [("barge", ""), ("The barge", "tow")]),
    ("The driver was jailed for two years.", [("The driver", "jail")]),
    ("Spain bought 40% of the wheat and flour just 9%.", [("Spain", "buy"), ("flour", "buy")]),
    ("Nurses at the clinic say they treated 40 wounded people.", [("Nurses", "treat")]),
    ("Hospitals took in 150 people.", [("Hospitals", "take in")]),
    ("Raids by US and British jets hit 36 depots.", [("Raids by US and British jets", "hit")]),
    ("The UN says 900 farmers, most of them old, have fled.", [("", "flee")]),
    ("The firm spent $3 million on lobbying ministers.", [("The firm", "spend")]),
    ("Some 40% of the aid promised in May has arrived.", [("", "arrive")]),
    ("Canada has given Chad $66 million.", [("Canada", "give")]),
    ("Between 400 and 500 farmers wait for seed.", [("", "wait")]),
    ("Sales fell by a quarter to 900.", [("", "fall"), ("", "fall")]),
    ("The milk was boiled and cooled to 4 degrees.", [("", "cool")]),
    ("The firm cancelled 12 flights and modernised 3 ships.", [("The firm", "cancel"), ("The firm", "modernise")]),
    ("Sixty villagers attacked a camp and burned 12 tents.", [("", "attack"), ("Sixty villagers", "burn")]),
    ("The guards helped to bury 90 bodies found in the camp.", [("The guards", "bury")]),
    ("Two million farmers face famine.", [("", "face")]),
    ("The budget sets aside 40 million euros.", [("The budget", "set aside")]),
    ("The firm bought 40 lorries, 12 of which were delivered in May.", [("The firm", "buy"), ("", "deliver")]),
    ("The WHO, which has shipped 900 tents to Renk, is short of money.", [("The WHO", "ship")]),
    ("The judge ordered the bank to repay $40 million.", [("the bank", "repay")]),
    ("A court fined the refinery $4 million for spilling 30 tonnes of oil.", [("A court", "fine"), ("the refinery", "spill")]),
    ("The rebels arrived at dawn and stayed for two hours.", [("The rebels", "stay")]),
    ("To fill the ranks the army has drafted 900 cooks.", [("the army", "draft")]),
    ("The wards, built for 60 patients, held 90.", [("", "build"), ("The wards", "hold")]),
    ("The fleet lost a tenth of the 300 barges that Egypt had lent.", [("The fleet", "lose"), ("Egypt", "lend")]),
    ("Spain sold 40 tonnes, Italy 30 and Greece just 12.", [("Spain", "sell"), ("Italy", "sell"), ("Greece", "sell")]),
    ("Biologists counted 41 nests.", [("Biologists", "count")]),
    ("The clinic counted 41 dead.", [("", "count")]),
    ("Nurses gave 700 injections.", [("Nurses", "give")]),
    ("Shares in Acme Foods fell 4%.", [("Acme Foods", "fall")]),
    ("Acme Foods opened 12 shops. Its shares gained 6%.", [("Acme Foods", "open"), ("Acme Foods", "gain")]),
    ("Firefighters put it out after using 40 tonnes of foam.", [("Firefighters", "use")]),
    ("Nine boats burned before the crew put them out.", [("", "burn")]),
    ("The blaze lasted two days until 40 volunteers put it out.", [("", "last"), ("", "put out")]),
    ("A barge carrying 47 pilgrims and nine crew capsized.", [("A barge", "carry")] * 2),
    ("Engineers from the utility mended 40 pumps.", [("Engineers from the utility", "mend")]),
    ("Ships kill 900 whales, twice as many as nets do.", [("Ships", "kill")] * 2),
    ("Nurses spent six hours bandaging wrists.", [("Nurses", "spend")]),
    ("A shed buried 96 goats, nine of which were found alive.", [("A shed", "bury"), ("", "find")]),
    ("The fund pays the widows of 38 sailors who drowned.", [("", "drown")]),
    ("Some 71,000 children need treatment.", [("", "need")]),
    ("Cooks, of whom 34 are new, earn $15 an hour.", [("", "be"), ("Cooks", "earn")]),
    ("The guards shelled two ammunition dumps in May.", [("The guards", "shell")]),
    ("The poll gives the mayor 52%.", [("", "give")]),
    ("Vega Airlines flew 12 jets. The carrier sold 9 of them.", [("Vega Airlines", "fly"), ("Vega Airlines", "sell")]),
    ("Acme's board met on Monday. The company opened 12 shops.", [("Acme", "open")]),
    ("Anna Holm met the board. The company opened 12 shops.", [("The company", "open")]),
    ("Nine boys were hurt and three girls, all from one school, have died.", [("", "hurt"), ("", "die"), ("", "die")]),
]
RATES = [
    ("Some 1,500-2,000 goats are sold a day.", ["day"], ["goats"]),
    ("The clinic sees 40 patients a week.", ["week"], ["patients"]),
    ("There were 320 thefts per 100,000 people.", ["100000 person"], ["thefts"]),
    ("There were 4 deaths per 1,000 births.", ["1000 birth"], ["deaths"]),
    ("The rate is 16.5 per 100,000 people.", ["100000 person"], ["rate"]),
    ("The city has 3 doctors per 1,000 residents.", ["1000 resident"], ["doctors"]),
    ("The plant makes 40 cars an hour.", ["hour"], ["cars"]),
    ("The yen fell to 150 to the dollar.", ["USD"], ["yen"]),
    ("Average hourly pay rose to $35.", ["hour"], ["Average hourly pay"]),
    ("The plant lifted output from 40 to 60 cars a week.", ["week", "week"], ["output", "cars"]),
    ("The annual fair cost $3 million.", [""], ["annual fair"]),
    ("The limit of 40 litres costs a household $12.", ["", ""], ["limit", ""]),
]
CHANGES = [
    ("Prices rose 4%.", ["up"]),
    ("Prices fell by 4%.", ["down"]),
    ("Prices rose to 4%.", ["none"]),
    ("Prices fell 4% to 12 euros.", ["down", "none"]),
    ("The herd grew by 40 cows.", ["up"]),
    ("They sold 40 cows.", ["none"]),
]
BASES = [
    ("The pier is 3 km long.", 3000, "meter"),
    ("The crate weighs 5 tonnes.", 5000, "kilogram"),
    ("It lasted two hours.", 7200, "second"),
    ("The wind blew at 36 km/h.", 10, "meter / second"),
    ("The farm covers 2 hectares.", 20_000, "meter ** 2"),
    ("The pool holds 3 cubic metres.", 3, "meter ** 3"),
]


def _claims(text: str) -> tuple[Claim, ...]:
    return analyse(Document("d", text)).claims


@pytest.mark.parametrize(("text", "items"), ITEMS)
def test_the_noun_behind_a_number_is_its_item(text: str, items: list[str]) -> None:
    assert [claim.item for claim in _claims(text)] == items


@pytest.mark.parametrize(("text", "items"), SUBJECTS)
def test_without_a_noun_behind_the_subject_is_measured(text: str, items: list[str]) -> None:
    assert [claim.item for claim in _claims(text)] == items


@pytest.mark.parametrize(("text", "items"), BACK)
def test_pronouns_and_bare_numbers_count_what_was_counted_before(text: str, items: list[str]) -> None:
    assert [claim.item for claim in _claims(text)] == items


@pytest.mark.parametrize(("text", "items"), LABELS)
def test_a_label_names_what_stands_behind_its_colon(text: str, items: list[str]) -> None:
    assert [claim.item for claim in _claims(text)] == items


@pytest.mark.parametrize(("text", "acts"), ACTORS)
def test_the_actor_and_the_action_govern_the_number(text: str, acts: list[tuple[str, str]]) -> None:
    assert [(claim.actor, claim.action) for claim in _claims(text)] == acts


@pytest.mark.parametrize(("text", "rates", "items"), RATES)
def test_a_rate_may_stand_behind_the_noun(text: str, rates: list[str], items: list[str]) -> None:
    claims = _claims(text)
    assert [claim.per for claim in claims] == rates
    assert [claim.item for claim in claims] == items


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_changes_are_told_from_levels(text: str, changes: list[Change]) -> None:
    assert [claim.change for claim in _claims(text)] == changes


@pytest.mark.parametrize(("text", "value", "unit"), BASES)
def test_measures_are_converted_to_base_units(text: str, value: float, unit: str) -> None:
    (claim,) = _claims(text)
    assert claim.base_value == pytest.approx(value)
    assert claim.base_unit == unit


def test_an_age_has_its_person_as_actor() -> None:
    claims = _claims("Ana Petrov, 47, lost her house, and her 11-year-old son was hurt.")
    assert [(claim.item, claim.actor.split()[-1]) for claim in claims] == [("age", "Petrov"), ("age", "son")]


def test_she_is_the_person_last_named_or_cited() -> None:
    claims = _claims("“We built 12 huts,” says mason Ida Berg. Her brothers helped. She paid 40 euros.")
    assert [claim.actor for claim in claims] == ["mason Ida Berg", "mason Ida Berg"]


def test_the_age_of_a_speaker_is_said_by_nobody() -> None:
    claims = _claims("The flood took 12 huts, said mason Ida Berg, 51, on Monday.")
    assert [(claim.item, claim.source) for claim in claims] == [("huts", "mason Ida Berg"), ("age", "")]


def test_offsets_of_a_titled_document_count_from_its_title() -> None:
    document = Document("d", "The fire killed 12 people.", title="12 die in fire")
    claims = analyse(document).claims
    assert [document.full_text[claim.start : claim.end] for claim in claims] == ["12", "12"]
    assert [claim.sentence for claim in claims] == ["12 die in fire", "The fire killed 12 people."]


def test_claims_are_numbered_through_the_document() -> None:
    assert [claim.claim for claim in _claims("They sold 12 boats.\n\nThey sold 3 rafts and 4 oars.")] == [0, 1, 2]


def test_a_large_number_from_a_plain_one_counts_and_is_no_money() -> None:
    text = "It made €318 million. Online orders doubled to 1.26 million from 630,000."
    claims = analyse(Document(id="text", text=text)).claims
    assert [claim.kind for claim in claims] == ["money", "count", "count"]
