# cmake --install: program, static library, headers, and a package that find_package(muster) finds.
include(CMakePackageConfigHelpers)
install(TARGETS muster-program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS muster EXPORT muster-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/muster DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT muster-targets NAMESPACE muster:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/muster)
configure_package_config_file(cmake/muster-config.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/muster-config.cmake"
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/muster)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/muster-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/muster-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/muster-config-version.cmake"
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/muster)
