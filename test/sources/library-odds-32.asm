; {"bits":32,"libc":true,"wrong":true,"with":["library-odds.c"]}
; The same as library-odds in 32 bits.
%include "library-odds.inc"
