; What fopen gives is libc's. signal SIGSEGV
extern fopen, memset, fputs
global main
section .text
main:
  push rbx
  mov rdi, name
  mov rsi, mode
  call fopen
  mov rbx, rax
  mov rdi, rax
  mov esi, 0x41
  mov edx, 64
  call memset
  mov rdi, name
  mov rsi, rbx
  call fputs ; expect: unmapped-access
  pop rbx
  xor eax, eax
  ret
section .data
name: db "/tmp/written", 0
mode: db "w", 0
