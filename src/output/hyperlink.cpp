#include "output/hyperlink.hpp"

#include <filesystem>

#include "output/url.hpp"

namespace muster::output {

std::string address_of(const model::SourceInfo& source, std::optional<int> page, const std::string& links_from) {
  if (links_from.empty() || source.path.empty() || source.path == "-") return {};
  std::string address = "file://";
  append_url_path(address, (std::filesystem::path(links_from) / source.path).lexically_normal().generic_string());
  if (page && !source.member && source.media_type == "application/pdf") address += "#page=" + std::to_string(*page);
  return address;
}

std::string hyperlink(std::string_view shown, std::string_view address) {
  if (address.empty()) return std::string(shown);
  std::string out = "\x1b]8;;";
  (out += address) += "\x1b\\";
  (out += shown) += "\x1b]8;;\x1b\\";
  return out;
}

}  // namespace muster::output
