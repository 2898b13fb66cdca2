; {"bits":32,"libc":true,"with":["threads-arguments.c"]}
; The same as threads-arguments in 32 bits.
%include "threads-locks.inc"
