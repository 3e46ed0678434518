"""Ages with births in many wordings."""

from __future__ import annotations

from datetime import date

import pytest
from judged import failures

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import run

AGES_FAULTY = [
    "2024-06-15 Police named the diver as Emil Voss, 41, of Kiel. A passport gives his date of birth as 9 June 1979.",
    "2022-08-30 Ida Krantz came into the world in March 1950. When she was elected in 1998 she was only 38.",
    "2024-06-15 Mara Holt will turn 93 on Saturday. She was born in Brno in June 1929.",
    '2024-06-15 At 63, Emil Voss is the oldest diver in the club. "I was born in 1971," he says.',
    "2024-06-15 Pavel Oss was 21 when he joined the choir in 2008. He was born in May 1995 in Brno.",
    "2024-06-15 The bishop, 71, who was born on 2 March 1962, will speak.",
    "Born on 4 July 1911, Karl Benz died on 9 May 1990 at the age of 85.",
    "2024-06-15 Maria Ortiz, 52, was born in Lima in 1980 and came to Spain as a student.",
    "2024-06-15 The minister was born on 12 January 1961. He is 71 and will retire in May.",
    "2024-06-15 Jan Novak (1931–2024), the painter, died on Monday at 85.",
    "2024-06-15 The cellist Mira Soler was born in 1949 in Reus. She gave her first concert in 1961, aged 8.",
    "Tomas Berg (born 2 March 1940) won the race in 1962, when he was 27.",
    "Anna Keller died on 14 May 2019 aged 80. She was born in Bern on 30 March 1931.",
    "2024-06-15 Peter Lang, who was born on 8 August 1975, turned 53 in 2023.",
    '2024-06-15 Born in 1990 in Oslo, Nilsen was the youngest player of the team. "I am tired," the 41-year-old striker said.',
    "John Abara was born in 1944. In 1968, at the age of 31, he joined the bank.",
    "He was born in 1932 in Riga, the son of a baker. He emigrated in May 1950, aged 25.",
    "Ruth Sand was born on 1 January 1900. She was 70 when she died in 1995.",
    "2024-06-15 Sofia Ricci dies at 90\n\nSofia Ricci died on 12 June. She was born on 3 October 1941 in Bari.",
    "Lee was born on 3 May 1950. On 1 June 1972, when he was 30, he enlisted.",
    "Vera Katz (1905-1988) published her last novel in 1980, when she was 91.",
    "2024-06-15 Oscar-winner Lena Vogt dies aged 77\n\nThe actress died in Bonn on Tuesday. Vogt was born in Kiel on 14 October 1940.",
    "2024-06-15 Anton Reyes was born in Cebu in 1959 and studied law in Manila. Reyes, 51, has been a judge since 2001.",
    "2024-06-15 The defendant, born on 5 May 2002, was 26 at the time of the robbery in March 2023.",
    "Sir Peter Hall was born in 1930 and died in 2017 at the age of 76.",
    "2024-06-15 Rosa Blum (1929–2024) was a chemist. She published her first paper at 23 in 1961.",
    "Charles Babin, who died on 4 May 2011 at 92, was born on 6 June 1912.",
    "2024-06-15 Born on 8 March 1955 in Split, Ante Kos made his debut in 1973 at the age of 15.",
    "2024-06-15 The record holder, who was born in April 1996, set the mark in August 2019, when she was 28.",
    "2024-06-15 Ivo Petrov (b. 1948) came to London in 1970, aged 31.",
    "Elsa Lind was born on 17 November 1921. She married in 1943, at 30, and had four sons.",
    "2024-06-15 Hugo Stern, 80, retired doctor, born 1951, found the coins.",
    "2024-06-15 Lucia was born on 29 May 1987. Now 27, she runs a farm.",
    "2024-06-15 Born in 1985, the goalkeeper is 45 and still playing.",
    "Mozart was born in 1756 and died in 1791, aged 41.",
    "2024-06-15 Dr Emil Roth was born on 1 February 1938 in Linz. He died on 10 June, aged 91.",
    "2024-06-15 The bassoonist, who was born in 1949 and has played in nine orchestras, will retire at the end of the season aged 69.",
    "2024-06-15 Greta Falk, born in May 1957, steps down next month at 72.",
    "2024-06-15 Ilir Dema (b. 9 April 1981) becomes, at 38, the youngest bishop.",
    "2024-06-15 Asta Brun celebrates her 95th birthday on Wednesday. Born on 19 June 1934, she still drives.",
    "Rolf Kern was born on 2 March 1931. On his 40th birthday, in 1961, he sold the mill.",
    "2024-06-15 Pia Moser (born 1954) will mark her 80th birthday next month.",
    "2024-06-15 Selma Vik died on 2 June 2024. She was 69. She was born in Bodø on 4 July 1946.",
    "The skipper, born in 1980, was 27 when she first sailed alone across the gulf of that name, in 2002.",
]
AGES_SOUND = [
    "2024-06-15 Mrs Holt, who is 94, will turn 95 on Saturday; her daughter, born in 1951, is 73.",
    "2024-06-15 Ida Krantz came into the world in March 1950. When she was elected in 1998 she was 48.",
    "2024-06-15 Pavel Oss was 13 when he joined the choir in 2008. He was born in May 1995 in Brno.",
    "2024-06-15 Pavel Oss was 21 when he joined the choir in 2008. Rita Kern was born in May 1995.",
    "2024-06-15 The bishop, 62, who was born on 2 March 1962, will speak.",
    "2024-06-15 Selma Vik died on 2 June 2024. Born in Bodø in 1941, she was one of six. Her mother died in 1990. She was 92.",
    "Born on 4 July 1911, Karl Benz died on 9 May 1990 at the age of 78.",
    "2024-06-15 Maria Ortiz, 43, was born in Lima in 1980 and came to Spain as a student.",
    "2024-06-15 Maria Ortiz, 44, was born in Lima in 1980 and came to Spain as a student.",
    "2024-06-15 The minister was born on 12 January 1961. He is 63 and will retire in May.",
    "2024-06-15 The minister was born in 1961. His wife, 71, is a judge.",
    "2024-06-15 The minister was born in 1961. His deputy is Ana Lu, 45, a lawyer.",
    "2024-06-15 The minister was born in 1961. The 24-year-old victim was a student.",
    "2024-06-15 Jan Novak (1931–2024), the painter, died on Monday at 92.",
    "2024-06-15 The cellist Mira Soler was born in 1949. She gave her first concert in 1961, aged 12.",
    "2024-06-15 The cellist Mira Soler was born in 1949. She gave her first concert in 1961, aged 11.",
    "Anna Keller died on 14 May 2019 aged 88. She was born in Bern on 30 March 1931.",
    "2024-06-15 Peter Lang, who was born on 8 August 1975, turned 48 in 2023.",
    "He was 31 when his son was born in 1960. In 1985 he was 56.",
    "She was born in 1960, when her mother was 31.",
    "She was born to farmers who came in 1920. In 1950, aged 20, she left.",
    "The firm, founded in 1950 by Ida Holm, born 1920, was 20 in 1970.",
    "2024-06-15 Two of the players were born in 1999; the captain, 31, was not.",
    "Ida Holm was born in 1950. She had 12 children, and in 1990, aged 24, one of them died.",
    "Ida Holm was born in 1950. In 1990 she was 40 and had 12 goats.",
    "The US-born singer was 40 in 1990.",
    "Born in 1950, she was in her 70s when she died in 2024.",
    "Born in 1950, he scored 31 in 1970 and won at 24 points.",
    "He was born in 1950 and married at 24. He died in 2020 at 70.",
    "She was born in March 1950; in 1980 she was 29, in 1981 she was 31.",
    "2024-06-15 Amy was born in 2014. The 10-year-old likes maths.",
    "2024-06-15 A boy of 9 born in 2014 was found.",
    "2024-06-15 Born in 1944, he joined the institute in 1967, at 22, and left it in 2008, at 63.",
    "2024-06-15 Twins born on 3 May 2010 were 9 when they were found in 2019.",
    "2024-06-15 The church, built by a man born in 1810, is 150.",
    "2024-06-15 He was born on 3 May 1950. At 16 he left school, at 24 he married.",
    "Ida Holm was born in 1950. Max Frei, aged 75, spoke in 2020.",
    "Ida Holm was born on 3 May 1950. In 2020 Max Frei died aged 91.",
    "2024-06-15 The director turns 80 in October. He will hand over to Ana Lu, who was born in 1990.",
    "2024-06-15 Max Frei, 71, and Ida Holm, who was born in 1990, shared the prize.",
    "2024-06-15 The king (1712–1786) was 28 when he took the throne in 1740.",
    "2024-06-15 Born in 1990, Nilsen was 18 when he scored in 2009. His coach was 31 then.",
    "2024-06-15 She was born on 1 June 1990 and, at 33, won in May this year.",
    "2024-06-15 He was born in 1946. In 2016 he was elected, aged 70.",
    "2024-06-15 The painter Ida Holm, born 1932, died in 2020. Her sister, born 1935, died aged 88 in 2023.",
    "2024-06-15 The average age of those born in 1990 is 34.",
    '2024-06-15 "I was 12 in 1990," said Tal, who was born in 1978.',
    "2024-06-15 Born in 1978, Tal was the 41st minister; the 41-year-old rule was dropped.",
    "2024-06-15 Tal, born in 1978, played 41 times in 2002 and won at 45 minutes.",
    "2024-06-15 The giraffe, born on 3 May 2010, died on 2 June 2024 at 14.",
    "2024-06-15 Oscar-winner Lena Vogt dies aged 83\n\nThe actress died in Bonn on Tuesday. Vogt was born in Kiel on 14 October 1940.",
    "2024-06-15 Anton Reyes was born in Cebu in 1959 and studied law in Manila. Reyes, 64, has been a judge since 2001.",
    "2024-06-15 The defendant, born on 5 May 2002, was 20 at the time of the robbery in March 2023.",
    "The victim, Olga Marin, 33, was born on 2 January 1990, according to the police report of 12 May 2023.",
    "Sir Peter Hall was born in 1930 and died in 2017 at the age of 86.",
    "2024-06-15 Rosa Blum (1929–2024) was a chemist. She published her first paper at 32 in 1961.",
    "Charles Babin, who died on 4 May 2011 at 98, was born on 6 June 1912.",
    "2024-06-15 Born on 8 March 1955 in Split, Ante Kos made his debut in 1973 at the age of 18.",
    "2024-06-15 The record holder, who was born in April 1996, set the mark in August 2019, when she was 23.",
    "2024-06-15 Ivo Petrov (b. 1948) came to London in 1970, aged 22.",
    "Elsa Lind was born on 17 November 1921. She married in 1943, at 21, and had four sons.",
    "2024-06-15 Lucia was born on 29 May 1987. Now 37, she runs a farm.",
    "2024-06-15 Born in 1985, the goalkeeper is 39 and still playing.",
    "Mozart was born in 1756 and died in 1791, aged 35.",
    "2024-06-15 Dr Emil Roth was born on 1 February 1938 in Linz. He died on 10 June, aged 86.",
    "2024-06-15 Anton Reyes was born in 1959. Judge Mira Sol, 51, will replace him.",
    "2024-06-15 Anton Reyes was born in 1959. His client, aged 19, was freed.",
    "2024-06-15 Anton Reyes was born in 1959. In 1990 he defended a man of 24, who was 25 when he was freed.",
    "2024-06-15 Anton Reyes was born in 1959. He was 23 points behind in 2020.",
    "2024-06-15 Anton Reyes was born in 1959. He is 24th in line.",
    "2024-06-15 Anton Reyes was born in 1959. He won 41 of 50 cases in 1999 at 12 courts.",
    "2024-06-15 Anton Reyes was born in 1959. His mother died at 40.",
    "2024-06-15 Anton Reyes was born in 1959, the year his father died aged 40.",
    "2024-06-15 Anton Reyes was born in 1959. He lost his wife in 2001; she was 38.",
    '2024-06-15 Anton Reyes was born in 1959. "She was 41 then," he said of his sister.',
    "2024-06-15 Reyes, who turned 65 in May, was born in 1959.",
    "2024-06-15 Born in 1959, he was 8 when his family moved in 1968.",
    "2024-06-15 Born in December 1959, he was 8 when his family moved in June 1968.",
    "2024-06-15 He was born in 1959, when the club was 50, and was 20 in 1979.",
    "2024-06-15 The house where he was born in 1959 is 120 years old.",
    "2024-06-15 Mo, 12, and Jo, 9, were born in 2012 and 2015.",
    "2024-06-15 The twins, 12, were born in 2011.",
    "2024-06-15 The dog, 12, was born in 2012 at a farm.",
    "2024-06-15 He was born in 1959 as one of 12. At 12 he left school, at 30 he was rich.",
    "2024-06-15 Asked when he was born in 1959, he said at 11.30.",
    "2024-06-15 The bassoonist, who was born in 1949 and has played in nine orchestras, will retire at the end of the season aged 75.",
    "2024-06-15 Greta Falk, born in May 1987, will retire at 65 like all pilots.",
    "2024-06-15 Greta Falk, born in May 1987, holds shares that closed this week at 72.",
    "2024-06-15 Greta Falk, born in May 1987, says that judges retire this year at 72.",
    "2024-06-15 Ilir Dema (b. 9 April 1981) becomes, at 43, the youngest bishop.",
    "2024-06-15 Asta Brun celebrates her 90th birthday on Wednesday. Born on 19 June 1934, she wed on her 21st birthday, in 1955.",
    "2024-06-15 Pia Moser (born 1954) will mark her husband's 80th birthday next month.",
    "2024-06-15 Pia Moser, born in 1954, sang on Ana Roth's 70th birthday in 2004.",
    "2024-06-15 Pia Moser was born in 1954 and keeps the 100th birthday of her late father, in 2021, in mind.",
    "2024-06-15 Selma Vik died on 2 June 2024. She was 77. She was born in Bodø on 4 July 1946.",
    "2024-06-15 Selma Vik, born in 1946, wrote a book on her niece. She was 41.",
]


@pytest.mark.parametrize("text", AGES_FAULTY)
def test_ages_that_cannot_be_are_flagged(text: str) -> None:
    assert len(failures(text, ["TIM003"])) == 1


@pytest.mark.parametrize("text", AGES_SOUND)
def test_ages_that_can_be_are_left_alone(text: str) -> None:
    assert failures(text, []) == []


def test_an_age_in_title_and_text_is_one_finding() -> None:
    text = "The poet Ida Holm, born on 2 May 1941, died on Monday aged 74."
    analysis = analyse(Document(id="obituary", title="Ida Holm dies at 74", text=text, date=date(2024, 6, 15)))
    (check,) = (check for check in run(analysis, select=["TIM003"]) if not check.holds)
    assert [span.text for span in check.spans if span.text == "74"] == ["74", "74"]
