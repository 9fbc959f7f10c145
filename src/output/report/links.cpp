#include "output/report/links.hpp"

#include <filesystem>

#include "output/url.hpp"

namespace muster::output::report {

std::string link_to(const std::string& path, const std::string& from, const std::string& folder) {
  if (path.empty() || path == "-") return {};
  const std::filesystem::path whole = (std::filesystem::path(from) / path).lexically_normal();
  const std::string relative =
      whole.lexically_relative(std::filesystem::path(folder).lexically_normal()).generic_string();
  std::string url;
  append_url_path(url, relative.empty() ? path : relative);
  return url;
}

}  // namespace muster::output::report
