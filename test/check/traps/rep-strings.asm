; rep stosb and movsb fill and copy blocks to their last byte; repne scasb finds an end. exit 5
global main
extern malloc, free
section .data
word_: db "hello", 0
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov edi, 6
  call malloc
  mov rbx, rax
  mov rdi, rax
  mov al, '-'
  mov ecx, 6
  rep stosb
  mov rsi, word_
  mov rdi, rbx
  mov ecx, 6
  rep movsb
  mov rdi, rbx
  xor eax, eax
  mov rcx, -1
  repne scasb
  not rcx
  lea r12, [rcx-1]
  mov rdi, rbx
  call free
  mov eax, r12d
  add rsp, 8
  pop r12
  pop rbx
  ret
