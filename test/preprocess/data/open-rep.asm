%macro y 0
 %rep 3
 nop
%endmacro
y
