# libarchive as muster::archive. Static where there is one: the shared one loads libxml2 and ICU (30 MB) at every
# start, for formats that muster does not read. Also used by the installed package.
find_path(MUSTER_ARCHIVE_INCLUDE archive.h REQUIRED)
find_library(MUSTER_ARCHIVE_STATIC libarchive.a)
add_library(muster::archive INTERFACE IMPORTED)
target_include_directories(muster::archive INTERFACE ${MUSTER_ARCHIVE_INCLUDE})
if(MUSTER_ARCHIVE_STATIC)
  pkg_check_modules(MUSTER_PACKERS REQUIRED IMPORTED_TARGET liblzma libzstd zlib nettle)
  find_library(MUSTER_BZIP2 bz2 REQUIRED)
  target_link_libraries(muster::archive INTERFACE ${MUSTER_ARCHIVE_STATIC} PkgConfig::MUSTER_PACKERS ${MUSTER_BZIP2})
else()
  find_library(MUSTER_ARCHIVE_SHARED archive REQUIRED)
  target_link_libraries(muster::archive INTERFACE ${MUSTER_ARCHIVE_SHARED})
endif()
