; A handler on its own stack: no finding there. exit 0
global _start
section .data
act: dq handler, 0x0C000000, restorer, 0
sstk: dq altstack, 0, 8192
section .bss
alignb 16
altstack: resb 8192
section .text
restorer:
  mov eax, 15
  syscall
handler:
  push rbx
  sub rsp, 64
  mov [rsp], rdi
  mov rax, [rsp]
  add rsp, 64
  pop rbx
  ret
_start:
  mov eax, 131
  mov edi, sstk
  xor esi, esi
  syscall
  mov eax, 13
  mov edi, 10
  mov esi, act
  xor edx, edx
  mov r10d, 8
  syscall
  mov eax, 39
  syscall
  mov edi, eax
  mov esi, 10
  mov eax, 62
  syscall
  mov eax, 60
  xor edi, edi
  syscall
