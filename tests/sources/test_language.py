import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.language import detect_language, language_code


@pytest.mark.parametrize(
    "text",
    [
        "1 ICRC national staff killed in Baidoa.",
        "2 WFP drivers abducted near Abyei, released after 3 days",
        "Driver injured, Kabul.",
        "Polio worker shot dead Peshawar",
        "UNKNOWN MEN THREW A GRENADE AT THE HOUSE OF THE MAYOR OF CHALATENANGO",
        "SAN SALVADOR, 9 JUN 89 (EFE) -- THE ARMY TODAY LAUNCHED AN OPERATION IN CUSCATLAN AND SAN VICENTE",
        "“Todos vamos a morir”, said the mayor of Santa Cruz de la Sierra after la masacre de los campesinos.",
        "The ministry wrote: «قُتل خمسة أشخاص», and that two of them were guards.",
    ],
)
def test_short_notes_capitals_and_foreign_names_are_still_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El ejército atacó la aldea el domingo y mató a cinco personas.", "es"),
        ("TRES SOLDADOS MUERTOS EN UN ATAQUE CERCA DE LA CIUDAD.", "es"),
        ("Cinq personnes ont été tuées dimanche près du village.", "fr"),
        ("Fünf Menschen wurden am Sonntag bei einem Gefecht getötet.", "de"),
        ("Cinque persone sono state uccise domenica in uno scontro.", "it"),
        ("Cinco pessoas foram mortas no domingo num confronto com a polícia.", "pt"),
        ("Vijf mensen kwamen zondag om bij een vuurgevecht met de politie.", "nl"),
        ("To mænd blev dræbt i går, og det er for tidligt at sige, hvem der stod bag.", "da"),
        ("Twee polisiemanne is by die brug doodgeskiet, sê die polisie by die stasie.", "af"),
        ("Пять человек погибли в воскресенье в столкновении с полицией.", "ru"),
        ("П'ятеро людей загинули в неділю внаслідок обстрілу села.", "uk"),
        ("قُتل خمسة أشخاص في اشتباكات يوم الأحد.", "ar"),
        ("پنج نفر در درگیری روز یکشنبه کشته شدند.", "fa"),
        ("Pazar günü çıkan çatışmada beş kişi öldü.", "tr"),
        ("Pesë persona u vranë të dielën në një përleshje me policinë.", "sq"),
        ("Watu watano waliuawa Jumapili katika mapigano na polisi.", "sw"),
        ("Shan qof ayaa lagu dilay dagaal ka dhacay magaalada Baydhabo.", "so"),
        ("An kashe mutane biyar a ranar Lahadi a wani rikici da 'yan sanda.", "ha"),
        ("Pięć osób zginęło w niedzielę w starciu z policją.", "pl"),
        ("星期日，五人在与警察的冲突中死亡。", "zh"),
        ("חמישה בני אדם נהרגו ביום ראשון בעימות.", "he"),
        ("रविवार को झड़प में पाँच लोग मारे गए।", "hi"),
        ("እሑድ ዕለት በተፈጠረ ግጭት አምስት ሰዎች ተገደሉ።", "am"),
    ],
)
def test_a_sentence_shows_its_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "42", "--- * ---", "\x00"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-GB", "en"),
        ("en_US.UTF-8", "en"),
        ("eng", "en"),
        ("English", "en"),
        (" english ", "en"),
        ("English (United Kingdom)", "en"),
        ("fre", "fr"),
        ("fra", "fr"),
        ("Español", "es"),
        ("pt-BR", "pt"),
        ("zh-Hans-CN", "zh"),
        ("scottish gaelic", "gd"),
        ("xx", None),
        ("unknown", None),
        ("", None),
    ],
)
def test_metadata_of_any_style_become_a_code_of_two_letters(written: str, code: str | None) -> None:
    assert language_code(written) == code


@given(st.text())
def test_an_answer_is_a_code_or_none(text: str) -> None:
    language = detect_language(text)
    assert language is None or language_code(language) == language
