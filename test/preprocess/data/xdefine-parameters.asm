; %+ in the body of an %xdefine takes a parameter by its name.
%xdefine f(x) foo_ %+ x
%xdefine h(x,y) x %+ y
%xdefine k(x) x %+ 1
%xdefine m(x) 1 %+ x
%define z 9
%xdefine n(x) x %+ z
%xdefine o(x) z %+ x
%xdefine p(x) [x]z
%xdefine q(x) x%+x
%xdefine xy 77
dd f(5)
dd h(a,b)
dd k(5)
dd m(5)
dd n(5)
dd o(5)
dd p(5)
dd q(5)
%define vw 3
%xdefine g1(v,w) v %+ w
dd g1(7,8)
%xdefine g2(v) v %+ _ %+ v
dd g2(7)
%xdefine g3(v) %+ v
dd g3(7)
%xdefine g4(v) v %+
dd g4(7)
%xdefine g5(v) [v %+ 1 + v]
dd g5(7)
%xdefine g6(v) %str(v) %+ v, v
dd g6(7)
%xdefine g7(v) "a" %+ v
dd g7(7)
%xdefine g8(v) -%+v
dd g8(7)
%xdefine g9(=v) 0x%+v v
dd g9(3+4)
%idefine IX(V) a
%ixdefine g10(V) foo%+v
dd G10(9)
%push q
%xdefine g11(x) %$a%+x %$x
dd g11(9)
