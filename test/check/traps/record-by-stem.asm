; Fields of records under labels of one stem: a header is read and copied over them, nodes are walked by the first one's address. exit 15
global main
extern memcpy, strlen
section .data
raw: db "HEAD", 1, 0, 2, 0, 9, 0, 0, 0
raw_len equ $ - raw
n1_next: dq n2_next
n1_name: db "ab", 0, 0, 0, 0, 0, 0
n2_next: dq 0
n2_name: db "c", 0, 0, 0, 0, 0, 0, 0
section .bss
h_magic: resd 1
h_width: resw 1
h_height: resw 1
h_length: resd 1
in_kind: resb 1
in_flags: resb 1
in_text: resb 10
other: resd 1
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  xor eax, eax
  xor edi, edi
  mov esi, in_kind
  mov edx, 12
  syscall
  mov esi, raw
  mov edi, h_magic
  mov ecx, raw_len
  rep movsb
  movzx r12d, word [h_width]
  mov edi, h_magic
  mov esi, raw
  mov edx, 12
  call memcpy
  movzx eax, word [h_height]
  add r12d, eax
  add r12d, [h_length]
  mov ebx, n1_next
.node:
  lea rdi, [rbx + 8]
  cmp byte [rdi], 'c'
  setne al
  movzx eax, al
  sub r12d, eax
  lea rdi, [rbx + 8]
  call strlen
  add r12, rax
  mov rbx, [rbx]
  test rbx, rbx
  jnz .node
  lea eax, [r12 + 1]
  add rsp, 8
  pop r12
  pop rbx
  ret
