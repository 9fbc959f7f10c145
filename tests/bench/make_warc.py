#!/usr/bin/env python3
"""Writes a web archive of made-up news pages, each record packed by itself, as crawlers do.

usage: make_warc.py OUT.warc.gz PAGES [KB]

A page is KB kilobytes (100): some 3 to 6 KB of an article, the rest what surrounds it on news sites: menus, lists of links, styles,
scripts. What is random in it makes it pack about as badly as real pages. Prints sizes packed and unpacked.
"""
import gzip
import random
import sys

from bench_stream import paragraph


def word(dice):
    return "".join(dice.choice("abcdefghijklmnoprstuvw") for _ in range(dice.randrange(3, 11)))


def furniture(dice, size):
    """Menus, teasers and scripts of about `size` bytes."""
    out, length = [], 0
    while length < size:
        kind = dice.randrange(4)
        if kind == 0:
            piece = f'<script>window.{word(dice)}={{"{word(dice)}":{dice.randrange(10 ** 9)},"{word(dice)}":"{dice.randbytes(24).hex()}"}};</script>\n'
        elif kind == 1:
            piece = f'<style>.{word(dice)}-{dice.randrange(999)} {{ margin: {dice.randrange(40)}px; color: #{dice.randrange(1 << 24):06x}; }}</style>\n'
        else:
            name = " ".join(word(dice) for _ in range(dice.randrange(2, 9)))
            piece = f'<li class="teaser teaser--{word(dice)}"><a href="/{word(dice)}/{dice.randrange(10 ** 7)}/{name.replace(" ", "-")}">{name}</a></li>\n'
        out.append(piece)
        length += len(piece)
    return "".join(out)


def page(dice, number, size):
    article = "\n".join(f"<p>{paragraph(dice)}</p>" for _ in range(dice.randrange(8, 16)))
    rest = max(0, size - len(article)) // 2
    return (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Report {number} of the week</title></head><body><nav><ul>{furniture(dice, rest)}</ul></nav>'
            f"<main><article><h1>Report {number} of the week</h1>{article}</article></main><footer><ul>{furniture(dice, rest)}</ul></footer></body></html>")


def main():
    pages, size = int(sys.argv[2]), int(float(sys.argv[3]) * 1000) if len(sys.argv) > 3 else 100_000
    dice, unpacked, packed = random.Random(5), 0, 0
    with open(sys.argv[1], "wb") as out:
        for number in range(pages):
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(dice, number, size).encode()
            record = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
                      f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\nContent-Type: application/http; msgtype=response\r\n"
                      f"Content-Length: {len(answer)}\r\n\r\n").encode() + answer + b"\r\n\r\n"
            unpacked += len(record)
            packed += out.write(gzip.compress(record))
    print(f"{pages} pages, {packed / 1e6:.1f} MB packed, {unpacked / 1e6:.1f} MB unpacked")


if __name__ == "__main__":
    main()
