%define q7(=a,&b) [a|b]
q7(1, 'x')
q7(1, x y )
q7(1, 'x' )
%define q8(a,&b,&&c) [a|b|c]
q8(1, 'x', 'y')
q8(1, x, y)
q8(1, x, 'y')
%define q9(a,&b,c) [a|b|c]
q9(1, x , 'y' )
q9(1, 'x', 'y')
%define q10(a,&b,c+) [a|b|c]
q10(1, x , 'y' )
q10(1, 'x', 'y')
%define q11(a,&b,!c) [a|b|c]
q11(1, x , 'y' )
q11(1, 'x', 'y')
%define q12(a,!b,&c) [a|b|c]
q12(1, x , 'y' )
q12(1, x, 'y')
