/* Functions that few programs call: trees, tables and lists, streams over memory, names, messages, threads' extras. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <grp.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <pwd.h>
#include <search.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

extern int calls;

static int by_text(const void *a, const void *b) {
  calls++;
  return strcmp(a, b);
}

static void trees(void) {
  void *root = 0;
  static char names[40][8];
  for (int k = 0; k < 40; k++) {
    snprintf(names[k], 8, "n%d", (k * 17) % 31);
    char **found = tsearch(names[k], &root, by_text);
    printf("%s%s ", *found, *found == names[k] ? "" : "!");
  }
  printf("\n%d comparisons\n", calls);
  for (int k = 0; k < 5; k++) {
    char wanted[8];
    snprintf(wanted, 8, "n%d", k * 9);
    char **found = tfind(wanted, &root, by_text);
    printf("%s ", found ? *found : "-");
  }
  printf("%d comparisons\n", calls);
}

static void tables(void) {
  char *words[] = {"one", "two", "three", "four"};
  printf("%d ", hcreate(10) != 0);
  for (long k = 0; k < 4; k++) hsearch((ENTRY){words[k], (void *)(k + 1)}, ENTER);
  ENTRY *found = hsearch((ENTRY){"three", 0}, FIND);
  printf("%ld ", found ? (long)found->data : -1);
  found = hsearch((ENTRY){"three", (void *)9}, ENTER);
  printf("%ld ", (long)found->data);
  errno = 0;
  printf("%d %d\n", hsearch((ENTRY){"five", 0}, FIND) == 0, errno == ESRCH);
  hdestroy();
  char list[6][8] = {"a", "b"};
  size_t count = 2;
  for (int k = 0; k < 3; k++) {
    char *place = lsearch(k == 1 ? "b" : "ccc\0\0\0\0", list, &count, 8, by_text);
    printf("%ld %zu ", (place - list[0]) / 8, count);
  }
  struct element { struct element *next, *before; int value; } one = {0, 0, 1}, two = {0, 0, 2}, three = {0, 0, 3};
  insque(&one, 0);
  insque(&three, &one);
  insque(&two, &one);
  for (struct element *at = &one; at; at = at->next) printf("%d", at->value);
  remque(&two);
  for (struct element *at = &three; at; at = at->before) printf("%d", at->value);
  printf("\n%ld %ld %ld [%s] [%s] [%s]\n", a64l("./"), a64l("zzzzzz"), a64l("a-b"), l64a(0), strdup(l64a(12345678)), l64a(-1));
}

static void memory_streams(void) {
  char *text = 0, buffer[32] = "12 apples";
  size_t size = 99;
  FILE *out = open_memstream(&text, &size);
  fprintf(out, "%d and %s", 42, "more");
  fflush(out);
  printf("%s %zu\n", text, size);
  for (int k = 0; k < 2000; k++) fputs("xyz", out);
  fclose(out);
  printf("%zu %c%c %d\n", size, text[size - 1], text[10], text[size]);
  free(text);
  int number;
  char word[16];
  FILE *in = fmemopen(buffer, strlen(buffer), "r");
  printf("%d ", fscanf(in, "%d %15s", &number, word));
  printf("%d %s %d\n", number, word, fgetc(in));
  fclose(in);
  out = fmemopen(buffer, sizeof buffer, "w");
  fprintf(out, "over%d", 7);
  fclose(out);
  printf("%s\n", buffer);
}

static void names(void) {
  struct passwd *user = getpwnam("root");
  printf("%s %d %d\n", user->pw_name, user->pw_uid, user->pw_gid);
  printf("%d %d\n", getpwnam("no such user") == 0, getpwuid(4000000) == 0);
  struct group *group = getgrgid(0);
  printf("%s %d %d\n", group->gr_name, group->gr_gid, group->gr_mem[0] == 0);
  const char *files[] = {"b.txt", "a.txt", ".hidden", "c.dat", "sub/x.txt", "sub/y.c"};
  mkdir("here", 0755);
  chdir("here");
  mkdir("sub", 0755);
  for (int k = 0; k < 6; k++) close(creat(files[k], 0600));
  const char *patterns[] = {"*.txt", "[bc].*", "*/*", "sub", "no*", "*", ".h*", "./b*.txt", "s*/", "\\a.txt"};
  for (int k = 0; k < 10; k++) {
    glob_t found;
    printf("%s %d:", patterns[k], glob(patterns[k], k == 7 ? GLOB_NOSORT : GLOB_MARK, 0, &found));
    if (k == 4) puts("");
    if (k == 4) continue;
    for (size_t n = 0; n < found.gl_pathc; n++) printf(" %s", found.gl_pathv[n]);
    printf("%s\n", found.gl_pathv[found.gl_pathc] ? "?" : "");
    globfree(&found);
  }
  glob_t all;
  printf("%d", glob("nothing*", GLOB_NOCHECK, 0, &all));
  printf(" %zu %s", all.gl_pathc, all.gl_pathv[0]);
  printf(" %d", glob("*.dat", GLOB_APPEND, 0, &all));
  printf(" %zu %s\n", all.gl_pathc, all.gl_pathv[1]);
  printf("%s|%s|%s|%d\n", localeconv()->decimal_point, localeconv()->thousands_sep, nl_langinfo(CODESET), localeconv()->frac_digits);
  printf("%d %d %d\n", mblen("a", 1), mblen("", 1), mblen(0, 0));
  printf("%d %d %d\n", strcasecmp("HeLLo", "hEllO"), strcasecmp("a", "B") < 0, strncasecmp("abX", "ABy", 2));
}

static void messages(void) {
  int queue = msgget(IPC_PRIVATE, 0600), set = semget(IPC_PRIVATE, 2, 0600), memory = shmget(IPC_PRIVATE, 4096, 0600);
  struct { long type; char text[16]; } message = {5, "hello"};
  printf("%d ", msgsnd(queue, &message, 6, 0));
  message.type = 3;
  printf("%d ", msgsnd(queue, &message, 3, 0));
  printf("%ld ", (long)msgrcv(queue, &message, 16, 5, 0));
  printf("%s %d\n", message.text, msgctl(queue, IPC_RMID, 0));
  struct sembuf add = {1, 4, 0}, take = {1, -3, 0}, more = {1, -3, IPC_NOWAIT};
  printf("%d ", semop(set, &add, 1));
  printf("%d ", semop(set, &take, 1));
  printf("%d ", semop(set, &more, 1));
  printf("%d\n", semctl(set, 1, GETVAL));
  semctl(set, 0, IPC_RMID);
  char *at = shmat(memory, 0, 0);
  strcpy(at, "shared");
  struct shmid_ds about;
  printf("%s %d ", at, shmctl(memory, IPC_STAT, &about));
  printf("%ld %d ", (long)about.shm_segsz, shmdt(at));
  printf("%d\n", shmctl(memory, IPC_RMID, 0));
  int fd = shm_open("/odds", O_RDWR | O_CREAT, 0600);
  printf("%d ", ftruncate(fd, 100));
  struct stat found;
  printf("%d ", fstat(fd, &found));
  printf("%ld %d\n", (long)found.st_size, shm_unlink("/odds"));
  sem_t *named = sem_open("/count", O_CREAT, 0600, 2);
  int value;
  sem_getvalue(named, &value);
  printf("%d %d ", value, sem_trywait(named));
  printf("%d ", sem_wait(named));
  printf("%d\n", sem_trywait(named));
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    usleep(10000);
    sem_post(named);
    _exit(3);
  }
  printf("%d ", sem_wait(named));
  siginfo_t info = {0};
  printf("%d ", waitid(P_PID, child, &info, WEXITED));
  printf("%d %d ", info.si_status, info.si_code);
  printf("%d ", sem_close(named));
  printf("%d\n", sem_unlink("/count"));
  int timer = timerfd_create(CLOCK_MONOTONIC, 0);
  struct itimerspec in = {{0, 0}, {0, 5000000}};
  unsigned long long ticks;
  printf("%d ", timerfd_settime(timer, 0, &in, 0));
  printf("%ld ", (long)read(timer, &ticks, 8));
  printf("%d\n", (int)ticks);
  struct timespec little = {0, 1000000};
  struct pollfd none = {timer, POLLIN, 0};
  printf("%d %d ", ppoll(&none, 1, &little, 0), pselect(0, 0, 0, 0, &little, 0));
  printf("%ld\n", little.tv_nsec);
  struct flock lock = {F_WRLCK, SEEK_SET, 0, 10};
  fd = open("locked", O_RDWR | O_CREAT, 0600);
  printf("%d %d\n", fcntl(fd, F_SETLK, &lock), posix_fallocate(fd, 0, 50));
  printf("%d ", fstatat(AT_FDCWD, "locked", &found, 0));
  printf("%ld %d\n", (long)found.st_size, posix_fallocate(99, 0, 1) == EBADF);
  char folder[] = "dirXXXXXX";
  printf("%d ", mkdtemp(folder) == folder);
  printf("%d\n", rmdir(folder));
}

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static pthread_barrier_t barrier;
static pthread_once_t control = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static int ready, begun, serial;

static void begin(void) { begun++; }

static void *work(void *argument) {
  pthread_once(&control, begin);
  pthread_setspecific(key, argument);
  if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) serial++;
  pthread_mutex_lock(&mutex);
  ready += pthread_getspecific(key) == argument;
  pthread_cond_signal(&condition);
  pthread_mutex_unlock(&mutex);
  return argument;
}

static void threads(void) {
  pthread_t all[3];
  pthread_barrier_init(&barrier, 0, 3);
  printf("%d ", pthread_key_create(&key, 0));
  for (long k = 0; k < 3; k++) pthread_create(&all[k], 0, work, (void *)(k + 1));
  pthread_mutex_lock(&mutex);
  while (ready < 3) pthread_cond_wait(&condition, &mutex);
  pthread_mutex_unlock(&mutex);
  long sum = 0;
  for (int k = 0; k < 3; k++) {
    void *result;
    pthread_join(all[k], &result);
    sum += (long)result;
  }
  pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
  printf("%ld %d %d %d %d %d\n", sum, begun, serial, pthread_getspecific(key) == 0, pthread_rwlock_rdlock(&lock), pthread_rwlock_unlock(&lock));
}

int main(void) {
  trees();
  tables();
  memory_streams();
  names();
  messages();
  threads();
  return 0;
}
