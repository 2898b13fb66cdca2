; mremap moves a mapping, and a pointer into the old place is used. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov rbx, rax
  mov dword [rbx + 8], 5
  mov eax, 25
  mov rdi, rbx
  mov esi, 4096
  mov edx, 65536
  mov r10d, 3           ; MREMAP_MAYMOVE | MREMAP_FIXED
  lea r8, [rbx - 0x100000]
  syscall
  mov edi, [rbx + 8] ; expect: use-after-unmap
  mov eax, 60
  syscall
