#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/http.hpp"
#include "muster/ingest/open.hpp"

using muster::ingest::Limits;
using muster::ingest::Opened;

namespace {

std::string record(const std::string& type, const std::string& uri, const std::string& content_type,
                   const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2020-01-02T03:04:05Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}
std::string page(const std::string& uri, const std::string& head, const std::string& body,
                 const std::string& status = "200 OK") {
  return record("response", uri, "application/http; msgtype=response",
                "HTTP/1.1 " + status + "\r\n" + head + "\r\n" + body);
}

std::string notation(std::string_view bytes, const Limits& limits = {}) {
  std::string out;
  muster::ingest::open_bytes(bytes, "a.warc", {}, limits, [&](Opened&& o) {
    if (!out.empty()) out += "; ";
    out += std::to_string(o.source.info.record.value_or(0)) + "(" + o.source.info.id.value_or("-") + ")";
    if (o.error) out += " !" + std::string(muster::base::code_text(o.error->code));
    else out += " " + o.source.info.media_type + " " + std::string(o.source.text.utf8());
    for (const auto& warning : o.source.warnings) out += " ?" + std::string(muster::base::code_text(warning.code));
    CHECK(o.source.hints.published.empty());
    return true;
  });
  return out;
}

const std::string html_head = "Content-Type: text/html; charset=utf-8\r\n";

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("warc: pages and texts that a server gave are documents, with number and address") {
    const std::string info = record("warcinfo", "", "application/warc-fields", "software: x\r\n");
    CHECK(notation(info + record("request", "http://a/", "application/http", "GET / HTTP/1.1\r\n\r\n") +
                   page("http://a/", html_head, "<html><p>Hello.</p></html>") +
                   record("conversion", "http://b/", "text/plain", "Plain words.") +
                   record("resource", "file:c", "text/plain", "A file.") +
                   record("metadata", "http://a/", "text/plain", "x")) ==
          "3(http://a/) text/html Hello.; 4(http://b/) text/plain Plain words.; 5(file:c) text/plain A file.");
  }

  TEST_CASE("warc: other answers are passed over") {
    const std::string last = record("conversion", "http://z/", "text/plain", "Kept.");
    const std::vector<std::string> skipped = {
        page("http://a/", html_head, "<html><p>Gone.</p></html>", "404 Not Found"),
        page("http://a/", html_head, "<html>", "301 Moved"),
        page("http://a/", "Content-Type: image/png\r\n", "\x89PNG"),
        page("http://a/", "Content-Type: application/json\r\n", "{\"a\":1}"),
        page("http://a/", "Content-Type: text/css\r\n", "p {}"),
        page("http://a/", html_head, ""),
        record("revisit", "http://a/", "application/http", "HTTP/1.1 200 OK\r\n\r\n"),
        record("response", "dns:a", "text/dns", "a. IN A 1.2.3.4")};
    for (const std::string& one : skipped) {
      CAPTURE(one);
      CHECK(notation(one + last) == "2(http://z/) text/plain Kept.");
    }
    CHECK(notation(skipped[0]) == "0(-) !error.no-input");
  }

  TEST_CASE("warc: chunks are joined, packed pages unpacked, charsets taken from the server") {
    const std::string gzip("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xb3\xc9\x28\xc9\xcd\xb1\xb3\x29\xb0\xf3\x48\xcd\xc9\xc9\xd7\xb3\xd1\x2f\xb0\x03\x00\x88\x82\x13\xcc\x13\x00\x00\x00", 39);
    CHECK(notation(page("u", html_head + "Transfer-Encoding: chunked\r\n",
        "d\r\n<html><p>Hell\r\n6;x=y\r\no.</p>\r\n0\r\n\r\n")) == "1(u) text/html Hello.");
    CHECK(notation(page("u", html_head + "Transfer-Encoding: chunked\r\n",
        "<html><p>Joined before.</p>")) == "1(u) text/html Joined before.");
    CHECK(notation(page("u", html_head + "Transfer-Encoding: chunked\r\n",
        "ff\r\n<html><p>Cut")) == "1(u) text/html Cut ?text.truncated");
    CHECK(notation(page("u", html_head + "Content-Encoding: gzip\r\n",
        "<html><p>Unpacked before.</p>")) == "1(u) text/html Unpacked before.");
    CHECK(notation(page("u", html_head + "Content-Encoding: gzip\r\n", gzip)).starts_with("1(u) text/html Hello."));
    CHECK(notation(page("u", "Content-Type: text/html; charset=ISO-8859-1\r\n", "<html><p>caf\xE9</p>")) ==
          "1(u) text/html caf\xC3\xA9");
  }

  TEST_CASE("warc: a damaged record costs itself, the next one is found") {
    const std::string good = record("conversion", "http://z/", "text/plain", "Kept.");
    CHECK(notation(good + "garbage\r\nmore\r\n" + good) ==
          "1(http://z/) text/plain Kept.; 2(http://z/) text/plain Kept.; 0(-) !error.warc");
    CHECK(notation(good + "WARC/1.0\r\nWARC-Type: conversion\r\n\r\nlost\r\n\r\n" + good) ==
          "1(http://z/) text/plain Kept.; 3(http://z/) text/plain Kept.; 0(-) !error.warc");
    CHECK(notation(std::string_view(good).substr(0, good.size() - 6)) == "1(http://z/) text/plain Kep ?text.truncated");
    Limits limits;
    limits.max_bytes = 600;
    CHECK(notation(record("conversion", "http://long/", "text/plain", std::string(300, 'a')), limits)
              .starts_with("1(http://long/) text/plain a"));
  }

  TEST_CASE("http: an answer's head is read whatever its writing") {
    muster::ingest::HttpAnswer answer;
    CHECK(muster::ingest::read_http("HTTP/2 200\ncontent-type:TEXT/HTML;Charset=\"Latin1\"\n\nbody", 100, answer));
    CHECK(answer.status == 200);
    CHECK(answer.media_type == "text/html");
    CHECK(answer.charset == "latin1");
    CHECK(answer.body == "body");
    muster::ingest::HttpAnswer none;
    CHECK_FALSE(muster::ingest::read_http("GET / HTTP/1.1\r\n\r\n", 100, none));
  }
}
