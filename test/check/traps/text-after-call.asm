; Inline string after call. exit 0
global _start
section .text
print:
  pop rsi
  xor edx, edx
.l: cmp byte [rsi+rdx], 0
  je .e
  inc edx
  jmp .l
.e:
  lea rcx, [rsi+rdx+1]
  push rcx
  mov eax, 1
  mov edi, 1
  syscall
  ret
_start:
  call print
  db "inline", 10, 0
  mov eax, 60
  xor edi, edi
  syscall
