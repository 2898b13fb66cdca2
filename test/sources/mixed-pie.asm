; {"bits":64,"libc":true,"with":["shapes.c"],"linkedBy":"-static-pie","args":["given"]}
; The same as mixed-64, linked by gcc at no fixed address and run unchanged.
%include "mixed-64.inc"
