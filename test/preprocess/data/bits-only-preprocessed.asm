; What the bits are while nothing is assembled.
first __?BITS?__
bits 64
second __?BITS?__
%if __?BITS?__
never
%endif
