// The fuzz targets without a fuzzer: muster-fuzz-replay DOOR FILE_OR_FOLDER… runs each file once.
// With --cut each file is also run cut short at up to 64 places, which finds most careless ends.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "doors.hpp"

int main(int argc, char** argv) {
  struct Door { std::string_view name; int (*run)(const std::uint8_t*, std::size_t); };
  constexpr Door doors[] = {{"pack", fuzz_pack},
                            {"html", fuzz_html},
                            {"text", fuzz_text},
                            {"office", fuzz_office},
                            {"archive", fuzz_archive}};
  const std::string_view name = argc > 1 ? argv[1] : "";
  const auto* door = std::find_if(std::begin(doors), std::end(doors), [&](const Door& d) { return d.name == name; });
  if (door == std::end(doors)) {
    std::fputs("usage: muster-fuzz-replay pack|html|text|office|archive [--cut] FILE_OR_FOLDER...\n", stderr);
    return 2;
  }
  bool cut = false;
  std::vector<std::string> files;
  for (int i = 2; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--cut") cut = true;
    else if (std::filesystem::is_directory(argv[i]))
      for (const auto& entry : std::filesystem::directory_iterator(argv[i])) files.push_back(entry.path().string());
    else files.emplace_back(argv[i]);
  }
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    door->run(data, bytes.size());
    for (std::size_t part = 1; cut && part < 64; ++part) door->run(data, bytes.size() * part / 64);
  }
  std::printf("%zu files through %s\n", files.size(), argv[1]);
  return files.empty() ? 1 : 0;
}
