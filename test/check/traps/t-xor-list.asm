; An XOR-linked list of malloc'ed nodes, walked both ways, freed. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  push r12
  push r13
  mov edi, 16
  call malloc
  mov rbx, rax
  mov edi, 16
  call malloc
  mov r12, rax
  mov edi, 16
  call malloc
  mov r13, rax
  mov [rbx], r12
  mov rax, rbx
  xor rax, r13
  mov [r12], rax
  mov [r13], r12
  mov dword [rbx+8], 1
  mov dword [r12+8], 2
  mov dword [r13+8], 4
  xor edx, edx
  mov rcx, rbx
  xor eax, eax
.w:
  add eax, [rcx+8]
  mov rsi, [rcx]
  xor rsi, rdx
  mov rdx, rcx
  mov rcx, rsi
  test rcx, rcx
  jnz .w
  cmp eax, 7
  jne .x
.x:
  mov rdi, rbx
  call free
  mov rdi, r12
  call free
  mov rdi, r13
  call free
  xor eax, eax
  pop r13
  pop r12
  pop rbx
  ret
