; mremap grows and shrinks a mapping within its page, past it, and moves it: all that was asked for may be used. exit 0
global _start
section .text
%macro remap 2             ; rbx: the mapping
  mov rdi, rbx
  mov esi, %1
  mov edx, %2
  mov r10d, 1
  mov eax, 25
  syscall
  mov rbx, rax
%endmacro
_start:
  xor edi, edi
  mov esi, 16
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  mov eax, 9
  syscall
  mov rbx, rax
  remap 16, 32
  mov byte [rbx + 31], 1
  remap 32, 5000
  mov byte [rbx + 100], 1
  mov byte [rbx + 4999], 1
  remap 5000, 100
  mov byte [rbx + 99], 1
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  mov eax, 9
  syscall
  mov r12, rax
  remap 100, 20000
  mov byte [rbx + 200], 1
  mov byte [rbx + 19999], 1
  mov rdi, rbx
  mov esi, 20000
  mov eax, 11
  syscall
  mov rdi, r12
  mov esi, 4096
  mov eax, 11
  syscall
  xor edi, edi
  mov eax, 60
  syscall
