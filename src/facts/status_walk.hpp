// The walk through a document's verdicts: what one sentence says, and the sets of requests met so far.
// Private to status*.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/status.hpp"

namespace muster::facts {

// What a statement speaks of.
struct Found {
  std::string subject;
  std::optional<double> size;
  std::optional<Said> before;   // the sentence that names the request, where it is another
  bool both = false;   // the quote takes that sentence in
  bool single = false;   // one request of the set
  bool whole = false;   // a set of its own, not a part of one named before
};

class Walk {
 public:
  Walk(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals)
      : reading_(reading), drafts_(drafts), refusals_(refusals) {}

  // One match of a rule, in the order of the text.
  void read(const model::Match& match);

 private:
  struct Set {
    std::uint32_t sentence = 0;
    std::optional<double> size;
    std::string issuer;
  };

  void begin(std::uint32_t sentence);
  // "14. Ensure that recommendations have been implemented"
  [[nodiscard]] bool commands() const;
  // "reopens the eight recommendations that have not been implemented", in what this document asks for
  [[nodiscard]] bool named_in_what_is_asked(const Verdict& verdict) const;
  [[nodiscard]] std::int32_t set_of(const Counted& counted, const Found& found, const std::string& issuer);
  void add(const model::Match& match, const Verdict& verdict, const Counted& counted, const Found& found);

  // status_find.cpp: the requests that a statement is on, nearest first: in its clause, in its sentence, before it.
  [[nodiscard]] std::optional<Found> find(std::string_view how, const Verdict& verdict, const Counted& counted);
  [[nodiscard]] std::optional<Found> find_object(const Verdict& verdict);
  // "The second, on culture, has been discharged": one of those named before
  [[nodiscard]] std::optional<Found> find_pointed(const Verdict& verdict) const;
  // "Two had been met. Some progress had been made on the third dock": how the rest of them goes
  [[nodiscard]] std::optional<Found> progress_goes_on(const Verdict& verdict) const;
  [[nodiscard]] bool acts_on_something_else(const Verdict& verdict) const;
  [[nodiscard]] const RequestMention* weak_mention(const Verdict& verdict) const;
  [[nodiscard]] bool singular(Span noun) const;

  // status_settle.cpp: what counts, contrasts and exceptions make of a verdict, and which verdict says nothing new.
  void settle(Counted& counted, Verdict& verdict, const Found& found);
  [[nodiscard]] bool same_breath(const Verdict& verdict) const;
  [[nodiscard]] bool contrasts(const Verdict& verdict, const Counted& counted);
  [[nodiscard]] bool in_some_areas() const;
  [[nodiscard]] bool others_go_on(const Verdict& verdict) const;
  [[nodiscard]] bool but_not_for_some(const Verdict& verdict) const;
  [[nodiscard]] bool taken_back(const Verdict& verdict) const;
  [[nodiscard]] bool disputed(const Verdict& verdict) const;
  [[nodiscard]] bool yet_to_tell(const Verdict& verdict) const;
  [[nodiscard]] bool in_some_places(const Verdict& verdict) const;
  [[nodiscard]] bool gives_the_reason(const Verdict& verdict) const;
  [[nodiscard]] bool moves_on(const Verdict& verdict) const;
  [[nodiscard]] bool only_there(const Verdict& verdict) const;
  [[nodiscard]] bool counts_parts_of_one(const Counted& counted, const Verdict& verdict) const;
  [[nodiscard]] bool being_tried(const Verdict& verdict) const;
  [[nodiscard]] bool excepted() const;
  [[nodiscard]] std::optional<Counted> left_undone() const;

  const Reading& reading_;
  model::Drafts& drafts_;
  std::vector<Refusal>* refusals_;
  std::vector<Set> sets_;
  std::vector<std::uint32_t> taken_;   // where figures stand that were taken as counts
  const model::Match* match_ = nullptr;   // the one that is being read; its rule says how
  Said said_;
  std::vector<RequestMention> mentions_;
  std::optional<Counted> undone_;   // "all … bar one": what the statement that was read last leaves out
  bool begun_ = false, any_ = false, percent_ = false;
  std::uint32_t from_ = 0, last_end_ = 0;
  std::uint32_t request_ = 0, last_request_ = 0;   // where the nouns of this statement and of the last one stand
  std::int32_t set_ = -1;
};

}   // namespace muster::facts
