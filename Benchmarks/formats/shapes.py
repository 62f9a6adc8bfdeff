#!/usr/bin/env python3
"""Measures reading vCards as other programs write them: Benchmarks/formats/shapes.py PYTHON-WITH-VOBJECT FORMAT-TOOL [CARDS].

Makes up a file of cards in each shape (Apple's, Google's, Outlook's and Android's, version 4, cards with pictures) and a fifth of it; vobject
reads the fifth, the tool (`Benchmarks/formats/build FOLDER` makes it) the whole as an import does. By turns, the median of three each.
"""

import base64
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile

python, tool = sys.argv[1], sys.argv[2]
count = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
GIVEN = ["Ada", "Bo", "Chidi", "Zoë", "María", "Jürgen", "Пётр", "太郎"]
FAMILY = ["Example", "Muster", "Ejemplo", "Beispiel", "Пример", "山田"]
bytes_of_pictures = random.Random(7)


def quoted(text):
    return "".join(f"={byte:02X}" for byte in text.encode())


def folded(line):
    return "\n ".join([line[:75]] + [line[place:place + 74] for place in range(75, len(line), 74)])


def apple(number, given, family):
    return f"""BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14.4//EN
N:{family};{given};;;
FN:{given} {family}
ORG:Example {number % 977} Ltd;
TITLE:Counsel
EMAIL;type=INTERNET;type=WORK;type=pref:person{number}@example.com
item1.EMAIL;type=INTERNET:other{number}@example.org
item1.X-ABLabel:Office
TEL;type=CELL;type=VOICE;type=pref:+44 7700 {number:06}
TEL;type=WORK;type=FAX:+44 20 7946 {number % 10000:04}
item2.ADR;type=WORK;type=pref:;;{number} Example Street;London;;N1 9GU;United Kingdom
item2.X-ABADR:gb
item3.URL;type=pref:https://example.com/{number}
item3.X-ABLabel:_$!<HomePage>!$_
BDAY;value=date:1970-0{number % 9 + 1}-1{number % 9}
X-SOCIALPROFILE;type=example;x-user=user{number}:https://social.example/user{number}
item4.X-ABDATE;type=pref:2004-05-17
item4.X-ABLabel:_$!<Anniversary>!$_
item5.X-ABRELATEDNAMES;type=pref:Bea Example
item5.X-ABLabel:_$!<Spouse>!$_
NOTE:One line\\nand another {number}
UID:{number:08d}-aaaa-bbbb-cccc-0123456789ab:ABPerson
REV:2024-05-17T09:30:00Z
END:VCARD
"""


def google(number, given, family):
    return f"""BEGIN:VCARD
VERSION:3.0
FN:{given} {family}
N:{family};{given};;;
item1.EMAIL;TYPE=INTERNET:person{number}@example.com
item1.X-ABLabel:
EMAIL;TYPE=INTERNET;TYPE=HOME:home{number}@example.org
TEL;TYPE=CELL:+49 151 {number:07}
ADR;TYPE=HOME:;;Example Street {number};Berlin;;10115;DE;Example Street {number}\\nBerlin\\, 10115\\nDE
ORG:Example GmbH
TITLE:Engineer
item2.URL:https\\://example.com/{number}
item2.X-ABLabel:PROFILE
BDAY:1980-01-0{number % 9 + 1}
NOTE:Met at {number}
CATEGORIES:myContacts,Friends
X-PHONETIC-FIRST-NAME:{given}
END:VCARD
"""


def outlook(number, given, family):
    return f"""BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=en-us;CHARSET=utf-8:{family};{given}
FN;CHARSET=utf-8:{given} {family}
ORG:Example {number % 977} Ltd;Law
TITLE:Partner
NOTE;ENCODING=QUOTED-PRINTABLE:Met in 1980=0D=0Aand again {number}=0D=0A=

TEL;WORK;VOICE:+44 20 7946 {number % 10000:04}
TEL;CELL;VOICE:+44 7700 {number:06}
ADR;WORK;PREF:;;{number} Example Street;London;;N1 9GU;United Kingdom
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:{number} Example Street=0D=0A=
London N1 9GU=0D=0A=
United Kingdom
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
URL;WORK:http://www.example.com
ROLE:Manager
EMAIL;PREF;INTERNET:person{number}@example.com
X-MS-IMADDRESS:im@example.com
X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="urn:example:cards" ver="1.0" layout="left" bgcolor="ffffff"><img align="fit" area="16"/></card>
REV:20240517T093000Z
END:VCARD
"""


def android(number, given, family):
    return f"""BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted(family)};{quoted(given)};;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted(given + ' ' + family)}
TEL;CELL;PREF:+44770{number:06}
TEL;WORK:+4930{number:06}
EMAIL;HOME:person{number}@example.com
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;{quoted(f'Beispielstraße {number}')};{quoted('Köln')};;50667;
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted('Müller GmbH')}
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Bo;1;;;;;;;;;;;;;
NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted(f'Grüße {number}')}
END:VCARD
"""


def version4(number, given, family):
    return f"""BEGIN:VCARD
VERSION:4.0
PRODID:-//Example//Example Cards 4.4//EN
UID:urn:uuid:{number:08d}-0000-4000-8000-000000000000
FN:{given} {family}
N;SORT-AS="{family},{given}":{family};{given};;;
EMAIL;TYPE=work;PREF=1:person{number}@example.com
EMAIL;TYPE=home:home{number}@example.com
TEL;VALUE=uri;TYPE="voice,cell";PREF=1:tel:+44-7700-{number:06}
ADR;TYPE=home;LABEL="{number} Example Street\\nLondon":;;{number} Example Street;London;;N1 9GU;United Kingdom
ORG:Example;Law
TITLE:Partner
BDAY:19700{number % 9 + 1}1{number % 9}
GENDER:F
LANG;PREF=1:en
KIND:individual
URL:https://example.com/{number}
CATEGORIES:law,friends
RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
IMPP;PREF=1:xmpp:person{number}@example.com
NOTE:Met in 1980\\, and again
REV:20240517T093000Z
END:VCARD
"""


def pictures(number, given, family):
    picture = base64.b64encode(bytes_of_pictures.randbytes(6000)).decode()
    return f"""BEGIN:VCARD
VERSION:3.0
N:{family};{given};;;
FN:{given} {family}
{folded("PHOTO;ENCODING=b;TYPE=JPEG:" + picture)}
EMAIL;type=INTERNET:person{number}@example.com
END:VCARD
"""


VOBJECT = """
import sys, time, vobject
text = open(sys.argv[1], encoding="utf-8", newline="").read()
start = time.process_time()
count = sum(1 for card in vobject.readComponents(text, allowQP=True))
print(count / (time.process_time() - start))
"""


def processor(command):
    """Processor seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


with tempfile.TemporaryDirectory() as work:
    for shape in (apple, google, outlook, android, version4, pictures):
        files = {}
        for size in (count // 5, count):
            files[size] = os.path.join(work, f"{shape.__name__}-{size}.vcf")
            with open(files[size], "w", encoding="utf-8", newline="\r\n") as out:
                out.writelines(shape(number, GIVEN[number % 8], FAMILY[number // 7 % 6]) for number in range(size))
        theirs, ours = [], []
        for _ in range(3):
            theirs.append(float(subprocess.run([python, "-c", VOBJECT, files[count // 5]], capture_output=True, text=True, check=True).stdout))
            ours.append(count / processor([tool, "read", files[count]]))
        rate, own = statistics.median(theirs), statistics.median(ours)
        print(f"{shape.__name__:9} {os.path.getsize(files[count]) / count:7,.0f} bytes a card; a second of processor: vobject {rate:7,.0f}, "
              f"Holdfast {own:9,.0f}, {own / rate:5.1f} times as many")
