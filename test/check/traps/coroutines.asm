; Two stacks, switched by hand. exit 6
global _start
section .bss
alignb 16
room: resb 4096
room_end:
main_stack: resq 1
other_stack: resq 1
section .text
_start:
  mov rax, room_end
  sub rax, 8
  mov qword [rax], other
  mov [other_stack], rax
  xor ebx, ebx
  call switch
  add ebx, 1
  call switch
  add ebx, 1
  mov edi, ebx
  mov eax, 60
  syscall
switch:
  mov rax, [other_stack]
  mov [main_stack], rsp
  mov rsp, rax
  ret
back:
  mov [other_stack], rsp
  mov rsp, [main_stack]
  ret
other:
  add ebx, 2
  call back
  add ebx, 2
  call back
  ud2
