#!/usr/bin/env python3
"""PDF files for tests: from words at places, and broken or hostile ones on demand.

usage: make_pdf.py OUT < LINES       a page of text (or more, with a line "---" between), one line a line
       make_pdf.py --KIND OUT        one of the kinds below

The module has `Pdf`, which is what the C++ tests have in pdf_file.hpp.
"""
import hashlib
import pathlib
import sys
import zlib


class Pdf:
    """y runs down from the top; text is what Windows-1252 has."""

    def __init__(self):
        self.pages, self.objects, self.fonts = [], [], []

    def page(self, width=595, height=842):
        self.pages.append({"width": width, "height": height, "content": b"", "entries": "", "resources": "", "contents": None, "fonts": None})
        return self

    def font(self, name):
        if name not in self.fonts:
            self.fonts.append(name)
        return f"/F{self.fonts.index(name)}"

    def text(self, x, y, size, text, font="Helvetica"):
        if not self.pages:
            self.page()
        literal = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        return self.raw(f"BT {self.font(font)} {size} Tf {x} {self.pages[-1]['height'] - y} Td (".encode() + literal + b") Tj ET")

    def raw(self, instructions):
        self.pages[-1]["content"] += (instructions if isinstance(instructions, bytes) else instructions.encode()) + b"\n"
        return self

    def object(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode())
        return 9 + len(self.objects)

    @staticmethod
    def stream(entries, data):
        return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"

    def image(self):
        number = self.object(self.stream("/Type /XObject /Subtype /Image /Width 400 /Height 400 /BitsPerComponent 1 "
                                         "/ColorSpace /DeviceGray /Filter /FlateDecode", zlib.compress(b"\xff" * 20000)))
        self.pages[-1]["resources"] += f" /XObject << /Im0 {number} 0 R >>"
        return self.raw("q 595 0 0 842 0 0 cm /Im0 Do Q")

    def bytes(self, lock=None):
        """`lock`: the user's password ("" opens without asking), for 40 bit RC4."""
        numbered, first = {}, 10 + len(self.objects)
        kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(self.pages)))
        numbered[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
        numbered[2] = f"<< /Type /Pages /Count {len(self.pages)} /Kids [{kids}] >>".encode()
        numbered[4] = ("<< " + " ".join(f"/F{i} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
                                        for i, name in enumerate(self.fonts)) + " >>").encode()
        for i, body in enumerate(self.objects):
            numbered[10 + i] = body
        streams = {}
        for i, page in enumerate(self.pages):
            numbered[first + 2 * i] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page['width']} {page['height']}] "
                                       f"/Contents {page['contents'] or first + 2 * i + 1} 0 R "
                                       f"/Resources << /Font {page['fonts'] or '4 0 R'}{page['resources']} >>{page['entries']} >>").encode()
            streams[first + 2 * i + 1] = page["content"]
        trailer = ""
        if lock is not None:
            key, owner, user = lock_of(lock)
            streams = {n: rc4(hashlib.md5(key + n.to_bytes(3, "little") + b"\0\0").digest()[:10], data) for n, data in streams.items()}
            trailer = f" /ID [<{ID.hex()}> <{ID.hex()}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >>"
        numbered.update({n: self.stream("", data) for n, data in streams.items()})
        return assemble(numbered, trailer)


def assemble(numbered, trailer=""):
    out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number in sorted(numbered):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + numbered[number] + b"\nendobj\n"
    size = max(numbered) + 1
    table = len(out)
    rows = "".join(f"{places[n]:010} 00000 n \n" if n in places else "0000000000 00000 f \n" for n in range(1, size))
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R{trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()


# The standard security handler, revision 2 (PDF 1.7, 7.6.3).
PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
ID = bytes(range(16))


def rc4(key, data):
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) & 255])
    return bytes(out)


def lock_of(password):
    user = (password.encode() + PADDING)[:32]
    owner = rc4(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5], user)
    key = hashlib.md5(user + owner + (-4).to_bytes(4, "little", signed=True) + ID).digest()[:5]
    return key, owner, rc4(key, PADDING)


def hello(text="Recommendation 3 has been implemented."):
    return Pdf().page().text(72, 100, 12, text)


def deflated(byte, megabytes):
    """So many of one byte, compressed without doing all the work: one piece, again and again."""
    once = zlib.compressobj(9)
    first, again = (once.compress(byte * (1 << 20)) + once.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * (megabytes - 1) + b"\x03\x00"


def bomb():
    """A page whose instructions are 4 GiB of blanks, in some kilobytes: deflated twice."""
    pdf = hello("Before the bomb.")
    pdf.page()
    number = pdf.object(Pdf.stream("/Filter [/FlateDecode /FlateDecode]", zlib.compress(deflated(b" ", 4096), 9)))
    pdf.pages[-1]["contents"] = number
    return pdf.bytes()


def big_font():
    """A font's file that would fill all memory."""
    pdf = hello("Before the font.")
    file = pdf.object(Pdf.stream("/Filter [/FlateDecode /FlateDecode]", zlib.compress(deflated(b"\0", 3000), 9)))
    about = pdf.object(f"<< /Type /FontDescriptor /FontName /Big /Flags 32 /FontFile2 {file} 0 R >>")
    font = pdf.object(f"<< /Type /Font /Subtype /TrueType /BaseFont /Big /FontDescriptor {about} 0 R /Encoding /WinAnsiEncoding >>")
    pdf.page().raw("BT /Big 12 Tf 72 700 Td (After it) Tj ET")
    pdf.pages[-1]["fonts"] = f"<< /Big {font} 0 R >>"
    return pdf.bytes()


def loop():
    """A tree of pages that is its own child, above one page."""
    numbered = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 3 /Kids [2 0 R 3 0 R 2 0 R] >>",
                3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"}
    return assemble(numbered)


def many(count=100000):
    numbered = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: b"<< /Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
                4: Pdf.stream("", b"BT /F0 12 Tf 72 700 Td (Many pages) Tj ET")}
    kids = []
    for number in range(5, 5 + count):
        numbered[number] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 3 0 R /Contents 4 0 R >>"
        kids.append(f"{number} 0 R")
    numbered[2] = f"<< /Type /Pages /Count {count} /Kids [{' '.join(kids)}] >>".encode()
    out = [b"%PDF-1.7\n"]
    places, at = {}, len(out[0])
    for number in sorted(numbered):
        piece = f"{number} 0 obj\n".encode() + numbered[number] + b"\nendobj\n"
        places[number] = at
        at += len(piece)
        out.append(piece)
    size = 5 + count
    rows = "".join(f"{places[n]:010} 00000 n \n" for n in range(1, size))
    return b"".join(out) + f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n".encode()


def liar():
    """Widths beyond measure, and a map to letters that do not exist."""
    pdf = hello("Before the liar.")
    letters = pdf.object(Pdf.stream("", b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <41> <5A> <DFFFFFFF> endbfrange "
                                        b"1 beginbfchar <61> <FFFFFFFFFFFFFFFF> endbfchar endcmap"))
    font = pdf.object(f"<< /Type /Font /Subtype /TrueType /BaseFont /Liar /FirstChar 65 /LastChar 67 /Widths [1e38 -1e38 nan] /ToUnicode {letters} 0 R >>")
    pdf.page().raw("BT /Liar 12 Tf 72 700 Td (ABCabc) Tj 1e38 0 Td (ABC) Tj ET")
    pdf.pages[-1]["fonts"] = f"<< /Liar {font} 0 R >>"
    return pdf.bytes()


def cut():
    pdf = Pdf()
    for number in range(1, 21):
        pdf.page().text(72, 100, 12, f"This is page {number} of the report.")
    data = pdf.bytes()
    return data[:len(data) * 2 // 3]


KINDS = {
    "hello": lambda: hello().bytes(), "locked": lambda: hello().bytes(lock="secret"), "open": lambda: hello().bytes(lock=""),
    "empty-page": lambda: Pdf().page().bytes(), "no-page": lambda: Pdf().bytes(), "image": lambda: Pdf().page().image().bytes(),
    "images": lambda: hello("A cover.").page().image().page().image().page().text(72, 100, 12, "Words again.").page().image().bytes(),
    "cut": cut, "bomb": bomb, "big-font": big_font, "loop": loop, "many": many, "liar": liar,
    "late-header": lambda: b"\r\nsent by a machine\r\n" + hello().bytes(),
}


def main():
    if len(sys.argv) == 3 and sys.argv[1].startswith("--") and sys.argv[1][2:] in KINDS:
        pathlib.Path(sys.argv[2]).write_bytes(KINDS[sys.argv[1][2:]]())
        return 0
    if len(sys.argv) != 2 or sys.argv[1].startswith("--"):
        print(__doc__ + "\nkinds: " + ", ".join(KINDS), file=sys.stderr)
        return 2
    pdf, y = Pdf().page(), 72
    for line in sys.stdin.read().splitlines():
        if line == "---":
            pdf, y = pdf.page(), 72
            continue
        if line:
            pdf.text(72, y, 11, line)
        y += 15
    pathlib.Path(sys.argv[1]).write_bytes(pdf.bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
