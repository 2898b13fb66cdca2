%macro a 0
nop
%endm
a
%macro mm 0
 %ifdef zz
%endmacro
mm
 foo
%endif
%rep 2
 %macro q 0
  nop
 %endmacro
 q
%endrep
%rep 2 3
nop
%endrep
%rep 3.nolist
nop
%endrep
%rep .nolist 3
nop
%endrep
%rep 0
 nope
%endrep
%rep 2
 %if 1
 %exitrep
 %endif
 nope
%endrep
%macro k 1-2 ,
[%1,%2]
%endmacro
k 1
k 1,2
%macro k2 1-2 5,6
%endmacro
%macro k3 1-3 {a,b}, c
 %1 %2 %3
%endmacro
k3 1
%macro nl 1.nolist
 %1
%endmacro
nl 5
%macro nl2 1+.nolist
 %1
%endmacro
nl2 5,6
%macro nl3 1 .nolist
 %1
%endmacro
nl3 7
%macro nl4 1-2.nolist 9
 %1 %2
%endmacro
nl4 7
%macro nl5 0x2
%endmacro
%macro nl6 1_0
%endmacro
%macro nl7 99999999999
%endmacro
%macro %1 1
%endmacro
%macro foo.bar 1
  fb %1
%endmacro
foo.bar 3
%macro .loc 0
 l
%endmacro
.loc
%macro $x 0
 dx
%endmacro
$x
x
%define $y 7
$y y
%define t1 5
%macro t1 0
 a
%endmacro
t1
%idefine SECTION sec
section
%if 1
 %include "inc.inc"
%else
 %include "none"
%endif
%if
%if 1 +
%endif
%if "abc" = "abc"
 1
%endif
%if 'ab' == 0x6261
 2
%endif
%if (1 <=> 2) == -1
 3
%endif
%if 1 ? 0 : 1
 4
%endif
%if $ > 0
%endif
%if foo
%endif
%if rax
%endif
%if 1.5
%endif
%if __?ilog2e?__(8) == 3
 5
%endif
