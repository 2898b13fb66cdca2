; The divisor is a field that nobody has set. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov ecx, [rbx]
  or ecx, 1
  mov eax, 100
  xor edx, edx
  div ecx ; expect: uninit-value
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
