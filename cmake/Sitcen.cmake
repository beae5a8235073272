# What every target of sitcen has in common.

add_library(sitcen_options INTERFACE)
target_compile_options(sitcen_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Wundef -Werror
  -ffp-contract=off -fno-omit-frame-pointer)
if(CMAKE_UNITY_BUILD)
  # A name inside a function may be that of a constant of another file, which does not shadow it where files stand alone.
  target_compile_options(sitcen_options INTERFACE -Wno-shadow)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12's own stable_sort calls std::get_temporary_buffer, which it declares deprecated.
  target_compile_options(sitcen_options INTERFACE -Wno-deprecated-declarations)
endif()
target_include_directories(sitcen_options INTERFACE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
if(SITCEN_SANITIZE)
  add_compile_options(-fsanitize=${SITCEN_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SITCEN_SANITIZE})
endif()
if(SITCEN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()

# sitcen_room(name DEPENDS rooms... LIBRARIES externals...): a room's library from all .cpp files of its folder.
# EXCLUDE is a regular expression for subfolders that are targets of their own.
# DEPENDS are the rooms whose headers it may include; tests/layering checks the includes against the same arrows.
function(sitcen_room name)
  cmake_parse_arguments(ROOM "" "EXCLUDE" "DEPENDS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(ROOM_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX "${CMAKE_CURRENT_SOURCE_DIR}${ROOM_EXCLUDE}")
  endif()
  if(sources)
    add_library(sitcen_${name} STATIC ${sources})
    target_link_libraries(sitcen_${name} PUBLIC ${ROOM_DEPENDS} ${ROOM_LIBRARIES} PRIVATE sitcen_options ${ROOM_PRIVATE_LIBRARIES})
    target_include_directories(sitcen_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  else()
    add_library(sitcen_${name} INTERFACE)
    target_link_libraries(sitcen_${name} INTERFACE ${ROOM_DEPENDS} ${ROOM_LIBRARIES})
  endif()
endfunction()

# sitcen_test(name SOURCES... LIBRARIES... [LONG]): a gtest program whose cases ctest lists one by one.
# LONG ones run with `./dev test --long` alone.
function(sitcen_test name)
  cmake_parse_arguments(TEST "LONG" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(test_${name} ${TEST_SOURCES})
  target_link_libraries(test_${name} PRIVATE ${TEST_LIBRARIES} sitcen_places sitcen_options GTest::gtest_main)
  set(label quick)
  if(TEST_LONG)
    set(label long)
  endif()
  gtest_discover_tests(test_${name} TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60 PROPERTIES LABELS ${label})
endfunction()
