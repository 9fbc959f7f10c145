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
  target_sources(${target} PRIVATE ${out})
endfunction()
