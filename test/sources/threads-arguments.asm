; {"bits":64,"libc":true,"with":["threads-arguments.c"]}
; Arguments, ends and times of threads, in gcc's object: the program proper is threads-arguments.c.
%include "threads-locks.inc"
