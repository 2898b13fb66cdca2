%define f(x) x
f(a)b
1.nolist
mov ax, 7 %foo
mov ax, 7 %%foo
mov ax, 7 %3
mov ax, 7 % 3
db 0x1e+5, 1e+5, 1eh, 0h1f, $1f, $foo, $$, $
{k1}{z} { k1 } {rn-sae}
"abc" 'a\'b' `a\`b`
a#b a~b a$b a@b ?x .x ..@y #x ~x @x
a \
 b ; comment \
  c
`unterminated
'unter
a == b != c <> d <= e >= f <=> g && h || i ^^ j << k >> l <<< m >>> n // o %% p ! q
%{foo} %[a] %!ASMOSCOPE_NONE %!'PA' %?
%%x
%$x %$$y
