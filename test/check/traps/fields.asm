; Fields of a record by dotted labels, and by one plain name for the whole. exit 7
global _start
section .data
point:
.x: dd 3
.y: dd 4
.z: dq 0
section .text
_start:
  mov rax, [point]
  mov edi, eax
  shr rax, 32
  add edi, eax
  mov rbx, [point.z]
  mov ecx, [point+4]
  mov rcx, [point+8]
  mov eax, 60
  syscall
