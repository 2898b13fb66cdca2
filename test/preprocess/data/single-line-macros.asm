%define f(=x/h) x
%define g(=a,&b,&&c,!d,e+) a b c d e
g(1+2, x y , "s", {q} , r, s, {t})
g( 3 , 'x',y, z ,)
%define h(a,b) [a|b]
%define h(a) <a>
%define h 5
h(1) h(1,2) h(1,2,3) h
%define i(a,b+) [a|b]
i(1) i(1,2) i(1,2,3)
%define i(x,y,z) 3
i(1,2,3)
%define u(x) y x
%define y 5
u (y)
u
u(
u({a,b},3)
u({a,b}) u({a}b) u( {a} ) u((1,2))
%define j() k
j() j
%idefine ABC 1
%define abc 2
abc ABC Abc
%undef abc
abc ABC
%define z(a) a%+a %? %??
%idefine zz(a) %? %??
z(4) ZZ(4)
%define p %+ q
x p y
%define cc(a,b) a %, b
cc(1,2) cc(1,) cc(,2) cc(,)
%define m1 n1 (
%define n1(x) <x>
m1 3)
%define a1 a1 b1
%define b1 a1
a1 b1
%xdefine xd(a) a y h(a)
xd(7)
%define mm(x) x x
mm(mm(1))
%define
%define 5 3
%define abc( x
%define abc(x,,y) x y
%define abc(x 5) x
%define (x) x
%define foo%[y]bar 12
foo5bar
%define _%$abc 5
