; The address of the element behind an array on the stack is given to libc: the saved rbx lies there. exit 0
global main
extern sscanf, memset
section .rodata
format: db "%d", 0
text: db "7", 0
section .text
fill:                      ; rdi: array of four numbers
  push rbx
  push r12
  sub rsp, 8
  mov rbx, rdi
  xor r12d, r12d
.next:
  lea rdx, [rbx + r12 * 4]
  lea rdi, [text]
  lea rsi, [format]
  xor eax, eax
  call sscanf ; expect: stack-buffer-overflow-write
  inc r12d
  cmp r12d, 5
  jb .next
  add rsp, 8
  pop r12
  pop rbx
  ret
work:
  push rbp
  mov rbp, rsp
  push rbx
  push rbx
  sub rsp, 16
  lea rdi, [rsp]
  call fill
  lea rsp, [rbp - 16]
  pop rcx
  pop rbx
  pop rbp
  ret
main:
  push rbx
  call work
  pop rbx
  xor eax, eax
  ret
