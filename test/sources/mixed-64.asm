; {"bits":64,"libc":true,"with":["shapes.c"],"args":["given"]}
; The assembly half of shapes.c: areas by the shoelace rule, structures passed in registers, a callback into C.
%include "mixed-64.inc"
