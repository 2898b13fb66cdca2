; Reads, writes and lets libc read a freed block. exit 0
global main
extern malloc, free, strlen
section .text
main:
  push rbx
  mov edi, 24
  call malloc
  mov rbx, rax
  mov dword [rbx], "hey"
  mov rdi, rbx
  call free
  mov al, [rbx+1] ; expect: use-after-free-read
  mov byte [rbx+23], 0 ; expect: use-after-free-write
  mov rdi, rbx
  call strlen ; expect: use-after-free-read
  pop rbx
  xor eax, eax
  ret
