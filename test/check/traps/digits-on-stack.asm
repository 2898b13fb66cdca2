; Numbers are made into text by pushing digits, and in a buffer at the end of the frame filled from behind. exit 0
global _start
section .bss
out_: resb 8
section .text
_start:
  mov eax, 1234
  call print
  call back
  xor edi, edi
  mov eax, 60
  syscall
print:
  xor ecx, ecx
  mov ebx, 10
.next:
  xor edx, edx
  div ebx
  add edx, '0'
  push rdx
  inc ecx
  test eax, eax
  jnz .next
  mov rdi, out_
.pop:
  pop rax
  stosb
  loop .pop
  ret
back:
  push rbp
  mov rbp, rsp
  sub rsp, 32
  lea rsi, [rbp-1]
  mov byte [rsi], 10
  mov eax, 99
  mov ebx, 10
.next:
  xor edx, edx
  div ebx
  add dl, '0'
  dec rsi
  mov [rsi], dl
  test eax, eax
  jnz .next
  mov rdx, rbp
  sub rdx, rsi
  mov eax, 1
  mov edi, 1
  syscall
  leave
  ret
