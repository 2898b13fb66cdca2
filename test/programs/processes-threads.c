/* Threads: what they share, how they wait for each other, how they end. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define THREADS 4
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t filled = PTHREAD_COND_INITIALIZER, emptied = PTHREAD_COND_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_barrier_t barrier;
static pthread_key_t key;
static sem_t semaphore;
static long counter, slot, onces, destroyed;
static __thread int own = 5;
static int isFull;
static volatile sig_atomic_t handledBy;

static void onlyOnce(void) { onces++; }
static void destroy(void *value) { __atomic_add_fetch(&destroyed, *(int *)value, __ATOMIC_SEQ_CST); }

static void *count(void *argument) {
  int number = (int)(long)argument;
  pthread_once(&once, onlyOnce);
  own += number;
  int *value = malloc(sizeof *value);
  *value = number;
  pthread_setspecific(key, value);
  for (int k = 0; k < 3000; k++) {
    pthread_mutex_lock(&lock);
    counter++;
    pthread_mutex_unlock(&lock);
  }
  pthread_barrier_wait(&barrier);
  pthread_mutex_lock(&lock);
  long seen = counter;
  pthread_mutex_unlock(&lock);
  return (void *)(seen * 10 + own);
}

static void *produce(void *argument) {
  for (long k = 1; k <= 50; k++) {
    pthread_mutex_lock(&lock);
    while (isFull) pthread_cond_wait(&emptied, &lock);
    slot = k;
    isFull = 1;
    pthread_cond_signal(&filled);
    pthread_mutex_unlock(&lock);
  }
  return argument;
}

static void *waitForSemaphore(void *argument) {
  sem_wait(&semaphore);
  pthread_exit(argument);
}

static void *sleepForEver(void *argument) {
  for (;;) sleep(100);
  return argument;
}

static void handler(int signal) { handledBy = signal; }

int main(void) {
  pthread_t threads[THREADS];
  void *result;
  setvbuf(stdout, NULL, _IONBF, 0);
  pthread_key_create(&key, destroy);
  pthread_barrier_init(&barrier, NULL, THREADS);
  for (long k = 0; k < THREADS; k++) pthread_create(&threads[k], NULL, count, (void *)k);
  for (int k = 0; k < THREADS; k++) {
    pthread_join(threads[k], &result);
    printf("thread %d: %ld\n", k, (long)result);
  }
  printf("counter %ld own %d once %ld destroyed %ld\n", counter, own, onces, destroyed);

  long sum = 0;
  pthread_create(&threads[0], NULL, produce, NULL);
  for (int k = 0; k < 50; k++) {
    pthread_mutex_lock(&lock);
    while (!isFull) pthread_cond_wait(&filled, &lock);
    sum = sum * 3 % 1000003 + slot;
    isFull = 0;
    pthread_cond_signal(&emptied);
    pthread_mutex_unlock(&lock);
  }
  pthread_join(threads[0], NULL);
  printf("consumed %ld\n", sum);

  sem_init(&semaphore, 0, 0);
  pthread_create(&threads[0], NULL, waitForSemaphore, (void *)77);
  usleep(2000);
  printf("try join %d\n", pthread_tryjoin_np(threads[0], &result) == EBUSY);
  sem_post(&semaphore);
  pthread_join(threads[0], &result);
  printf("joined %ld\n", (long)result);

  pthread_mutex_lock(&lock);
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec += 5000000;
  if (until.tv_nsec >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
  printf("timed out %d\n", pthread_cond_timedwait(&filled, &lock, &until) == ETIMEDOUT);
  pthread_mutex_unlock(&lock);

  pthread_create(&threads[0], NULL, sleepForEver, NULL);
  usleep(1000);
  pthread_cancel(threads[0]);
  pthread_join(threads[0], &result);
  printf("cancelled %d\n", result == PTHREAD_CANCELED);

  signal(SIGUSR1, handler);
  pthread_create(&threads[0], NULL, sleepForEver, NULL);
  usleep(1000);
  pthread_kill(threads[0], SIGUSR1);
  while (handledBy == 0) usleep(100);
  printf("handled %d, same process %d, other thread %d\n", handledBy, getpid() == syscall(SYS_getpid),
         getpid() == syscall(SYS_gettid));

  int status;
  if (fork() == 0) {
    pthread_create(&threads[1], NULL, sleepForEver, NULL);
    exit(12);
  }
  wait(&status);
  printf("child %d\n", WEXITSTATUS(status));
  return 3;
}
