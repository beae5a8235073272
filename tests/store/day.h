#pragma once

#include <filesystem>
#include <string>

#include "store/store.h"

namespace sitcen::store::day {

/// A day's reports as JSON Lines: `count` of them, made from a few sentences, so that all differ; two bad lines among
/// every hundred.
[[nodiscard]] std::string jsonl(std::size_t count);

/// The model the tests read with; throws where ./dev has not imported it.
[[nodiscard]] std::string model();

/// All that two stores with the same content have in common: everything but the times of knowing.
[[nodiscard]] std::string content(const std::filesystem::path& store);

}  // namespace sitcen::store::day
