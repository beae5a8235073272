#include "cli/store_writer.h"

#include <algorithm>

#include "base/json_writer.h"
#include "picture/notices.h"

namespace sitcen::cli {

std::string to_json(const Acknowledgement& told) {
  base::JsonWriter json;
  json.begin_object();
  json.entry("schema", std::string_view("sitcen.ingest/1"));
  json.entry("origin", told.origin);
  json.key("line");
  told.line ? json.value(static_cast<std::uint32_t>(*told.line)) : json.null();
  json.entry_or_null("id", told.id);
  json.entry_or_null("key", told.key);
  json.entry_or_null("version", told.version);
  json.entry("outcome", name(told.outcome));
  json.entry_or_null("reason", told.reason);
  json.end_object();
  return std::string(json.text());
}

StoreWriter::StoreWriter(store::Store& store, std::function<store::EngineStamp(const Report&)> engine_of,
                         Options options)
    : store_(store), engine_of_(std::move(engine_of)), options_(std::move(options)) {}

bool StoreWriter::wants(const Report& report) {
  store::EngineStamp engine = engine_of_(report);
  const std::scoped_lock lock(mutex_);
  if (failure_) return false;
  auto held = store_.holds(report.key, report.version, engine);
  // Its bytes come in with the report itself.
  if (held && *held && report.raw) held = store_.holds_raw(report.key, report.version);
  if (!held) {
    failure_ = held.error();
    return false;
  }
  Slot slot;
  slot.awaited = !*held;
  slot.engine = std::move(engine);
  slot.told = {report.origin, std::nullopt, report.id, report.key, report.version, store::Outcome::unchanged, ""};
  slots_.push_back(std::move(slot));
  drain();
  return !*held && !failure_;
}

void StoreWriter::reject(const ingest::Rejection& rejection) {
  const std::scoped_lock lock(mutex_);
  Slot slot;
  slot.told.origin = rejection.origin;
  if (rejection.line > 0) slot.told.line = rejection.line;
  slot.told.reason = rejection.error.message;
  slot.code = info(rejection.error.code).name;
  slots_.push_back(std::move(slot));
  drain();
}

void StoreWriter::take(reading::Reading&& reading) {
  const std::scoped_lock lock(mutex_);
  const auto slot = std::find_if(slots_.begin(), slots_.end(), [](const Slot& s) { return s.awaited; });
  if (slot == slots_.end()) return;
  slot->awaited = false;
  if (reading.error) {
    slot->told.outcome = store::Outcome::rejected;
    slot->told.reason = reading.error->message;
    slot->code = info(reading.error->code).name;
  } else {
    store::Arrival arrival;
    for (const Sentence& sentence : reading.document.sentences) arrival.sentences.push_back(sentence.span);
    arrival.findings = std::move(reading.findings);
    arrival.report = std::move(*reading.report);
    arrival.withdrawn = picture::withdrawal_of(arrival.report);
    arrival.engine = std::move(slot->engine);
    slot->read = std::move(arrival);
  }
  drain();
}

void StoreWriter::flush() {
  const std::scoped_lock lock(mutex_);
  drain();
  if (!failure_ && !told_.empty()) commit();
}

Result<void> StoreWriter::finish() {
  flush();
  const std::scoped_lock lock(mutex_);
  if (failure_) return fail(*failure_);
  return {};
}

bool StoreWriter::failed() const {
  const std::scoped_lock lock(mutex_);
  return failure_.has_value();
}

StoreWriter::Counts StoreWriter::counts() const {
  const std::scoped_lock lock(mutex_);
  return counts_;
}

void StoreWriter::drain() {
  for (; !failure_ && !slots_.empty() && !slots_.front().awaited; slots_.pop_front()) {
    Slot& slot = slots_.front();
    if (slot.read) {
      arrivals_.push_back(told_.size());
      if (batch_.arrivals.empty()) batch_.engine = slot.read->engine.value_or(store::EngineStamp());
      batch_.arrivals.push_back(std::move(*slot.read));
    } else if (slot.told.outcome == store::Outcome::rejected) {
      batch_.rejected.push_back({slot.told.origin, slot.told.line, slot.code, slot.told.reason});
    }
    told_.push_back(std::move(slot.told));
    if (told_.size() >= options_.batch) commit();
  }
}

void StoreWriter::commit() {
  if (auto done = write(); !done) {
    failure_ = std::move(done.error());
    return;
  }
  for (const Acknowledgement& told : told_) count(told.outcome);
  if (options_.acknowledge && !told_.empty()) options_.acknowledge(told_);
  batch_.arrivals.clear();
  batch_.rejected.clear();
  told_.clear();
  arrivals_.clear();
}

Result<void> StoreWriter::write() {
  if (batch_.arrivals.empty() && batch_.rejected.empty()) return {};
  batch_.known_at = options_.clock();
  const auto outcomes = store_.add(batch_);
  if (!outcomes) return fail(outcomes.error());
  for (std::size_t i = 0; i < outcomes->size(); ++i) {
    Acknowledgement& told = told_[arrivals_[i]];
    told.outcome = (*outcomes)[i];
    if (told.outcome == store::Outcome::rejected) told.reason = "what was read points outside of its text";
  }
  return {};
}

void StoreWriter::count(store::Outcome outcome) {
  switch (outcome) {
    case store::Outcome::added:
      ++counts_.added;
      return;
    case store::Outcome::updated:
      ++counts_.updated;
      return;
    case store::Outcome::unchanged:
      ++counts_.unchanged;
      return;
    case store::Outcome::reread:
      ++counts_.reread;
      return;
    case store::Outcome::rejected:
      ++counts_.rejected;
      return;
  }
}

}  // namespace sitcen::cli
