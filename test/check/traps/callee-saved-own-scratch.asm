; Functions with a convention of their own: one uses rbx and r13 as scratch, and its caller sets them anew each time. exit 0
global _start
section .text
_start:
  mov r12d, 3000
.round:
  mov ebx, r12d
  call mix
  call busy
  mov rbx, rax
  add rbx, r12
  lea r13, [rbx + 1]
  dec r12d
  jnz .round
  mov eax, 60
  xor edi, edi
  syscall
mix:
  lea r13, [rbx + 5]
  imul rbx, r13
  mov rax, rbx
  ret
busy:
  mov ecx, 10
.again:
  add rax, rcx
  and eax, 0xffff
  dec ecx
  jnz .again
  ret
