#include "client.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cstdlib>
#include <stdexcept>

namespace sitcen::test {

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("cannot connect");
}

Client::~Client() { ::close(socket_); }

void Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // the server has had enough; the test sees it when it reads
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool Client::fill(int seconds) {
  pollfd wait{socket_, POLLIN, 0};
  if (::poll(&wait, 1, seconds * 1000) <= 0) return false;
  std::array<char, 65536> bytes{};
  const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (got <= 0) return false;
  buffer_.append(bytes.data(), static_cast<std::size_t>(got));
  return true;
}

Reply Client::read(bool head_only) {
  Reply reply;
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
    if (!fill()) return reply;
  reply.head = buffer_.substr(0, end);
  buffer_.erase(0, end + 4);
  reply.status = std::atoi(reply.head.substr(9, 3).c_str());
  for (std::size_t at = reply.head.find("\r\n"); at != std::string::npos;) {
    const std::size_t next = reply.head.find("\r\n", at + 2);
    const std::string line = reply.head.substr(at + 2, next == std::string::npos ? next : next - at - 2);
    const std::size_t colon = line.find(": ");
    std::string name = line.substr(0, colon);
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    reply.fields[name] = line.substr(colon + 2);
    at = next;
  }
  const bool has_body = !head_only && reply.status != 304 && reply.fields.contains("content-length");
  const std::size_t size = has_body ? std::stoul(reply.fields["content-length"]) : 0;
  while (buffer_.size() < size)
    if (!fill()) break;
  reply.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return reply;
}

bool Client::closed(int seconds) {
  pollfd wait{socket_, POLLIN, 0};
  while (::poll(&wait, 1, seconds * 1000) > 0) {
    char byte = 0;
    if (::recv(socket_, &byte, 1, 0) <= 0) return true;
  }
  return false;
}

}  // namespace sitcen::test
