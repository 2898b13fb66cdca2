%ifidn a ,a
yes1
%endif
%ifidn a,a 
yes2
%endif
%ifidn a , a 
yes3
%endif
%ifidn {a},{a}
yes4
%endif
%ifidn "a",'a'
yes5
%endif
%note hello
%include "nonexist.inc"
after
%use nonexist
%use
%use 5
%require "inc.inc"
%require "inc.inc"
%if 1 2
t
%endif
%elif 1
%else
%endif
%if 1
%else x
%else
%elif
%endif y
%if
%endif
%ifxyz
%endif
%ifdef
%endif
%ifdef 5
%endif
%ifmacro
%endif
%ifmacro a b
%endif
%ifctx 5
%endif
%ifidn a
%endif
%ifidn a,b,c
%endif
%ifidn a,a,c
%endif
%endrep
%endmacro
%exitrep
%exitmacro
%rotate 1
%rotate
%rep
%endrep
%rep -1
%endrep
%rep x
%endrep
%rep 100000000
%endrep
%pop
%pop a
%push 5
%push a b
%repl c
%pop b
%pop c
%pop
%repl x
%macro
%endmacro
%macro a
%endmacro
%macro b 1-
%endmacro
%macro c 3-2
%endmacro
%macro d 1 x
%endmacro
%macro d 1 
%endmacro
%macro d 1-2 x,
%endmacro
%macro d 1-2 x, y
%endmacro
%unmacro
%unmacro zz 1
%undef
%undef zz zz
%assign
%assign q
%assign q 1 +
%strlen
%strlen x
%strlen x y
%substr x
%substr x "a"
%substr x "a" y
%strcat x "a" b
%deftok x y
%error foo bar
%warning "foo"
%error "foo" bar
%clear xx
%clear
%stacksize
%stacksize x
%arg
%arg a
%arg a:
%arg a:x
%local a:dword
%line
%line x
%pragma
%pragma x y
%depend
%pathsearch
%pathsearch x
%aliases x
%null foo
%include
%include x
%include "inc.inc" x
after2
