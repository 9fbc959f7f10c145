"""Documents that try to be more than text: for the page in a browser and for the terminal.

write(folder) makes them; each has facts, so that its words go everywhere where words go.
"""
import pathlib

MARKUP = ("</script><script>window.pwned = 1</script>", "<img src=x onerror='window.pwned = 1'>", "<!-- <script>", "--> ]]> <![CDATA[",
          "<svg onload='window.pwned = 1'>", "&lt;script&gt;window.pwned = 1&lt;/script&gt;", "javascript:window.pwned=1", "${window.pwned=1}", "\\u003cscript\\u003e",
          "' onmouseover='window.pwned=1", '" style="position:fixed;inset:0')
BIDI = "\u202e\u2066\u061c\u200f\u2069\u202c"
ANSI = "\x1b[31m\x1b]0;stolen\x07\x1b[2J\x1b[1;1H\x9b5A\x08\x7f"
HIDDEN = "\u200b\u2060\ufeff\U000e0041\U000e0042\u2028\u2029\u0000"
STACKED = "Z" + "\u0351\u0334\u0300" * 60
WIDE = "看護師 👩‍👩‍👧 e\u0301 \U0001d518"


HEAD = "{} inspection report\n\nThe Care Inspectorate visited in March. These are its findings.\n\n"


def listed(words):
    return "Recommendations\n\n" + "".join(f"{number}. {word}\n\n" for number, word in enumerate(words, 1))


def write(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)

    def put(name, text):
        (folder / name).write_text(text, encoding="utf-8")
    said = [f"Two of the five recommendations {word} had been met. The vacancy rate {word} was 14 per cent.\n\n" for word in MARKUP]
    put("markup.txt", HEAD.format(MARKUP[0]) + "".join(said) + listed(f"The council should publish {word} by March." for word in MARKUP))
    signs = (BIDI, ANSI, HIDDEN, STACKED, WIDE)
    put("signs.txt", HEAD.format("Signs " + ANSI + BIDI) + "".join(f"The vacancy rate {word} was 14 per cent.\n\n" for word in signs) +
        listed(f"The service should draw up {word} a new rota." for word in signs))
    put("beyond.txt", HEAD.format("𝔘𝔫𝔦 😀😀") + "😀 The vacancy rate 🏥 was 11 per cent 😀.\n\n" * 30 + listed("The board should keep 🏥 records 𝔘 of each visit." for _ in range(5)))
    put("long.txt", HEAD.format("Long") + listed(["The council should improve " + "the rota for every ward and " * 3600 + "its records.", "The council should stop " + "n" * 100_000 + "."]))
    put("many.txt", HEAD.format("Many") + listed(f"The provider should review rota {number}." for number in range(1, 10_001)))
    put("many_here.txt", HEAD.format("Many here") + "The vacancy rate among the nurses was " + ", and it was ".join(f"{number / 100} per cent on the ward" for number in range(100, 900)) + ".\n")
    put("\"><img src=x onerror='window.pwned=1'>.txt", HEAD.format("Odd name") + listed(["The trust should review its rota."]))
    put("javascript:window.pwned=1.txt", HEAD.format("Another") + listed(["The trust should review its menus."]))
    put("broken.html", "<title>A &lt;/script&gt;<script>window.pwned=1</script> inspection</title><h2>Recommendations</h2><ol><li>The trust should "
        "<b>&lt;script&gt;window.pwned=1&lt;/script&gt;</b> stop.</ol><script>window.pwned=1</script>")
