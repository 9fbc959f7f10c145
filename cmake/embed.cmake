# Rule packs and word lists -> one generated source with their text, sorted by path.
# (The list is a custom command's output, so a changed pack rebuilds only that source.)
function(muster_embed_packs target)
  file(GLOB_RECURSE packs CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/src/packs/data/*.toml")
  list(SORT packs)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/generated/embedded_packs.cpp")
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} "-DOUT=${out}" "-DROOT=${CMAKE_CURRENT_SOURCE_DIR}/src/packs/data" "-DPACKS=${packs}"
            -P "${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_packs.cmake"
    DEPENDS ${packs} "${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_packs.cmake"
    COMMENT "Embedding rule packs" VERBATIM)
  # The same packs without examples, read beforehand by the reader itself: a start need not parse TOML.
  add_executable(muster-prepare cmake/prepare_packs.cpp src/packs/prepared.cpp src/packs/read.cpp src/packs/excerpt.cpp
    src/base/result.cpp src/base/utf8.cpp src/base/text.cpp src/base/fold.cpp src/model/words.cpp src/model/notation_facts.cpp)
  target_include_directories(muster-prepare PRIVATE include src)
  target_link_libraries(muster-prepare PRIVATE fmt::fmt PkgConfig::TOMLPP PkgConfig::UTF8PROC)
  muster_warnings(muster-prepare)
  set(prepared "${CMAKE_CURRENT_BINARY_DIR}/generated/prepared_packs.cpp")
  add_custom_command(
    OUTPUT ${prepared}
    COMMAND muster-prepare ${prepared} "${CMAKE_CURRENT_SOURCE_DIR}/src/packs/data" ${packs}
    DEPENDS ${packs} muster-prepare
    COMMENT "Reading rule packs" VERBATIM)
  # And what the engine makes of them: patterns, sieves and the index of trigger words.
  add_executable(muster-prepare-rules cmake/prepare_rules.cpp ${prepared} $<TARGET_OBJECTS:muster-core>)
  target_include_directories(muster-prepare-rules PRIVATE include src)
  target_link_libraries(muster-prepare-rules PRIVATE fmt::fmt PkgConfig::TOMLPP PkgConfig::UTF8PROC PkgConfig::PCRE2)
  muster_warnings(muster-prepare-rules)
  set(rules "${CMAKE_CURRENT_BINARY_DIR}/generated/prepared_rules.cpp")
  add_custom_command(
    OUTPUT ${rules}
    COMMAND muster-prepare-rules ${rules}
    DEPENDS muster-prepare-rules
    COMMENT "Compiling rules" VERBATIM)
  # Each is long literals: more than the 65536 characters that -Wpedantic of clang lets pass.
  set_source_files_properties(${out} ${prepared} ${rules} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE ${out} ${prepared} ${rules})
endfunction()

# The evidence page's HTML, style and scripts -> one generated source, with the hashes that its policy names.
function(muster_embed_page target)
  set(page "${CMAKE_CURRENT_SOURCE_DIR}/src/output/report/page")
  # Each after those that it imports.
  set(scripts dom.js words.js data.js store.js route.js card.js charts.js overview.js filters.js facts.js segments.js documents.js
              reader.js keys.js main.js)
  set(parts "${page}/index.html" "${page}/style.css")
  foreach(script IN LISTS scripts)
    list(APPEND parts "${page}/${script}")
  endforeach()
  set(out "${CMAKE_CURRENT_BINARY_DIR}/generated/report_page.cpp")
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} "-DOUT=${out}" "-DPAGE=${page}" "-DSCRIPTS=${scripts}" -P "${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_page.cmake"
    DEPENDS ${parts} "${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_page.cmake"
    COMMENT "Embedding the evidence page" VERBATIM)
  set_source_files_properties(${out} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE ${out})
endfunction()
