"""Documents of Word, put together by hand."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ROOT = f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"'


def run(text: str, *properties: str) -> str:
    """Give words, perhaps set off: `b`, `i`."""
    set_off = "".join(f"<w:{name}/>" for name in properties)
    return f'<w:r><w:rPr>{set_off}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "", level: int | None = None) -> str:
    """Give a paragraph, perhaps a heading or an item of a list."""
    item = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    kind = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{kind}{'' if level is None else item}</w:pPr>{content}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Give a table."""
    made = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{cells}</w:tr>' for cells in made)}</w:tbl>"


LINK = f'<w:hyperlink r:id="link">{run("ce livre")}</w:hyperlink>'
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def document(*blocks: str, **files: str) -> bytes:
    """Give a document that holds some blocks.

    Arguments:
        blocks: The blocks.
        files: Further files of it by their names, `_` for `/`.
    """
    relation = f'<Relationship Type="{_OFFICE}'
    inside = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'{relation}/officeDocument" Id="d" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'{relation}/hyperlink" Id="link" Target="https://example.org/" TargetMode="External"/>'
        f'{relation}/footnotes" Id="n" Target="footnotes.xml"/>'
        f'{relation}/numbering" Id="l" Target="numbering.xml"/>'
        f'{relation}/styles" Id="s" Target="styles.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_ROOT}><w:body>{''.join(blocks)}</w:body></w:document>",
        "word/footnotes.xml": f'<w:footnotes {_ROOT}><w:footnote w:id="1">'
        f"{paragraph('Page 12.')}</w:footnote></w:footnotes>",
        "word/numbering.xml": f'<w:numbering {_ROOT}><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/styles.xml": f"<w:styles {_ROOT}>{_styles()}</w:styles>",
        **{name.replace("_", "/"): content for name, content in files.items()},
    }
    return packed(inside)


def document_part(name: str, content: str) -> str:
    """Give another file of a document, such as its `comments`."""
    return f"<w:{name} {_ROOT}>{content}</w:{name}>"


def _styles() -> str:
    names = {"Titre": "Title", "Titre1": "heading 1", "Titre2": "heading 2", "Citation": "Quote"}
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )


def packed(files: Mapping[str, str]) -> bytes:
    """Put files into one."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()
