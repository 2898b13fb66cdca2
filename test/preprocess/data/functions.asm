%eval(1+2) %count(a,b,c) %map(f,1,2) %num(255,4,16) %sel(2,a,b,c) %str(a b c) %strcat("a","b") %strlen("abc") %substr("abcdef",2,3) %tok("a b") %abs(-5) %cond(1,a,b) %isdef(foo) %hex(255) %find(a,b,a) %null(x) %ord("a") %isidn(a,a) %isnum(5) %b2hs("a") %chr(65) %isid(a) %isn(0) %is(1)
%xyz
%foo bar
