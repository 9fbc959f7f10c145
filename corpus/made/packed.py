#!/usr/bin/env python3
"""Writes the Word, OpenDocument and zip files of corpus/texts/packed. Texts of our own; the same bytes every time.

usage: packed.py FOLDER
"""
import pathlib
import sys
import zipfile

W = ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def package(path, parts, stored=()):
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            out.writestr(entry, data)


def run(text, properties=""):
    return f'<w:r>{"<w:rPr>" + properties + "</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content, style="", item=None):
    content = content if content.startswith("<w:") else run(content)
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item is not None:
        properties += f'<w:numPr><w:ilvl w:val="{item}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def table(rows):
    cells = lambda row: "".join(f"<w:tc>{par(cell)}</w:tc>" for cell in row)
    return "<w:tbl>" + "".join(f"<w:tr>{cells(row)}</w:tr>" for row in rows) + "</w:tbl>"


def style(key, name, more=""):
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'


def docx(path):
    body = [
        par("Report on the inspection of home care in Wexmoor", "Titel"),
        par("What we found", "Kop1"),
        par(run("Of the six recommendations made in 2021, four have been met")
            + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run(" and two remain ")
            + '<w:del w:id="1" w:author="x"><w:r><w:delText>partly open</w:delText></w:r></w:del>'
            + '<w:ins w:id="2" w:author="x">' + run("outstanding") + "</w:ins>" + run(".")),
        par(run("Vacancies among care workers fell from 18% to 11%.") + run(" Draft: check with HR.", "<w:vanish/>")),
        par("How we judged the service", "Kop1"),
        table([("Area", "Grade"), ("Safe", "Requires improvement"), ("Well-led", "Good")]),
        par("Recommendations", "Kop1"),
        par("The provider should:"),
        par("plan every visit with the person who is visited", item=0),
        par("train its rota planners:", item=0),
        par("in the new system", item=1),
        par("before the summer", item=1),
        par("report missed visits to the council each month", item=0),
    ]
    numbering = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/></w:lvl>'
        for i, (form, shown) in enumerate([("decimal", "%1."), ("lowerLetter", "(%2)")]))
    package(path, [
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("_rels/.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                        f'<Relationship Id="a" Type="{REL}officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", f'<w:document{W}><w:body>{"".join(body)}</w:body></w:document>'),
        ("word/_rels/document.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                                         f'<Relationship Id="h" Type="{REL}header" Target="header1.xml"/></Relationships>'),
        ("word/styles.xml", f'<w:styles{W}>{style("Titel", "Title")}{style("Kop1", "heading 1")}</w:styles>'),
        ("word/numbering.xml", f'<w:numbering{W}><w:abstractNum w:abstractNumId="0">{numbering}</w:abstractNum>'
                               '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'),
        ("word/footnotes.xml", f'<w:footnotes{W}><w:footnote w:id="1">{par("As of the day of the visit.")}</w:footnote></w:footnotes>'),
        ("word/header1.xml", f'<w:hdr{W}>{par("Care Inspection Board")}</w:hdr>'),
    ])


def odt(path):
    names = "".join(f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "text", "table", "style"))
    styles = ('<style:style style:name="T" style:parent-style-name="Title"/><text:list-style style:name="L">'
              '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>')
    items = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in (
        "Fill the three vacant posts of health visitor by April.", "Publish waiting times every quarter."))
    body = ('<text:p text:style-name="T">Audit of child health visits in Tarnbeck</text:p>'
            '<text:h text:outline-level="1">Staffing</text:h>'
            "<text:p>The service has 21 health visitors in post.</text:p>"
            '<text:h text:outline-level="1">Recommendations</text:h>'
            f'<text:list text:style-name="L">{items}</text:list>'
            '<text:h text:outline-level="1">Earlier recommendations</text:h>'
            "<text:p>Recommendation 7 of our last audit has not been implemented.</text:p>")
    package(path, [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", f"<office:document-content{names}><office:automatic-styles>{styles}</office:automatic-styles>"
                        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"),
    ], stored=("mimetype",))


def main():
    folder = pathlib.Path(sys.argv[1])
    docx(folder / "home-care-follow-up.docx")
    odt(folder / "health-visits-audit.odt")
    package(folder / "two-letters.zip", [
        ("letters/first.txt", "Dear Director,\n\nAt our visit in May, recommendation 3 had been largely met.\n"),
        ("letters/second.txt", "Dear Director,\n\nRecommendation 5 has not been met. The vacancy rate stands at 9%.\n"),
        ("seal.png", b"\x89PNG\r\n\x1a\n"),
    ])


if __name__ == "__main__":
    main()
