// The library from outside: a sentence in, a fact out.
#include <cstdio>

#include <muster/pipeline/run.hpp>

int main() {
  const auto muster = muster::pipeline::Muster::load({});
  if (!muster) return 2;
  std::size_t staffing = 0;
  muster::ingest::open_bytes("In March 2024 the vacancy rate for social workers was 23%.\n", "a.txt", {}, {},
                             [&](muster::ingest::Opened&& opened) {
                               staffing = muster->read(std::move(opened.source), {}).facts.staffing.size();
                               return true;
                             });
  std::printf("%zu staffing figure\n", staffing);
  return staffing == 1 ? 0 : 1;
}
