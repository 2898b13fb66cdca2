; Addresses of elements behind the last one are given to libc and the kernel: what lies there is another variable. exit 0
global main
extern scanf, memset, sscanf
section .rodata
format: db "%d", 0
text: db "7", 0
section .bss
array: resd 5
count: resd 1
name: resb 8
other: resb 8
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  lea rbx, [array]
  xor r12d, r12d
.next:
  lea rdx, [rbx + r12 * 4]
  lea rdi, [text]
  lea rsi, [format]
  xor eax, eax
  call sscanf ; expect: global-overflow-write
  inc r12d
  cmp r12d, 6
  jb .next
  lea rdi, [name]
  add rdi, 8
  xor esi, esi
  mov edx, 4
  call memset ; expect: global-overflow-write
  xor edi, edi
  lea rsi, [name]
  add rsi, 8
  mov edx, 2
  xor eax, eax
  syscall ; expect: syscall-bad-address
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
