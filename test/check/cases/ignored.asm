; Findings that the source asks not to be told. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov al, [rbx+8] ; asmoscope: ignore heap-overflow-read
  mov al, [rbx+9] ; asmoscope: ignore
  mov al, [rbx+10] ; asmoscope: ignore use-after-free-read ; expect: heap-overflow-read
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
