// The C library as rows: what `extern` resolves against, what hover shows, and the types that calls are decoded by.
// A row is the prototype as the C standard or POSIX writes it and one sentence; `signatureOf` reads the types out of the
// prototype, so that each fact stands once. The functions themselves are debugger/libc, one per row.
// Source: ISO C11 clause 7, POSIX.1-2017, the Linux man pages' section 3.

import { linuxFunctions } from "./libc-linux.ts";
import { posixFunctions } from "./libc-posix.ts";
import { type LibcRow, row } from "./libc-row.ts";

export type { LibcRow } from "./libc-row.ts";

// biome-ignore format: one row a line
const makeFunctions = () => ({
  // Memory
  malloc:   row("void *malloc(size_t size)", "Allocates size bytes, not initialised; NULL when there is no memory."),
  calloc:   row("void *calloc(size_t count, size_t size)", "Allocates count × size bytes of zeros; NULL when there is no memory or the product overflows."),
  realloc:  row("void *realloc(void *block, size_t size)", "Resizes a block, moving it if need be; the old pointer is dead afterwards."),
  free:     row("void free(void *block)", "Releases a block from malloc, calloc or realloc; NULL does nothing."),
  aligned_alloc: row("void *aligned_alloc(size_t alignment, size_t size)", "Allocates size bytes at a multiple of alignment (a power of two)."),
  posix_memalign: row("int posix_memalign(void **result, size_t alignment, size_t size)", "Stores an aligned block's address in *result; returns 0 or an errno."),
  memalign: row("void *memalign(size_t alignment, size_t size)", "Allocates size bytes at a multiple of alignment, as aligned_alloc does."),
  valloc:   row("void *valloc(size_t size)", "Allocates size bytes at the start of a page."),
  pvalloc:  row("void *pvalloc(size_t size)", "Allocates whole pages for size bytes."),
  reallocarray: row("void *reallocarray(void *block, size_t count, size_t size)", "realloc to count × size bytes; NULL when the product overflows."),
  malloc_usable_size: row("size_t malloc_usable_size(void *block)", "Bytes the program may use of a heap block."),

  // Output and input
  printf:   row("int printf(const char *format, ...)", "Writes formatted text to standard output; returns the number of bytes."),
  fprintf:  row("int fprintf(FILE *stream, const char *format, ...)", "Writes formatted text to a stream."),
  dprintf:  row("int dprintf(int fd, const char *format, ...)", "Writes formatted text to a file descriptor."),
  sprintf:  row("int sprintf(char *buffer, const char *format, ...)", "Writes formatted text and a zero byte into a buffer of unknown size."),
  snprintf: row("int snprintf(char *buffer, size_t size, const char *format, ...)", "Writes at most size bytes of formatted text, zero byte included; returns the length it would have had."),
  vprintf:  row("int vprintf(const char *format, va_list args)", "printf with its arguments in a va_list."),
  vfprintf: row("int vfprintf(FILE *stream, const char *format, va_list args)", "fprintf with its arguments in a va_list."),
  vsprintf: row("int vsprintf(char *buffer, const char *format, va_list args)", "sprintf with its arguments in a va_list."),
  vsnprintf: row("int vsnprintf(char *buffer, size_t size, const char *format, va_list args)", "snprintf with its arguments in a va_list."),
  puts:     row("int puts(const char *text)", "Writes a string and a newline to standard output."),
  putchar:  row("int putchar(int character)", "Writes one byte to standard output and returns it."),
  putc:     row("int putc(int character, FILE *stream)", "Writes one byte to a stream and returns it."),
  fputc:    row("int fputc(int character, FILE *stream)", "Writes one byte to a stream and returns it."),
  fputs:    row("int fputs(const char *text, FILE *stream)", "Writes a string, without a newline, to a stream."),
  fwrite:   row("size_t fwrite(const void *data, size_t size, size_t count, FILE *stream)", "Writes count elements of size bytes; returns the number of elements written."),
  scanf:    row("int scanf(const char *format, ...)", "Reads standard input by a format into the addresses given; returns how many were stored, −1 at end of file."),
  fscanf:   row("int fscanf(FILE *stream, const char *format, ...)", "Reads a stream by a format."),
  sscanf:   row("int sscanf(const char *text, const char *format, ...)", "Reads a string by a format."),
  vscanf:   row("int vscanf(const char *format, va_list args)", "scanf with its arguments in a va_list."),
  vsscanf:  row("int vsscanf(const char *text, const char *format, va_list args)", "sscanf with its arguments in a va_list."),
  getchar:  row("int getchar(void)", "Reads one byte from standard input; −1 at end of file."),
  getc:     row("int getc(FILE *stream)", "Reads one byte from a stream; −1 at end of file."),
  fgetc:    row("int fgetc(FILE *stream)", "Reads one byte from a stream; −1 at end of file."),
  ungetc:   row("int ungetc(int character, FILE *stream)", "Puts one byte back into a stream's input."),
  gets:     row("char *gets(char *buffer)", "Reads a line into a buffer of unknown size: cannot be used safely; fgets can."),
  fgets:    row("char *fgets(char *buffer, int size, FILE *stream)", "Reads a line of at most size − 1 bytes, newline kept; NULL at end of file."),
  fread:    row("size_t fread(void *data, size_t size, size_t count, FILE *stream)", "Reads count elements of size bytes; returns the number of whole elements read."),
  getline:  row("ssize_t getline(char **line, size_t *size, FILE *stream)", "Reads a line into a heap block that it enlarges as needed; −1 at end of file."),
  fflush:   row("int fflush(FILE *stream)", "Hands a stream's waiting output to the kernel; NULL means all streams."),
  fopen:    row("FILE *fopen(const char *path, const char *mode)", "Opens a file as a stream; NULL and errno when it cannot."),
  fclose:   row("int fclose(FILE *stream)", "Flushes and closes a stream."),
  fseek:    row("int fseek(FILE *stream, long offset, int whence)", "Moves a stream's position."),
  ftell:    row("long ftell(FILE *stream)", "A stream's position in bytes from its start."),
  rewind:   row("void rewind(FILE *stream)", "Moves a stream to its start and clears its error."),
  feof:     row("int feof(FILE *stream)", "Nonzero once a read has met the end of the stream."),
  ferror:   row("int ferror(FILE *stream)", "Nonzero once an operation on the stream has failed."),
  clearerr: row("void clearerr(FILE *stream)", "Clears a stream's end-of-file and error marks."),
  fileno:   row("int fileno(FILE *stream)", "The file descriptor beneath a stream."),
  setbuf:   row("void setbuf(FILE *stream, char *buffer)", "Sets a stream's buffer; NULL makes it unbuffered."),
  setvbuf:  row("int setvbuf(FILE *stream, char *buffer, int mode, size_t size)", "Sets how a stream buffers: 0 full, 1 by line, 2 not at all."),
  perror:   row("void perror(const char *prefix)", "Writes prefix, a colon and the text of errno to standard error."),
  remove:   row("int remove(const char *path)", "Deletes a file."),

  // Process
  exit:     row("void exit(int status)", "Flushes all streams and ends the process; does not return."),
  _exit:    row("void _exit(int status)", "Ends the process at once, without flushing."),
  abort:    row("void abort(void)", "Ends the process with SIGABRT."),
  atexit:   row("int atexit(void (*function)(void))", "Registers a function that exit calls, last registered first."),
  getenv:   row("char *getenv(const char *name)", "The value of an environment variable; NULL when it is not set."),
  system:   row("int system(const char *command)", "Runs a command by /bin/sh, where the program's files have one (--root), and returns its status; else −1 (0 for NULL)."),
  __errno_location: row("int *__errno_location(void)", "The address of errno."),
  __stack_chk_fail: row("void __stack_chk_fail(void)", "Ends the process: a stack protector's canary was overwritten."),
  __assert_fail: row("void __assert_fail(const char *text, const char *file, unsigned line, const char *function)", "Reports a failed assertion and aborts."),

  // Strings and memory blocks
  strlen:   row("size_t strlen(const char *text)", "Bytes of a string before its zero byte."),
  strnlen:  row("size_t strnlen(const char *text, size_t limit)", "strlen that looks at no more than limit bytes."),
  strcpy:   row("char *strcpy(char *target, const char *source)", "Copies a string with its zero byte; the target must be large enough."),
  stpcpy:   row("char *stpcpy(char *target, const char *source)", "strcpy that returns the address of the target's zero byte."),
  strncpy:  row("char *strncpy(char *target, const char *source, size_t size)", "Copies at most size bytes and fills the rest with zeros; no zero byte when the source is longer."),
  strcat:   row("char *strcat(char *target, const char *source)", "Appends a string to another."),
  strncat:  row("char *strncat(char *target, const char *source, size_t size)", "Appends at most size bytes and a zero byte."),
  strcmp:   row("int strcmp(const char *left, const char *right)", "Compares strings by bytes: negative, 0 or positive."),
  strncmp:  row("int strncmp(const char *left, const char *right, size_t size)", "Compares at most size bytes of two strings."),
  strcasecmp: row("int strcasecmp(const char *left, const char *right)", "Compares strings without regard to case."),
  strncasecmp: row("int strncasecmp(const char *left, const char *right, size_t size)", "Compares at most size bytes without regard to case."),
  strchr:   row("char *strchr(const char *text, int character)", "The first place of a byte in a string; NULL when it is not there."),
  strrchr:  row("char *strrchr(const char *text, int character)", "The last place of a byte in a string; NULL when it is not there."),
  strstr:   row("char *strstr(const char *text, const char *word)", "The first place of a string in another; NULL when it is not there."),
  strspn:   row("size_t strspn(const char *text, const char *accept)", "Length of the start of text that has only bytes of accept."),
  strcspn:  row("size_t strcspn(const char *text, const char *reject)", "Length of the start of text that has no byte of reject."),
  strpbrk:  row("char *strpbrk(const char *text, const char *accept)", "The first byte of text that is in accept; NULL when there is none."),
  strtok:   row("char *strtok(char *text, const char *separators)", "Cuts a string into words, overwriting the separators; NULL goes on with the last string."),
  strdup:   row("char *strdup(const char *text)", "Copies a string into a new heap block."),
  strndup:  row("char *strndup(const char *text, size_t size)", "Copies at most size bytes of a string into a new heap block."),
  strerror: row("char *strerror(int error)", "The text of an errno value."),
  memcpy:   row("void *memcpy(void *target, const void *source, size_t size)", "Copies size bytes between ranges that do not overlap."),
  mempcpy:  row("void *mempcpy(void *target, const void *source, size_t size)", "memcpy that returns the address behind the copy."),
  memmove:  row("void *memmove(void *target, const void *source, size_t size)", "Copies size bytes between ranges that may overlap."),
  memset:   row("void *memset(void *target, int byte, size_t size)", "Fills size bytes with one value."),
  memcmp:   row("int memcmp(const void *left, const void *right, size_t size)", "Compares size bytes: negative, 0 or positive."),
  memchr:   row("void *memchr(const void *data, int byte, size_t size)", "The first place of a byte in size bytes; NULL when it is not there."),

  // Numbers
  atoi:     row("int atoi(const char *text)", "The decimal number at the start of a string, 0 when there is none."),
  atol:     row("long atol(const char *text)", "atoi for long."),
  atoll:    row("long long atoll(const char *text)", "atoi for long long."),
  atof:     row("double atof(const char *text)", "The floating-point number at the start of a string."),
  strtol:   row("long strtol(const char *text, char **end, int base)", "Reads a number in a base (0: by its prefix); stores where it ended."),
  strtoul:  row("unsigned long strtoul(const char *text, char **end, int base)", "strtol without sign."),
  strtoll:  row("long long strtoll(const char *text, char **end, int base)", "strtol for long long."),
  strtoull: row("unsigned long long strtoull(const char *text, char **end, int base)", "strtoul for long long."),
  strtod:   row("double strtod(const char *text, char **end)", "Reads a floating-point number; stores where it ended."),
  strtof:   row("float strtof(const char *text, char **end)", "strtod for float."),
  abs:      row("int abs(int value)", "The absolute value of an int."),
  labs:     row("long labs(long value)", "The absolute value of a long."),
  rand:     row("int rand(void)", "The next pseudo-random number, 0 … 2147483647."),
  srand:    row("void srand(unsigned seed)", "Starts the sequence of rand anew."),
  random:   row("long random(void)", "The next pseudo-random number, 0 … 2147483647."),
  srandom:  row("void srandom(unsigned seed)", "Starts the sequence of random anew."),
  qsort:    row("void qsort(void *array, size_t count, size_t size, int (*compare)(const void *, const void *))", "Sorts an array, calling compare for pairs of elements."),
  bsearch:  row("void *bsearch(const void *key, const void *array, size_t count, size_t size, int (*compare)(const void *, const void *))", "Finds an element of a sorted array; NULL when it is not there."),

  // Characters
  isalpha:  row("int isalpha(int character)", "Nonzero for a letter."),
  isdigit:  row("int isdigit(int character)", "Nonzero for a decimal digit."),
  isalnum:  row("int isalnum(int character)", "Nonzero for a letter or digit."),
  isspace:  row("int isspace(int character)", "Nonzero for blank, tab, newline, vertical tab, form feed, carriage return."),
  isupper:  row("int isupper(int character)", "Nonzero for a capital letter."),
  islower:  row("int islower(int character)", "Nonzero for a small letter."),
  isxdigit: row("int isxdigit(int character)", "Nonzero for a hexadecimal digit."),
  isprint:  row("int isprint(int character)", "Nonzero for a printable character, blank included."),
  isgraph:  row("int isgraph(int character)", "Nonzero for a printable character other than blank."),
  ispunct:  row("int ispunct(int character)", "Nonzero for a printable character that is no letter, digit or blank."),
  iscntrl:  row("int iscntrl(int character)", "Nonzero for a control character."),
  isblank:  row("int isblank(int character)", "Nonzero for blank and tab."),
  toupper:  row("int toupper(int character)", "The capital of a small letter; other characters as they are."),
  tolower:  row("int tolower(int character)", "The small letter of a capital; other characters as they are."),

  // Time
  time:     row("time_t time(time_t *result)", "Seconds since 1970, also stored in *result unless that is NULL."),
  clock:    row("clock_t clock(void)", "Processor time used, in microseconds."),
  sleep:    row("unsigned sleep(unsigned seconds)", "Waits some seconds."),
  usleep:   row("int usleep(useconds_t microseconds)", "Waits some microseconds."),

  // Mathematics
  sqrt:     row("double sqrt(double x)", "The square root."),
  fabs:     row("double fabs(double x)", "The absolute value."),
  floor:    row("double floor(double x)", "The largest whole number not above x."),
  ceil:     row("double ceil(double x)", "The smallest whole number not below x."),
  pow:      row("double pow(double x, double y)", "x to the power of y."),
  sin:      row("double sin(double x)", "The sine of an angle in radians."),
  cos:      row("double cos(double x)", "The cosine of an angle in radians."),
  tan:      row("double tan(double x)", "The tangent of an angle in radians."),
  atan:     row("double atan(double x)", "The angle whose tangent is x."),
  exp:      row("double exp(double x)", "e to the power of x."),
  log:      row("double log(double x)", "The natural logarithm."),
  log10:    row("double log10(double x)", "The decimal logarithm."),
  fmod:     row("double fmod(double x, double y)", "The remainder of x / y with the sign of x."),

  // System calls under their C names
  write:    row("ssize_t write(int fd, const void *data, size_t size)", "The system call write; −1 and errno on failure."),
  read:     row("ssize_t read(int fd, void *data, size_t size)", "The system call read; −1 and errno on failure."),
  open:     row("int open(const char *path, int flags, ...)", "The system call open; −1 and errno on failure."),
  close:    row("int close(int fd)", "The system call close; −1 and errno on failure."),
  lseek:    row("off_t lseek(int fd, off_t offset, int whence)", "The system call lseek; −1 and errno on failure."),
  unlink:   row("int unlink(const char *path)", "Deletes a file name."),
  brk:      row("int brk(void *address)", "Sets the program break; 0, or −1 and errno."),
  sbrk:     row("void *sbrk(intptr_t increment)", "Moves the program break and returns the old one, (void *) −1 on failure."),
  mmap:     row("void *mmap(void *address, size_t size, int protection, int flags, int fd, off_t offset)", "Maps memory; (void *) −1 and errno on failure."),
  munmap:   row("int munmap(void *address, size_t size)", "Unmaps memory."),
  mprotect: row("int mprotect(void *address, size_t size, int protection)", "Changes the protection of pages."),
  getpid:   row("pid_t getpid(void)", "The process's number."),
  kill:     row("int kill(pid_t pid, int signal)", "Sends a signal."),
  raise:    row("int raise(int signal)", "Sends a signal to the process itself."),
  getpagesize: row("int getpagesize(void)", "Bytes of a page: 4096."),
  isatty:   row("int isatty(int fd)", "Tells whether a file descriptor is a terminal: 1 or 0."),

  // More strings
  strchrnul: row("char *strchrnul(const char *text, int character)", "Finds the first occurrence of a character, or the end of the string."),
  strcasestr: row("char *strcasestr(const char *text, const char *wanted)", "strstr without regard to case."),
  memrchr:  row("void *memrchr(const void *block, int byte, size_t size)", "Finds the last occurrence of a byte; NULL when there is none."),
  memmem:   row("void *memmem(const void *block, size_t size, const void *wanted, size_t wantedSize)", "Finds a block of bytes in another; NULL when it is not there."),
  ffs:      row("int ffs(int value)", "Number of the lowest set bit, counted from 1; 0 for 0."),
  ffsl:     row("int ffsl(long value)", "Number of the lowest set bit, counted from 1; 0 for 0."),
  ffsll:    row("int ffsll(long long value)", "Number of the lowest set bit, counted from 1; 0 for 0."),
  isascii:  row("int isascii(int character)", "Whether a character is one of the 128 of ASCII."),
  toascii:  row("int toascii(int character)", "The low 7 bits of a character."),
  __isoc99_scanf: row("int __isoc99_scanf(const char *format, ...)", "scanf, as gcc's headers name it."),
  __isoc99_fscanf: row("int __isoc99_fscanf(FILE *stream, const char *format, ...)", "fscanf, as gcc's headers name it."),
  __isoc99_sscanf: row("int __isoc99_sscanf(const char *text, const char *format, ...)", "sscanf, as gcc's headers name it."),
  getchar_unlocked: row("int getchar_unlocked(void)", "getchar for programs with one thread."),
  getc_unlocked: row("int getc_unlocked(FILE *stream)", "getc for programs with one thread."),
  putchar_unlocked: row("int putchar_unlocked(int character)", "putchar for programs with one thread."),
  putc_unlocked: row("int putc_unlocked(int character, FILE *stream)", "putc for programs with one thread."),
  _Exit:    row("void _Exit(int status)", "Ends the process at once: nothing is flushed, nothing of atexit is called."),
  ftruncate: row("int ftruncate(int fd, off_t size)", "Sets an open file's length."),
  link:     row("int link(const char *old, const char *path)", "Gives a file another name."),
  symlink:  row("int symlink(const char *target, const char *path)", "Makes a symbolic link."),
  readlink: row("ssize_t readlink(const char *path, char *buffer, size_t size)", "Reads where a symbolic link leads; no zero byte is added."),
  chmod:    row("int chmod(const char *path, unsigned mode)", "Changes a file's permissions."),
  umask:    row("unsigned umask(unsigned mask)", "Sets the permissions that new files do not get; returns the old mask."),
  uname:    row("int uname(struct utsname *result)", "Names the system."),
  getrandom: row("ssize_t getrandom(void *buffer, size_t size, unsigned flags)", "Fills a buffer with random bytes."),
  getegid:  row("int getegid(void)", "The effective group's number."),
  getpgrp:  row("pid_t getpgrp(void)", "The process group's number."),
  sched_yield: row("int sched_yield(void)", "Lets other threads run."),
  pread:    row("ssize_t pread(int fd, void *buffer, size_t size, off_t offset)", "Reads at an offset without moving the position."),
  pwrite:   row("ssize_t pwrite(int fd, const void *buffer, size_t size, off_t offset)", "Writes at an offset without moving the position."),
  madvise:  row("int madvise(void *address, size_t size, int advice)", "Advises the kernel about pages."),
  msync:    row("int msync(void *address, size_t size, int flags)", "Writes a shared mapping of a file back."),
  strtok_r: row("char *strtok_r(char *text, const char *separators, char **rest)", "strtok that keeps its place in *rest."),
  strsep: row("char *strsep(char **rest, const char *separators)", "Cuts the next part, empty ones too, off *rest."),
  index: row("char *index(const char *text, int character)", "strchr under its old name."),
  rindex: row("char *rindex(const char *text, int character)", "strrchr under its old name."),
  strcoll: row("int strcoll(const char *left, const char *right)", "Compares two strings by the locale, which is C."),
  bzero: row("void bzero(void *target, size_t size)", "Sets bytes to zero."),
  bcopy: row("void bcopy(const void *source, void *target, size_t size)", "Copies bytes; note the order of the arguments."),
  bcmp: row("int bcmp(const void *left, const void *right, size_t size)", "Compares bytes; 0 when they are equal."),

  // Calendar
  gmtime: row("struct tm *gmtime(const time_t *time)", "A time as a date in UTC, in memory of libc's own."),
  localtime: row("struct tm *localtime(const time_t *time)", "A time as a local date, here UTC, in memory of libc's own."),
  gmtime_r: row("struct tm *gmtime_r(const time_t *time, struct tm *result)", "A time as a date in UTC."),
  localtime_r: row("struct tm *localtime_r(const time_t *time, struct tm *result)", "A time as a local date, here UTC."),
  mktime: row("time_t mktime(struct tm *date)", "A local date as a time; brings the date's fields into range."),
  timegm: row("time_t timegm(struct tm *date)", "A date in UTC as a time."),
  asctime: row("char *asctime(const struct tm *date)", "A date as text of 25 characters with a newline."),
  ctime: row("char *ctime(const time_t *time)", "A time as text of 25 characters with a newline."),
  strftime: row("size_t strftime(char *buffer, size_t size, const char *format, const struct tm *date)", "A date as text by a format; 0 when it does not fit."),
  difftime: row("double difftime(time_t later, time_t earlier)", "Seconds between two times."),

  // More mathematics
  round: row("double round(double x)", "The nearest whole number; halves go away from zero."),
  trunc: row("double trunc(double x)", "The whole part."),
  rint: row("double rint(double x)", "The nearest whole number; halves go to the even one."),
  nearbyint: row("double nearbyint(double x)", "The nearest whole number, without the inexact exception."),
  lround: row("long lround(double x)", "round as a long."),
  lrint: row("long lrint(double x)", "rint as a long."),
  asin: row("double asin(double x)", "The angle whose sine is x."),
  acos: row("double acos(double x)", "The angle whose cosine is x."),
  atan2: row("double atan2(double y, double x)", "The angle of the point (x, y)."),
  sinh: row("double sinh(double x)", "The hyperbolic sine."),
  cosh: row("double cosh(double x)", "The hyperbolic cosine."),
  tanh: row("double tanh(double x)", "The hyperbolic tangent."),
  asinh: row("double asinh(double x)", "The inverse hyperbolic sine."),
  acosh: row("double acosh(double x)", "The inverse hyperbolic cosine."),
  atanh: row("double atanh(double x)", "The inverse hyperbolic tangent."),
  cbrt: row("double cbrt(double x)", "The cube root."),
  exp2: row("double exp2(double x)", "Two to the power of x."),
  expm1: row("double expm1(double x)", "The power of e, less 1."),
  log1p: row("double log1p(double x)", "The natural logarithm of 1 + x."),
  log2: row("double log2(double x)", "The binary logarithm."),
  hypot: row("double hypot(double x, double y)", "The length of the vector (x, y)."),
  fmin: row("double fmin(double x, double y)", "The smaller of two numbers."),
  fmax: row("double fmax(double x, double y)", "The larger of two numbers."),
  fdim: row("double fdim(double x, double y)", "x − y, or 0 when that is negative."),
  copysign: row("double copysign(double x, double y)", "The size of x with the sign of y."),
  ldexp: row("double ldexp(double x, int exponent)", "x times 2 to a power."),
  scalbn: row("double scalbn(double x, int exponent)", "x times 2 to a power."),
  frexp: row("double frexp(double x, int *exponent)", "Mantissa between 0.5 and 1, and the exponent in *exponent."),
  modf: row("double modf(double x, double *whole)", "The fraction, and the whole part in *whole."),
  llabs: row("long long llabs(long long value)", "The absolute value of a long long."),
  sqrtf: row("float sqrtf(float x)", "The square root of a float."),
  fabsf: row("float fabsf(float x)", "The absolute value of a float."),
  floorf: row("float floorf(float x)", "The largest whole number not above x."),
  ceilf: row("float ceilf(float x)", "The smallest whole number not below x."),
  roundf: row("float roundf(float x)", "The nearest whole number; halves go away from zero."),
  sinf: row("float sinf(float x)", "The sine of a float."),
  cosf: row("float cosf(float x)", "The cosine of a float."),
  tanf: row("float tanf(float x)", "The tangent of a float."),
  atanf: row("float atanf(float x)", "The angle whose tangent is x."),
  expf: row("float expf(float x)", "e to the power of a float."),
  logf: row("float logf(float x)", "The natural logarithm of a float."),
  log10f: row("float log10f(float x)", "The decimal logarithm of a float."),
  powf: row("float powf(float x, float y)", "x to the power of y, of floats."),
  atan2f: row("float atan2f(float y, float x)", "The angle of the point (x, y)."),
  fmodf: row("float fmodf(float x, float y)", "The remainder of x / y with the sign of x."),

  // Signals and jumps
  signal: row("void *signal(int signal, void *handler)", "Sets a signal's handler and returns the old one."),
  pause: row("int pause(void)", "Waits for a signal."),
  alarm: row("unsigned alarm(unsigned seconds)", "Sends SIGALRM after some seconds; returns what was left of the last alarm."),
  setjmp: row("int setjmp(void *buffer)", "Keeps the place of the call; returns 0, and again what longjmp is given."),
  _setjmp: row("int _setjmp(void *buffer)", "setjmp without the signal mask."),
  longjmp: row("void *longjmp(void *buffer, int value)", "Goes back to where setjmp was called, whose caller must not have returned."),
  _longjmp: row("void *_longjmp(void *buffer, int value)", "longjmp under its other name."),

  // Children and other programs
  fork: row("pid_t fork(void)", "Makes a copy of the process: returns 0 in the child, its number in the parent, −1 on failure."),
  vfork: row("pid_t vfork(void)", "Makes a child; the parent goes on when it has called exec or _exit."),
  execv: row("int execv(const char *path, char **argv)", "Puts another program in the place of this one; returns only on failure."),
  execve: row("int execve(const char *path, char **argv, char **environment)", "Puts another program in the place of this one, with the environment given; returns only on failure."),
  execvp: row("int execvp(const char *file, char **argv)", "Puts another program in the place of this one, looked for in PATH; returns only on failure."),
  execl: row("int execl(const char *path, const char *arg, ...)", "Puts another program in the place of this one; the arguments end with NULL."),
  execlp: row("int execlp(const char *file, const char *arg, ...)", "Puts another program, looked for in PATH, in the place of this one; the arguments end with NULL."),
  wait: row("pid_t wait(int *status)", "Waits for a child to end; returns its number, −1 when there is none."),
  waitpid: row("pid_t waitpid(pid_t pid, int *status, int options)", "Waits for a child (−1: any) to end; returns its number, 0 with WNOHANG while none has."),
  pthread_create: row("int pthread_create(void *thread, void *attributes, void *start, void *argument)", "Starts a thread."),
  pthread_join: row("int pthread_join(unsigned long thread, void **result)", "Waits for a thread's end and takes its result."),
  pthread_mutex_init: row("int pthread_mutex_init(void *mutex, void *attributes)", "Prepares a lock."),
  pthread_mutex_lock: row("int pthread_mutex_lock(void *mutex)", "Takes a lock; waits until nobody has it."),
  pthread_mutex_unlock: row("int pthread_mutex_unlock(void *mutex)", "Gives a lock back."),
  pthread_mutex_destroy: row("int pthread_mutex_destroy(void *mutex)", "Ends a lock."),

  // More system calls
  dup: row("int dup(int fd)", "Copies a file descriptor to the lowest free one."),
  dup2: row("int dup2(int fd, int target)", "Copies a file descriptor to a given number."),
  pipe: row("int pipe(int *fds)", "Makes a pipe: fds[0] reads what fds[1] writes."),
  access: row("int access(const char *path, int mode)", "Checks whether a file may be accessed."),
  mkdir: row("int mkdir(const char *path, int mode)", "Makes a directory."),
  rmdir: row("int rmdir(const char *path)", "Removes an empty directory."),
  chdir: row("int chdir(const char *path)", "Changes the current directory."),
  rename: row("int rename(const char *old, const char *new)", "Renames a file."),
  creat: row("int creat(const char *path, int mode)", "Makes or empties a file and opens it for writing."),
  getppid: row("pid_t getppid(void)", "The parent process's number."),
  getuid: row("int getuid(void)", "The user's number."),
  geteuid: row("int geteuid(void)", "The effective user's number."),
  getgid: row("int getgid(void)", "The group's number."),
  fcntl: row("int fcntl(int fd, int command, ...)", "Queries or changes a file descriptor."),
  ioctl: row("int ioctl(int fd, unsigned long request, ...)", "Controls a device."),
  fsync: row("int fsync(int fd)", "Writes a file's contents to its device."),

  // Surroundings
  setenv:   row("int setenv(const char *name, const char *value, int overwrite)", "Sets an environment variable; overwrite 0 leaves one that is there."),
  putenv:   row("int putenv(char *assignment)", "Makes NAME=value part of the environment; the text itself is used, not a copy."),
  unsetenv: row("int unsetenv(const char *name)", "Removes an environment variable."),
  clearenv: row("int clearenv(void)", "Removes all environment variables."),
  getcwd:   row("char *getcwd(char *buffer, size_t size)", "Stores the current directory's path; NULL makes a block for it with malloc."),
  opendir:  row("void *opendir(const char *path)", "Opens a directory for readdir; NULL and errno when it cannot."),
  readdir:  row("void *readdir(void *directory)", "The next entry of a directory (64-bit: name at offset 19, type at 18; 32-bit: 11 and 10); NULL at the end."),
  rewinddir: row("void rewinddir(void *directory)", "Begins a directory again."),
  telldir:  row("long telldir(void *directory)", "Where readdir goes on, for seekdir."),
  seekdir:  row("void seekdir(void *directory, long place)", "Lets readdir go on at a place that telldir gave."),
  dirfd:    row("int dirfd(void *directory)", "The descriptor of a directory."),
  closedir: row("int closedir(void *directory)", "Closes a directory."),
  stat:     row("int stat(const char *path, void *result)", "Tells a file's size, type, permissions, owner and times."),
  lstat:    row("int lstat(const char *path, void *result)", "stat of a symbolic link itself."),
  fstat:    row("int fstat(int fd, void *result)", "stat of an open file."),
  sigaction: row("int sigaction(int signal, const void *action, void *before)", "Sets what a signal does: handler, mask and flags; stores what it did."),
  sigemptyset: row("int sigemptyset(void *set)", "Empties a signal set (128 bytes)."),
  sigfillset: row("int sigfillset(void *set)", "Fills a signal set with all signals."),
  sigaddset: row("int sigaddset(void *set, int signal)", "Adds a signal to a set."),
  sigdelset: row("int sigdelset(void *set, int signal)", "Takes a signal out of a set."),
  sigismember: row("int sigismember(const void *set, int signal)", "Returns 1 when a signal is in a set, 0 when it is not."),
  sigprocmask: row("int sigprocmask(int how, const void *set, void *before)", "Blocks (0) or unblocks (1) signals, or sets the mask (2)."),
  nanosleep: row("int nanosleep(const void *duration, void *left)", "Sleeps for seconds and nanoseconds."),
  clock_gettime: row("int clock_gettime(int clock, void *result)", "A clock's time in seconds and nanoseconds; clock 0 is the time of day, 1 only goes forward."),
  clock_getres: row("int clock_getres(int clock, void *result)", "A clock's resolution."),
  gettimeofday: row("int gettimeofday(void *result, void *zone)", "The time since 1970 in seconds and microseconds."),
  poll:     row("int poll(void *descriptors, unsigned long count, int timeout)", "Waits until one of several descriptors is ready, at most timeout milliseconds."),
  select:   row("int select(int count, void *read, void *write, void *except, void *timeout)", "Waits until one of the descriptors below count that the sets name is ready."),
  div:      row("long long div(int number, int divisor)", "Quotient and remainder together: in rax (low and high half), in 32 bits where a hidden first argument points."),
  ldiv:     row("long ldiv(long number, long divisor)", "Quotient in rax and remainder in rdx; in 32 bits where a hidden first argument points."),
  lldiv:    row("long lldiv(long long number, long long divisor)", "ldiv for long long."),
  rand_r:   row("int rand_r(unsigned *seed)", "A pseudo-random number, 0 to 2147483647, that follows from *seed and changes it."),
  sysconf:  row("long sysconf(int name)", "A property of the system: 30 is the size of a page, 84 the number of processors, 2 clock ticks a second."),
  gethostname: row("int gethostname(char *name, size_t size)", "Stores the machine's name."),
  setlocale: row("char *setlocale(int category, const char *name)", "Sets the locale; there is C alone. NULL asks for its name."),
  ...posixFunctions(),
  ...linuxFunctions(),
}) as const satisfies Record<string, LibcRow>;

let made: ReturnType<typeof makeFunctions> | undefined;

/** Every function's row, made when somebody asks: most programs name none. */
export function libcFunctions(): ReturnType<typeof makeFunctions> {
  made ??= makeFunctions();
  return made;
}

export type LibcName = keyof ReturnType<typeof makeFunctions>;

/** True for a name that `extern` can get from libc as a function. */
export const isLibcFunction = (name: string): name is LibcName => Object.hasOwn(libcFunctions(), name);

/** What a C type is to a calling convention. Sizes: int 4, long and pointer the machine's, longlong 8, double 8, float 4. */
export type CType =
  | "void"
  | "int"
  | "unsigned"
  | "long"
  | "unsigned long"
  | "longlong"
  | "unsigned longlong"
  | "pointer"
  | "longdouble"
  | "double"
  | "float";

export interface LibcParameter {
  readonly name: string;
  /** As written: "const char *". */
  readonly text: string;
  readonly type: CType;
}

export interface LibcSignature {
  readonly name: string;
  readonly returns: CType;
  readonly returnText: string;
  readonly parameters: readonly LibcParameter[];
  readonly variadic: boolean;
  /** Parameters that are no float or double. */
  readonly integers: number;
}

const typeWords: Readonly<Record<string, CType>> = {
  void: "void",
  int: "int",
  unsigned: "unsigned",
  long: "long",
  "unsigned long": "unsigned long",
  "long long": "longlong",
  "unsigned long long": "unsigned longlong",
  double: "double",
  float: "float",
  "long double": "longdouble",
  size_t: "unsigned long",
  ssize_t: "long",
  time_t: "long",
  clock_t: "long",
  off_t: "long",
  intptr_t: "long",
  pid_t: "int",
  useconds_t: "unsigned",
  va_list: "pointer",
};

function typeOf(text: string): CType {
  if (text.includes("*")) return "pointer";
  return typeWords[text.replace(/\bconst\b/, "").trim()] ?? "int";
}

/** Cuts at the commas that stand outside parentheses. */
function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (at === text.length || (character === "," && depth === 0)) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts;
}

function parameterOf(text: string): LibcParameter {
  const callback = /\(\*(\w+)\)/.exec(text);
  if (callback) return { name: callback[1]!, text: text.replace(callback[1]!, ""), type: "pointer" };
  const [, type = "", name = ""] = /^(.*?)(\w+)$/.exec(text) ?? [];
  return { name, text: type.trim(), type: typeOf(type) };
}

const signatures = new Map<string, LibcSignature>();

/** The types of a function's prototype. */
export function signatureOf(name: LibcName): LibcSignature {
  const known = signatures.get(name);
  if (known) return known;
  const { prototype } = libcFunctions()[name];
  const open = prototype.indexOf("(");
  const [, returnText = ""] = /^(.*?)\w+$/.exec(prototype.slice(0, open)) ?? [];
  const parts = splitParameters(prototype.slice(open + 1, prototype.lastIndexOf(")")));
  const parameters = parts.filter((part) => part !== "void" && part !== "...").map(parameterOf);
  const signature: LibcSignature = {
    name,
    returns: typeOf(returnText),
    returnText: returnText.trim(),
    parameters,
    variadic: parts.includes("..."),
    integers: parameters.filter(({ type }) => type !== "double" && type !== "float").length,
  };
  signatures.set(name, signature);
  return signature;
}

/** Whether a function takes the address of its result off the stack, as those do in 32 bits that return a structure. */
export const popsResultAddress = (name: LibcName, bits: 16 | 32 | 64): boolean =>
  bits === 32 && /^(l{0,2}|imax)div$/.test(name);

/** Whether a result takes two registers, rdx:rax or edx:eax: quotient and remainder of longs, and a long long in 32 bits. */
export const returnsPair = (name: LibcName, bits: 16 | 32 | 64): boolean =>
  bits === 64 ? /^(l+|imax)div$/.test(name) : signatureOf(name).returns.endsWith("longlong");
