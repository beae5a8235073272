#include <map>

#include "picture/query_parts.h"

namespace sitcen::picture {
namespace {

/// Offsets of the texts of a row, each worked out once.
class Offsets {
 public:
  explicit Offsets(OffsetUnit unit) : unit_(unit) {}
  const OffsetMap& of(const std::shared_ptr<const std::string>& text) {
    return maps_.try_emplace(text.get(), *text, unit_).first->second;
  }

 private:
  OffsetUnit unit_;
  std::map<const std::string*, OffsetMap> maps_;
};

void write_head(base::JsonWriter& json, const store::CopyMember& member) {
  json.entry("key", member.key);
  json.entry("version", member.version);
  json.entry("origin", member.origin);
  json.entry("source", member.source);
  json.entry("title", member.title);
  json.entry("published", member.published);
  json.entry("known_at", base::rfc3339(member.known_at));
}

void write_credits(base::JsonWriter& json, const std::vector<Credit>& credits) {
  json.key("credits");
  json.begin_array();
  for (const Credit& credit : credits) {
    json.begin_object();
    json.entry("agency", credit.agency);
    json.entry("where", credit.where);
    json.entry("text", credit.words);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string to_json(const Diff& diff, const Change& change, const QueryContext& context) {
  Offsets offsets(context.offsets);
  base::JsonWriter json;
  begin_row(json, context);
  json.entry("offsets", name(context.offsets));
  json.entry("report", diff.to.report.id);
  json.entry("from", diff.from.report.version);
  json.entry("to", diff.to.report.version);
  json.entry("kind", name(change.kind));
  json.entry("what", change.what);
  json.entry("before", change.before);
  json.entry("after", change.after);
  json.entry("time", base::rfc3339(diff.to.known_at));
  json.key("evidence");
  json.begin_array();
  for (const auto* words : {&change.old_words, &change.new_words})
    if (*words) write_evidence(json, **words, (*words)->span, offsets.of((*words)->text));
  json.end_array();
  return finish_row(json);
}

std::string to_json(const CopiesRow& row, const QueryContext& context) {
  Offsets offsets(context.offsets);
  base::JsonWriter json;
  begin_row(json, context);
  json.entry("offsets", name(context.offsets));
  json.entry("original", row.original.id);
  write_head(json, row.original);
  write_credits(json, row.credits);
  json.key("copies");
  json.begin_array();
  for (const CopyRow& copy : row.copies) {
    json.begin_object();
    json.entry("report", copy.report.id);
    write_head(json, copy.report);
    json.entry("similarity", copy.similarity);
    json.entry("kind", name(copy.kind));
    write_credits(json, copy.credits);
    json.key("evidence");
    json.begin_array();
    for (const SharedWords& shared : copy.shared) {
      write_evidence(json, shared.original, shared.original.span, offsets.of(shared.original.text));
      write_evidence(json, shared.copy, shared.copy.span, offsets.of(shared.copy.text));
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  return finish_row(json);
}

}  // namespace sitcen::picture
