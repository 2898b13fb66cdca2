; A local function moves a pointer and counts in preserved registers: its caller wants that. exit 3
global _start
section .data
text: db "abc", 0
section .text
_start:
  mov rbx, text
  xor r12d, r12d
.next:
  call take
  test al, al
  jnz .next
  mov edi, r12d
  mov eax, 60
  syscall
take:
  mov al, [rbx]
  inc rbx
  test al, al
  jz .end
  inc r12
.end:
  ret
