sitcen_fuzz(times sitcen_reading)
target_sources(fuzz_times PRIVATE ../reading/sketch.cpp ../reading/soundness.cpp)
target_include_directories(fuzz_times PRIVATE ../reading)
