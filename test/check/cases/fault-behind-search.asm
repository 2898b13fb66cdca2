; The flags that a handler sees are those of the last element in front of the page that is not there. exit 70
global _start
section .text
handler:
  mov rdi, [rdx+176]
  and edi, 0xff
  mov eax, 60
  syscall
_start:
  mov eax, 13
  mov edi, 11
  mov esi, action
  xor edx, edx
  mov r10d, 8
  syscall
  mov r12d, 3000
.round:
  mov edi, zeros_end - 64
  mov ecx, 64
  cmp r12d, 1
  jne .search
  mov ecx, 1000000
.search:
  xor eax, eax
  cmp r12d, 5000
  repe scasb ; expect: unmapped-access
  dec r12d
  jnz .round
  mov eax, 60
  xor edi, edi
  syscall
section .data
align 4096
zeros: times 4096 db 0
zeros_end:
section .rodata
align 8
action: dq handler, 0x04000000, 0, 0
