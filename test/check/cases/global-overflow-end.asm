; Where a buffer ends is behind its last byte, whatever label stands there. exit 0
global _start
section .text
_start:
  mov rdi, buffer.end
  mov byte [rdi], '0' ; expect: global-overflow-write
  mov rdi, digits_end
  mov byte [rdi], '1' ; expect: global-overflow-write
  mov rdi, buffer.end
  mov ecx, 20
.back:
  dec rdi
  mov byte [rdi], '2'
  dec ecx
  jnz .back
  mov rdi, digits_end
  mov ecx, 10
.digits:
  dec rdi
  mov byte [rdi], '3'
  dec ecx
  jnz .digits
  xor edi, edi
  mov eax, 60
  syscall
section .bss
buffer: resb 20
.end:
digits: resb 10
digits_end:
