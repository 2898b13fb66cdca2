// What functions of threads answer to arguments that are wrong, to what is over, and when a time is up.
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static sem_t semaphore;
static pthread_key_t keys[4];
static int destroyed, flag;

static struct timespec after(long ms) {
  struct timespec at;
  clock_gettime(CLOCK_REALTIME, &at);
  at.tv_sec += ms / 1000;
  at.tv_nsec += ms % 1000 * 1000000;
  if (at.tv_nsec < 1000000000) return at;
  at.tv_sec++;
  at.tv_nsec -= 1000000000;
  return at;
}

static void attributes(void) {
  pthread_attr_t a;
  size_t size = 0;
  int state = 7;
  printf("init %d\n", pthread_attr_init(&a));
  printf("get %d", pthread_attr_getstacksize(&a, &size));
  printf(" %zu", size);
  printf(" %d", pthread_attr_getguardsize(&a, &size));
  printf(" %zu", size);
  printf(" %d", pthread_attr_getdetachstate(&a, &state));
  printf(" %d\n", state);
  printf("small %d", pthread_attr_setstacksize(&a, 16383));
  printf(" least %d", pthread_attr_setstacksize(&a, 16384));
  printf(" %d", pthread_attr_getstacksize(&a, &size));
  printf(" %zu\n", size);
  printf("state %d", pthread_attr_setdetachstate(&a, 2));
  printf(" %d", pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED));
  printf(" %d", pthread_attr_getdetachstate(&a, &state));
  printf(" %d\n", state);
  printf("guard %d", pthread_attr_setguardsize(&a, 8192));
  printf(" %d", pthread_attr_getguardsize(&a, &size));
  printf(" %zu\n", size);
  printf("scope %d", pthread_attr_setscope(&a, PTHREAD_SCOPE_SYSTEM));
  printf(" %d", pthread_attr_setscope(&a, PTHREAD_SCOPE_PROCESS));
  printf(" %d\n", pthread_attr_setscope(&a, 9));
  printf("destroy %d\n", pthread_attr_destroy(&a));
}

static void mutexes(void) {
  pthread_mutexattr_t a;
  pthread_mutex_t m;
  int type = 9;
  printf("init %d", pthread_mutexattr_init(&a));
  printf(" %d", pthread_mutexattr_gettype(&a, &type));
  printf(" %d\n", type);
  printf("types %d %d", pthread_mutexattr_settype(&a, 4), pthread_mutexattr_settype(&a, -1));
  printf(" %d", pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE));
  printf(" %d", pthread_mutexattr_gettype(&a, &type));
  printf(" %d\n", type);
  printf("shared %d", pthread_mutexattr_setpshared(&a, PTHREAD_PROCESS_PRIVATE));
  printf(" %d\n", pthread_mutexattr_setpshared(&a, 2));
  pthread_mutex_init(&m, &a);
  printf("lock %d %d", pthread_mutex_lock(&m), pthread_mutex_lock(&m));
  printf(" destroy %d", pthread_mutex_destroy(&m));
  printf(" unlock %d", pthread_mutex_unlock(&m));
  printf(" %d", pthread_mutex_unlock(&m));
  printf(" %d\n", pthread_mutex_unlock(&m));
  printf("destroy %d", pthread_mutex_destroy(&m));
  printf(" then %d", pthread_mutex_lock(&m));
  printf(" %d", pthread_mutex_trylock(&m));
  printf(" %d\n", pthread_mutex_unlock(&m));
}

static void semaphores(void) {
  printf("init %d", sem_init(&semaphore, 0, 0x80000000u));
  printf(" %d\n", errno == EINVAL);
  sem_init(&semaphore, 0, INT_MAX);
  printf("post %d", sem_post(&semaphore));
  printf(" %d\n", errno == EOVERFLOW);
  sem_init(&semaphore, 0, 1);
  struct timespec soon = after(20), never = {.tv_nsec = 1000000000};
  printf("timed %d", sem_timedwait(&semaphore, &soon));
  printf(" %d", sem_timedwait(&semaphore, &soon));
  printf(" %d", errno == ETIMEDOUT);
  printf(" %d", sem_timedwait(&semaphore, &never));
  printf(" %d\n", errno == EINVAL);
}

static void destroy(void *pointer) { destroyed += *(int *)pointer; }
static void again(void *pointer) {
  destroyed += 100;
  pthread_setspecific(keys[0], pointer);
}
static void *with_keys(void *argument) {
  static int one = 1;
  (void)argument;
  pthread_setspecific(keys[0], &one);
  pthread_setspecific(keys[1], &one);
  return NULL;
}

static void give_keys(void) {
  pthread_t thread;
  printf("keys %d", pthread_key_create(&keys[0], again));
  printf(" %d\n", pthread_key_create(&keys[1], destroy));
  pthread_create(&thread, NULL, with_keys, NULL);
  pthread_join(thread, NULL);
  printf("destroyed %d\n", destroyed);
  pthread_setspecific(keys[1], &flag);
  printf("delete %d", pthread_key_delete(keys[1]));
  printf(" %d", pthread_key_delete(keys[1]));
  printf(" set %d", pthread_setspecific(keys[1], &flag));
  printf(" get %d\n", pthread_getspecific(keys[1]) != NULL);
  printf("again %d", pthread_key_create(&keys[2], NULL));
  printf(" same %d empty %d\n", keys[2] == keys[1], pthread_getspecific(keys[2]) == NULL);
  int made = 0;
  while (made < 3000 && pthread_key_create(&keys[3], NULL) == 0 && pthread_key_delete(keys[3]) == 0) made++;
  printf("made %d\n", made);
}

static void *signal_it(void *argument) {
  (void)argument;
  usleep(5000);
  pthread_mutex_lock(&held);
  flag = 1;
  pthread_cond_signal(&condition);
  pthread_mutex_unlock(&held);
  return NULL;
}
static void *lock_late(void *argument) {
  struct timespec soon = after(5), later = after(2000);
  printf("late %d", pthread_mutex_timedlock(&held, &soon));
  *(int *)argument = 1;
  int result = pthread_mutex_timedlock(&held, &later);
  printf(" then %d\n", result);
  pthread_mutex_unlock(&held);
  return NULL;
}

static void waits(void) {
  pthread_t thread;
  pthread_condattr_t a;
  pthread_rwlockattr_t r;
  printf("attributes %d %d", pthread_condattr_init(&a), pthread_condattr_destroy(&a));
  printf(" %d %d\n", pthread_rwlockattr_init(&r), pthread_rwlockattr_destroy(&r));
  struct timespec soon = after(5), never = {.tv_nsec = -1};
  pthread_mutex_lock(&held);
  printf("wait %d", pthread_cond_timedwait(&condition, &held, &soon));
  printf(" %d", pthread_cond_timedwait(&condition, &held, &never));
  printf(" busy %d\n", pthread_mutex_trylock(&held));
  pthread_create(&thread, NULL, signal_it, NULL);
  struct timespec later = after(2000);
  int result = 0;
  while (!flag && result == 0) result = pthread_cond_timedwait(&condition, &held, &later);
  printf("signalled %d\n", result);
  pthread_mutex_unlock(&held);
  pthread_join(thread, NULL);
  static volatile int tried;
  pthread_mutex_lock(&held);
  pthread_create(&thread, NULL, lock_late, (void *)&tried);
  while (!tried) usleep(1000);
  pthread_mutex_unlock(&held);
  pthread_join(thread, NULL);
}

int main(void) {
  attributes();
  mutexes();
  semaphores();
  give_keys();
  waits();
  return 0;
}
