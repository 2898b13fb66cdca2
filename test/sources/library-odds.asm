; {"bits":64,"libc":true,"wrong":true,"with":["library-odds.c"]}
; Less common functions of libc, called by gcc's object; the program proper is library-odds.c.
%include "library-odds.inc"
