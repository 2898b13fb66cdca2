; What .init_array names is called by libc, as the convention says. exit 0
global main
section .init_array progbits alloc noexec write align=8
  dq prepare
section .data
table: times 4 dq 0
section .text
prepare:
  mov ebx, 4
.next:
  mov [table + rbx*8 - 8], rbx
  dec ebx
  jnz .next
  ret ; expect: callee-saved-clobbered
main:
  mov rax, [table + 24]
  sub rax, 4
  ret
