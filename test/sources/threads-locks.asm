; {"bits":64,"libc":true,"with":["threads-locks.c"]}
; Threads, their locks, keys and ends, in gcc's object: the program proper is threads-locks.c.
%include "threads-locks.inc"
