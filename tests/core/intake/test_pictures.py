"""Pictures that come with a mail: judged, placed beside their text, linked where they stood."""

import re
from collections.abc import Mapping
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image, ImageSequence

from mkdocs_forum.core.intake.pictures import scaling
from mkdocs_forum.core.intake.pictures.metadata import without_metadata
from mkdocs_forum.core.intake.receipts import receipt
from tests.core.intake.receiving import FRAMES, received
from tests.documents import document, document_part, paragraph

TALK = (
    "---\ntitle: Le plan\nedition: 2024\nspeakers: ana\nlicence: CC BY-SA 4.0\n---\n\n"
    "Voici le plan :\n\n![Le plan](plan.png)\n\n## Questions\n\n- Quoi ? {#quoi}\n"
)
ANSWER = (
    "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\nlicence: CC BY-SA 4.0\n---\n\n"
    "Un rabais.\n"
)
MEMBER = (
    "---\nname: Zoé Œuvre\nphoto: photos/zoe.jpg\n"
    "consent:\n  publish:\n    - photo\n  date: 2026-11-18\n---\n"
)


ASSETS = Path(scaling.__file__).parents[3] / "assets"


def picture(
    kind: str = "PNG", size: tuple[int, int] = (300, 200), color: str = "red", **kept: object
) -> bytes:
    """Give a picture of one colour."""
    data = BytesIO()
    Image.new("RGB", size, color).save(data, kind, **kept)
    return data.getvalue()


RED, BLUE = picture(), picture(color="blue")
PHOTO = picture("JPEG")
LARGE = RED[:33] + b"\0" * 3_000_000
"""A picture with a size that nobody can draw."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """Put files into one, as the form does."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def mail(text: str = "Bonjour,\n", html: str = "") -> EmailMessage:
    """Begin a mail."""
    message = EmailMessage()
    message["From"] = "Ana Ferrand <ana@example.org>"
    message["Subject"] = "questions/prix/rabais/"
    message["Date"] = "Wed, 18 Nov 2026 09:00:00 +0100"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def attach(message: EmailMessage, **files: bytes) -> bytes:
    """Attach files by their names, `_` for `.`, and give the mail."""
    for name, data in files.items():
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name.replace("_", ".")
        )
    return message.as_bytes()


def related(html: str, *pictures: tuple[str, str, bytes], text: str = "") -> bytes:
    """Give a mail in HTML that shows pictures: each with its identifier and its name."""
    message = mail(text or "Un rabais.\n", html)
    *_, body = message.iter_parts()
    assert isinstance(body, EmailMessage)
    for identifier, name, data in pictures:
        body.add_related(
            data, "image", name.rpartition(".")[2], cid=f"<{identifier}>", filename=name
        )
    return message.as_bytes()


def test_package_of_the_form() -> None:
    """A talk and its picture in a package get their places; the text stays as it was."""
    files = {"docs/interventions/le-plan.md": TALK.encode(), "docs/interventions/plan.png": RED}
    intake = received(attach(mail(), contribution_zip=packed(files)))
    assert (dict(intake.files), dict(intake.pictures)) == (
        {"interventions/le-plan.md": TALK.encode()},
        {"interventions/plan.png": RED},
    )


def test_attached_one_by_one() -> None:
    """The same files may be attached each by itself."""
    intake = received(attach(mail(), **{"le-plan_md": TALK.encode(), "plan_png": RED}))
    assert (set(intake.files), dict(intake.pictures)) == (
        {"interventions/le-plan.md"},
        {"interventions/plan.png": RED},
    )


def test_ending_that_lies() -> None:
    """A picture gets the ending of what it is, and the text follows."""
    intake = received(attach(mail(), **{"le-plan_md": TALK.encode(), "plan_png": PHOTO}))
    assert b"![Le plan](plan.jpg)" in intake.files["interventions/le-plan.md"]
    assert dict(intake.pictures) == {"interventions/plan.jpg": PHOTO}


def test_photo_of_a_member() -> None:
    """The photo that a page names lies where the page says."""
    intake = received(attach(mail(), **{"zoe-oeuvre_md": MEMBER.encode(), "zoe_jpg": PHOTO}))
    assert dict(intake.pictures) == {"membres/photos/zoe.jpg": PHOTO}


def test_photo_without_consent() -> None:
    """A picture beside a page that names none is published nowhere; it is said what to ask."""
    page = b"---\nname: Zoe Oeuvre\n---\n"
    intake = received(attach(mail(), **{"zoe-oeuvre_md": page, "zoe_jpg": PHOTO}))
    assert intake.pictures == {}
    assert [str(remark) for remark in intake.remarks][:2] == [
        "if 'zoe.jpg' is the photograph of the member, ask whether it may be published",
        "what came with the mail was left out: zoe.jpg",
    ]


def test_attached_without_a_word() -> None:
    """What no text shows is shown at the end of a talk, above its questions, with neutral words."""
    talk = TALK.replace("![Le plan](plan.png)\n\n", "")
    intake = received(attach(mail(), **{"le-plan_md": talk.encode(), "IMG 1_png": RED}))
    text = intake.files["interventions/le-plan.md"].decode()
    assert text.endswith(
        "Voici le plan :\n\n![Image 1](img-1.png)\n\n## Questions\n\n- Quoi ? {#quoi}\n"
    )
    assert dict(intake.pictures) == {"interventions/img-1.png": RED}
    assert "img-1.png" in receipt(intake, FRAMES[1])


def test_by_hand() -> None:
    """In a mail by hand, pictures stand where they stood, with the words that were said of them."""
    html = '<p>Avant.</p><p><img src="cid:a@b" alt="Un plan"></p><p>Après.</p><img src="cid:c">'
    letter = related(
        html, ("a@b", "image001.png", RED), ("c", "c.png", BLUE), text="Avant.\n\nAprès."
    )
    intake = received(letter, "prix/rabais", "ana")
    assert (
        intake.files["reponses/prix/rabais/ana.md"]
        .decode()
        .endswith("\n\nAvant.\n\n![Un plan](image001.png)\n\nAprès.\n\n![Image 1](c.png)\n")
    )
    assert dict(intake.pictures) == {
        "reponses/prix/rabais/image001.png": RED,
        "reponses/prix/rabais/c.png": BLUE,
    }


def test_between_texts() -> None:
    """Apple's programs send text, picture, text."""
    message = EmailMessage()
    message["Subject"] = "questions/prix/rabais/"
    message["Content-Type"] = "multipart/mixed"
    for part in ("Avant.", RED, "Après."):
        inner = EmailMessage()
        if isinstance(part, str):
            inner.set_content(part)
        else:
            inner.set_content(part, "image", "png", disposition="inline", filename="IMG_1.png")
        message.attach(inner)
    intake = received(message.as_bytes(), "prix/rabais", "ana")
    text = intake.files["reponses/prix/rabais/ana.md"].decode()
    assert text.endswith("\n\nAvant.\n\n![Image 1](img-1.png)\n\nAprès.\n")


def test_plain_text_that_names_a_picture() -> None:
    """Gmail and Outlook write into the plain text where a picture stands."""
    for named in ("[image: c.png]", "[cid:c]"):
        text = f"Un rabais de plus.\n\n{named}\n\nOui."
        letter = related("<p>Un rabais.</p><img src='cid:c'>", ("c", "c.png", RED), text=text)
        intake = received(letter, "prix/rabais", "ana")
        body = intake.files["reponses/prix/rabais/ana.md"].decode()
        assert body.endswith("\n\nUn rabais de plus.\n\n![Image 1](c.png)\n\nOui.\n")


def test_logo_of_a_signature() -> None:
    """What stands in the signature is left out with it, and told."""
    html = '<p>Un rabais.</p><p>Cordialement,</p><p>Ana Ferrand</p><img src="cid:l">'
    text = "Un rabais.\n\nCordialement,\nAna Ferrand\n"
    intake = received(related(html, ("l", "logo.png", RED), text=text), "prix/rabais", "ana")
    assert (intake.pictures, intake.files["reponses/prix/rabais/ana.md"][-12:]) == (
        {},
        b"\nUn rabais.\n",
    )
    assert "logo.png" in receipt(intake, FRAMES[1])


def test_document() -> None:
    """Pictures of a document of Word stand where they stood."""
    intake = received(attach(mail(), texte_docx=illustrated()), "prix/rabais", "ana")
    assert (
        intake.files["reponses/prix/rabais/ana.md"]
        .decode()
        .endswith("\n\nAvant de le dire.\n\n![Un plan](image1.png)\n\nAprès l'avoir dit.\n")
    )
    assert dict(intake.pictures) == {"reponses/prix/rabais/image1.png": RED}


def test_comments() -> None:
    """What readers wrote beside a document of Word isn't published, and is told."""
    comment = f'<w:comment w:id="1">{paragraph("Vraiment ?")}</w:comment>'
    data = illustrated(**{"word_comments.xml": document_part("comments", comment)})
    intake = received(attach(mail(), texte_docx=data), "prix/rabais", "ana")
    assert b"Vraiment" not in b"".join(intake.files.values())
    assert "le commentaire « Vraiment ? » du document" in receipt(intake, FRAMES[0])


def illustrated(**others: str) -> bytes:
    """Give a document with a picture, and with other files."""
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="1" name="Image 1" descr="Un plan"/><a:graphic '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip r:embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    plain = document(
        *(paragraph("Avant de le dire."), paragraph(drawing), paragraph("Après l'avoir dit.")),
        **others,
    )
    relation = (
        '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'image" Id="picture" Target="media/image1.png"/></Relationships>'
    )
    with ZipFile(BytesIO(plain)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    relations = files["word/_rels/document.xml.rels"].decode()
    relations = relations.replace("</Relationships>", relation)
    files["word/_rels/document.xml.rels"] = relations.encode()
    types = '<Default Extension="png" ContentType="image/png"/></Types>'
    files["[Content_Types].xml"] = (
        files["[Content_Types].xml"].replace(b"/>", b">") + types.encode()
    )
    return packed({**files, "word/media/image1.png": RED})


REFUSED = {
    "HEIC": ("photo.heic", b"\0\0\0\x18ftypheic", "open it on a computer and save it as JPEG"),
    "slides": ("diapos.pptx", b"PK", "save the slides that matter as PNG"),
    "too large": ("plan.png", LARGE, "a picture of 3.0 MB"),
    "too many pixels": ("p.png", picture(size=(1, 1)), "p.png"),
    "no picture": ("p.png", b"<script>", "p.png"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    """What can't be shown isn't taken; the text is, and it is told what to ask for."""
    file, data, told = REFUSED[name]
    intake = received(attach(mail(), **{"a_md": ANSWER.encode(), file: data}))
    assert (set(intake.files), dict(intake.pictures)) == ({"reponses/prix/rabais/ana.md"}, {})
    assert told in receipt(intake, FRAMES[1])


@pytest.mark.parametrize(
    ("kind", "content", "ending"),
    [("JPEG", "noise", "jpg"), ("PNG", "noise", "jpg"), ("PNG", "plain", "png")],
)
def test_made_smaller(kind: str, content: str, ending: str) -> None:
    """What is too large is made as small as a page shows it, upright, and it is told."""
    image = Image.effect_noise((2000, 1600), 90)
    if content == "plain":
        image = Image.new("RGBA", (2000, 1600))
    exif = Image.Exif()
    exif[0x0112] = 6
    data = BytesIO()
    compress_level = 0 if content == "plain" else 1
    image.save(data, kind, quality=99, exif=exif, compress_level=compress_level)
    assert len(data.getvalue()) > 3_000_000
    intake = received(attach(mail(), **{"le-plan_md": TALK.encode(), "plan_png": data.getvalue()}))
    [(path, small)] = intake.pictures.items()
    assert path == f"interventions/plan.{ending}"
    with Image.open(BytesIO(small)) as made:
        assert made.size == (1280, 1600)
        assert not made.getexif()
        assert made.mode == ("RGBA" if ending == "png" else "RGB")
    assert "was too large" in receipt(intake, FRAMES[1])


def test_as_the_forms() -> None:
    """Mails and issues get pictures as large as the forms send them."""
    script = (ASSETS / "js/scaling.js").read_text(encoding="utf-8")
    numbers = dict(re.findall(r"^const (LONGEST|QUALITY|HEAVY) = ([\d._]+)$", script, re.MULTILINE))
    assert {name: float(number.replace("_", "")) for name, number in numbers.items()} == {
        "LONGEST": scaling.LONGEST,
        "QUALITY": scaling.QUALITY / 100,
        "HEAVY": scaling.HEAVY,
    }


def test_too_large_without_pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no program for pictures is installed, it is told what to ask for."""
    monkeypatch.setattr("mkdocs_forum.core.intake.pictures.scaling.find_spec", lambda _: None)
    large = PHOTO + b"\0" * 3_000_000
    intake = received(attach(mail(), a_md=ANSWER.encode(), photo_jpg=large))
    assert "a picture of 3.0 MB" in receipt(intake, FRAMES[1])


def test_refused_though_shown() -> None:
    """A text whose picture can't be taken is refused by what is wrong with the picture."""
    data = {"le-plan_md": TALK.encode(), "plan_png": LARGE}
    assert [fault.code for fault in received(attach(mail(), **data)).faults] == ["F153"]


def test_same_mail_twice() -> None:
    """Two pictures with one name get two; one that came twice is one."""
    talk = TALK.replace("plan.png)", "plan.png)\n\n![Autre](plan-2.png)")
    files = {"docs/interventions/plan.png": RED, "docs/interventions/plan-2.png": BLUE}
    package = packed({"docs/interventions/le-plan.md": talk.encode(), **files})
    intake = received(attach(mail(), contribution_zip=package, plan_png=RED))
    assert dict(intake.pictures) == {
        path.removeprefix("docs/"): data for path, data in files.items()
    }


def _photograph(kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Secret camera"
    exif.get_ifd(0x8825)[1] = "N"
    return picture(kind, exif=exif, xmp=b"<x>Secret</x>", comment=b"Secret")


@pytest.mark.parametrize("kind", ["AVIF", "GIF", "JPEG", "PNG", "WEBP"])
def test_metadata(kind: str) -> None:
    """Nothing of what a camera tells stays, but the side that is up, and the same pixels."""
    data = _photograph(kind)
    plain = without_metadata(data)
    assert b"Secret" in data
    assert b"Secret" not in plain
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(plain)) as after:
        assert before.tobytes() == after.tobytes()
        assert dict(after.getexif()) == ({0x0112: 6} if kind in {"AVIF", "JPEG"} else {})


def test_metadata_of_moving_pictures() -> None:
    """Pictures that move go on moving, as often."""
    data = BytesIO()
    frames = [Image.new("RGB", (30, 20), color) for color in ("red", "blue")]
    frames[0].save(data, "GIF", append_images=frames[1:], save_all=True, loop=3, comment=b"Secret")
    plain = without_metadata(data.getvalue())
    assert b"Secret" in data.getvalue()
    assert b"Secret" not in plain
    with Image.open(BytesIO(plain)) as after:
        assert (len(list(ImageSequence.Iterator(after))), after.info["loop"]) == (2, 3)


@pytest.mark.parametrize("kind", ["AVIF", "GIF", "JPEG", "PNG", "WEBP"])
def test_metadata_of_anything(kind: str) -> None:
    """However a picture is cut or changed, nothing raises."""
    data = _photograph(kind)
    for end in range(0, len(data), 3):
        without_metadata(data[:end])
        without_metadata(data[:end] + b"\xff" + data[end + 1 :])


def test_package_that_is_none() -> None:
    """A package that can't be read, or holds too much, is told by its name."""
    many = packed({f"{number}.txt": b"x" for number in range(200)})
    large = packed({f"{number}.bin": b"\0" * 3_000_001 for number in range(20)})
    for data in (b"PK", many, large, packed({})):
        intake = received(attach(mail(), a_md=ANSWER.encode(), b_zip=data))
        assert set(intake.files) == {"reponses/prix/rabais/ana.md"}
        assert ("b.zip" in receipt(intake, FRAMES[1])) == (data != packed({}))


def test_paths_of_a_package() -> None:
    """Wherever a package says that a picture belongs, it lies beside the text that shows it."""
    talk = TALK.replace("(plan.png)", "(../../../etc/plan.png)")
    package = packed({"docs/interventions/le-plan.md": talk.encode(), "../../etc/plan.png": RED})
    intake = received(attach(mail(), contribution_zip=package))
    assert dict(intake.pictures) == {"interventions/plan.png": RED}
    assert b"![Le plan](plan.png)" in intake.files["interventions/le-plan.md"]
