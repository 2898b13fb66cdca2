%rmacro fac 1
 dw %1
 %if %1 > 0
  fac %1-1
 %endif
%endmacro
fac 3
