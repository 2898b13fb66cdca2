; The caller's buffer is read past its end by the function it was given to. exit 0
global _start
section .text
_start:
  call outer
  xor edi, edi
  mov eax, 60
  syscall
outer:
  push rbx
  sub rsp, 8
  mov qword [rsp], 5
  mov rdi, rsp
  mov esi, 2
  call total
  add rsp, 8
  pop rbx
  ret
total:
  xor eax, eax
.next:
  add rax, [rdi] ; expect: stack-buffer-overflow-read
  add rdi, 8
  dec esi
  jnz .next
  ret
