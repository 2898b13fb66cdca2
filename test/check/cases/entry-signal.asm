; A signal handler counts on r8: the kernel sets rdi, rsi, rdx and rax for it, the rest is the interrupted code's. exit 0
section .data
action:
  dq handler
  dq 0x04000000
  dq restorer
  dq 0
section .text
global _start
handler:
  test r8, r8
  jz .done ; expect: uninit-branch
  nop
.done:
  ret
restorer:
  mov eax, 15
  syscall
_start:
  mov eax, 13
  mov edi, 10
  mov rsi, action
  xor edx, edx
  mov r10d, 8
  syscall
  mov eax, 39
  syscall
  mov edi, eax
  mov esi, 10
  mov eax, 62
  mov r8d, 7
  syscall
  cmp r8d, 7
  jne .bad
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
