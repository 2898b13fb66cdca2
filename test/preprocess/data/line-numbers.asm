%macro A 1
 %line 100+1 foo.c
 dd __LINE__, %1
 %include "inc.inc"
 dd __LINE__
 B
%endmacro
%macro B 0.nolist
 dd __LINE__
 erra
%endmacro
%macro C 0
 B
 errc
%endmacro
A __LINE__
dd __?FILE?__, __LINE__
 C
%line 50+2 "bar.c"
 nop
 errx
 nop
# 70 "zoo.c" 1 2
 erry
#foo
 # 6 "x"
%line 5
a: dd __LINE__
