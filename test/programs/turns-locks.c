// A thread that holds a lock for most of a loop, until the other one has got in once: with loops of many lengths, so that the
// ends of turns would meet the same place of one of them again and again if all turns had one length.

#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static volatile int word, done;

static void lock_mutex(void) { pthread_mutex_lock(&mutex); }
static void unlock_mutex(void) { pthread_mutex_unlock(&mutex); }
static void lock_word(void) {
    while (__sync_lock_test_and_set(&word, 1))
        ;
}
static void unlock_word(void) { __sync_lock_release(&word); }

static void *finish_mutex(void *unused) {
    lock_mutex();
    done = 1;
    unlock_mutex();
    return unused;
}
static void *finish_word(void *unused) {
    lock_word();
    done = 1;
    unlock_word();
    return unused;
}

#define LOOP(kind, length)                                                                                             \
    static void loop_##kind##_##length(void) {                                                                         \
        for (int seen = 0; !seen;) {                                                                                   \
            lock_##kind();                                                                                             \
            seen = done;                                                                                               \
            __asm__ volatile(".rept " #length "\n nop\n .endr");                                                       \
            unlock_##kind();                                                                                           \
        }                                                                                                              \
    }
#define EACH(of, kind)                                                                                                 \
    of(kind, 5) of(kind, 6) of(kind, 7) of(kind, 8) of(kind, 9) of(kind, 10) of(kind, 11) of(kind, 12) of(kind, 13)
EACH(LOOP, mutex)
EACH(LOOP, word)

static void start(pthread_t *thread, void *(*finish)(void *)) {
    done = 0;
    pthread_create(thread, 0, finish, 0);
    // The thread waits for the lock behind this, or soon.
    for (volatile int round = 0; round < 40000; round++)
        ;
}

static void end(pthread_t thread, const char *kind, int length) {
    pthread_join(thread, 0);
    printf("%s %d\n", kind, length);
}

#define MEET(kind, length)                                                                                             \
    lock_##kind();                                                                                                     \
    start(&thread, finish_##kind);                                                                                     \
    unlock_##kind();                                                                                                   \
    loop_##kind##_##length();                                                                                          \
    end(thread, #kind, length);

int main(void) {
    pthread_t thread;
    EACH(MEET, mutex)
    EACH(MEET, word)
    return 0;
}
