; What is left on the stack is what libc left in rax: the address of main by chance. exit 0
default rel
section .bss
rounds: resd 1
section .text
global main
main:
  push rbx
  inc dword [rounds]
  cmp dword [rounds], 2
  je .end
  call keep
.end:
  pop rbx
  xor eax, eax
  ret
keep:
  push rax
  push rcx
  pop rcx
  ret ; expect: stack-imbalance
