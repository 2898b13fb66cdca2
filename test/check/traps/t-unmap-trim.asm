; A mapping is trimmed to an aligned part, which is used and returned; another keeps its tail to the end. exit 0
global _start
section .bss
keep: resq 1
section .text
_start:
  mov esi, 16384
  call map
  mov rbx, rax
  mov rdi, rbx
  mov esi, 4096
  call unmap
  lea rdi, [rbx+12288]
  mov esi, 4096
  call unmap
  mov byte [rbx+4096], 1
  lea rdi, [rbx+4096]
  mov esi, 8192
  call unmap
  mov esi, 8192
  call map
  lea rcx, [rax+4096]
  mov [keep], rcx
  mov rdi, rax
  mov esi, 4096
  call unmap
  mov rcx, [keep]
  mov byte [rcx], 1
  xor edi, edi
  mov eax, 60
  syscall
unmap:
  mov eax, 11
  syscall
  ret
map:
  mov eax, 9
  xor edi, edi
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  ret
