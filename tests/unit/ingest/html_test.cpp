#include "ingest/html.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/ingest/html_notation.hpp"

using namespace muster;

TEST_SUITE("ingest") {
  TEST_CASE("html: elements become runs of their kind") {
    struct Row { const char* html; const char* runs; };
    const std::vector<Row> rows = {
        {"", ""},
        {"Just words", "p Just words"},
        {"<p>One\n  two</p><p>Three", "p One two / p Three"},
        {"<h2>Findings</h2><p>All <b>good</b>.</p>", "h2 Findings / p All good."},
        {"One<br><br>Two", "p One / p Two"},
        {"12 High Street<br>Anytown", "p 12 High Street\nAnytown"},
        {"We ask that:<br>1. staff stay<br>2. visits go on", "p We ask that: / p 1. staff stay / p 2. visits go on"},
        {"<ul><li>a<ul><li>b</ul><li>c</ul>", "li1(•) a / li2(•) b / li1(•) c"},
        {"<ol start=3 type=a><li>x<li>y</ol>", "li1(c.) x / li1(d.) y"},
        {"<ol type=I><li>x<li value=9>y</ol>", "li1(I.) x / li1(IX.) y"},
        {"<blockquote><p>Said so.</p></blockquote>", "q Said so."},
        {"<table><tr><th>Post<th>Filled<tr><td>Nurse<td>82%</table>", "tr Post | Filled / tr Nurse | 82%"},
        {"<table><tr><th>Good<th>Weak<th>Poor<tr><td>Boats<td><td>Piers<tr><td><td>Ropes<td></table>",
         "tr Good | Weak | Poor / tr Boats | | Piers / tr  | Ropes"},
        {"<table><tr><th>Call<th>Who<th>Done<tr><td rowspan=2>Mend it<td>Crew<td>Yes<tr><td>Cook<td>No</table>",
         "tr Call | Who | Done / tr Mend it | Crew | Yes / tr  | Cook | No"},
        {"<table><tr><th>Call<th colspan=2>Who<tr><td colspan=2>Mend it<td>Crew</table>",
         "tr Call | Who / tr Mend it | | Crew"},
        {"<table><tr><th>Call<th>Who<tr><td rowspan=99999999999999999999 colspan=x>a<td>b</table>",
         "tr Call | Who / tr a | b"},
        {"<table><tr><td><p>A long story.</p><p>It goes on.</p></td></tr></table>", "p A long story. / p It goes on."},
        {"<pre>1  a\n2  b\n\nend</pre>", "line 1 a / line 2 b / line end"},
        {"<p>a<script>x()</script>b<!-- c -->d<style>p{}</style></p>", "p abd"},
        {"<p>seen <span style='display: none'>not</span> <span hidden>nor this</span> again</p>", "p seen again"},
        {"<select><option>Red</select><textarea>type</textarea><template><p>t</p></template><p>x", "p x"},
        {"<p>caf&eacute;&nbsp;&amp;&#8212;&shy;bar&#x200B;s &lt;b&gt;", "p café &—bars <b>"},
        {"<h2>09-28-2015<br>A longer report on care</h2>", "p 09-28-2015 / h2 A longer report on care"},
        {"<dl><dt>Term</dt><dd>Meaning</dd></dl>", "p Term / p Meaning"},
        {"<ul><li><p>One</p><p>one more</p></li><li>Two</li></ul>", "li1(\u2022) One / p one more / li1(\u2022) Two"},
        {"<p>a&#0;b&nosuch;c&copy2000 &#x80;", "p a\uFFFDb&nosuch;c\u00A92000 \u20AC"},
        {"<p hidden>only</p>", "p only"},   // better hidden words than none
        {"a<p>b</b></div></table>c", "p a / p bc"},
        {"<!-- <p>x</p> --><p>y</p><!-- unclosed <p>z", "p y"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.html);
      model::Source source;
      ingest::read_html(row.html, {}, source);
      CHECK(ingest::notation_of(source) == row.runs);
    }
  }
}
