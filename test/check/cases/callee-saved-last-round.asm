; A function changes rbx in the last two of 3000 rounds; other functions run before anybody relies on it. exit 1
global _start
section .text
_start:
  mov ebx, 7
  mov r12d, 3000
.round:
  call sometimes
  call busy
  test r12d, 1
  jz .next
  call busy
.next:
  dec r12d
  jnz .round
  mov edi, ebx
  and edi, 63
  mov eax, 60
  syscall
sometimes:
  cmp r12d, 2
  ja .out
  mov ebx, r12d
.out:
  mov eax, 3
  ret ; expect: callee-saved-clobbered
busy:
  mov ecx, 10
.again:
  add rax, rcx
  and eax, 0xffff
  dec ecx
  jnz .again
  ret
