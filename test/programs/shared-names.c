// Memory and semaphores by name in /dev/shm, shared with a child; mutexes that lend priority, contended by threads.
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t lending;
static int counter;

static void *add(void *unused) {
  for (int k = 0; k < 100; k++) {
    pthread_mutex_lock(&lending);
    int before = counter;
    usleep(10);
    counter = before + 1;
    pthread_mutex_unlock(&lending);
  }
  return unused;
}

static void names(void) {
  struct stat status;
  printf("%d ", stat("/dev/shm", &status));
  printf("%o\n", status.st_mode);
  int memory = shm_open("/asmoscope-test", O_CREAT | O_RDWR | O_EXCL, 0600);
  printf("%d %d\n", memory >= 0, ftruncate(memory, 4096));
  char *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
  sem_t *told = sem_open("/asmoscope-told", O_CREAT, 0600, 0);
  if (told == SEM_FAILED) return;
  if (fork() == 0) {
    strcpy(shared, "from the child");
    sem_post(told);
    _exit(0);
  }
  sem_wait(told);
  int value = -1;
  sem_getvalue(told, &value);
  printf("%s %d\n", shared, value);
  wait(NULL);
  printf("%d\n", sem_unlink("/asmoscope-told"));
  printf("%d\n", shm_unlink("/asmoscope-test"));
  printf("%d\n", shm_open("/asmoscope-test", O_RDWR, 0));
}

int main(void) {
  names();
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  printf("%d\n", pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT));
  printf("%d\n", pthread_mutex_init(&lending, &attributes));
  pthread_t threads[3];
  for (int k = 0; k < 3; k++) pthread_create(&threads[k], NULL, add, NULL);
  for (int k = 0; k < 3; k++) pthread_join(threads[k], NULL);
  printf("%d %d\n", counter, pthread_mutex_trylock(&lending));
  printf("%d\n", pthread_mutex_unlock(&lending));
  printf("%d\n", pthread_mutex_destroy(&lending));
  return 0;
}
