; A word-wise strlen of a text without its zero byte: the answer depends on what lies behind the block. exit 0
global main
extern aligned_alloc, free
section .text
main:
  push rbx
  mov edi, 16
  mov esi, 5
  call aligned_alloc
  mov rbx, rax
  mov dword [rbx], 'abcd'
  mov byte [rbx+4], 0
  mov rdi, rbx
  call aligned_strlen
  mov byte [rbx+4], 'x'
  mov rdi, rbx
  call aligned_strlen
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
aligned_strlen:
  mov rax, [rdi]
  mov rcx, 0x0101010101010101
  mov rdx, rax
  sub rdx, rcx
  not rax
  and rdx, rax
  mov rcx, 0x8080808080808080
  and rdx, rcx
  xor ecx, ecx
.l:
  bt rdx, 7
  jc .f ; expect: uninit-branch
  shr rdx, 8
  inc ecx
  cmp ecx, 8
  jb .l
.f:
  mov eax, ecx
  ret
