; fgets, fread and snprintf are told more than the variables have; what comes is short, or nothing. exit 0
global main
extern fgets, fread, snprintf, stdin
section .data
format: db "%d", 0
section .bss
line: resb 20
number: resb 8
record: resb 24
rest: resq 1
section .text
main:
  sub rsp, 8
  mov edi, line
  mov esi, 64
  mov rdx, [stdin]
  call fgets ; expect: global-overflow-write
  mov edi, number
  mov esi, 100
  mov edx, format
  mov ecx, 5
  xor eax, eax
  call snprintf ; expect: global-overflow-write
  mov edi, record
  mov esi, 8
  mov edx, 5
  mov rcx, [stdin]
  call fread ; expect: global-overflow-write
  add rsp, 8
  xor eax, eax
  ret
