; An annotation that does not hold, and one that is none. exit 0
global _start
section .bss
arena: resb 4096
section .data
top: dq arena
section .text
; @alloc size=rdi ret=rdi
take:
  mov rax, [top]
  add [top], rdi
  ret
; @dealloc ptr=rdi
give:
  ret
_start:
  mov edi, 16
  call take
  mov edi, 16
  call take
  mov eax, 60
  xor edi, edi
  syscall
