; Threaded code: the next word is pushed and returned to. exit 0
global _start
section .data
program: dq inc1, inc1, double, done
section .text
_start:
  mov esi, program
  xor ebx, ebx
next:
  mov rax, [rsi]
  add rsi, 8
  push rax
  ret
inc1: inc ebx
  jmp next
double: add ebx, ebx
  jmp next
done:
  lea edi, [rbx-4]
  mov eax, 60
  syscall
