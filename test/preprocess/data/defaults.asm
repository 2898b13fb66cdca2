%macro e3 1-2 d
 e3=%1=%2=%0
%endmacro
e3 a,
e3 a, 
e3 a,{}
%macro e4 1-3 d,e
 e4=%1=%2=%3=%0
%endmacro
e4 a,
e4 a,b,
e4 a,,
%macro e7 1-2+ d
 e7=%1=%2=%0
%endmacro
e7 a,
e7 a,b,
%macro e8 1-* d
 e7=%1=%2=%0
%endmacro
e8 a,
e8 a,b,
