; A frame made by `enter`: the saved rbp lies right above its locals. exit 0
global _start
section .rodata
src: times 5 dd 7
section .text
_start:
  call copies
  call fills
  xor edi, edi
  mov eax, 60
  syscall
copies:
  enter 16, 0
  lea rdi, [rbp-16]
  mov rsi, src
  mov ecx, 5
  rep movsd ; expect: stack-buffer-overflow-write
  leave
  ret
fills:
  enter 32, 0
  xor ecx, ecx
.byte:
  mov byte [rbp-32+rcx], 1
  inc ecx
  cmp ecx, 32
  jb .byte
  leave
  ret
