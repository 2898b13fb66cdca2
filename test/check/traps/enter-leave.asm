; enter and leave, pushfq and popfq. exit 3
global _start
section .text
_start:
  call work
  mov edi, eax
  mov eax, 60
  syscall
work:
  enter 32, 0
  pushfq
  mov qword [rbp-8], 3
  popfq
  mov rax, [rbp-8]
  leave
  ret
