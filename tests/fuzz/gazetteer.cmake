sitcen_fuzz(gazetteer sitcen_builder)
target_include_directories(fuzz_gazetteer PRIVATE ${PROJECT_SOURCE_DIR}/tests/gazetteer)
