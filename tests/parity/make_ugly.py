#!/usr/bin/env python3
"""Writes texts/ugly.jsonl (and fr/, es/): the text no editor would print, for the parity tests. Same seed, same bytes.

usage: tests/parity/make_ugly.py        (any Python 3; standard library only)

Three kinds: texts made by hand to sit on one rule of the tokenizer, the lexeme attributes or the state machines;
paragraphs of our own prose put through one mutation each; and seeded soup from all of Unicode.
"""

import json
import pathlib
import random
import re

HERE = pathlib.Path(__file__).parent

# What Python's str.isspace says yes to, and look-alikes it says no to.
SPACES = [*"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680", *map(chr, range(0x2000, 0x200B)),
          "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"]
NOT_SPACES = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u180e", "\xad", "\x00", "\x07", "\x7f"]

CONTRACTIONS = """
I'm you're he's she'll it'd we've they're who's what's that'd there'll here's let's don't can't won't shan't ain't
isn't aren't wasn't weren't hasn't haven't hadn't doesn't didn't couldn't shouldn't wouldn't mightn't mustn't needn't
oughtn't daren't cannot gonna gotta wanna lemme gimme dunno y'all y'all've ma'am o'clock 'em 'cause 'cos 'til 'tis
'twas 'Twas 'nuff ol' nothin' doin' goin' lovin' havin' Havin' somethin' rock'n'roll d'you how'd why're when's
should've could've would've must've might've I'd've you'd've he'd've shouldn't've couldn't've mightn't've won't've
cant dont wont isnt arent Ive Im theyre whats thats hes id ill well were shell hell its its' it's
DON'T CAN'T I'M WE'RE THEY'LL ISN'T Don't CAn't iSn't L'Oreal d'Artagnan O'Brien O'Neill's M'Bala N'Djamena
""".split()

ABBREVIATIONS = """
a.m. p.m. 8a.m. 9pm 10.30p.m. 11am e.g. i.e. etc. vs. v. cf. ca. c. al. Mr. Mrs. Ms. Dr. Prof. Rev. Hon. Gen. Lt. Col.
Capt. Sgt. Sen. Rep. Gov. Jr. Sr. St. Mt. Ave. Blvd. Rd. Inc. Ltd. Co. Corp. Bros. Jan. Feb. Mar. Apr. Jun. Jul. Aug.
Sep. Sept. Oct. Nov. Dec. Ala. Ariz. Calif. Colo. Conn. D.C. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Mich. Minn.
Miss. Mo. Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Okla. Ore. Pa. Tenn. Va. Wash. Wis. U.S. U.S.A. U.N. E.U.
U.K. Ph.D. M.D. B.A. B.Sc. Messrs. No. Nos. p. pp. vol. ed. Ed. approx. dept. est. Adm. a.k.a. R.I.P. q.v. w/o w/ b/c
b.v. N.V. S.A. S.p.A. GmbH A/S ...and v1.2.3 A.B.C.D. x. X. J.R.R. J.P.M. I. V. II. Fig. Art. Sec. para. oz. lb. lbs.
""".split()

UNITS = """
5km 5 km 12kg 3.5kg 100m 100m² 40m³ 7cm² 1,200km 60mph 60km/h 9.81m/s² 220V 50Hz 2.4GHz 16GB 1TB 3Mbit/s 12µm 45°C -5°C
98.6F 10% 10.5% 10,5% 10-15% 3x 3× 2x4 1080p 4K $5 $5.00 US$5 $5m $1.2bn $35bn 5$ 5€ €5 €5,50 £3.7m 500¥ ¥500 ₹1,00,000
₽90 ₴41 5c 99p 1,234,567.89 1.234.567,89 1'234'567 1 234 567 .5 -.5 +5 -5 ±5 ~5 5. 5, 5; 1/2 ½ 1½ 3/4" 5'11" 6ft 6-ft
10-year-old 24/7 9/11 7-11 1990s '90s 1990's mid-1990s 20th 21st 2nd 3rd 4th 1st-4th 12:30 12:30:45 12h30 0x1F 1e-5 1E+10
2024-02-23 23.02.2024 02/23/2024 23/2/24 2024/25 10:00-12:00 10am-2pm 3-1 3:1 3–1 3—1 3−1 No.5 #5 §5 ¶5 5th. 5-7 1,2,3 1.2.3
1..2 1...2 10^6 x² H2O CO2 PM2.5 B-52 F-16s MiG-29 Su-35S T-72B3 M1A2 COVID-19 G7 G-20 A4 4x4 7/8" 0800 555 0142 +44 20 7946 0018
""".split()

SYMBOLS = """
:) :-) ;) :( :-( :D xD XD :P :-P :o <3 </3 ^_^ -_- o_O O_o (: (; (= :/ :-/ :'( :'-( >:( >.< (-: (*_*) (>_<) ¯\\_(ツ)_/¯ ಠ_ಠ ಠ︵ಠ
(╯°□°)╯︵┻━┻ C++ C# F# .NET node.js AT&T R&D Q&A M&S S&P P/E I/O and/or he/she @home @joe #tag #Tag_2 #a-b $VAR ${x} %s
{} [] () <> <b> </b> <br/> <p class="x"> &amp; &nbsp; &lt;b&gt; &#39; &quot; // /* */ -- --- ---- – — ― ‐ ‑ − ~ ~~ ` `` ``` ' '' "
"" ''' \\ | || & && * ** *** + ++ = == != => -> <- <-> → ← ⇒ • · ‣ … .. ... .... ..... ?! !? !!! ??? ?!?! !.. ¿que? ¡no! « » ‹ › „ “ ” ‘ ’ ‚
「 」 『 』 【 】 。 、 ， ． ？ ！ ： ； · ・ । ॥ ، ؛ ؟ ٪ № ™ © ® ° ′ ″ ‰ † ‡ ¦ ¬ € £ ¥ ¢ ₿ ﷼
""".split()

URLS = """
http://example.org https://example.org/ https://www.example.org/a/b.html?x=1&y=2#frag example.org www.example.org example.com/a
ftp://ftp.example.net:21/pub/ mailto:desk@example.org desk@example.org first.last+tag@mail.example.co.uk <desk@example.org>
(https://example.org) https://example.org. https://example.org, "https://example.org" https://example.org/a_(b) http://localhost:8080
http://192.0.2.10/x 192.0.2.10 2001:db8::1 https://пример.example/путь https://例え.example/日本 user@host file:///tmp/a.txt C:\\temp\\a.txt
/usr/bin/env ~/.config example.org... example.org! a.b a.b.c U.S.example.com example..org http:/example.org //example.org x@y.z @a@b.c
s3://bucket/key git@host.example:a/b.git tel:+442079460018 doi:10.1000/182 10.1000/182 isbn:978-3-16-148410-0 #hash@mail.example
""".split()

# What the French and Spanish tokenizers have rules for: elision, joined pronouns, words with hyphens, abbreviations.
FRENCH = """
l'eau d'abord n'est-ce qu'il jusqu'à aujourd'hui prud'homme prud'hommes entr'ouvert r'ouvrir grand'mère grand-mère quelqu'un presqu'île
j't'aime t'as d'l'eau L'Île-d'Yeu l'État D'ACCORD N'IMPORTE l’eau d’abord aujourd’hui qu’est-ce l'"eau" l'« eau » d'1,5 l'1er
a-t-il a-t-elle dit-il dit-elle peut-on vas-y donne-le-moi allez-vous-en va-t'en est-ce est-ce-que celui-ci ceux-là là-bas puis-je
rendez-vous c'est-à-dire peut-être vice-président ex-ministre sous-sol arc-en-ciel pot-au-feu saut-de-ski chef-d'œuvre tête-à-tête
États-Unis états-unis New-York new-yorkais black-out by-pass hip-hop premier-ministre yo-yo zig-zag anti-âge franco-allemand semi-remorque
faux-vampire FAUX-VAMPIRE Saint-Étienne-du-Rouvray Aix-en-Provence La-Chapelle Fontaine-l'Abbé Vaux-sur-Seine demi–finale non‑dit co-İle
co-ıle ſous-ſol vingt-et-un quatre-vingt-dix-sept 20e 1er 1ère 2nd 2nde XXIe XIXᵉ n° N° nᵒ art. av. janv. févr. M. MM. Mme Mmes Mlle Mgr Dr Me
Cie Sté St. Ste éd. p. pp. etc. cf. c.-à-d. i.e. apr. J.-C. S.A. S.N.C.F. O.N.U. 4,5 % 12 % 7,45% 18,60€ 18,60 € 3 500 € 40.000 1 200 km/h 15h30 15 h 30
220-240 V 28°C -5°C m² km² 1/2 ½ œuf ŒUVRE cœur æther ÇA ça À à Noël Zoë aïe ouïe tou·te·s meilleur(e)s étudiant.e.s :-) ^^ mdr... !!! ?! « oui » “non” ‹si›
""".split()

SPANISH = """
¿Qué? ¡No! ¿¡Cómo!? dámelo dáselo decírselo comprándomelas váyanse levantaos vámonos irse dárselos contándolas díganos éramos habérselo
del al dél conmigo contigo consigo pa' p'alante EE.UU. EE. UU. Ee. Uu. ee.uu. EEUU Sr. Sra. Srta. Dr. Dra. D. D.ª Dª Ud. Uds. Vd. Vds. Prof. Lic.
Ing. Gral. Cnel. S.A. S.L. S.M. P.D. p.ej. pág. págs. etc. aprox. apdo. núm. n.º N.º 1.º 2.ª 3er 27.º a.C. d.C. a.m. p.m. 4:15 10.30 17.42 h
1.200 12.000,50 143.700 4,5 7,45% 7,45 % 18,60€ €5 US$5 2.300 1.234.567 -5°C 28ºC km/h m² 1/2 3.ª-4.ª
Al-Qasr ex-juez exjuez semi-final franco-alemán político-económico 220-240 V Mombasa-Kampala e-mail Ciudad-Real l@s tod@s q xq tb —¿Sí? —dijo— –no– «sí» “no” 'ya'
niño NIÑO pingüino lingüística corazón CORAZÓN ambigüedad Ñuñoa über
jóvenes órdenes exámenes veces luces leones francesas españolas cuento cuentas piensan pidió durmió hiciera fuéramos dijeron sentíamos ambas doscientas
""".split()

SCRIPTS = [
    "Президент Украины встретился с министром обороны в четверг; «переговоры продолжатся», — сказал он.",
    "Міністр заявив: «Ми не відступимо». Ґанок, їжак, є, об'єкт, об’єкт.",
    "首相は金曜日に東京で記者会見を開き、予算案について説明した。「時間が必要だ」と述べた。",
    "部长星期五在北京表示，双方同意停火三十天。", "장관은 금요일 서울에서 기자들에게 말했다.",
    "قال الوزير إن الاتفاق سيوقع يوم الأحد، ولم يذكر تفاصيل.", "שר החוץ אמר כי ההסכם ייחתם ביום ראשון.",
    "मंत्री ने शुक्रवार को कहा कि समझौता हो गया है। क्‍या? हाँ!", "รัฐมนตรีกล่าวว่าจะลงนามในวันศุกร์", "மந்திரி வெள்ளிக்கிழமை சொன்னார்.",
    "Ο υπουργός είπε ότι η ΣΥΜΦΩΝΙΑ ΤΟΥΣ υπογράφηκε. ΟΔΥΣΣΕΥΣ ΑΣ Σ ΣΣ ΑΣΑ Α.Σ. ΑΣ' ᾼ ᾳ Ἀθῆναι", "Նախարարն ասաց. ՀԱՅԱՍՏԱՆ և եւ", "მინისტრმა თქვა ᲛᲗᲐᲕᲠᲣᲚᲘ",
    "ᎠᎩᏍᎩ ꭰꭹꮝꭹ ᏸᏹ", "𐐀𐐁𐐂 𐐨𐐩𐐪", "𞤀𞤁𞤂 𞤢𞤣𞤤", "İSTANBUL İzmir ISPARTA ılık Iğdır iğne", "STRASSE STRAẞE Straße GROẞ ß ẞ",
    "ŉ ǰ ΐ ΰ և ẖ ẗ ẘ ẙ ẚ ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ ﬓ", "ǅ ǈ ǋ ǲ ǆ Ǆ ᾈ ᾘ ᾨ Ⅷ ⅷ Ⓐ ⓐ ª º ʰ ˢ ᴬ ⁿ ₐ", "Å Å Å K K Ω Ω ſ ẛ µ μ Ꙋ ᲈ Ɐ ɐ Ꞩ",
    "é e\u0301 E\u0301cole Z\u0351\u036b\u0343a\u0328\u0301l\u0337\u0321go n\u0303 \u0301 \u0301a a\u200d\u0301 क़ ク゛ が が",
    "٣ ۳ ३ ৩ ๓ ３ 𝟛 ③ ⑶ ³ ₃ ⅗ ⅲ 三 〣 ༳ ፫ 𐩂 ߃ ᠓ ⒊ ㊂ 🄃 𑁔 ꩓ ², x₂, 10³ ² ¹⁰ Ⅻ ⅻ",
    "Ᲊᲊ Ᲊ ꟋꟌꟍ Ꟛꟛƛ 𐵐𐵑 𐵰𐵱 \U00011F04\U00011F05 \U0001E030\U0001E031 \U0002EBF0 \U00031350 \U0001FAE8 \U0001FAE9 \U0001CCD6 \U0001E5D0",
]

EMOJI = ["😀", "👍🏽", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇺🇦", "🇬🇧🇫🇷", "❤️", "❤", "☺️", "1️⃣", "#️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👩🏿‍🚀", "🤷‍♂️", "✅", "⚠️", "➡️", "📍Kherson", "🔥🔥🔥", "lol😂😂", "👏👏🏻👏🏿", "🫨", "🫩", "©️", "🅰️", "㊗️", "⏰9:30", "💶5", "🚨BREAKING🚨"]


def by_hand():
    yield "empty", ""
    for number, space in enumerate(SPACES):
        yield f"space-only-{ord(space):x}", space * (1 + number % 3)
        yield f"space-{ord(space):x}", f"He{space}said{space}{space}no. {space}She {space} left{space}\n{space}Then it{space}rained.{space}"
    for char in NOT_SPACES:
        yield f"no-space-{ord(char):x}", f"He{char}said no.{char} {char} She{char}{char}left {char}early."
    yield "spaces-mixed", "  \n \n\n  One.\t\tTwo. \r\n\r\n  Three \u3000\u3000four.\n\n\n\n\nFive.  \t \n"
    yield "space-lead", " One space first"
    yield "space-lead-2", "  Two spaces first and two last  "
    yield "newline-last", "A line that ends.\n"
    yield "newlines-in-name", "The president of the United\nStates of\nAmerica, Mr.\nJohn\n\nSmith, met\r\nAngela\nMoser in New\n York."
    yield "crlf", "FIRST LINE\r\n\r\nThe minister resigned.\r\nHe gave no reason.\r\n\r\n- one\r\n- two\r\n"
    yield "cr", "Old line.\rNext line.\r\rLast line."
    yield "quotes", "“Unbalanced, he said. \"Not closed. ‘Nor this. 'Or this” and 'that\" (or [this) and] so «on."
    yield "quotes-nested", "\"He told me, 'She said, \"Never,\" and left,' and I wept,\" said O'Hara. ''Two ticks''  ``and backticks''."
    yield "quotes-many", "\"\"\"\"\"\"\" ''''''' “““““ ”””” \"'\"'\"'\"' ‘’‘’‘’"
    yield "dashes", "He-she, well-known, state-of-the-art - no -- yes --- maybe – or—not ―so a–b c—d 1–2 x - - y -z z- -- --- ------"
    yield "ellipses", "Well... no.. yes.... maybe…perhaps… ...so …and . . . then…? What...?! Hm...No...Yes"
    yield "punctuation-only", "... !!! ??? , ; : - -- ( ) [ ] { } \" ' / \\ | @ # $ % ^ & * _ + = ~ ` < >"
    yield "punctuation-glued", "(((a))) [[[b]]] {{c}} ((d] <<e>> \"(f)\" ('g',) !!h!! ??i?? ...j... --k-- $$l$$ %%m%% n;;o p,,q r::s t/u/v w_x_y"
    yield "caps", "THE PRIME MINISTER OF INDIA SAID ON MONDAY THAT HE WOULDN'T RESIGN. \"I'LL STAY,\" HE TOLD BBC NEWS IN LONDON."
    yield "lower", "the prime minister of india said on monday that he wouldn't resign. \"i'll stay,\" he told bbc news in london."
    yield "title", "The Prime Minister Of India Said On Monday That He Wouldn't Resign. \"I'll Stay,\" He Told Bbc News In London."
    yield "camel", "myVariableName iPhone eBay YouTube McDonald's MacArthur LaTeX PowerPointSlides fooBarBaz ABCdef aBCDe XMLHttpRequest someWordsRunTogetherLikeThis.AndOnAndOn"
    yield "joined", "He left.She stayed.They met in Paris.Then,without a word,he went.Why?Nobody knows!But:see below;or not"
    yield "html", "<p>The <b>minister</b> said:&nbsp;&quot;No&quot;.<br/>See <a href=\"https://example.org/a?b=c&amp;d=e\">here</a>&hellip;</p><!-- ad --><script>var x=1;</script>"
    yield "markdown", "# Title\n\n* **bold** and _thin_\n* [link](https://example.org)\n\n> quoted\n\n```\ncode = {\"a\": [1, 2]}\n```\n| a | b |\n|---|---|\n"
    yield "json", "{\"id\": 17, \"text\": \"He said \\\"no\\\".\", \"tags\": [\"a\", \"b\"], \"x\": null, \"y\": -1.5e-3}"
    yield "csv", "name;age;town\n\"Okafor, B.\";41;Leeds\nLis,T.;29;\"St. Ives\"\n;;;\n"
    yield "table", "Year\tVotes\tShare\n2015\t1,204,331\t38.2%\n2019\t  987,002\t31.9%\n"
    yield "code", "if (x->y != NULL && a[i] <= 0x1F) { return foo(bar, \"baz\\n\"); } // TODO: don't"
    yield "hex", "3f786850e387550fdaab836ed7e6dc881de23b1b deadbeef DE:AD:BE:EF 550e8400-e29b-41d4-a716-446655440000 U+1F600 &#x1F600;"
    yield "base64", "SGUgc2FpZCBubywgYW5kIHNoZSBzYWlkIHllcywgYW5kIHRoZXkgd2VudCBob21lLg== end"
    yield "one-letter", "a"
    yield "one-mark", "."
    yield "one-space", " "
    yield "one-emoji", "😀"
    yield "one-combining", "\u0301"
    yield "bom", "\ufeffThe first word has a mark before it."
    yield "bidi", "He said \u202babc\u202c and \u2066def\u2069 and \u200fno\u200e."
    yield "noncharacters", "a\ufffe b\uffff \ufdd0c \U0001ffff \U0010ffff \ufffd \ue000 \U000f0000"
    yield "controls", "bell\x07 esc\x1b[0m del\x7f nul\x00here \x00 \x01\x02 c1\x80\x9f"
    # Lengths around the borders that code likes: 99 to 101 for the shape "LONG", 2^n, 10,000.
    for size in (1, 2, 3, 4, 5, 63, 64, 65, 99, 100, 101, 127, 128, 129, 255, 256, 257, 1000):
        yield f"long-alpha-{size}", f"Then {'abcdefghij' * (size // 10)}{'klmnopqrs'[:size % 10]} stopped."
    yield "long-a", "He wrote " + "a" * 10_000 + " and slept."
    yield "long-upper", "A" * 10_000
    yield "long-digits", "In all " + "1234567890" * 1_000 + " votes were cast."
    yield "long-cyrillic", "Он сказал " + "ы" * 10_000 + "."
    yield "long-cjk", "国" * 10_000
    yield "long-emoji", "😀" * 400 + " " + "👨‍👩‍👧‍👦" * 40
    yield "long-combining", "a" + "\u0301" * 10_000
    yield "long-url", "See https://example.org/" + "path/" * 1_995 + " for more."
    yield "long-dots", "Wait" + "." * 300 + " what" + "!" * 200 + "?" * 100 + " " + "-" * 300 + " " + "'" * 60 + "x" + "\"" * 60
    yield "long-hyphens", "-".join(["well"] * 150) + " " + "/".join(["or"] * 80) + " " + ",".join(["a"] * 80)
    yield "long-spaces", "before" + " " * 10_000 + "after" + "\n" * 3_000 + "end"
    yield "long-nbsp", "before" + "\xa0" * 10_000 + "after"
    yield "long-sentence", ", and ".join(f"the {w} one went home" for w in "first second third fourth fifth sixth seventh".split() * 14) + "."
    yield "nested", "The rat that the cat that the dog that the boy that the girl liked owned chased caught ate the cheese. " * 3
    yield "repeat", "Buffalo buffalo Buffalo buffalo buffalo buffalo Buffalo buffalo. " * 6
    yield "no-verb", "Paris. Paris Paris Paris. London, Paris, Rome, Rome, Rome. Rome Rome. 5 5 5 5 5. The the the the."
    yield "symbol-words", "mark obj det cc conj prep root number agent aux neg num poss punct DATE ORG GPE LAW EVENT cadet Bordeaux the mark of Mark"
    yield "sentence-marks", "Is it? It is! No. 5 is here. He met Mr. X. Y came too. \"Go!\" he said. \"Why?\" \"Because.\" (So it was.) [See p. 4.] He left :: she stayed"
    yield "entities", "Apple bought Beats for $3bn in May 2014; IBM's Ginni Rometty met Xi Jinping at 9:30 a.m. on the 3rd of June in Beijing's Great Hall, said AFP. NATO, the EU-27, 5 Britons, the Nile, Airbus A380, War and Peace, Article 5, Hindi, 40%, three tons, first."


def glued(rng, pieces, count):
    """Pieces with the marks that stick to words: each goes through prefixes, suffixes and infixes."""
    before = ["", "", "", "", "(", "\"", "'", "“", "‘", "[", "...", "-", "—", "$", "#", "\"(", "*", "…"]
    after = ["", "", "", "", ".", ",", "!", "?", ";", ":", ")", "\"", "'", "”", "’", ".\"", ".)", "...", "-", "—", "'s", "’s", "%", "]", ",'", "…"]
    words = [rng.choice(before) + rng.choice(pieces) + rng.choice(after) for _ in range(count)]
    return "".join(word + rng.choice(["", " ", " ", " ", " ", " ", " ", "  ", "\n", "\xa0", "/", "-", ","]) for word in words)


def soup(rng, count):
    """Words of one to eight code points of one block each, from all of Unicode but the surrogates."""
    words = []
    for _ in range(count):
        start = rng.choice([rng.randrange(0x80, 0x3000), rng.randrange(0x3000, 0xD7F0), rng.randrange(0xE000, 0xFFF0),
                            rng.randrange(0x10000, 0x1FF00), rng.randrange(0x20000, 0x10FFF0)])
        word = "".join(chr(start + rng.randrange(16)) for _ in range(rng.randint(1, 8)))
        if not any(0xD800 <= ord(c) <= 0xDFFF for c in word):
            words.append(rng.choice(["", "", "a", "Re-", "(", "'"]) + word + rng.choice(["", "", "s", "'s", ".", ")"]))
    return "".join(word + rng.choice([" ", " ", " ", *SPACES]) for word in words)


def curly(text):
    text = re.sub(r"(?<!\w)\"(?=\w)", "“", text).replace("\"", "”")
    return re.sub(r"(?<=\w)'", "’", text).replace("'", "‘")


def mutations(rng):
    """(name, function) of the ways in which news text arrives spoilt."""

    def at_random(text, rate, change):
        return "".join(change(c) if rng.random() < rate else c for c in text)

    yield "curly", curly
    yield "upper", str.upper
    yield "lower", str.lower
    yield "swapcase", str.swapcase
    yield "title", str.title
    yield "crlf", lambda t: t.replace("\n", "\r\n").replace(". ", ".\r\n")
    yield "nbsp", lambda t: t.replace(" ", "\xa0")
    yield "nbsp-some", lambda t: at_random(t, 0.3, lambda c: "\xa0" if c == " " else c)
    yield "any-space", lambda t: at_random(t, 0.5, lambda c: rng.choice(SPACES) if c == " " else c)
    yield "two-spaces", lambda t: t.replace(". ", ".  ").replace(", ", " , ")
    yield "spaces-out", lambda t: " ".join(re.findall(r"\w+|[^\w\s]", t))
    yield "no-space-after-stop", lambda t: t.replace(". ", ".").replace(", ", ",")
    yield "wrapped", lambda t: "\n".join(t[i:i + 40] for i in range(0, len(t), 40))
    yield "wrapped-indent", lambda t: "\n    ".join(re.findall(r".{1,60}(?:\s|$)", t))
    yield "no-stops", lambda t: re.sub(r"[.,;:!?\"]", "", t)
    yield "all-dashes", lambda t: t.replace(", ", " - ").replace(". ", " -- ")
    yield "em-dashes", lambda t: t.replace(", ", "—").replace(" - ", " – ")
    yield "ellipsis", lambda t: t.replace(".", "...").replace(",", "…")
    yield "typos", lambda t: at_random(t, 0.04, lambda c: rng.choice([c + c, "", c.upper(), "'", "-"]))
    yield "accents", lambda t: at_random(t, 0.1, lambda c: c + rng.choice("\u0301\u0308\u0327\u200d\xad") if c.isalpha() else c)
    yield "homoglyphs", lambda t: at_random(t, 0.3, lambda c: dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")).get(c, c))
    yield "fullwidth", lambda t: at_random(t, 0.2, lambda c: chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c)
    yield "emoji", lambda t: at_random(t, 0.12, lambda c: c + rng.choice(EMOJI) + c if c == " " else c)
    yield "urls", lambda t: at_random(t, 0.1, lambda c: c + rng.choice(URLS) + c if c == " " else c)
    yield "tags", lambda t: at_random(t, 0.12, lambda c: rng.choice([c + "<b>", "</b>" + c, "<br/>", "&nbsp;"]) if c == " " else c)
    yield "quotes-lost", lambda t: at_random(t, 0.6, lambda c: "" if c in "\"'" else c)
    yield "quotes-more", lambda t: at_random(t, 0.15, lambda c: rng.choice([c + "\"", "\"" + c, c + "'", "“" + c]) if c == " " else c)
    yield "shuffled", lambda t: " ".join(rng.sample(t.split(), len(t.split())))
    yield "reversed", lambda t: t[::-1]
    yield "leet", lambda t: at_random(t, 0.4, lambda c: dict(zip("aeiost", "431057")).get(c, c))
    yield "camel", lambda t: "".join(w[:1].upper() + w[1:] + (" " if n % 4 == 3 else "") for n, w in enumerate(t.split()))
    yield "hyphened", lambda t: at_random(t, 0.4, lambda c: "-" if c == " " else c)
    yield "tabs", lambda t: t.replace(" ", "\t")


def paragraphs(home):
    prose = [json.loads(line)["text"] for file in sorted((home / "texts").glob("*.jsonl")) if file.name != "ugly.jsonl"
             for line in file.read_text(encoding="utf-8").split("\n") if line]
    return [p for text in prose for p in text.split("\n\n") if 250 < len(p) < 600]


def other_language(rng, pieces, prose):
    """Less of the same: what the engine does alike for all languages is tried on English."""
    yield "pieces", " ".join(pieces)
    yield "pieces-lines", "\n".join(word + "." for word in pieces)
    yield "pieces-upper", " ".join(pieces).upper()
    yield "pieces-curly", " ".join(pieces).replace("'", "’")
    yield "pieces-double", " ".join(f"{a}-{b}" for a, b in zip(pieces, pieces[1:]))
    everything = pieces + UNITS + SYMBOLS + URLS + EMOJI + " ".join(SCRIPTS).split()
    for number in range(6):
        yield f"glued/{number}", glued(rng, pieces if number % 2 else everything, 80)
    for number in range(2):
        yield f"soup/{number}", soup(rng, 60)
    for name, change in mutations(rng):
        yield f"mutated/{name}", change(rng.choice(prose))


def write(home, rows):
    # ASCII only, so that no editor, diff or checkout changes a byte of it.
    with open(home / "texts" / "ugly.jsonl", "w", encoding="ascii", newline="\n") as file:
        for key, text in rows:
            file.write(json.dumps({"id": f"ugly/{key}", "text": text}) + "\n")


def main():
    rng = random.Random(20220223)
    rows = [(f"hand/{name}", text) for name, text in by_hand()]
    for number, text in enumerate(SCRIPTS):
        rows.append((f"script/{number}", text))
    rows.append(("contractions", " ".join(CONTRACTIONS)))
    rows.append(("contractions-curly", " ".join(CONTRACTIONS).replace("'", "’")))
    rows.append(("contractions-lines", "\n".join(word + "." for word in CONTRACTIONS)))
    for name, pieces in (("abbreviations", ABBREVIATIONS), ("units", UNITS), ("symbols", SYMBOLS), ("urls", URLS), ("emoji", EMOJI)):
        rows.append((name, " ".join(pieces)))
        rows.append((f"{name}-glued", glued(rng, pieces, 60)))
    everything = CONTRACTIONS + ABBREVIATIONS + UNITS + SYMBOLS + URLS + EMOJI + " ".join(SCRIPTS).split()
    for number in range(6):
        rows.append((f"glued/{number}", glued(rng, everything, 80)))
    for number in range(6):
        rows.append((f"soup/{number}", soup(rng, 60)))

    prose = paragraphs(HERE)
    for name, change in mutations(rng):
        rows.append((f"mutated/{name}", change(rng.choice(prose))))
    write(HERE, rows)
    for language, pieces in (("fr", FRENCH), ("es", SPANISH)):
        write(HERE / language, list(other_language(random.Random(20310313), pieces, paragraphs(HERE / language))))


if __name__ == "__main__":
    main()
