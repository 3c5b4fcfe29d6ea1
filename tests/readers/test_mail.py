"""Mails: what stands in their text, what is labelled, what they state."""

from __future__ import annotations

import time
from email.message import EmailMessage

import pytest

from generator.errors import UnreadableError
from generator.model import Source
from generator.readers.mail import read_mail
from generator.readers.mail_message import attachments_of, is_mail, looks_like_mail, parse

SOURCE = Source("release.eml", None, "message/rfc822", "0")

HEAD = {
    "Subject": "Pilots to move",
    "From": "Norvik Port Newsroom <news@norvik-port.example>",
    "Date": "Tue, 04 Nov 2031 23:30:00 -0500",
    "Message-ID": "<1@norvik-port.example>",
}
BODY = (
    "The port of Norvik will move its pilots in spring.\n\n“Nobody loses a post,” Bo Lind said.\n"
)


def mail(body: str = BODY, **headers: str) -> EmailMessage:
    """Make a mail; an empty header is left out."""
    message = EmailMessage()
    for name, value in {**HEAD, **{k.replace("_", "-"): v for k, v in headers.items()}}.items():
        if value:
            message[name] = value
    message.set_content(body)
    return message


def read(message: EmailMessage | bytes):
    """Return what the reader makes of a mail."""
    return read_mail(bytes(message), SOURCE)


def lines(extract) -> list[tuple[str, str]]:
    """Return the hint of each passage and its words in the view."""
    rows = []
    for passage in extract.passages:
        words, at = "", passage.span.start
        for span, to in extract.edits:
            if passage.span.covers(span):
                words += extract.text[at : span.start] + to
                at = span.end
        rows.append((passage.hint, words + extract.text[at : passage.span.end]))
    return rows


def test_the_text_of_record():
    """Subject, From and Date stand above the text, decoded, and every statement is a slice."""
    extract = read(mail(Subject="Café “Norvik” to move"))
    assert extract.text.splitlines()[:3] == [
        "Subject: Café “Norvik” to move",
        f"From: {HEAD['From']}",
        f"Date: {HEAD['Date']}",
    ]
    assert extract.text.splitlines()[4:] == BODY.splitlines()
    stated = extract.stated
    for one in (stated.title, stated.outlet, stated.published):
        assert one.span.of(extract.text) == one.value
    assert stated.title.value == "Café “Norvik” to move"
    assert stated.published.basis == "Date line of the mail"


SENDERS = {
    # what it shows: (From, body, outlet, authors)
    "an office": ("Norvik Port Newsroom <n@p.example>", BODY, "Norvik Port Newsroom", []),
    "the name of its domain": ("Evening Post <hi@eveningpost.example>", BODY, "Evening Post", []),
    "a desk of its domain": (
        "Evening Post - News <a@eveningpost.example>",
        BODY,
        "Evening Post - News",
        [],
    ),
    "in quotation marks": ('"Lund, Press Office" <a@b.example>', BODY, "Lund, Press Office", []),
    "a person": ("Ana Ruiz <ana@mail.example>", BODY, None, []),
    "a person who signs": ("Ana Ruiz <a@m.example>", f"{BODY}\nAna Ruiz\n", None, ["Ana Ruiz"]),
    "a person who signs a release": (
        "Ana Ruiz <a@m.example>",
        f"FOR IMMEDIATE RELEASE\n\n{BODY}\nAna Ruiz\n",
        None,
        [],
    ),
    "an address alone": ("news@norvik.example", BODY, None, []),
    "nothing": ("", BODY, None, []),
}


@pytest.mark.parametrize(("sender", "body", "outlet", "authors"), SENDERS.values(), ids=SENDERS)
def test_what_a_sender_is(sender, body, outlet, authors):
    """An office is the outlet; a person is the author only of what that person signs."""
    stated = read(mail(body, From=sender)).stated
    assert (stated.outlet and stated.outlet.value) == outlet
    assert [author.value for author in stated.authors] == authors


OFFICES = {
    # the sender's name, and whether it is an office
    "Lonnerby Port Authority": True,
    "Port of Lonnerby": True,
    "Norvik Shipping Agency": True,
    "Norvik School Board": True,
    "Norvik Weather Bureau": True,
    "European Harbour Commission": True,
    "Norvik City Council": True,
    "Norvik Institute": True,
    "Lind Foundation": True,
    "St Olaf Hospital": True,
    "University of Norvik": True,
    "Dockers’ Union": True,
    "Pilots Association": True,
    "Lind Shipping Ltd": True,
    "Norvik Ferry Company": True,
    "Bank of Norvik": True,
    "Norvik Central Bank": True,
    "Norvik District Court": True,
    "Court of Appeal": True,
    "Embassy of Norvik": True,
    "Norvik Ambulance Service": True,
    "Harbour Research Centre": True,
    "Tidewater Center": True,
    "Lonnerby Harbour Press Office": True,
    "City of Norvik, Fire Department": True,
    "Norvik Police": True,
    "The Evening Post, News": True,
    "Ana Port": False,
    "Bo Banks": False,
    "Ana Bank": False,
    "Bo Court": False,
    "Ida House": False,
    "Jo Church": False,
    "Lorna Pask": False,
    "Ana Ruiz, Norvik Institute": False,
    "Bo Lind (University of Norvik)": False,
    "Ida Holm - Port Authority": False,
    "Jo Berg at Norvik Hospital": False,
}


@pytest.mark.parametrize(("name", "is_office"), OFFICES.items(), ids=OFFICES)
def test_which_senders_are_offices(name, is_office):
    """An office is told by words that no person is called by; a person of an office is none."""
    for written in (name, f'"{name}"'):
        outlet = read(mail(BODY, From=f"{written} <press@mail.example>")).stated.outlet
        assert (outlet and outlet.value) == (name if is_office else None)


WRAPPED = [
    "The council of Norvik said in a note that the move will cost two",
    "million euros and will be paid from the reserves of the port, which",
    "were set aside ten years ago when the pilot station was last rebuilt",
    "after the flood and the fire, and which nobody has used for anything",
    "else.",
]

BODIES = {
    # what it shows: (body, [(hint, words in the view), ...])
    "signature": (
        "One line of text.\n\n-- \nAna Ruiz\nNorvik\n",
        [("", "One line of text."), ("footer", "--"), ("footer", "Ana Ruiz"), ("footer", "Norvik")],
    ),
    "answer with its quotation": (
        "It is so.\n\nOn Monday, Bo Lind wrote:\n> Is it so?\n>\n> > Who knows?\n",
        [
            ("", "It is so."),
            ("header", "On Monday, Bo Lind wrote:"),
            ("blockquote", "Is it so?"),
            ("blockquote", "Who knows?"),
        ],
    ),
    "wrapped quotation": (
        "".join(f"> {line}\n" for line in WRAPPED),
        [("blockquote", " ".join(WRAPPED))],
    ),
    "what a sender says of itself": (
        "One line.\n\nTwo lines.\n\nAbout Norvik Port\nNorvik Port moves ships.\n",
        [
            ("", "One line."),
            ("", "Two lines."),
            ("footer", "About Norvik Port"),
            ("footer", "Norvik Port moves ships."),
        ],
    ),
    "about something else": (
        "About ships we know little.\n\nTwo lines.\n",
        [("", "About ships we know little."), ("", "Two lines.")],
    ),
    "dashes far above the end": (
        "One.\n--\n" + "Text.\n" * 30,
        [("", "One."), ("", "--"), *[("", "Text.")] * 30],
    ),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_lines_of_a_text(body, expected):
    """Paragraphs are whole, quoting signs are left out of the view, and nothing else is."""
    assert lines(read(mail(body)))[3:] == expected


FORWARD = """See below.

---------- Forwarded message ---------
From: Evening Post Newsroom <news@post.example>
Date: Mon, 3 Nov 2031 at 09:12
Subject: Pilots to move
To: Lorna Pask <lorna@desk.example>

The port of Norvik will move its pilots in spring.
"""


def test_a_mail_that_is_passed_on_states_what_the_other_did():
    """Title, day and sender are those of the message inside, not of who passed it on."""
    stated = read(mail(FORWARD, Subject="Fwd: Pilots to move", From="Lorna Pask <l@d.e>")).stated
    assert stated.title.value == "Pilots to move"
    assert stated.published.value == "Mon, 3 Nov 2031 at 09:12"
    assert stated.outlet.value == "Evening Post Newsroom"
    assert stated.authors == ()


def test_an_answer_states_what_it_says_itself():
    """The header lines under an answer are those of what it answers."""
    stated = read(mail(FORWARD, Subject="Re: Pilots to move")).stated
    assert (stated.title.value, stated.published.value) == ("Pilots to move", HEAD["Date"])


def test_the_subject_is_the_headline():
    """The subject is the title, and a line that says it again is none; a sentence is text."""
    again = lines(read(mail("PRESS NOTE\n\nPILOTS TO MOVE\n\nThe port will move.\n")))
    assert again[0] == ("h1", "Pilots to move")
    assert ("header", "PILOTS TO MOVE") in again
    sentence = lines(read(mail("Pilots to move.\n\nThe port will move.\n")))
    assert ("", "Pilots to move.") in sentence


def test_the_best_alternative_is_read():
    """Plain text counts before a page, but not a stub that only points to it."""
    page = f"<html><body><h2>Diary</h2>{'<p>The port will move its pilots.</p>' * 9}</body></html>"
    both = mail("The port will move its pilots. " * 6)
    both.add_alternative(page, subtype="html")
    assert "Diary" not in read(both).text
    stub = mail("View this mail in your browser.")
    stub.add_alternative(page, subtype="html")
    assert ("h2", "Diary") in lines(read(stub))


def test_soft_line_ends_are_joined():
    """format=flowed says which lines go on (RFC 3676); they are one paragraph in the view."""
    data = (
        b"From: a@b.example\nSubject: x\nContent-Type: text/plain; format=flowed\n\n"
        b"The port of \nNorvik will \nmove.\nIts pilots stay.\n"
    )
    assert lines(read(data))[2:] == [
        ("", "The port of Norvik will move."),
        ("", "Its pilots stay."),
    ]


def test_a_wrong_charset_is_no_mojibake():
    """A mail that names another encoding than its own is read in its own."""
    head = b"From: a@b.example\nSubject: caf\xe9\nContent-Type: text/plain; charset=%s\n\n"
    for name, data in (
        (b"iso-8859-1", "“Yes” — café".encode()),
        (b"utf-8", b"\x93Yes\x94 caf\xe9"),
    ):
        extract = read(head % name + data)
        assert "“Yes”" in extract.text
        assert "Subject: café" in extract.text


def test_attachments_have_names_of_their_own():
    """No folder, no control character, no two of one name; a mail is called by its subject."""
    message = mail()
    for name in ("../../in/a.txt", "C:\\x\\a.txt", "b\x1b[2J.txt", ""):
        message.add_attachment(b"x", maintype="text", subtype="plain", filename=name or None)
    message.add_attachment(mail(Subject="a/b"))
    names = [one.name for one in attachments_of(parse(bytes(message)))]
    assert names == ["a.txt", "a-2.txt", "b [2J.txt", "attachment-4.plain", "a-b.eml"]
    assert all(name.isprintable() and "/" not in name for name in names)


def test_a_mail_without_text_is_refused():
    """There is nothing to read, and the report says what was attached."""
    message = mail("\n")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    with pytest.raises(UnreadableError, match=r"no text; attached are a\.png"):
        read(message)


SNIFFED = {
    # what it shows: (bytes, may be a mail, is one beyond doubt)
    "a mail": (bytes(mail()), True, True),
    "typed header lines": (b"From: Ana\nSubject: ships\n\nText.", True, False),
    "a report with a label": (b"From: our desk\n\nThe port will move.", False, False),
    "prose": (b"The port will move.\nDate: soon\nFrom: here\n", False, False),
    "a mail within a text": (b"Hello\n\n" + bytes(mail()), False, False),
    "nothing": (b"", False, False),
}


@pytest.mark.parametrize(("data", "may", "surely"), SNIFFED.values(), ids=SNIFFED)
def test_what_is_a_mail(data, may, surely):
    """Only headers that programs write make any file a mail."""
    assert (looks_like_mail(data), is_mail(data)) == (may, surely)


HOSTILE = {
    # what it shows: bytes
    "deep": b"From: a@b.c\nSubject: x\n"
    + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (i, i) for i in range(200)
    ),
    "long header": b"From: a@b.c\nSubject: x\nContent-Type: text/plain"
    + b";" * 300_000
    + b"\n\nText.",
    "brackets": b"From: " + b"(" * 90_000 + b"\nSubject: " + b"=?" * 90_000 + b"\n\nText.",
    "quoting signs": b"From: a@b.c\nSubject: x\n\n" + b">" * 300_000 + b"\nText.",
    "one line": b"From: a@b.c\nSubject: x\n\n" + b"On a " * 200_000,
    "broken base64": b"From: a@b.c\nSubject: x\nContent-Transfer-Encoding: base64\n\n!!!!",
    "no boundary": b"From: a@b.c\nSubject: x\nContent-Type: multipart/mixed\n\nText.",
    "strange charset": b"From: a@b.c\nSubject: =?x-no?b?4oCU?= =?utf-8?q?=zz?=\n"
    b"Content-Type: text/plain; charset=base64\n\nText.",
    "prefixes": b"From: a@b.c\nSubject: " + b"Re: " * 50_000 + b"\n\nText.",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_mails(data):
    """Any mail is read or refused, and soon."""
    began = time.process_time()
    try:
        extract = read(data)
    except UnreadableError:
        pass
    else:
        covered = {i for p in extract.passages for i in range(p.span.start, p.span.end)}
        assert all(c.isspace() or i in covered for i, c in enumerate(extract.text))
    assert time.process_time() - began < 12
