%macro if 2
 %push if
 cmp %1, %2
 jne %$ifnot
%endmacro
%macro else 0
 %ifctx if
  %repl else
  jmp %$ifend
 %$ifnot:
 %else
  %error "expected `if' before `else'"
 %endif
%endmacro
%macro endif 0
 %ifctx if
 %$ifnot:
 %pop
 %elifctx else
 %$ifend:
 %pop
 %else
 %error "expected"
 %endif
%endmacro
if eax, 5
 mov ebx, 1
if ecx, 2
 nop
endif
else
 nop
endif
else
%push a
%define %$x 1
%push b
%define %$x 2
 db %$x, %$$x, %$$$x, %$y
%assign %$$x %$$x+5
 db %$$x
%pop b
 db %$x
%pop
%assign i 0
%rep 5
 %assign i i+1
 %if i == 3
  %exitrep
 %endif
 db i
%endrep
 db i
%rep 3
 %rep 2
  db i
 %endrep
 %assign i i*2
%endrep
%define a b
%define b c
 a b c
%undef a
 a
%assign x 1<<4 | 3
 x
%assign y -5
 y
 %assign z y*-1
 z
%define s 'abc'
%strlen l s
%substr t s 2
%substr t2 s 2,2
%substr t3 s 2,-1
%substr t4 s -1, 2
 l t t2 t3 t4
%defstr d a b  c
%defstr d2 s
 d d2
%deftok e 'mov eax, 5'
 e
%xdefine k a x y
%define x 9
 k
%ifdef x
 1
%elifdef y
 2
%else
 3
%endif
%ifndef x
 1
%elifndef x
 2
%elifn 0
 4
%else
 3
%endif
%if x > 5 && y < 0
 yes
%endif
%ifidni ABC, abc
 yes
%endif
%ifnum 5
 y1
%endif
%ifnum -5
 y2
%endif
%ifnum a5
 y3
%endif
%ifid a5
 y4
%endif
%ifstr "x"
 y5
%endif
%iftoken a b
 y6
%elifntoken a b
 y7
%endif
%ifempty
 y8
%endif
%ifempty a
 y9
%endif
%ifmacro if
 y12
%endif
%ifmacro if 2
 y13
%endif
%ifmacro if 1-3
 y14
%endif
%ifmacro if 3+
 y15
%endif
%if 0
 %if 1
 %else
 %endif
 %foo
 'unterminated
%elif 1
 ok
%elif 1
 no
%endif
%ifdef %$zz
%endif
 _%$x
%define _%$x 7
 %{$x}abc %{$x}_1
