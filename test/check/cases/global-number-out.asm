; Functions of libc store numbers that are wider than the variables for them. exit 0
global main
extern time, strtol, frexp
section .rodata
text: db "12x", 0
half: dq 0.75
section .bss
seconds: resd 1
other: resd 1
end: resd 1
last: resd 1
exponent: resw 1
narrow: resw 1
section .text
main:
  sub rsp, 8
  lea rdi, [seconds]
  call time ; expect: global-overflow-write
  lea rdi, [text]
  lea rsi, [end]
  mov edx, 10
  call strtol ; expect: global-overflow-write
  movsd xmm0, [half]
  lea rdi, [exponent]
  call frexp ; expect: global-overflow-write
  xor eax, eax
  add rsp, 8
  ret
