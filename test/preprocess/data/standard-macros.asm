section .text
segment .data align=16
global main, foo:function , bar
extern printf
extern a,b
common x 4:4
static y
default rel
bits 64
BITS 32
use16
struc point
 .x: resd 1
 .y: resd 1
endstruc
struc p2, 10
 .a resb 1
endstruc
istruc point
 at point.x, dd 5
 at .y, dd 6
iend
align 16
align 8, db 0
alignb 4
alignb 8, db 1
sectalign 16
sectalign off
align 4
absolute 0x100
cpu 686
float daz
incbin "inc.inc"
incbin "inc.inc",1,2
incbin "none",1
mov eax, point_size
userel
org 100h
times 510-($-$$) db 0
%macro prologue 1
 push ebp
 sub esp, %1
%endmacro
main: prologue 8
.l1  prologue 16
%%x
%macro retz 0
 jnz %%skip
 ret
%%skip:
%endmacro
retz
retz
%macro die 1-3 7, "x y"
 dd %1, %2, %3, %0
%endmacro
die 1
die 1,2
die 1,2,3
die
die 1,2,3,4
%macro wr 2+
 db %2, %1
%endmacro
wr a, "b", 10, 13
wr a, {b,c},d
wr {a,b},{c,d}
wr 1
%macro mp 1-*
%rep %0
 push %1
%rotate 1
%endrep
%rep %0
%rotate -1
 pop %1
%endrep
%endmacro
mp a,b,c
mp eax
%macro j 2
 j%+1 %2
 j%-1 %2
%endmacro
j e, foo
j cxz, foo
j xx, foo
%macro lab0 0
%00: nop
%00.end
%endmacro
foo1 lab0
foo2: lab0
 lab0
%macro rng 3-*
 db %{1:2} ; %{-1:1} , %{2:-1} %{4:5} %{0:1}
%endmacro
rng 1,2,3
rng 1,2,3,4,5
%macro q 1
 %define %1_x 5
 mov %1_x, %1%1 %1 %1
 %1: %{1}abc %1abc abc%1 
%endmacro
q zz
q {a,b}
q { a b }
