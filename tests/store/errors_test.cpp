#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

#include "sample.h"
#include "store/sqlite/migrations.h"
#include "store/store.h"

namespace sitcen::store {
namespace {

using sample::batch;
using sample::flood;
using sample::Folder;
using sample::note;
using sample::opened;
using sample::tamper;
using sample::value;

Error error_of(const std::filesystem::path& file, Access access) {
  auto store = open_store(file, access, {std::chrono::milliseconds(100)});
  return store ? Error{ErrorCode::internal, "it opened"} : store.error();
}

void write(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Runs `test` in a process of its own that may not do what root may. \return what it wrote to `say`
template <class Test>
std::string as_nobody(const Test& test) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    std::string said;
    if (geteuid() == 0 && (setegid(65534) != 0 || seteuid(65534) != 0)) said = "cannot become nobody";
    if (said.empty()) said = test();
    const auto size = static_cast<ssize_t>(said.size());
    _exit(::write(ends[1], said.data(), said.size()) == size ? 0 : 1);
  }
  close(ends[1]);
  std::string said(10'000, '\0');
  std::size_t used = 0;
  for (ssize_t got = 0; (got = ::read(ends[0], said.data() + used, said.size() - used)) > 0;)
    used += static_cast<std::size_t>(got);
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return said.substr(0, used);
}

TEST(StoreErrors, NoStore) {
  const Folder folder;
  const auto error = error_of(folder / "none", Access::read);
  EXPECT_EQ(error.code, ErrorCode::store_not_found);
  EXPECT_NE(error.message.find("make one with: sitcen ingest"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder / "none")) << "asking must not make one";
  write(folder / "empty", "");
  EXPECT_EQ(error_of(folder / "empty", Access::read).code, ErrorCode::store_not_found);
  EXPECT_EQ(error_of(folder / "no/such/folder/s", Access::write).code, ErrorCode::file_unwritable);
}

TEST(StoreErrors, NotAStore) {
  const Folder folder;
  write(folder / "notes.txt", std::string(5000, 'x'));
  write(folder / "short.txt", "Dear diary,");
  tamper(folder / "other.db", "CREATE TABLE songs (title)");
  for (const auto access : {Access::read, Access::write}) {
    EXPECT_EQ(error_of(folder / "notes.txt", access).message,
              (folder / "notes.txt").string() + " is no sitcen store: it is not a SQLite file");
    EXPECT_EQ(error_of(folder / "short.txt", access).code, ErrorCode::store_unusable);
    EXPECT_NE(error_of(folder / "other.db", access).message.find("another program"), std::string::npos);
    EXPECT_NE(error_of(folder.path(), access).message.find("it is a folder"), std::string::npos);
    EXPECT_NE(error_of("/dev/null", access).message.find("not a regular file"), std::string::npos);
  }
  std::ifstream in(folder / "short.txt");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "Dear diary,") << "and it is left as it was";
}

TEST(StoreErrors, AStoreOfANewerSitcen) {
  const Folder folder;
  opened(folder / "s").reset();
  tamper(folder / "s", "PRAGMA user_version = 99");
  for (const auto access : {Access::read, Access::write}) {
    const auto error = error_of(folder / "s", access);
    EXPECT_EQ(error.code, ErrorCode::store_is_newer);
    EXPECT_NE(error.message.find("schema 99"), std::string::npos) << error.message;
  }
}

TEST(StoreErrors, AStoreOfAnOlderSitcenIsReadAfterItWasBroughtUp) {
  const Folder folder;
  // A store that has had no step yet, but is marked as ours.
  tamper(folder / "s", "PRAGMA application_id = " + std::to_string(sqlite::kApplicationId));
  EXPECT_EQ(error_of(folder / "s", Access::read).code, ErrorCode::store_is_older);
  value(opened(folder / "s")->add(batch({flood()})));
  EXPECT_EQ(value(opened(folder / "s", Access::read)->counts()).reports, 1U);
}

TEST(StoreErrors, AStoreOfTheFirstSchemaKeepsItsReportsAndGetsWhatItLacks) {
  const Folder folder;
  {
    auto db =
        value(sqlite::Database::open(folder / "s", sqlite::Database::Mode::write, std::chrono::milliseconds(100)));
    value(sqlite::migrate(db, sqlite::migrations().first(1)));
  }
  const Arrival report = flood();
  tamper(folder / "s",
         "INSERT INTO engine VALUES (1, '0.1.0', 'en_test-1', 'sha256:k1');"
         "INSERT INTO report VALUES (1, '" +
             report.report.key + "', '" + report.report.id +
             "');"
             "INSERT INTO version (id, report, number, hash, known_at, engine, origin, actors, statements) "
             "VALUES (1, 1, 1, '" +
             report.report.version +
             "', 0, 1, 'flood.txt', 1, 0);"
             "INSERT INTO version_text VALUES (1, '" +
             report.report.text +
             "');"
             "INSERT INTO word_index (rowid, title, text) VALUES (1, NULL, '" +
             report.report.text +
             "');"
             "INSERT INTO sentence VALUES (1, 0, 0, 68);"
             "INSERT INTO actor VALUES (1, 0, 'person', 'Ana', NULL);"
             "INSERT INTO mention VALUES (1, 0, 0, 0, 5, 'VELIN', 'name', 'entity', 0, 'ner', 0.5);");
  EXPECT_EQ(error_of(folder / "s", Access::read).code, ErrorCode::store_is_older);
  const auto store = opened(folder / "s");
  EXPECT_EQ(value(store->verify()).bad, 0U);
  EXPECT_EQ(value(store->counts()).mentions, 1U);
  EXPECT_EQ(value(store->counts()).figures, 0U);
  // The engine is the one that read it then, but there was no place for all of its findings.
  EXPECT_EQ(value(store->add(batch({report}))).front(), Outcome::reread);
  EXPECT_EQ(value(store->counts()).figures, 1U);
  EXPECT_EQ(value(store->report(report.report.key)).findings.events.size(), 1U);
  EXPECT_EQ(value(store->add(batch({report}))).front(), Outcome::unchanged);
  EXPECT_EQ(value(store->verify()).bad, 0U);
}

TEST(StoreErrors, AStepOfTheSchemaThatFailsLeavesTheStoreAsItWas) {
  const Folder folder;
  auto db = value(sqlite::Database::open(folder / "s", sqlite::Database::Mode::write, std::chrono::milliseconds(100)));
  const char* const steps[] = {"CREATE TABLE one (x)", "CREATE TABLE two (x); CREATE TABLE one (x)",
                               "CREATE TABLE three (x)"};
  value(sqlite::migrate(db, std::span(steps).first(1)));
  EXPECT_FALSE(sqlite::migrate(db, steps));
  EXPECT_EQ(value(db.number("PRAGMA user_version")), 1);
  EXPECT_EQ(value(db.number("SELECT count(*) FROM sqlite_schema")), 1);
  const char* const mended[] = {steps[0], "CREATE TABLE two (x)", steps[2]};
  value(sqlite::migrate(db, mended));
  EXPECT_EQ(value(db.number("PRAGMA user_version")), 3);
  EXPECT_EQ(value(db.number("SELECT count(*) FROM sqlite_schema")), 3);
}

TEST(StoreErrors, AReadOnlyFileCanBeReadAndSaysWhyItCannotBeWritten) {
  const Folder folder;
  value(opened(folder / "s")->add(batch({flood()})));
  std::filesystem::permissions(folder / "s", std::filesystem::perms(0444));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0777));
  const auto said = as_nobody([&] {
    const std::string why = error_of(folder / "s", Access::write).message;
    auto store = open_store(folder / "s", Access::read);
    return why + "; " + (store ? std::to_string(value((*store)->counts()).reports) : store.error().message);
  });
  EXPECT_EQ(said, "the store " + (folder / "s").string() + " cannot be written: the file is read-only; 1");
}

TEST(StoreErrors, AReadOnlyFolderCanBeReadAndSaysWhyItCannotBeWritten) {
  const Folder folder;
  value(opened(folder / "s")->add(batch({flood()})));
  std::filesystem::permissions(folder / "s", std::filesystem::perms(0666));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const auto said = as_nobody([&] {
    const Error why = error_of(folder / "s", Access::write);
    const Error none = error_of(folder / "new", Access::write);
    auto store = open_store(folder / "s", Access::read);
    return std::string(info(why.code).name) + "; " + std::string(info(none.code).name) + "; " +
           (store ? std::to_string(value((*store)->counts()).reports) : store.error().message);
  });
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  EXPECT_EQ(said, "store_read_only; store_read_only; 1");
}

TEST(StoreErrors, ADamagedStoreSaysSo) {
  const Folder folder;
  std::vector<Arrival> arrivals;
  for (int i = 0; i < 200; ++i) arrivals.push_back(note("n" + std::to_string(i), "Some words " + std::to_string(i)));
  value(opened(folder / "s")->add(batch(std::move(arrivals))));
  {
    std::fstream file(folder / "s", std::ios::in | std::ios::out | std::ios::binary);
    for (int page = 2; page < 30; ++page) {
      file.seekp(page * 4096);
      file.write(std::string(200, '\xAA').data(), 200);
    }
  }
  const auto store = open_store(folder / "s", Access::read);
  const auto found = store ? (*store)->verify() : Result<Verification>(fail(store.error()));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::store_damaged) << found.error().message;
}

TEST(StoreErrors, ACutStoreSaysSo) {
  const Folder folder;
  std::vector<Arrival> arrivals;
  for (int i = 0; i < 200; ++i) arrivals.push_back(note("n" + std::to_string(i), "Some words " + std::to_string(i)));
  value(opened(folder / "s")->add(batch(std::move(arrivals))));
  std::filesystem::resize_file(folder / "s", std::filesystem::file_size(folder / "s") / 2 / 4096 * 4096 + 100);
  const auto store = open_store(folder / "s", Access::read);
  const auto found = store ? (*store)->verify() : Result<Verification>(fail(store.error()));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::store_damaged) << found.error().message;
}

TEST(StoreErrors, ASecondWriterWaitsAndThenSaysThatTheStoreIsLocked) {
  const Folder folder;
  const auto store = opened(folder / "s");
  const auto second = opened(folder / "s");
  auto holder =
      value(sqlite::Database::open(folder / "s", sqlite::Database::Mode::write, std::chrono::milliseconds(0)));
  {
    auto held = value(sqlite::Transaction::begin(holder, "IMMEDIATE"));
    const auto error = second->add(batch({note("a", "x")})).error();
    EXPECT_EQ(error.code, ErrorCode::store_locked);
    EXPECT_NE(error.message.find("another process"), std::string::npos);
    EXPECT_EQ(value(opened(folder / "s", Access::read)->counts()).reports, 0U) << "readers do not wait";
  }
  value(second->add(batch({note("a", "x")})));
  EXPECT_EQ(value(store->counts()).reports, 1U);
}

TEST(StoreErrors, WritersAndReadersAtOnceLoseNothing) {
  const Folder folder;
  opened(folder / "s").reset();
  constexpr int kEach = 25;
  std::atomic<int> failures{0};
  std::atomic<bool> writing{true};
  std::thread reader([&] {
    const auto store = value(open_store(folder / "s", Access::read));
    std::uint64_t last = 0;
    while (writing) {
      const auto seen = store->counts();
      if (!seen || seen->reports < last || seen->reports != seen->versions) ++failures;
      if (seen) last = seen->reports;
    }
  });
  std::vector<std::thread> writers;
  for (int w = 0; w < 2; ++w)
    writers.emplace_back([&, w] {
      const auto store = value(open_store(folder / "s", Access::write));
      for (int i = 0; i < kEach; ++i)
        if (!store->add(batch({note(std::to_string(w) + "-" + std::to_string(i), "Words.")}))) ++failures;
    });
  for (auto& writer : writers) writer.join();
  writing = false;
  reader.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(value(opened(folder / "s")->counts()).reports, 2U * kEach);
}

/// Fills the store until it cannot grow; then: the error says so, and what was acknowledged is there and sound.
std::string fill(const std::filesystem::path& file) {
  auto store = open_store(file, Access::write);
  if (!store) return store.error().message;
  std::size_t kept = 0;
  for (int i = 0; i < 10'000; ++i) {
    std::string text;
    for (int word = 0; word < 300; ++word) text += "word" + std::to_string(i * 300 + word) + ' ';
    const auto done = (*store)->add(batch({note("n" + std::to_string(i), text)}));
    if (done) {
      ++kept;
      continue;
    }
    store->reset();
    auto again = open_store(file, Access::read);
    if (!again) return "after: " + again.error().message;
    const auto checked = (*again)->verify();
    if (!checked) return "after: " + checked.error().message;
    if (checked->bad != 0 || checked->counts.reports != kept || kept == 0) return "after: not what was acknowledged";
    return std::string(info(done.error().code).name);
  }
  return "it never got full";
}

TEST(StoreErrors, AFullDiskLosesNothingThatWasAcknowledged) {
  if (geteuid() != 0) GTEST_SKIP() << "needs root to mount a small disk";
  const Folder folder;
  const auto disk = folder / "disk";
  std::filesystem::create_directory(disk);
  if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=1500k,mode=0777") != 0)
    GTEST_SKIP() << "mounting is not allowed here";
  const std::string said = fill(disk / "s");
  umount(disk.c_str());
  EXPECT_EQ(said, "store_full");
}

TEST(StoreErrors, AQuotaLosesNothingThatWasAcknowledged) {
  const Folder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0777));
  const auto said = as_nobody([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1'000'000, 1'000'000};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return std::string("no limit");
    return fill(folder / "s");
  });
  EXPECT_EQ(said, "store_full");
}

}  // namespace
}  // namespace sitcen::store
