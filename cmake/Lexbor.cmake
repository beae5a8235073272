# The target `lexbor`: the HTML parser as a static library, built once from its pinned source where it is missing.
# SITCEN_DEPS (variable or environment) names the folder, so that presets and checkouts can share one build.
if(DEFINED ENV{SITCEN_DEPS})
  set(default $ENV{SITCEN_DEPS})
else()
  set(default ${PROJECT_SOURCE_DIR}/build/deps)
endif()
set(SITCEN_DEPS ${default} CACHE PATH "folder of the libraries built from source")

set(folder ${SITCEN_DEPS}/lexbor)
if(NOT EXISTS ${folder}/lib/liblexbor_static.a)
  message(STATUS "Building lexbor into ${folder}")
  execute_process(COMMAND ${PROJECT_SOURCE_DIR}/scripts/build-lexbor ${folder}
                  RESULT_VARIABLE failed OUTPUT_VARIABLE log ERROR_VARIABLE log)
  if(failed)
    message(FATAL_ERROR "lexbor cannot be built:\n${log}")
  endif()
endif()
add_library(lexbor STATIC IMPORTED GLOBAL)
set_target_properties(lexbor PROPERTIES
  IMPORTED_LOCATION ${folder}/lib/liblexbor_static.a
  INTERFACE_COMPILE_DEFINITIONS LEXBOR_STATIC
  INTERFACE_INCLUDE_DIRECTORIES ${folder}/include)
