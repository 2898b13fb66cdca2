

x
%include "blank-lines.inc"


y
