# Warnings and sanitizers for our own targets.
if(MUSTER_SANITIZE)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)   # a look behind the end of a string or a vector, which sanitizers let pass
  add_compile_options(-fsanitize=${MUSTER_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${MUSTER_SANITIZE})
  if(MUSTER_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()

function(muster_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
  if(MUSTER_DEVELOPER)
    target_compile_options(${target} PRIVATE -Werror)
  elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict)   # g++ 12 at -O3 takes std::string's own copies for overlaps (its bug 105651)
  endif()
endfunction()
