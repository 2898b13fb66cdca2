; Of the flag byte only bit 0 was set; bit 3 is asked for. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 1
  call malloc
  mov rbx, rax
  and byte [rbx], 0xfc
  or byte [rbx], 1
  test byte [rbx], 1
  jz .done
  test byte [rbx], 8
  jnz .done ; expect: uninit-branch
.done:
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
