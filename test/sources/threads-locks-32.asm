; {"bits":32,"libc":true,"with":["threads-locks.c"]}
; The same as threads-locks in 32 bits.
%include "threads-locks.inc"
