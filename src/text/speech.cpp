// Speech: quotations and reported clauses, each with its speaker. Sentences in order; a quotation takes
// the speaker of the first sentence it touches that names one, or of the quotation before it.
#include <algorithm>

#include "text/lexicon.hpp"
#include "text/quotes.hpp"
#include "text/speakers.hpp"
#include "text/steps.hpp"

namespace muster::text {
namespace {

namespace nw = name_word;

class Reader {
 public:
  Reader(const model::Document& document, const NameTable& table, model::Layers& layers)
      : document_(document), folded_(document.text.folded()), table_(table), layers_(layers),
        speakers_(document, table, layers), quotes_(find_quotes(document)), quote_speakers_(quotes_.size()) {}

  void read(const std::vector<bool>& saying) {
    for (std::size_t s = 0; s < layers_.sentences.size(); ++s) read(layers_.sentences[s], saying[s]);
    add_quotes();
    std::sort(layers_.speeches.begin(), layers_.speeches.end(), [](const model::Speech& a, const model::Speech& b) {
      return a.said.begin != b.said.begin ? a.said.begin < b.said.begin : a.said.end < b.said.end;
    });
  }

 private:
  bool verb(std::size_t k) const {
    if (!tokens_[k].is(nw::say | nw::find | nw::judge)) return false;
    return (tokens_[k].hash != pointed_ && tokens_[k].hash != points_) || is(k + 1, out_);
  }
  bool is(std::size_t k, std::uint64_t word) const { return k < tokens_.size() && tokens_[k].hash == word; }
  bool ends(std::size_t k) const { return k >= tokens_.size(); }

  bool in_quote(std::uint32_t at) const {
    for (std::size_t q = first_quote_; q < quotes_.size() && quotes_[q].inner.begin <= at; ++q)
      if (quotes_[q].inner.contains(at)) return true;
    return false;
  }

  void read(const model::Sentence& sentence, bool saying) {
    while (first_quote_ < quotes_.size() && quotes_[first_quote_].inner.end < sentence.span.begin) ++first_quote_;
    speakers_.enter(sentence);
    const model::BlockKind kind = document_.blocks[sentence.block].kind;
    const bool waiting = pending_ && (sentence.block == pending_block_ || sentence.block == pending_block_ + 1 ||
                                      (kind == model::BlockKind::list_item && sentence.block <= pending_item_ + 1));
    if (!waiting) pending_.reset();
    if (!waiting && !saying) return;
    tokenise_names(folded_, sentence.span, table_, tokens_);
    const std::size_t before = layers_.speeches.size();
    said_by_.reset();
    clause_ = sentence.span.begin;
    last_verb_.reset();
    for (std::size_t k = 0; k < tokens_.size(); ++k) {
      if (!tokens_[k].word) continue;
      if (tokens_[k].hash == according_ && is(k + 1, to_)) according(k, sentence);
      else if (verb(k) && !in_quote(tokens_[k].begin)) said(k, sentence);
    }
    const bool found = layers_.speeches.size() > before || said_by_.has_value();
    give_quotes(sentence, waiting && !found ? pending_ : said_by_);
    if (waiting && !found) {
      if (kind == model::BlockKind::list_item) {
        add(sentence.span, *pending_, false);
        pending_item_ = sentence.block;
      } else if (!tokens_.empty() && !tokens_.back().symbol(':') && sentence.block != pending_block_ &&
                 !open_quote(sentence)) {
        pending_.reset();
      }
    }
    if (found && said_by_ && !tokens_.empty() && tokens_.back().symbol(':')) {
      pending_ = said_by_;
      pending_block_ = pending_item_ = sentence.block;
    }
  }

  bool open_quote(const model::Sentence& sentence) const { return in_quote(sentence.span.end); }

  // Words before a verb of saying that name no one: "Action we have told …", "Of the 100 claims …, found".
  static bool nobody(std::string_view name) {
    return name.ends_with(" we") || name.ends_with(" they") || name.ends_with(" I") || name.starts_with("Of ") ||
           name.starts_with("of ");
  }

  void add(base::Span span, const Speaker& speaker, bool quoted) {
    while (span.begin < span.end &&
           (folded_[span.begin] == ' ' || folded_[span.begin] == '\n' || folded_[span.begin] == ','))
      ++span.begin;
    while (span.begin < span.end && (folded_[span.end - 1] == ' ' || folded_[span.end - 1] == '\n')) --span.end;
    if (span.empty()) return;
    if (nobody(speaker.name)) {
      if (quoted) layers_.speeches.push_back({span, {}, {}, {}, quoted, false});
      return;
    }
    layers_.speeches.push_back({span, speaker.span, speaker.name, speaker.issuer, quoted, speaker.official});
  }

  void said(std::size_t k, const model::Sentence& sentence) {
    if ((k > 0 && tokens_[k - 1].is(nw::article)) || is(k + 1, by_)) return;   // "criticised by …"
    std::size_t left = k;
    while (left > 0 && tokens_[left - 1].is(nw::auxiliary)) --left;
    std::size_t helper = left;   // "was heavily criticised": over an adverb
    if (helper > 1 && folded_.substr(tokens_[helper - 1].begin, tokens_[helper - 1].size()).ends_with("ly")) --helper;
    if (helper > 0)
      for (const std::uint64_t word : not_speaking_)
        if (tokens_[helper - 1].hash == word) return;
    const bool say = tokens_[k].is(nw::say);
    std::optional<Speakers::Subject> subject = speakers_.before(tokens_, k, say);
    bool shared = false;
    if (!subject && last_verb_ && left > 0 && (is(left - 1, but_) || is(left - 1, and_))) {
      subject = last_verb_;
      shared = true;
    }
    const bool closes =
        left > 0 && (tokens_[left - 1].symbol('"') || tokens_[left - 1].symbol(',') || tokens_[left - 1].symbol('\''));
    bool inverted = false;
    if (!subject && (closes || left == 0)) {
      subject = speakers_.after(tokens_, k + 1);
      if (subject && goes_on(subject->end)) subject.reset();
      inverted = subject.has_value();
    }
    if (!subject) return;
    speakers_.spoke(subject->speaker);
    said_by_ = subject->speaker;
    last_verb_ = subject;
    const std::size_t behind = k + 1 + (is(k + 1, out_) ? 1U : 0U);   // "pointed out"
    const std::size_t rest = inverted ? std::max(subject->end, behind) : behind;
    const std::size_t begin = inverted ? k : subject->begin;
    const bool set_off =
        !shared && begin > 0 &&
        (tokens_[begin - 1].symbol(',') || tokens_[begin - 1].symbol('"') || tokens_[begin - 1].symbol('\''));
    if (set_off && trailing(rest)) {
      add({clause_, tokens_[begin - 1].begin}, subject->speaker, false);
      clause_ = rest < tokens_.size() ? tokens_[rest].end : sentence.span.end;
      return;
    }
    if (inverted || tokens_[k].is(nw::judge) || criticises_someone(k)) return;
    // "The CQC said …, but the trust said …": the second clause ends the first.
    if (!shared && begin > 0 &&
        (is(begin - 1, but_) || is(begin - 1, while_) || is(begin - 1, and_) || tokens_[begin - 1].symbol(';')))
      cut(sentence, tokens_[begin - 1].begin);
    else if (shared) cut(sentence, tokens_[left - 1].begin);
    if (ends(behind)) return;
    std::size_t from = past_day(hearer_end(k, behind));
    if (from < tokens_.size() && (is(from, that_) || tokens_[from].symbol(':'))) ++from;
    if (ends(from) || (from + 1 == tokens_.size() && !tokens_[from].word)) return;
    add({tokens_[from].begin, sentence.span.end}, subject->speaker, false);
    clause_ = sentence.span.end;
  }

  // "told the Gazette that …", "warned inspectors they …": over the one who was told.
  std::size_t hearer_end(std::size_t k, std::size_t at) const {
    if (tokens_[k].hash != told_ && tokens_[k].hash != tells_ && tokens_[k].hash != warned_) return at;
    for (std::size_t i = at; i < tokens_.size() && i - at < 8; ++i) {
      if (tokens_[i].hash == that_ && tokens_[i].word) return i;
      if (tokens_[i].symbol(':') || tokens_[i].symbol('"')) return i;
      if (!tokens_[i].word && tokens_[i].hash == 0 && !tokens_[i].symbol('\'') && !tokens_[i].symbol('-')) break;
    }
    if (tokens_[k].hash == warned_) return at;
    const bool one = !ends(at) && tokens_[at].word && (ends(at + 1) || trailing(at + 1));   // "told us."
    return one ? at + 1 : speakers_.name_end(tokens_, at);
  }

  // "said Friday that …", "said on Monday that …", "told the board last week that …": over the day to "that".
  std::size_t past_day(std::size_t at) const {
    constexpr std::size_t most = 5;
    for (std::size_t i = at; i < tokens_.size() && i - at <= most; ++i) {
      if (is(i, that_) && tokens_[i].word) return i > at && day_between(at, i) ? i : at;
      if (!tokens_[i].word && tokens_[i].hash == 0) break;
    }
    return at;
  }
  bool day_between(std::size_t from, std::size_t to) const {
    const auto when =
        std::lower_bound(layers_.dates.begin(), layers_.dates.end(), tokens_[from].begin,
                         [](const model::DateMention& date, std::uint32_t at) { return date.span.begin < at; });
    if (when != layers_.dates.end() && when->span.begin < tokens_[to].begin && when->span.end + 1 >= tokens_[to].begin)
      return true;
    const std::string_view said = folded_.substr(tokens_[from].begin, tokens_[to].begin - tokens_[from].begin);
    return said.find("day ") != said.npos && said.size() < 24;   // "Friday ", "on Monday ", "yesterday "
  }

  // "criticised three trusts": of someone, not what is wrong.
  bool criticises_someone(std::size_t k) const {
    bool criticism = false;
    for (const std::uint64_t word : criticism_) criticism = criticism || tokens_[k].hash == word;
    if (!criticism) return false;
    for (std::size_t at = k + 1; at < tokens_.size() && at < k + 5; ++at)
      if (const std::size_t end = speakers_.name_end(tokens_, at); end != at)
        return ends(end) || !is(end, hash_word("'s"));
    return false;
  }

  // Nothing of the message follows the verb: "…, the trust said.", "…, she said on Friday."
  bool trailing(std::size_t rest) const {
    if (ends(rest)) return true;
    const NameToken& next = tokens_[rest];
    if (next.symbol('.') || next.symbol(',') || next.symbol('"') || next.symbol(';') || next.symbol('\'') ||
        next.symbol('-'))
      return true;
    if (next.symbol(':')) return false;
    constexpr std::size_t most = 16;   // tokens behind "…, she said on Friday at the opening of the new ward"
    if (tokens_.size() - rest <= most)
      for (const std::uint64_t word : time_words_)
        if (next.hash == word) return true;
    return false;
  }

  // 'Hale, who runs the home, said the council "must wait"': whoever follows the verb is spoken of.
  bool goes_on(std::size_t at) const {
    if (ends(at) || at == 0) return false;
    if (tokens_[at].symbol('"')) return tokens_[at - 1].word && at + 1 < tokens_.size();
    for (const std::uint64_t word : goes_on_)
      if (tokens_[at].word && tokens_[at].hash == word) return true;
    return false;
  }

  void cut(const model::Sentence& sentence, std::uint32_t at) {
    for (std::size_t i = layers_.speeches.size(); i-- > 0;) {
      model::Speech& speech = layers_.speeches[i];
      if (speech.said.begin < sentence.span.begin) break;
      if (speech.said.begin < at && speech.said.end > at) {
        speech.said.end = at;
        while (speech.said.end > speech.said.begin &&
               (folded_[speech.said.end - 1] == ' ' || folded_[speech.said.end - 1] == ','))
          --speech.said.end;
      }
    }
  }

  void according(std::size_t k, const model::Sentence& sentence) {
    const std::optional<Speakers::Subject> subject = speakers_.after(tokens_, k + 2);
    if (!subject) return;
    speakers_.spoke(subject->speaker);
    said_by_ = subject->speaker;
    if (k == 0) {
      if (!ends(subject->end)) add({tokens_[subject->end].begin, sentence.span.end}, subject->speaker, false);
    } else {
      const bool comma = tokens_[k - 1].symbol(',');
      add({clause_, comma ? tokens_[k - 1].begin : tokens_[k].begin}, subject->speaker, false);
    }
  }

  void give_quotes(const model::Sentence& sentence, const std::optional<Speaker>& speaker) {
    if (!speaker) return;
    for (std::size_t q = first_quote_; q < quotes_.size() && quotes_[q].inner.begin < sentence.span.end; ++q)
      if (quotes_[q].inner.overlaps(sentence.span) && !quote_speakers_[q]) quote_speakers_[q] = *speaker;
  }

  // Quotations without a speaker of their own: of the one before in the paragraph, or re-opened.
  void add_quotes() {
    for (std::size_t q = 0; q < quotes_.size(); ++q) {
      const Quote& quote = quotes_[q];
      if (q > 0 && (!quote_speakers_[q] || quote.continues)) {
        const Quote& before = quotes_[q - 1];
        const bool opens = quote.inner.begin <= document_.blocks[quote.block].content.begin + 1;
        if (quote_speakers_[q - 1] && (quote.continues || before.block == quote.block ||
                                       (opens && long_enough(before) && before.block + 1 == quote.block)))
          quote_speakers_[q] = quote_speakers_[q - 1];
      }
      if (!long_enough(quote)) continue;
      add(quote.inner, quote_speakers_[q].value_or(Speaker{}), true);
    }
  }

  // A few words between marks are a title or a term, not a speech.
  bool long_enough(const Quote& quote) const {
    int spaces = 0;
    for (std::uint32_t i = quote.inner.begin; i < quote.inner.end && spaces < 4; ++i)
      spaces += folded_[i] == ' ' || folded_[i] == '\n';
    return spaces >= 4;
  }

  const model::Document& document_;
  std::string_view folded_;
  const NameTable& table_;
  model::Layers& layers_;
  Speakers speakers_;
  std::vector<Quote> quotes_;
  std::vector<std::optional<Speaker>> quote_speakers_;
  std::size_t first_quote_ = 0;
  std::vector<NameToken> tokens_;
  std::optional<Speaker> said_by_;               // in this sentence
  std::optional<Speakers::Subject> last_verb_;   // the subject of the verb before, in this sentence
  std::optional<Speaker> pending_;               // "… said:" at a sentence's end
  std::uint32_t pending_block_ = 0, pending_item_ = 0;
  std::uint32_t clause_ = 0;                     // where the clause begins that a trailing "…, she said" closes
  const std::uint64_t according_ = hash_word("according"), to_ = hash_word("to"), but_ = hash_word("but"),
                      and_ = hash_word("and"), while_ = hash_word("while"), that_ = hash_word("that"),
                      by_ = hash_word("by"), out_ = hash_word("out"), pointed_ = hash_word("pointed"),
                      points_ = hash_word("points"), told_ = hash_word("told"), tells_ = hash_word("tells"),
                      warned_ = hash_word("warned");
  const std::uint64_t criticism_[3] = {hash_word("criticised"), hash_word("criticises"), hash_word("criticized")};
  const std::uint64_t not_speaking_[16] = {hash_word("would"), hash_word("could"), hash_word("should"),
      hash_word("may"), hash_word("might"), hash_word("can"),
                                           hash_word("was"), hash_word("were"), hash_word("been"), hash_word("is"),
                                               hash_word("are"),
                                           hash_word("be"), hash_word("being"), hash_word("not"), hash_word("to"),
                                               hash_word("as")};
  const std::uint64_t goes_on_[10] = {hash_word("must"), hash_word("should"), hash_word("would"), hash_word("will"),
      hash_word("had"), hash_word("has"), hash_word("have"), hash_word("was"), hash_word("were"), hash_word("needed")};
  const std::uint64_t time_words_[12] = {hash_word("today"), hash_word("yesterday"), hash_word("in"), hash_word("on"),
      hash_word("at"), hash_word("last"),
                                         hash_word("this"), hash_word("after"), hash_word("during"), hash_word("when"),
                                             hash_word("to"), hash_word("earlier")};
};

}  // namespace

void find_speeches(const model::Document& document, const Lexicon::Lists& lists, const std::vector<bool>& saying,
                   model::Layers& layers) {
  if (layers.sentences.empty()) return;
  Reader(document, lists.names, layers).read(saying);
}

}  // namespace muster::text
