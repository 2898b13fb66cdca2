; A structure from malloc: one field is set, the other is tested. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov dword [rbx], 5
  mov eax, [rbx]
  test eax, eax
  jz .done
  mov ecx, [rbx+8]
  add ecx, 3
  test ecx, ecx
  js .done ; expect: uninit-branch
.done:
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
