; Custom stack in bss, switching. exit 7
global _start
section .bss
alignb 16
stk: resb 4096
stktop:
old: resq 1
section .text
_start:
  mov [old], rsp
  mov rsp, stktop
  push 7
  call f
  pop rdi
  mov rsp, [old]
  mov eax, 60
  syscall
f:
  push rbx
  mov rbx, [rsp+16]
  pop rbx
  ret
