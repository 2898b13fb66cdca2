; setjmp and longjmp by hand, over two frames. exit 42
global _start
section .bss
saved: resq 8
section .text
_start:
  call mark
  test eax, eax
  jnz .back
  call outer
  mov eax, 60
  mov edi, 1
  syscall
.back:
  mov edi, eax
  mov eax, 60
  syscall
mark:
  mov [saved], rbx
  mov [saved+8], rbp
  lea rax, [rsp+8]
  mov [saved+16], rax
  mov rax, [rsp]
  mov [saved+24], rax
  xor eax, eax
  ret
outer:
  push rbx
  push rbp
  call inner
  pop rbp
  pop rbx
  ret
inner:
  sub rsp, 24
  mov rbx, [saved]
  mov rbp, [saved+8]
  mov rsp, [saved+16]
  mov eax, 42
  jmp [saved+24]
