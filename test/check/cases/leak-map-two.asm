; Two mappings, one returned. exit 0
global _start
section .text
_start:
  call map
  mov r12, rax
  call map
  xor eax, eax
  mov rdi, r12
  mov esi, 8192
  mov eax, 11
  syscall
  xor edi, edi
  mov eax, 60
  syscall ; expect: leak-mapping
map:
  mov eax, 9
  xor edi, edi
  mov esi, 8192
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  ret
