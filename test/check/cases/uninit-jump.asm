; A jump through a slot of a table in which only the first entry was filled. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov qword [rbx], done
  lea rax, [rel done]
  mov rcx, [rbx+8]
  and rcx, 0
  or rcx, [rbx+8]
  xor rcx, [rbx+8]
  add rax, rcx
  jmp rax ; expect: uninit-jump
done:
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
