"""A note in the words of conflict datasets is of the sub-event type that ACLED's codebook gives it."""

from collections.abc import Callable

import pytest

from schemas.incident import Telling

Founded = Callable[..., list[Telling]]

OPENING = "On 5 March 2020, "
NOTES = {
    "Armed clash": [
        "an armed clash between Al Shabaab and Somali security forces took place in Janale. Casualties unknown.",
        "unknown gunmen attacked a police post in Bamenda, killing one officer.",
        "NPA rebels fired at soldiers on patrol in Las Navas. One soldier was wounded.",
        "Turkish forces and the YPG exchanged fire around Tel Rifaat. No casualties were reported.",
        "police killed two suspected drug traffickers in a shootout in Culiacan.",
        "security forces killed three militants during a cordon and search operation in Shopian.",
        "two rival gangs clashed in Cite Soleil. At least 10 people were killed.",
        "a soldier was killed by sniper fire from the separatists near Avdiivka.",
        "Misseriya and Rizeigat tribesmen fought over cattle near Kadugli, leaving 12 dead.",
        "the Taliban attacked a checkpoint in Baghlan. Four policemen and six Taliban were killed.",
        "gunmen ambushed an army convoy near Tessit. 12 soldiers killed, eight wounded.",
    ],
    "Attack": [
        "unidentified gunmen on a motorbike shot dead a councillor in Quezon City.",
        "Fulani militiamen killed six farmers in Guma. Houses were also burned.",
        "the body of a man with bullet wounds was found in Celaya. He had been shot by unknown assailants.",
        "police officers beat a journalist in Kampala.",
        "Al Shabaab executed two men accused of spying in Jilib.",
        "soldiers tortured a detainee to death in Maroua.",
        "a trader was beheaded by ADF rebels near Oicha.",
        "Israeli forces shot and killed a Palestinian man at a checkpoint in Huwara.",
        "armed men assaulted a village chief in Djibo with machetes. He was injured.",
        "bandits opened fire on traders travelling to the market of Jibia. Seven were killed.",
    ],
    "Abduction/forced disappearance": [
        "armed men kidnapped a doctor in Bamenda for ransom.",
        "ISIS militants abducted three shepherds near Rutba.",
        "Houthi forces arrested four residents in Ibb and took them to an unknown location.",
        "a priest was seized by gunmen on the Kaduna-Abuja road.",
        "a human rights defender went missing in Dhaka after men in plain clothes took him away.",
    ],
    "Sexual violence": [
        "an armed man raped a woman in Kalehe.",
        "a group of militiamen gang-raped three girls in Drodro.",
    ],
    "Remote explosive/landmine/IED": [
        "an IED exploded in Kabul. No casualties were reported.",
        "a shepherd was injured when a landmine from previous conflict exploded in Hajjah.",
        "unidentified assailants detonated an explosive device at a phone shop in Wajir.",
        "a magnetic bomb attached to a car killed an official in Kabul.",
        "a military vehicle hit a mine near Konna. Three soldiers died.",
        "ELN rebels blew up a section of the oil pipeline in Saravena.",
        "an explosion caused by unexploded ordnance killed two children in Kunduz.",
    ],
    "Suicide bomb": [
        "two female suicide bombers detonated their vests in Konduga, killing eight.",
        "a suicide car bomber (SVBIED) hit a military base in Galkayo.",
    ],
    "Grenade": [
        "unknown men threw a grenade at the house of a politician in Bujumbura. No injuries.",
        "a hand grenade exploded in a market in Bangui, injuring five.",
    ],
    "Shelling/artillery/missile attack": [
        "regime forces shelled the outskirts of Kafr Nabl. No fatalities.",
        "Russian forces fired artillery at Nikopol. One civilian was injured.",
        "two rockets fired from Gaza landed in an open field near Sderot.",
        "mortar shells hit the village of Uri across the Line of Control.",
        "Houthi forces launched a ballistic missile at Marib.",
        "tanks fired at houses in Rafah.",
    ],
    "Air/drone strike": [
        "Russian warplanes targeted Saraqib. Three civilians died.",
        "the Saudi-led coalition carried out five airstrikes on Sirwah.",
        "a Turkish drone targeted a PKK vehicle in Makhmur, killing two fighters.",
        "Ukrainian forces dropped explosives from a drone on Horlivka.",
        "a military helicopter fired on suspected militants in Pemba.",
        "jets struck a position of Boko Haram in Sambisa.",
    ],
    "Chemical weapon": [
        "shells filled with mustard gas were fired at Marea.",
        "ISIS attacked Kurdish forces with chlorine gas near Sinjar. Several fighters choked.",
    ],
    "Peaceful protest": [
        "residents blocked the Delhi-Jaipur highway to demand water supply.",
        "farmers held a demonstration in front of the prefecture in Larissa. (size=around 100)",
        "students of Makerere University protested over tuition fees.",
        "members of a trade union held a protest in Lyon against pension reform.",
        "health workers staged a sit-down in Maseru.",
        "about 50 people gathered in Warsaw in solidarity with Belarus.",
        "relatives of missing persons held a rally in Quetta against enforced disappearances.",
        "shopkeepers observed a shutter-down strike in Peshawar against the murder of a trader.",
        "prisoners started a hunger strike in Nablus.",
        "activists demonstrated in Tunis against the bombing of Gaza.",
    ],
    "Protest with intervention": [
        "students protested in Dakar. Police used tear gas to disperse them.",
        "activists staged a protest in Islamabad. Police detained several of them.",
        "police prevented a march by opposition supporters in Yerevan.",
        "security forces fired in the air to disperse protesters in Basra.",
        "police baton-charged teachers who were demonstrating in Lahore.",
    ],
    "Excessive force against protesters": [
        "police fired live bullets at protesters in Conakry. Two were killed.",
        "soldiers opened fire on demonstrators in Goma, wounding six.",
        "a demonstrator was shot dead by security forces during a sit-in in Baghdad.",
    ],
    "Violent demonstration": [
        "demonstrators clashed with police in Athens and threw petrol bombs.",
        "students burned tyres and barricaded roads in Durban during a protest.",
        "protesters stormed the municipality building in Tripoli and set it on fire.",
        "supporters of two rival parties clashed during a rally in Kolkata. Ten were injured.",
        "rioters vandalised shops in Beirut during a demonstration.",
    ],
    "Mob violence": [
        "residents beat a suspected thief to death in Kisumu.",
        "a mob of villagers burned the house of an alleged witch in Ranchi.",
        "youths attacked Hindu shops in Comilla. Two people were hurt.",
        "BJP workers and TMC workers clashed in Nadia with sticks. Three were injured.",
        "Israeli settlers threw stones at Palestinian cars near Nablus.",
        "football fans fought in the streets of Casablanca.",
    ],
    "Looting/property destruction": [
        "armed men looted shops in Bria.",
        "militants burned down a school in Foube. No one was injured.",
        "Israeli forces demolished a Palestinian house in Silwan.",
        "cattle rustlers stole 200 cows in Samburu.",
        "unknown men set fire to a mobile phone tower in Mandera.",
    ],
    "Arrests": [
        "police arrested 15 members of Hizb ut-Tahrir in Simferopol.",
        "Israeli forces detained 12 Palestinians in Jenin.",
        "the opposition leader was taken into custody in Harare.",
    ],
    "Agreement": [
        "Russia and Turkey agreed on a ceasefire in Idlib.",
        "community leaders of the Fulani and the Dogon signed a peace accord in Koro.",
        "the Houthis and the government exchanged 30 prisoners in Taiz.",
    ],
    "Change to group/activity": [
        "40 Boko Haram fighters surrendered to troops in Gwoza.",
        "the army deployed additional forces to Macomia.",
        "20 soldiers defected to the rebels in Loikaw.",
    ],
    "Disrupted weapons use": [
        "soldiers found and destroyed two IEDs in Maiduguri.",
        "Saudi forces intercepted and destroyed a drone launched by Houthis at Khamis Mushait.",
        "police seized weapons and ammunition in Garissa.",
        "a bomb was defused outside a mosque in Karachi.",
        "Ukrainian air defence shot down three Shahed drones over Odesa.",
    ],
    "Headquarters or base established": [
        "Turkish forces established a new base in Jabal al-Zawiya.",
        "rebels set up a camp in the forest near Rutshuru.",
    ],
    "Non-violent transfer of territory": [
        "rebel fighters handed over the town of Kidal to the army.",
        "Al Shabaab withdrew from Tiyeglow and Ethiopian troops entered the town.",
    ],
    "Government regains territory": [
        "the Syrian army captured the village of Hazarin from rebels.",
        "Somali forces retook Janale from Al Shabaab.",
        "after clashes, government forces took control of Mueda.",
    ],
    "Non-state actor overtakes territory": [
        "Taliban militants captured Waygal district after clashes with Afghan forces.",
        "the Arakan Army seized a military outpost in Paletwa.",
        "insurgents overran Mocimboa da Praia.",
    ],
    "Other": [
        "the governor imposed a curfew in Jos.",
        "a mass grave with 12 bodies was discovered in Tarhuna.",
        "some 2,000 people were displaced from Djugu by fear of attacks.",
    ],
}


@pytest.mark.parametrize(("sub_event_type", "note"), [(name, note) for name, notes in NOTES.items() for note in notes])
def test_a_note_is_one_incident_of_its_type(founded: Founded, sub_event_type: str, note: str) -> None:
    assert [telling.account.sub_event_type for telling in founded(OPENING + note, None)] == [sub_event_type]
