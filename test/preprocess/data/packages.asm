%push
%push a
%$x: %$$x: 
%define %$$y 5
 %$$y %$y
%define %$f(a) a+%$x
 %$f(3)
 %$$$z
%pop
%pop
%pop
%arg a:word, b:dword
%local c:byte, d:tword
%push x
%local c:byte, d:tword
 a b c d %$localsize
%stacksize flat64
%arg a:word, b:dword
%local q:qword
 a b q %$localsize
%pathsearch foo "inc.inc"
%pathsearch foo2 "nope.inc"
 foo foo2
%line 10+5 abc.c
 __LINE__ __FILE__
 __LINE__ __FILE__
%line 20
 __LINE__ \
 __FILE__ \
 x
 __LINE__
%use altreg
 r0 R1L r8l r0h r7w
%use fp
 float32(1.0) Inf NaN bf16 3
 bf16 1.0, 2.0
%use ifunc
 ilog2(5) ILOG2CW(4)
%use masm
foo proc near
 mov ax, offset bar
 mov ax, dword ptr flat:x
foo endp
seg1 segment
seg1 ends
 tbyte
end foo
%use "smartalign"
 align 16
alignmode p6,nojmp
 align 32
alignmode zz
%ifusing fp
 u1
%endif
%ifusable fp
 u2
%endif
%ifusable foo
 u2
%endif
 __LINE__
%defalias aa bb
%define bb 5
 aa
%define aa 6
 aa bb
%undef aa
 aa bb
%ifdef aa
 y
%endif
%ifdefalias aa
 y
%endif
%undefalias aa
 aa
%idefalias AA bb
%define bb 7
 Aa
 bb __LINE__
 section x
 __LINE__
 section x
%null a b c
%macro x 1
 %if %1
  %exitmacro
 %endif
 nop
%endmacro
x 1
x 0
