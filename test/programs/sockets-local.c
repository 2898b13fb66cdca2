// Sockets between processes: pairs, streams and datagrams with and without names, descriptors that are passed on, the loopback,
// what poll says of them, and the errors.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHOW(call)                                                                      \
  do {                                                                                  \
    errno = 0;                                                                          \
    long result = (long)(call);                                                         \
    printf("%s: %ld %s\n", #call, result, result < 0 ? strerror(errno) : ""); \
  } while (0)

static char buffer[200000];

static int ready(int fd) {
  struct pollfd one = {fd, POLLIN | POLLOUT, 0};
  return poll(&one, 1, 0) < 0 ? -1 : one.revents;
}

static void passFile(int to, int fd) {
  char control[CMSG_SPACE(sizeof fd)];
  struct iovec parts[2] = {{"fi", 2}, {"le", 2}};
  struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2, .msg_control = control, .msg_controllen = sizeof control};
  struct cmsghdr *part = CMSG_FIRSTHDR(&message);
  part->cmsg_level = SOL_SOCKET;
  part->cmsg_type = SCM_RIGHTS;
  part->cmsg_len = CMSG_LEN(sizeof fd);
  memcpy(CMSG_DATA(part), &fd, sizeof fd);
  SHOW(sendmsg(to, &message, 0));
}

static int takeFile(int from) {
  int fd = -1;
  char control[CMSG_SPACE(sizeof fd)];
  struct iovec parts[2] = {{buffer, 3}, {buffer + 3, 10}};
  struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2, .msg_control = control, .msg_controllen = sizeof control};
  SHOW(recvmsg(from, &message, 0));
  struct cmsghdr *part = CMSG_FIRSTHDR(&message);
  if (part) memcpy(&fd, CMSG_DATA(part), sizeof fd);
  printf("%.4s, a descriptor %d\n", buffer, fd >= 0);
  return fd;
}

static void pairs(void) {
  int ends[2], status;
  SHOW(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
  printf("ready %x\n", ready(ends[0]));
  if (fork() == 0) {
    close(ends[0]);
    int count = read(ends[1], buffer, sizeof buffer);
    for (int k = 0; k < count; k++) buffer[k] ^= 0x20;
    write(ends[1], buffer, count);
    shutdown(ends[1], SHUT_WR);
    _exit(read(ends[1], buffer, 10));
  }
  close(ends[1]);
  SHOW(send(ends[0], "Hello", 5, MSG_NOSIGNAL));
  SHOW(recv(ends[0], buffer, 5, MSG_WAITALL));
  printf("%.5s\n", buffer);
  SHOW(read(ends[0], buffer, 5));
  SHOW(write(ends[0], "seven!!", 7));
  wait(&status);
  printf("status %x, ready %x\n", status, ready(ends[0]) & (POLLIN | POLLHUP));
  SHOW(send(ends[0], "x", 1, MSG_NOSIGNAL));
  close(ends[0]);

  SHOW(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, ends));
  SHOW(send(ends[0], "first", 5, 0));
  SHOW(write(ends[0], "second one", 10));
  SHOW(recv(ends[1], buffer, 3, MSG_PEEK | MSG_TRUNC));
  int held;
  SHOW(ioctl(ends[1], FIONREAD, &held));
  SHOW(recv(ends[1], buffer, 3, 0));
  SHOW(read(ends[1], buffer, 100));
  SHOW(read(ends[1], buffer, 100));
  close(ends[0]), close(ends[1]);

  SHOW(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends));
  printf("closed by exec %d\n", fcntl(ends[0], F_GETFD));
  SHOW(write(ends[0], "abc", 3));
  SHOW(write(ends[0], "de", 2));
  SHOW(read(ends[1], buffer, 100));
  close(ends[0]);
  SHOW(read(ends[1], buffer, 100));
  SHOW(read(ends[1], buffer, 100));
  close(ends[1]);

  SHOW(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
  if (fork() == 0) {
    int pipeEnds[2];
    pipe(pipeEnds);
    passFile(ends[1], pipeEnds[0]);
    write(pipeEnds[1], "through a passed pipe", 21);
    fflush(stdout);
    _exit(0);
  }
  wait(&status);
  int fd = takeFile(ends[0]);
  int count = read(fd, buffer, 100);
  printf("%.*s\n", count, buffer);
  struct stat about;
  fstat(ends[0], &about);
  printf("type %o\n", about.st_mode & S_IFMT);
  SHOW(lseek(ends[0], 0, SEEK_SET));
  SHOW(write(ends[0], buffer, 100000));
  long sum = 0;
  while (sum < 100000) sum += read(ends[1], buffer, sizeof buffer);
  printf("sum %ld\n", sum);
  SHOW(socketpair(AF_INET, SOCK_STREAM, 0, ends));
}

static void named(void) {
  struct sockaddr_un name = {AF_UNIX, "a-socket"}, from;
  socklen_t size = sizeof from;
  int server = socket(AF_UNIX, SOCK_STREAM, 0), client = socket(AF_UNIX, SOCK_STREAM, 0), status;
  SHOW(connect(client, (struct sockaddr *)&name, sizeof name));
  SHOW(listen(server, 2));
  SHOW(bind(server, (struct sockaddr *)&name, sizeof name));
  SHOW(connect(client, (struct sockaddr *)&name, sizeof name));
  SHOW(listen(server, 2));
  SHOW(bind(server, (struct sockaddr *)&name, sizeof name));
  struct stat about;
  stat("a-socket", &about);
  printf("type %o\n", about.st_mode & S_IFMT);
  SHOW(open("a-socket", O_RDWR));
  if (fork() == 0) {
    int own = accept(server, 0, 0);
    int count = read(own, buffer, 100);
    dprintf(own, "<%.*s>", count, buffer);
    _exit(0);
  }
  SHOW(connect(client, (struct sockaddr *)&name, sizeof name));
  SHOW(connect(client, (struct sockaddr *)&name, sizeof name));
  SHOW(write(client, "request", 7));
  wait(&status);
  int count = read(client, buffer, 100);
  printf("%.*s, then %ld\n", count, buffer, (long)read(client, buffer, 100));
  SHOW(getpeername(client, (struct sockaddr *)&from, &size));
  printf("peer %s, %d bytes\n", from.sun_path, size);
  size = sizeof from;
  SHOW(getsockname(client, (struct sockaddr *)&from, &size));
  printf("%d bytes\n", size);
  unlink("a-socket");
  SHOW(connect(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&name, sizeof name));
  struct sockaddr_un hidden = {AF_UNIX, "\0hidden"};
  socklen_t hiddenSize = offsetof(struct sockaddr_un, sun_path) + 7;
  int a = socket(AF_UNIX, SOCK_DGRAM, 0), b = socket(AF_UNIX, SOCK_DGRAM, 0);
  SHOW(bind(a, (struct sockaddr *)&hidden, hiddenSize));
  SHOW(bind(b, (struct sockaddr *)&hidden, hiddenSize));
  SHOW(sendto(b, "datagram", 8, 0, (struct sockaddr *)&hidden, hiddenSize));
  size = sizeof from;
  SHOW(recvfrom(a, buffer, 100, 0, (struct sockaddr *)&from, &size));
  printf("from %d bytes\n", size);
  SHOW(send(b, "x", 1, 0));
  SHOW(connect(b, (struct sockaddr *)&hidden, hiddenSize));
  SHOW(send(b, "x", 1, 0));
  SHOW(accept(a, 0, 0));
}

static void loopback(void) {
  int server = socket(AF_INET, SOCK_STREAM, 0), one = 1, status, value;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}}, other;
  socklen_t size = sizeof address, valueSize = sizeof value;
  SHOW(setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one));
  SHOW(bind(server, (struct sockaddr *)&address, sizeof address));
  SHOW(getsockname(server, (struct sockaddr *)&address, &size));
  printf("a port %d, %s\n", ntohs(address.sin_port) >= 1024, inet_ntoa(address.sin_addr));
  SHOW(listen(server, 5));
  SHOW(getsockopt(server, SOL_SOCKET, SO_ACCEPTCONN, &value, &valueSize));
  printf("%d, ready %x\n", value, ready(server));
  int second = socket(AF_INET, SOCK_STREAM, 0);
  SHOW(bind(second, (struct sockaddr *)&address, sizeof address));
  if (fork() == 0) {
    close(server);
    int own = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    if (connect(own, (struct sockaddr *)&address, sizeof address) < 0) _exit(1);
    write(own, "GET / HTTP/1.0\r\n\r\n", 18);
    int count = read(own, buffer, 100);
    printf("client: %.*s", count, buffer);
    fflush(stdout);
    _exit(0);
  }
  size = sizeof other;
  int connection = accept4(server, (struct sockaddr *)&other, &size, SOCK_CLOEXEC);
  printf("from %s, another port %d\n", inet_ntoa(other.sin_addr), other.sin_port != address.sin_port);
  int count = read(connection, buffer, 100);
  printf("server: %.*s\n", 5, buffer);
  SHOW(count);
  SHOW(getpeername(connection, (struct sockaddr *)&other, &size));
  SHOW(setsockopt(connection, IPPROTO_TCP, 1, &one, sizeof one));
  fflush(stdout);
  SHOW(write(connection, "200 OK\n", 7));
  fflush(stdout);
  close(connection);
  wait(&status);
  close(server);
  SHOW(connect(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr *)&address, sizeof address));
  int a = socket(AF_INET, SOCK_DGRAM, 0), b = socket(AF_INET, SOCK_DGRAM, 0);
  address.sin_port = 0;
  SHOW(bind(a, (struct sockaddr *)&address, sizeof address));
  size = sizeof address;
  getsockname(a, (struct sockaddr *)&address, &size);
  SHOW(sendto(b, "over UDP", 8, 0, (struct sockaddr *)&address, size));
  SHOW(recvfrom(a, buffer, 4, MSG_TRUNC, (struct sockaddr *)&other, &size));
  SHOW(sendto(a, "back", 4, 0, (struct sockaddr *)&other, size));
  SHOW(recv(b, buffer, 100, 0));
  SHOW(recv(b, buffer, 100, MSG_DONTWAIT));
  SHOW(send(b, "x", 1, 0));
  SHOW(getpeername(b, (struct sockaddr *)&other, &size));
  SHOW(listen(b, 1));
  int type = 0;
  valueSize = sizeof type;
  SHOW(getsockopt(b, SOL_SOCKET, SO_TYPE, &type, &valueSize));
  printf("type %d\n", type);
}

static void errors(void) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(0x08080808)}};
  SHOW(socket(999, SOCK_STREAM, 0));
  SHOW(socket(AF_UNIX, 99, 0));
  SHOW(socket(AF_INET, SOCK_STREAM, IPPROTO_UDP));
  SHOW(bind(fd, (struct sockaddr *)&address, 3));
  SHOW(bind(fd, (struct sockaddr *)&address, sizeof address));
  SHOW(read(fd, buffer, 1));
  SHOW(send(fd, "x", 1, MSG_NOSIGNAL));
  SHOW(accept(fd, 0, 0));
  SHOW(shutdown(fd, SHUT_WR));
  SHOW(listen(0, 1));
  SHOW(listen(99, 1));
  SHOW(setsockopt(fd, SOL_SOCKET, SO_TYPE, &fd, sizeof fd));
  SHOW(getsockopt(fd, SOL_SOCKET, 999, &fd, &(socklen_t){4}));
}

int main(void) {
  setvbuf(stdout, 0, _IONBF, 0);
  pairs();
  named();
  loopback();
  errors();
  return 0;
}
