#!/usr/bin/env python3
"""bench/copies/make.py SEED BASES OUT: reports and what is a copy of what among them, made from a seed.

OUT gets one JSON report a line; OUT.gold.json tells {"families": {report: family}, "edits": {report: edit},
"quotes": [[report, report], ...]}: reports of one family are copies of each other, and of nothing else.

Base texts are generated (a small grammar of its own; no list of knowledge/ and no test data is read) and taken from
examples/. Each base gets seeded edits: copied as it is, cut at the end, with a new headline, with paragraphs in another
order, with a site's boilerplate around it, lightly rewritten (10 to 15 % of the words), and two of these at once.
Beside them stand hard negatives: bulletins of one form with other facts, the same story in other words, other stories
in the same boilerplate, and stories that quote a passage of another.
"""

import json
import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Words:
    """Names and words by chance."""

    def __init__(self, rng):
        self.rng = rng

    def one(self, text):
        return self.rng.choice(text.split("|"))

    def name(self):
        rng = self.rng
        parts = "bal|cor|den|fen|gar|hol|il|jor|kel|lum|mar|nor|ost|pel|quin|ras|sel|tor|ul|ven|wil|yar|zan|brim|clav|dros|esk"
        ends = "a|en|ick|or|ine|us|et|ow|ia|ley|mark|stad|burg|wick|mere|dale"
        return (self.one(parts) + (self.one(parts) if rng.random() < 0.4 else "") + self.one(ends)).capitalize()

    def number(self):
        return str(self.rng.choice([self.rng.randint(2, 99), self.rng.randint(100, 9999), self.rng.randint(11, 90) * 1000]))


# A slot [a|b] is one of its words; {x} is a fact of the story. Many choices at each place, so that two stories of one topic
# have few word sequences in common.
LEADS = """
[At least|Some|About] {n1} [people|residents|workers|villagers] were [moved|led|brought] [out of|away from] their homes [on|late on] {day} when [floods|fires|landslides] [reached|struck|cut off] {town}, [officials|rescuers|the authorities] said
[Talks|Negotiations|Discussions] between {town} and {town2} on [water|rail|fishing|grain] rights [broke down|were put off|ran into trouble] on {day}, [two days|a week|hours] [before|after] a [deadline|vote] that both had set
{person}, who has [led|run|headed] the {org} for {n3} years, [resigned|stepped aside|gave up the post] on {day} over [claims|reports|findings] about [its accounts|a contract|missing papers]
A court in {town} [on|late on] {day} [ordered|told|asked] the {org} to [pay|return|set aside] {n2} crowns to [families|farmers|former staff] who [had sued|brought the case]
[Voters|Citizens] in {town} [go|went|return] to the polls on {day} to [choose|pick] a [council|mayor|governor] after [months|weeks] of [argument|campaigning] over [housing|transport|taxes]
[Engineers|Crews] [closed|shut|blocked off] the [bridge|tunnel|dam] at {town} on {day} after [cracks|leaks|faults] were [seen|found|measured] in {n1} [places|pillars|joints]
""".strip().split("\n")

BODY = """
{person}, who [speaks for|chairs|advises] the {org}, [told|informed] [reporters|journalists|a local station] that the [work|search|count|inquiry] would [take|last|need] [another|at least] {n3} [days|weeks]
"[We|All of us here] [knew|understood] [the risk|what was coming], [but|and yet] [nobody|no one in charge] [listened|wanted to hear it]," {person2} [recalled|added], [standing|waiting] [beside|near] the [station|school|market]
The {org} [put|estimated|counted] the [cost|damage|bill] at {n2} crowns, [more|less] than [half|a third|twice] of what was [feared|planned|set aside] [last|in the] [year|spring|autumn]
[Neighbours|Families|Shopkeepers] [described|spoke of|remembered] [a long night|hours of waiting|noise and smoke], and [many|several|few] [had slept|were sleeping] in [halls|cars|tents] [outside|near] {town2}
[Under|According to] a [plan|draft|paper] [seen by|shown to] [this paper|editors|two agencies], {town} would [get|receive|lose] {n1} [places|posts|buses] [by|before] the end of the [season|decade|month]
[Trains|Ferries|Lorries] [between|linking] {town} and {town2} [ran|were running] [late|at half speed|only once an hour] [through|until] the [evening|afternoon], [leaving|stranding] {n4} [travellers|passengers|commuters]
[Critics|Opponents|Some members of the council] [say|argue|complain] that the {org} [hid|overlooked|ignored] [warnings|letters|tests] as [early|long ago] as the [winter|summer] before
It was [not|never] [clear|explained] [why|how] the [pumps|alarms|records] [failed|stopped|went missing], and {person2} [declined|refused] to [say|guess|comment] [until|before] the [report|hearing] is [out|over]
[A second|Another|The next] [meeting|round|hearing] is [set|due|expected] for {day2} in {town2}, [where|and] {person} is to [present|hand over|defend] the [figures|papers|list]
[Aid|Food|Bottled water] [came|arrived|was brought] from {town2}, [whose|and its] [mayor|council] [promised|offered] {n1} [beds|blankets|volunteers] [for as long as|while] they are needed
[Prices|Rents|Fares] in the [district|valley|port] have [risen|gone up|climbed] by {n3} per cent [since|after] [the spring|last year], [one|a] [study|survey] by the {org} [found|showed]
The [army|coast guard|fire service] [sent|lent|brought] {n3} [boats|trucks|helicopters], [though|but] [fog|ice|high wind] [kept|held] [most|some] of them [on the ground|in harbour|back]
[In|During] a [similar|comparable|smaller] case {n3} years ago, {n4} [households|firms|farms] were [paid|compensated|resettled], and [the file|that case] was [closed|settled] [quietly|without a trial]
[Teachers|Nurses|Drivers] [plan|intend|threatened] to [walk out|stop work|strike] on {day2} [unless|if] the {org} [does not pay|keeps its offer|holds back] {n2} crowns [owed|promised] to them
"[Give us|I want] [answers|a date|proof], not [speeches|promises]," [said|demanded] {person}, [drawing|to] [applause|whistles|shouts] from a [crowd|hall] of {n1}
[Maps|Photographs|Measurements] [released|published] [by|through] the {org} [show|suggest] that the [river|fault|fire line] has [moved|shifted] {n3} [metres|hundred metres] [towards|away from] {town2}
[Investors|Lenders|Insurers] [want|asked for] a [guarantee|written promise] [before|by] {day2}, and the [treasury|ministry] has [so far|yet] [given|offered] [none|only part of it]
[Doctors|Medics] at the [clinic|hospital] in {town} [treated|saw] {n1} [patients|children|people], {n3} of them with [burns|fractures|infections], and [sent|let] the [others|rest] [home|go]
The [proposal|bill|motion] [passed|failed] by {n3} votes after [a debate|an argument] that [went on|lasted] [past midnight|for nine hours], with {person2} [abstaining|absent|voting against]
[Work|Repairs] on the [northern|southern|eastern] [bank|line|wing] [began|will begin|start] on {day2}, [using|with] [steel|timber|stone] [shipped|hauled] from {town2}
[Some|A few] [residents|people] [refused|did not want] to [leave|move], {person} [admitted|conceded], [because|since] [thieves|looters] had [emptied|broken into] {n1} [flats|houses|shops] [earlier|in the past]
[Fishermen|Farmers|Miners] [blame|accuse] the {org} of [draining|poisoning|selling off] the [lake|fields|forest], a [charge|claim] that it [rejects|denies|calls absurd]
""".strip().split("\n")

BULLETINS = [
    "Shares on the {town} exchange closed {dir} on {day}. The main index {verb} {p1} per cent to {n2} points, while the index of smaller companies {verb2} {p2} per cent. Turnover came to {n4} million crowns, against {n1} million the day before. Among the biggest movers {name1} {verb} {p3} per cent and {name2} {verb2} {p4} per cent. The crown traded at {p5} to the dollar. Analysts at {name3} said investors were waiting for figures on prices and jobs, which are due next week.",
    "Weather for {town} and the surrounding district, issued at {h} on {day}. Temperatures between {a} and {b} degrees by day, {c} degrees at night. Wind from the {wind}, {d} kilometres an hour, gusts up to {n1}. Chance of rain {e} per cent in the morning and {f} per cent in the afternoon. Sunrise is at {h} and sunset at {h2}. The outlook for {day2}: {sky}, with little change in temperature. The next bulletin follows at midnight.",
    "An earthquake of magnitude {p1} struck {n1} kilometres {wind} of {town} at {h} local time on {day}, the seismic service reported. The depth was given as {a} kilometres. There were no immediate reports of casualties or damage. The service said that aftershocks were possible and asked residents to stay away from damaged buildings. A tsunami warning was not issued. The region lies on the boundary of two plates and is often shaken.",
    "{name1} beat {name2} {a} to {b} in {town} on {day} in front of {n4} spectators. {name3} scored in the {c}th and {d}th minutes for the hosts, and {name4} pulled one back shortly after the break. The result leaves {name1} in {ord} place with {e} points from {f} matches. {name2} remain {ord2}. The next match for both is on {day2}. Referee: {name5}. Yellow cards: {name4}, {name6}.",
    "Traffic report for {town} on {day}, {h}. On the ring road there is a delay of {a} minutes between exits {b} and {c} after an accident. The {name1} bridge is closed in direction {name2} until {h2}. Expect slow traffic near the {name3} stadium because of an event with {n4} visitors. Buses of lines {d} and {e} are diverted through {name4} street. Drivers are asked to use the park and ride areas. The next report follows in one hour.",
]

SITES = [
    "You are reading a free article of the {n} Tribune. Subscribe today to get full access to our archive, our evening letter and the weekend magazine. All rights reserved. No part of this page may be copied, broadcast or passed on without written permission of the publisher. Contact the newsroom with tips and corrections at any hour of the day.",
    "This story was first carried by the {n} Press Service and has been edited for length and style. Sign up for our daily briefing and follow us for breaking news, weather and traffic. Advertising does not influence our reporting. Read more about how we work and how we handle complaints on our page about standards.",
    "Share this article. Print this article. More from this section: business, sport, culture, opinion. {n} Media Group is not responsible for the content of external links. By using this site you agree to our terms of use and our privacy policy, and you accept that we store small files on your device to measure our audience.",
    "{n} Radio news, every hour on the hour. Listen live, download our app, or find us on medium wave. Our reporters are at work in nine towns of the region. If you value independent journalism please consider a gift; every amount helps us to keep the service free for all who cannot pay for it.",
]


class Story:
    """The facts of one story, told as often as asked, each time in other words."""

    def __init__(self, rng):
        w = self.words = Words(rng)
        self.rng = rng
        person = lambda: w.name() + " " + w.name()
        days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
        self.facts = {
            "town": w.name(), "town2": w.name(), "person": person(), "person2": person(), "day": w.one(days), "day2": w.one(days),
            "org": w.name() + " " + w.one("Council|Water Board|Rail Company|Institute|Port Authority|Union|Health Fund"),
            "n1": str(rng.randint(12, 90)), "n2": f"{rng.randint(2, 98)} million", "n3": str(rng.randint(3, 40)),
            "n4": str(rng.randint(110, 9800)),
        }

    def sentence(self, template, facts=None):
        text = re.sub(r"\[([^\]]*)\]", lambda m: self.words.one(m[1]), template)
        text = text.format(**(facts or self.facts))
        return text[0].upper() + text[1:] + ("" if text.endswith(('"', ".")) else ".")

    def tell(self, sentences):
        lead = self.sentence(self.rng.choice(LEADS))
        body = [self.sentence(t) for t in self.rng.sample(BODY, min(sentences, len(BODY)))]
        return paragraphs([lead, *body], self.rng)

    def title(self):
        f, w = self.facts, self.words
        return w.one("{town}: {org} under pressure|{person} speaks out as {town} waits|What we know about {town}|"
                     "{n1} in {town}, {n3} in {town2}: the figures|{org} faces questions in {town2}|New doubts over {town}").format(**f)


def paragraphs(sentences, rng):
    out, at = [], 0
    while at < len(sentences):
        size = rng.randint(1, 3)
        out.append(" ".join(sentences[at:at + size]))
        at += size
    return out


FILLER = "perhaps|also|meanwhile|later|again|by then|so far|in part|once more|at first|of course|as well".split("|")
SWAPS = ("large small early late old new short long strong weak quick slow north south people citizens town city house building "
         "road street meeting session plan project said stated told added think believe work labour help support near close "
         "begin start end finish show prove keep hold give hand take bring make build money funds part share year period").split()


def rewrite(text, rng):
    """10 to 15 % of the words changed: most are other words, some go, some come; names and numbers stay, nearly always."""
    share = rng.uniform(0.10, 0.15)
    out = []
    for paragraph in text:
        words = []
        for word in paragraph.split(" "):
            touchable = re.fullmatch(r"[a-z]+[,.]?", word) is not None or rng.random() < 0.05
            if not touchable or rng.random() >= share * 1.25:
                words.append(word)
                continue
            kind = rng.random()
            tail = word[-1] if word[-1] in ",." else ""
            if kind < 0.6:
                words.append(rng.choice(SWAPS) + tail)
            elif kind < 0.8:
                words.append(rng.choice(FILLER))
                words.append(word)
            elif tail and words:
                words[-1] += tail
        out.append(" ".join(words))
    return out


def cut(text, rng):
    sentences = [s for p in text for s in re.findall(r"\S.*?[.!?]\"?(?=\s|$)", p) or [p]]
    keep = max(2, round(len(sentences) * rng.uniform(0.35, 0.8)))
    return paragraphs(sentences[:keep], rng)


def reorder(text, rng):
    head, rest = text[:1], text[1:]
    rng.shuffle(rest)
    return head + rest if rng.random() < 0.5 else rest + head


def boilerplate(text, rng, site=None):
    words = Words(rng)
    line = (site or rng.choice(SITES)).format(n=words.name())
    half = line.split(". ")
    at = rng.randint(0, len(half) // 2)
    return ([". ".join(half[:at]) + "."] if at else []) + text + [". ".join(half[at:])]


def headline(text, rng, story=None):
    words = Words(rng)
    line = story.title() if story else words.name() + " and " + words.name() + " in the news"
    return [line, *text]


EDITS = {
    "exact": lambda t, r, s: list(t),
    "cut": lambda t, r, s: cut(t, r),
    "headline": lambda t, r, s: headline(t, r, s),
    "reordered": lambda t, r, s: reorder(t, r),
    "boilerplate": lambda t, r, s: boilerplate(t, r),
    "rewritten": lambda t, r, s: rewrite(t, r),
    "cut+headline": lambda t, r, s: headline(cut(t, r), r, s),
    "rewritten+reordered": lambda t, r, s: reorder(rewrite(t, r), r),
    "rewritten+boilerplate": lambda t, r, s: boilerplate(rewrite(t, r), r),
}


def bulletin(template, rng):
    w = Words(rng)
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    facts = {k: str(rng.randint(2, 39)) for k in "abcdef"}
    facts |= {f"p{i}": f"{rng.randint(0, 9)}.{rng.randint(1, 9)}" for i in range(1, 6)}
    facts |= {f"name{i}": w.name() for i in range(1, 7)}
    facts |= {"town": w.name(), "day": w.one(days), "day2": w.one(days), "n1": w.number(), "n2": w.number(), "n4": w.number(),
              "dir": w.one("higher|lower|little changed"), "verb": w.one("rose|fell"), "verb2": w.one("gained|lost"),
              "h": f"{rng.randint(4, 11)}.{rng.randint(10, 59)}", "h2": f"{rng.randint(16, 21)}.{rng.randint(10, 59)}",
              "wind": w.one("north|south|east|west"), "sky": w.one("sunny|cloudy|clear|showers"),
              "ord": w.one("first|second|third|fourth|ninth"), "ord2": w.one("fifth|sixth|seventh|last")}
    return [template.format(**facts)]


def example_texts():
    """The reports of examples/ that are JSON Lines or plain text."""
    for file in sorted((ROOT / "examples").iterdir()):
        if file.suffix == ".jsonl":
            for line in file.read_text().splitlines():
                yield json.loads(line)["text"]
        elif file.suffix == ".txt":
            yield file.read_text()


def make(seed, bases):
    rng = random.Random(seed)
    reports, families, edits, quotes = [], {}, {}, []

    def put(text, family, edit, title=None):
        report = f"r{len(reports):05d}"
        reports.append({"id": report, "source": Words(rng).name() + " News", "title": title, "text": "\n\n".join(text)})
        families[report] = family
        edits[report] = edit
        return report

    def family_of(text, story, name):
        base = put(text, name, "base", story.title() if story else None)
        for edit in rng.sample(sorted(EDITS), 4):
            put(EDITS[edit](text, rng, story), name, edit, story.title() if story and "headline" in edit else None)
        return base

    seen = set()
    for text in example_texts():
        if len(text.split()) >= 60 and text[:200] not in seen:
            seen.add(text[:200])
            put([p for p in text.split("\n") if p.strip()], f"example{len(seen)}", "base")
    for n in range(bases):
        story = Story(rng)
        text = story.tell(rng.randint(4, 20))
        base = family_of(text, story, f"base{n}")
        if n % 3 == 0:  # the same story, told anew
            put(story.tell(rng.randint(4, 14)), f"again{n}", "same story", story.title())
        if n % 4 == 1:  # another story that quotes a passage of this one
            words = " ".join(text).split(" ")
            size = min(rng.randint(30, 60), len(words) // 3)
            at = rng.randint(0, len(words) - size)
            other = Story(rng).tell(rng.randint(9, 16))
            other.insert(rng.randint(1, len(other)), 'An earlier account said: "' + " ".join(words[at:at + size]) + '".')
            report = put(other, f"quotes{n}", "quotes")
            if size >= 30:
                quotes.append([base, report])
        if n % 4 == 2:  # short and other news, in the same boilerplate
            for _ in range(2):
                put(boilerplate(Story(rng).tell(rng.randint(2, 4)), rng, SITES[n % len(SITES)]), f"short{n}-{_}", "other news, same boilerplate")
    for n, template in enumerate(BULLETINS):
        for m in range(max(4, bases // 8)):
            put(bulletin(template, rng), f"bulletin{n}-{m}", "bulletin")
    order = list(range(len(reports)))
    rng.shuffle(order)
    return [reports[i] for i in order], {"families": families, "edits": edits, "quotes": quotes}


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.split("\n")[0])
    seed, bases, out = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    reports, gold = make(seed, bases)
    with out.open("w") as file:
        for report in reports:
            file.write(json.dumps({k: v for k, v in report.items() if v is not None}, ensure_ascii=False) + "\n")
    Path(f"{out}.gold.json").write_text(json.dumps(gold))
    print(f"{len(reports)} reports, {sum(len(r['text'].split()) for r in reports)} words, {len(set(gold['families'].values()))} families")


if __name__ == "__main__":
    main()
