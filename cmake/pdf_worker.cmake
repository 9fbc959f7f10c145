# muster-pdf, which muster starts to read PDF documents: the only part that links MuPDF, and under its licence.
# Debian's MuPDF is a static library and leaves the libraries that it needs to be named.
find_path(MUPDF_INCLUDE mupdf/fitz.h REQUIRED)
find_library(MUPDF_LIBRARY mupdf REQUIRED)
find_library(MUPDF_THIRD_LIBRARY mupdf-third REQUIRED)
pkg_check_modules(MUPDF_NEEDS REQUIRED IMPORTED_TARGET mujs gumbo libopenjp2 jbig2dec libjpeg harfbuzz freetype2 zlib)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)

file(GLOB pdf_worker_sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/src/ingest/pdf_worker/*.cpp")
add_executable(muster-pdf ${pdf_worker_sources})
target_include_directories(muster-pdf PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/src)
target_include_directories(muster-pdf SYSTEM PRIVATE ${MUPDF_INCLUDE})
target_link_libraries(muster-pdf PRIVATE ${MUPDF_LIBRARY} ${MUPDF_THIRD_LIBRARY} PkgConfig::MUPDF_NEEDS PkgConfig::SECCOMP m)
if(MUSTER_SANITIZE)
  target_compile_definitions(muster-pdf PRIVATE MUSTER_SANITIZED)
endif()
muster_warnings(muster-pdf)
# MuPDF's macros for errors are C: they shadow, and jump.
target_compile_options(muster-pdf PRIVATE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-clobbered>)
install(TARGETS muster-pdf RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/muster)
add_dependencies(muster muster-pdf)
