%define f(x) [x]
%define g f
g(3)
f (3)
f(f(2))
%macro A 1
  db %1
  B %1
  dw 9
%endmacro
%macro B 1

  mov eax, %1h
  foo
%endmacro
A 7
nop
%rep 2
  nop
  dw 3
%endrep

%if 0
%else
nop
%endif
lab: A 5
 lab2 A 6
%include "inc.inc"
 hlt
%rmacro fac 1
 dw %1
 %if %1 > 0
  fac %1-1
 %endif
 dw %1
%endmacro
fac 3
