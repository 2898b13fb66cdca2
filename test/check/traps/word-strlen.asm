; strlen by aligned words reads past the end of the text inside its word. exit 11
global _start
section .data
align 8
text: db "hello world", 0
section .text
_start:
  mov rdi, text
  xor ecx, ecx
.next:
  mov rax, [rdi+rcx]
  mov rdx, 0x0101010101010101
  mov r8, rax
  sub r8, rdx
  not rax
  and r8, rax
  mov rdx, 0x8080808080808080
  and r8, rdx
  jnz .found
  add rcx, 8
  jmp .next
.found:
  bsf r8, r8
  shr r8, 3
  lea rdi, [rcx+r8]
  mov eax, 60
  syscall
