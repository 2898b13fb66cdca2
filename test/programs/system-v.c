// System V's shared memory, semaphores and queues of messages between processes, and what is told of them.
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHOW(call)                                                                      \
  do {                                                                                  \
    errno = 0;                                                                          \
    long result = (long)(call);                                                         \
    printf("%s: %ld %s\n", #call, result, result < 0 ? strerror(errno) : ""); \
  } while (0)

static void memory(void) {
  int id = shmget(IPC_PRIVATE, 5000, IPC_CREAT | 0600), status;
  SHOW(id >= 0);
  char *here = shmat(id, 0, 0);
  char *there = shmat(id, 0, SHM_RDONLY);
  SHOW(here != (void *)-1 && there != (void *)-1 && here != there);
  if (fork() == 0) {
    strcpy(here + 4000, "written by the child");
    _exit(shmdt(here));
  }
  wait(&status);
  printf("%s; %s\n", here + 4000, there + 4000);
  struct shmid_ds about;
  SHOW(shmctl(id, IPC_STAT, &about));
  printf("%ld bytes, attached %ld, mode %o, made here %d\n", (long)about.shm_segsz, (long)about.shm_nattch,
         about.shm_perm.mode & 0777, about.shm_cpid == getpid());
  SHOW(shmdt(there));
  SHOW(shmdt(there));
  SHOW(shmctl(id, IPC_RMID, 0));
  here[0] = 'x';
  SHOW(shmctl(id, IPC_STAT, &about));
  printf("still there %d, attached %ld\n", (about.shm_perm.mode & SHM_DEST) != 0, (long)about.shm_nattch);
  SHOW(shmdt(here));
  SHOW(shmctl(id, IPC_RMID, 0));
  SHOW((long)shmat(id, 0, 0));
  SHOW(shmget(4711, 100, 0));
  id = shmget(4711, 100, IPC_CREAT | 0644);
  SHOW(shmget(4711, 100, 0) == id);
  SHOW(shmget(4711, 10000, 0));
  SHOW(shmget(4711, 100, IPC_CREAT | IPC_EXCL));
  SHOW(shmget(IPC_PRIVATE, 0, IPC_CREAT));
  SHOW((long)shmat(id, here + 1, 0));
  here = shmat(id, here + 1, SHM_RND);
  SHOW(here != (void *)-1 && ((long)here & 4095) == 0);
  SHOW(shmctl(id, IPC_RMID, 0));
}

union argument {
  int value;
  struct semid_ds *about;
  unsigned short *all;
};

static void semaphores(void) {
  int id = semget(IPC_PRIVATE, 3, IPC_CREAT | 0600), status;
  SHOW(id >= 0);
  unsigned short values[3] = {1, 0, 5}, back[3];
  SHOW(semctl(id, 0, SETALL, (union argument){.all = values}));
  SHOW(semctl(id, 2, GETVAL));
  struct sembuf take[2] = {{0, -1, 0}, {2, -2, 0}};
  SHOW(semop(id, take, 2));
  SHOW(semctl(id, 0, GETALL, (union argument){.all = back}));
  printf("%d %d %d\n", back[0], back[1], back[2]);
  struct sembuf never[2] = {{2, -1, 0}, {0, -1, IPC_NOWAIT}};
  SHOW(semop(id, never, 2));
  SHOW(semctl(id, 2, GETVAL));
  if (fork() == 0) {
    usleep(2000);
    struct sembuf raise[1] = {{1, 3, 0}};
    semop(id, raise, 1);
    struct sembuf zero[1] = {{1, 0, 0}};
    semop(id, zero, 1);
    _exit(9);
  }
  struct sembuf lower[1] = {{1, -1, 0}};
  SHOW(semop(id, lower, 1));
  SHOW(semop(id, lower, 1));
  SHOW(semop(id, lower, 1));
  wait(&status);
  printf("status %x\n", status);
  if (fork() == 0) {
    struct sembuf undone[1] = {{2, -3, SEM_UNDO}};
    semop(id, undone, 1);
    _exit(semctl(id, 2, GETVAL));
  }
  wait(&status);
  printf("status %x, now %d\n", status, semctl(id, 2, GETVAL));
  struct timespec limit = {0, 3000000};
  SHOW(semtimedop(id, lower, 1, &limit));
  struct sembuf large[1] = {{0, 32767, 0}};
  SHOW(semop(id, large, 1));
  SHOW(semop(id, large, 1));
  struct sembuf outside[1] = {{7, 1, 0}};
  SHOW(semop(id, outside, 1));
  SHOW(semctl(id, 9, GETVAL));
  SHOW(semctl(id, 0, SETVAL, (union argument){.value = 40000}));
  SHOW(semctl(id, 0, SETVAL, (union argument){.value = 4}));
  struct semid_ds about;
  SHOW(semctl(id, 0, IPC_STAT, (union argument){.about = &about}));
  printf("%ld of them, mode %o\n", (long)about.sem_nsems, about.sem_perm.mode & 0777);
  if (fork() == 0) {
    int failed = semop(id, lower, 1);
    _exit(failed < 0 ? errno : 0);
  }
  usleep(30000);
  SHOW(semctl(id, 0, IPC_RMID));
  wait(&status);
  printf("waiter told %s\n", strerror(WEXITSTATUS(status)));
  SHOW(semctl(id, 0, GETVAL));
  SHOW(semget(IPC_PRIVATE, 0, IPC_CREAT));
}

struct message {
  long type;
  char text[40];
};

static void queues(void) {
  int id = msgget(IPC_PRIVATE, IPC_CREAT | 0600), status;
  SHOW(id >= 0);
  struct message message;
  for (int k = 3; k > 0; k--) {
    message.type = k;
    sprintf(message.text, "number %d", k);
    SHOW(msgsnd(id, &message, strlen(message.text) + 1, 0));
  }
  SHOW(msgrcv(id, &message, 40, 2, 0));
  puts(message.text);
  SHOW(msgrcv(id, &message, 40, -3, 0));
  puts(message.text);
  SHOW(msgrcv(id, &message, 4, 0, 0));
  SHOW(msgrcv(id, &message, 4, 0, MSG_NOERROR));
  printf("%.4s, type %ld\n", message.text, message.type);
  SHOW(msgrcv(id, &message, 40, 0, IPC_NOWAIT));
  if (fork() == 0) {
    usleep(2000);
    message.type = 77;
    strcpy(message.text, "from the child");
    _exit(msgsnd(id, &message, 15, 0));
  }
  SHOW(msgrcv(id, &message, 40, 77, 0));
  puts(message.text);
  wait(&status);
  message.type = 0;
  SHOW(msgsnd(id, &message, 5, 0));
  SHOW(msgsnd(id, &message, -1, 0));
  message.type = 1;
  int sent = 0;
  while (msgsnd(id, &message, 40, IPC_NOWAIT) == 0) sent++;
  printf("%d sent, then %s\n", sent, strerror(errno));
  struct msqid_ds about;
  SHOW(msgctl(id, IPC_STAT, &about));
  printf("%ld wait\n", (long)about.msg_qnum);
  SHOW(msgctl(id, IPC_RMID, 0));
  SHOW(msgsnd(id, &message, 5, 0));
}

int main(void) {
  setvbuf(stdout, 0, _IONBF, 0);
  memory();
  semaphores();
  queues();
  return 0;
}
