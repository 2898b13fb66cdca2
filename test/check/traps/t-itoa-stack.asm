; A number is turned into digits backwards into a local buffer, and written. exit 0
global _start
section .text
_start:
  mov eax, 90210
  call print
  xor edi, edi
  mov eax, 60
  syscall
print:
  push rbp
  mov rbp, rsp
  sub rsp, 32
  lea rsi, [rbp-1]
  mov byte [rsi], 10
  mov ecx, 10
.l:
  xor edx, edx
  div ecx
  add dl, '0'
  dec rsi
  mov [rsi], dl
  test eax, eax
  jnz .l
  mov rdx, rbp
  sub rdx, rsi
  mov eax, 1
  mov edi, 1
  syscall
  leave
  ret
