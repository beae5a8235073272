#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sitcen.h"
#include "store/store.h"

namespace sitcen {
namespace {

using test::sitcen;

TEST(Serve, SaysWhereNoStoreIsAndWhatToDo) {
  const test::Ended ended = sitcen({"serve", "--store", "/nowhere/x.sqlite", "--port", "0"});
  EXPECT_EQ(ended.code, 3);
  EXPECT_EQ(ended.out, "");
  EXPECT_NE(ended.err.find("no store /nowhere/x.sqlite; make one with"), std::string::npos) << ended.err;
}

TEST(Serve, SaysWhichAddressIsTaken) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ASSERT_EQ(::listen(socket, 1), 0);
  socklen_t size = sizeof address;
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  const std::string port = std::to_string(ntohs(address.sin_port));

  const test::TemporaryFolder folder;
  ASSERT_TRUE(store::open_store(folder.path("s.sqlite"), store::Access::write));
  const test::Ended ended = sitcen({"serve", "--store", folder.path("s.sqlite"), "--port", port});
  EXPECT_EQ(ended.code, 6);
  EXPECT_NE(ended.err.find("cannot listen on http://127.0.0.1:" + port + ": Address already in use"), std::string::npos)
      << ended.err;
  ::close(socket);
}

TEST(Serve, RefusesAPortThatIsNone) {
  EXPECT_EQ(sitcen({"serve", "--port", "65536"}).code, 2);
  EXPECT_EQ(sitcen({"serve", "--port", "http"}).code, 2);
}

}  // namespace
}  // namespace sitcen
