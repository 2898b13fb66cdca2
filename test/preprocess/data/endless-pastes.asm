; Pastes that give a macro's name again: NASM goes on until its budget of ten million words ends. Where it ends decides
; which name is left, and whether anything is said.
%define one o %+ ne
dd one
dd 1, 2, one ; moved on

%define ad b %+ d
%define bd a %+ d
dd ad
dd 1,ad
dd 1,2,ad, bd

%define aa b
%define bb aa %+ b
dd bb
dd bb, bb

%define SUFFIX
%define name name %+ SUFFIX
name: ret
call name

%macro pair 1
%define e%1 e %+ %1
mov e%1, 5
%endmacro
pair ax

%define ab %tok("a %+ b")
dd ab
