; scanf("%s") into eight bytes on the stack. signal SIGSEGV
; input: averyveryverylongwordindeed\n
global main
extern scanf
section .rodata
fmt: db "%s", 0
section .text
main:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  lea rsi, [rbp-8]
  mov edi, fmt
  xor eax, eax
  call scanf ; expect: stack-buffer-overflow-write
  xor eax, eax
  leave
  ret ; expect: return-address-overwritten, unmapped-access
