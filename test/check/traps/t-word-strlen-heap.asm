; A text in a block of seven bytes, searched by eight bytes at once. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 7
  call malloc
  mov rbx, rax
  mov dword [rbx], 'abcd'
  mov word [rbx+4], 'ef'
  mov byte [rbx+6], 0
  mov rax, [rbx]
  mov rcx, 0x0101010101010101
  mov rdx, rax
  sub rdx, rcx
  not rax
  and rdx, rax
  mov rcx, 0x8080808080808080
  and rdx, rcx
  bsf rdx, rdx
  shr edx, 3
  cmp edx, 6
  jne .bad
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
.bad:
  mov eax, 1
  pop rbx
  ret
