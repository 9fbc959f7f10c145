# cmake --install: program, man page, completions, static library, headers, and a package that find_package(muster) finds.
include(CMakePackageConfigHelpers)
install(TARGETS muster-program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS muster EXPORT muster-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/muster DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT muster-targets NAMESPACE muster:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/muster)
configure_package_config_file(cmake/muster-config.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/muster-config.cmake"
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/muster)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/muster-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/muster-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/muster-config-version.cmake"
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/muster)
install(FILES cmake/archive.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/muster RENAME muster-archive.cmake)

# The program writes its own man page and completions, from the table of flags.
set(made "${CMAKE_CURRENT_BINARY_DIR}/made")
file(MAKE_DIRECTORY "${made}")
add_custom_command(
  OUTPUT "${made}/muster.1" "${made}/muster.bash" "${made}/_muster" "${made}/muster.fish"
  COMMAND muster-program --man > "${made}/muster.1"
  COMMAND muster-program completions bash > "${made}/muster.bash"
  COMMAND muster-program completions zsh > "${made}/_muster"
  COMMAND muster-program completions fish > "${made}/muster.fish"
  DEPENDS muster-program
  COMMENT "Writing man page and completions" VERBATIM)
add_custom_target(muster-pages ALL DEPENDS "${made}/muster.1" "${made}/muster.bash" "${made}/_muster" "${made}/muster.fish")
install(FILES "${made}/muster.1" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES "${made}/muster.bash" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME muster)
install(FILES "${made}/_muster" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES "${made}/muster.fish" DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
