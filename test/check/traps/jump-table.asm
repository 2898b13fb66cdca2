; A switch through a table of addresses. exit 20
global _start
section .rodata
table: dq zero, one, two
section .text
_start:
  mov ebx, 1
  jmp [table+rbx*8]
zero:
  mov edi, 10
  jmp end
one:
  mov edi, 20
  jmp end
two:
  mov edi, 30
end:
  mov eax, 60
  syscall
