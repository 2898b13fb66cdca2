%macro outer 1
 %macro inner_%1 0
  db %1, %%x, %0
 %endmacro
%endmacro
outer 5
inner_5
outer foo
inner_foo
%macro o2 0
 %rep 2
  %macro zz 0
   nop
  %endmacro
 %endrep
%endmacro
o2
zz
%imacro CaSe 0
 x
%endmacro
case
CASE
%unmacro CaSe 0
case
%unimacro case 0
case
%macro ov 0
 zero
%endmacro
%macro ov 1
 one %1
%endmacro
%macro ov 2-3
 two %1 %2 %3
%endmacro
ov
ov 1
ov 1,2
ov 1,2,3
ov 1,2,3,4
%macro ret 0
 ret
%endmacro
 ret
%macro push 2
 push %1
 push %2
%endmacro
 push a,b
 push a
%macro e1 1
 e1=%1=
%endmacro
%define empty
e1
e1 empty
e1 {}
e1 ,
e1 a,
%macro e2 2
 e2=%1=%2=
%endmacro
e2 a,
e2 ,a
e2 ,
e2 a
e2 a,b,
%macro e3 1-2 d
 e3=%1=%2=%0
%endmacro
e3 a
e3 a,
e3 a,b,
e3
%macro e4 0-1
 e4=%1=%0
%endmacro
e4
e4 empty
e4 a,
%macro e5 1+
 e5=%1=%0
%endmacro
e5 a,
e5 a,b,
e5 a,b
e5
%macro e6 1-3+ x
 e6=%1=%2=%3=%0
%endmacro
e6 a
e6 a,b
e6 a,b,c,d
e6 a,b,c,
e6 a,
%pragma preproc sane_empty_expansion yes
e1
e1 empty
e1 a,
e2 a,
e3 a,
e5 a,b,
e6 a,b,c,
e4 empty
%macro r 1
 %rotate 1
 %1
%endmacro
r a
%macro r0 0
 %rotate 1
%endmacro
r0
%macro r3 3
 %rotate 1
 %1 %2 %3 %{1:3}
 %rotate -2
 %1 %2 %3
 %rotate 10
 %1 %2 %3
%endmacro
r3 a,b,c
%macro nm 0
 %? %??
%endmacro
%imacro Nm2 0
 %? %?? %{?}x
%endmacro
nm
NM2
%define zq %? %??
zq
%macro br 2
 [%1|%2]
%endmacro
br {a},{b}
br {a}x,b
br {a,b}
br {a
br a}b,c
br {{a}},{b {c},d}
br (a,b),c
%macro dd1 1
 %1
%endmacro
dd1 "a,b"
dd1 'a',b
dd1 %1
lbl: dd1 x
lbl dd1 y
 dd1: dd1 z
dd1:
