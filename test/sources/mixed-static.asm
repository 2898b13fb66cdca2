; {"bits":64,"libc":true,"with":["shapes.c"],"linkedBy":"-static"}
; The same as mixed-64, linked by gcc with the whole of libc and run unchanged.
%include "mixed-64.inc"
