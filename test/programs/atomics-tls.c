// Thread-local variables, atomics, once, mutexes of one thread.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static _Thread_local int zero;
static _Thread_local int set = 42;
static _Thread_local char text[100] = "thread-local";
static atomic_int counter;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static void run(void) { printf("once\n"); }

int main(void) {
  printf("%d %d %s\n", zero, set, text);
  set += ++zero;
  printf("%d %d\n", zero, set);
  for (int k = 0; k < 1000; k++) atomic_fetch_add(&counter, k);
  int expected = 499500;
  printf("%d %d\n", atomic_compare_exchange_strong(&counter, &expected, 7), atomic_load(&counter));
  _Atomic long long wide = 1;
  atomic_fetch_or(&wide, 1ll << 40);
  printf("%lld %lld\n", atomic_exchange(&wide, 5), (long long)wide);
  pthread_once(&once, run);
  pthread_once(&once, run);
  int locked = pthread_mutex_lock(&mutex);
  printf("%d %d\n", locked, pthread_mutex_trylock(&mutex) != 0);
  printf("%d\n", pthread_mutex_unlock(&mutex));
  pthread_key_t key;
  pthread_key_create(&key, 0);
  pthread_setspecific(key, &set);
  printf("%d %d\n", pthread_getspecific(key) == &set, pthread_equal(pthread_self(), pthread_self()) != 0);
  return 0;
}
