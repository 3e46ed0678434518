"""News-like articles out of sentence patterns, the same for the same seed: something to measure speed on anywhere.

It knows nothing of numclaims. There is about one quantity in ninety characters, as in the denser kind of news; counts, money,
shares, measures, rates, ranges, ages, durations and dates all occur. The articles say nothing true.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

_BODIES = [
    "The interior ministry",
    "The port authority",
    "The relief agency",
    "The central bank",
    "The regional governor",
    "The railway operator",
]
_PLACES = [
    "Lisbon",
    "Tampere",
    "the Aral basin",
    "northern Ghana",
    "Odesa",
    "the Mekong delta",
    "Trieste",
    "the upper valley",
    "Cochabamba",
    "Leeds",
]
_PEOPLE = [
    "residents",
    "volunteers",
    "passengers",
    "soldiers",
    "workers",
    "pupils",
    "patients",
    "farmers",
    "engineers",
    "refugees",
]
_THINGS = ["drones", "lorries", "houses", "bridges", "turbines", "buses", "boats", "pumps", "wells", "carriages"]
_MONTHS = ["January", "March", "April", "June", "August", "October", "November"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_FEW = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_BOUNDS = ["about", "nearly", "more than", "at least", "up to", "some", "almost", "fewer than"]

_PATTERNS = (
    "{body} said on {day} that {count} {people} had left {place} since {month}.",
    "Of the {more} {things} sent to {place}, {less} came back damaged.",
    "The repair of {few} {things} will cost ${money} million, the agency said.",
    "A {age}-year-old man from {place} was taken to hospital, and his {age}-year-old neighbour was unhurt.",
    "Unemployment in {place} rose by {tenths}% in the year to {month}, to {share}%.",
    "The new line runs for {length} kilometers ({miles} miles) along the coast and opens in {month}.",
    "{body} put the damage at between {money} million and {money2} million euros.",
    "The wind reached {speed} km/h on {day} night, and {rain} mm of rain fell within {few} hours.",
    "{bound_capital} {count} {people} in {place} are without power for a {ordinal} day.",
    "The crew worked for {few} weeks, at temperatures of up to {share} degrees Celsius, to clear {count} tonnes of mud.",
    "Nobody in {place} remembers a spring like it, and few expect the next one to be any easier.",
    "Talks between the two sides went on into the night without a result, people close to them said.",
    "A spokeswoman called the plan a step in the right direction but would not say who had asked for it.",
    "“We had {bound} {count} {people} at the gate, and {few} doors,” the head of the depot told reporters on {day}.",
    "Output fell from {more} to {less} tonnes a day after the fire, according to the owner.",
    "Prices are {share}% higher than in {month} 2021, while wages grew by {tenths} percentage points less.",
    "The court in {place} will hear {few} witnesses on {date} {month} 2023, and a verdict is due {few} days later.",
    "Critics say that the money would be better spent elsewhere, for example on the schools of {place}.",
    "{body} counted {more} {things}, including {less} that were built before {year}.",
    "Two-thirds of the {people} asked in {place} said that they would move if they could.",
    "The mayor, who had promised a decision before the summer, asked the council for patience and left by the side door.",
    "Neither the owner nor the insurer answered questions about the cause, which the police are still looking into.",
    "For the {people} of {place} it was the end of a long wait, and the bells rang until nightfall.",
    "What happens next depends on the weather, on the banks and on a government that has not made up its mind.",
    "“Nobody told us that the road would stay closed,” said a teacher whose class had to turn back on {day}.",
    "The opposition wants the contract published, but {body_low} says that this would help nobody except its rivals.",
    "Similar plans have failed elsewhere, often because the people who were to use them had not been asked.",
    "It is not the first time that {place} has seen the ferries stop, and hardly anyone believes it will be the last.",
    "Experts had warned of such a failure for years, in letters that were filed in {place} and forgotten.",
    "On the quay the {people} waited for news, shared bread and tea, and watched the lights on the far shore.",
)


def articles(megabytes: float, seed: int = 1) -> Iterator[str]:
    """Articles of about 2,500 characters in three to eight paragraphs, together `megabytes` long (10**6 characters each)."""
    rng, left = random.Random(seed), int(megabytes * 1e6)
    while left > 0:
        text = "\n\n".join(" ".join(_sentence(rng) for _ in range(rng.randint(2, 6))) for _ in range(rng.randint(3, 8)))
        yield text[:left]
        left -= len(text)


def _sentence(rng: random.Random) -> str:
    more = rng.randint(20, 90_000)
    body, cost = rng.choice(_BODIES), rng.randint(2, 900)
    length = rng.randint(3, 400)
    bound = rng.choice(_BOUNDS)
    return rng.choice(_PATTERNS).format(
        body=body,
        body_low=body.replace("The ", "the "),
        place=rng.choice(_PLACES),
        people=rng.choice(_PEOPLE),
        things=rng.choice(_THINGS),
        month=rng.choice(_MONTHS),
        day=rng.choice(_DAYS),
        date=rng.randint(1, 28),
        year=rng.randint(1950, 1999),
        few=rng.choice(_FEW),
        bound=bound,
        bound_capital=bound.capitalize(),
        count=f"{rng.randint(13, 60_000):,}",
        more=f"{more:,}",
        less=f"{rng.randint(2, more):,}",
        money=cost,
        money2=cost + rng.randint(10, 90),
        age=rng.randint(2, 95),
        ordinal=rng.choice(("second", "third", "fourth")),
        tenths=f"{rng.uniform(0.2, 6):.1f}",
        share=rng.randint(5, 44),
        length=length,
        miles=round(length / 1.609344),
        speed=rng.randint(60, 180),
        rain=rng.randint(10, 220),
    )
