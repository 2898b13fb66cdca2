; A callee fills its caller's buffer through a pointer, up to the last byte. exit 10
global _start
section .text
_start:
  sub rsp, 16
  mov rdi, rsp
  call fill
  movzx edi, byte [rsp+15]
  add rsp, 16
  mov eax, 60
  syscall
fill:
  mov ecx, 16
.next:
  mov byte [rdi+rcx-1], 10
  loop .next
  ret
