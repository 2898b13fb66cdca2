// What threads wait for, and what each has for itself: every line is the same however the turns fall.
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER, all_there = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_spinlock_t spin;
static pthread_barrier_t barrier;
static pthread_once_t control = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static sem_t go, done;
static int sum, begun, serial, destroyed, stage, handled;
static volatile int flag;

static void begin(void) { begun++; }
static void destroy(void *pointer) {
  pthread_mutex_lock(&mutex);
  destroyed += *(int *)pointer;
  pthread_mutex_unlock(&mutex);
  free(pointer);
}

// Many small steps under a lock: what the threads add up is whole.
static void *adder(void *argument) {
  pthread_once(&control, begin);
  int *own = malloc(sizeof *own);
  *own = (int)(long)argument;
  pthread_setspecific(key, own);
  for (int k = 0; k < 3000; k++) {
    pthread_mutex_lock(&mutex);
    int before = sum;
    for (volatile int wait = 0; wait < 5; wait++);
    sum = before + 1;
    pthread_mutex_unlock(&mutex);
    pthread_spin_lock(&spin);
    stage++;
    pthread_spin_unlock(&spin);
  }
  if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) serial++;
  if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) serial++;
  if (*(int *)pthread_getspecific(key) == 2) pthread_exit((void *)22L);
  return (void *)(10L * *(int *)pthread_getspecific(key));
}

static void adders(void) {
  pthread_t all[4];
  pthread_barrier_init(&barrier, 0, 4);
  pthread_spin_init(&spin, 0);
  pthread_key_create(&key, destroy);
  for (long k = 0; k < 4; k++) pthread_create(&all[k], 0, adder, (void *)(k + 1));
  for (int k = 0; k < 4; k++) {
    void *result;
    printf("%d ", pthread_join(all[k], &result));
    printf("%ld\n", (long)result);
  }
  printf("%d %d begun %d serial %d destroyed %d\n", sum, stage, begun, serial, destroyed);
}

// A thread's errno is its own, and its number is what others know it by.
static pthread_t number;
static void *failing(void *argument) {
  errno = 0;
  int closed = close(-1);
  sem_post(&done);
  sem_wait(&go);
  printf("%d %s, number %d\n", closed, strerror(errno), pthread_equal(number, pthread_self()) != 0);
  return argument;
}

static void errors(void) {
  sem_init(&go, 0, 0);
  sem_init(&done, 0, 0);
  pthread_mutex_lock(&mutex);
  pthread_create(&number, 0, failing, 0);
  pthread_mutex_unlock(&mutex);
  sem_wait(&done);
  errno = ERANGE;
  sem_post(&go);
  pthread_join(number, 0);
  printf("main: %s, self %d\n", strerror(errno), pthread_join(pthread_self(), 0) == EDEADLK);
  int value;
  sem_getvalue(&go, &value);
  int tried = sem_trywait(&go);
  printf("%d %d %d\n", value, tried, errno == EAGAIN);
}

static void show(const char *what, int result) {
  printf("%s: %s\n", what, result == 0 ? "taken" : result == EBUSY ? "busy" : result == EDEADLK ? "own" : result == EPERM ? "not own" : "?");
}

// Kinds of locks.
static void kinds(void) {
  pthread_mutexattr_t attributes;
  pthread_mutex_t recursive, checking;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&recursive, &attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_init(&checking, &attributes);
  show("recursive", pthread_mutex_lock(&recursive));
  show("again", pthread_mutex_trylock(&recursive));
  show("destroyed", pthread_mutex_destroy(&recursive));
  for (int k = 0; k < 3; k++) show("unlocked", pthread_mutex_unlock(&recursive));
  show("checking, not locked", pthread_mutex_unlock(&checking));
  show("locked", pthread_mutex_lock(&checking));
  show("again", pthread_mutex_lock(&checking));
  show("tried", pthread_mutex_trylock(&checking));
  show("unlocked", pthread_mutex_unlock(&checking));
  show("destroyed", pthread_mutex_destroy(&recursive) | pthread_mutex_destroy(&checking));
  show("read", pthread_rwlock_rdlock(&rwlock));
  show("read", pthread_rwlock_tryrdlock(&rwlock));
  show("write", pthread_rwlock_trywrlock(&rwlock));
  show("done", pthread_rwlock_unlock(&rwlock));
  show("done", pthread_rwlock_unlock(&rwlock));
  show("write", pthread_rwlock_wrlock(&rwlock));
  show("read", pthread_rwlock_tryrdlock(&rwlock));
  show("write", pthread_rwlock_wrlock(&rwlock));
  show("done", pthread_rwlock_unlock(&rwlock));
}

// A broadcast wakes all; a reader waits for the writer.
static int ready, woken, text;
static void *waiter(void *argument) {
  pthread_mutex_lock(&mutex);
  ready++;
  pthread_cond_signal(&all_there);
  while (flag == 0) pthread_cond_wait(&condition, &mutex);
  woken++;
  pthread_mutex_unlock(&mutex);
  pthread_rwlock_rdlock(&rwlock);
  long seen = text;
  pthread_rwlock_unlock(&rwlock);
  return (void *)seen;
}

static void broadcast(void) {
  pthread_t all[5];
  pthread_rwlock_wrlock(&rwlock);
  for (int k = 0; k < 5; k++) pthread_create(&all[k], 0, waiter, 0);
  pthread_mutex_lock(&mutex);
  while (ready < 5) pthread_cond_wait(&all_there, &mutex);
  flag = 1;
  pthread_cond_broadcast(&condition);
  pthread_mutex_unlock(&mutex);
  usleep(20000);
  text = 7;
  pthread_rwlock_unlock(&rwlock);
  long seen = 0;
  for (int k = 0; k < 5; k++) {
    void *result;
    pthread_join(all[k], &result);
    seen += (long)result;
  }
  printf("woken %d saw %ld\n", woken, seen);
}

// Waiting without any call, and signals for a thread.
static void handler(int signal) { handled = signal; }
static void *spinner(void *argument) {
  while (flag != 2);
  raise(SIGUSR1);
  sem_post(&done);
  return argument;
}

static void *recursion(void *argument) {
  char room[512];
  memset(room, 1, sizeof room);
  long depth = (long)argument;
  return depth == 0 ? (void *)0 : (void *)((long)recursion((void *)(depth - 1)) + room[depth % 512]);
}

static void signals(void) {
  pthread_t one, two;
  signal(SIGUSR1, handler);
  pthread_create(&one, 0, spinner, 0);
  pthread_detach(one);
  flag = 2;
  while (sem_wait(&done) != 0);
  printf("handled %d, detached\n", handled == SIGUSR1);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 2 << 20);
  pthread_create(&two, &attributes, recursion, (void *)1000L);
  pthread_attr_destroy(&attributes);
  void *depth;
  pthread_join(two, &depth);
  printf("depth %ld\n", (long)depth);
}

// The process ends with its last thread, and then calls what was registered.
static void goodbye(void) { puts("goodbye"); }
static void *last(void *argument) {
  usleep(10000);
  puts("last thread");
  return argument;
}

int main(void) {
  adders();
  errors();
  kinds();
  broadcast();
  signals();
  for (int round = 0; round < 300; round++) {
    pthread_t one;
    if (pthread_create(&one, 0, recursion, (void *)1L)) printf("no thread in round %d\n", round);
    pthread_join(one, 0);
  }
  atexit(goodbye);
  pthread_t one;
  pthread_create(&one, 0, last, 0);
  pthread_exit(0);
}
