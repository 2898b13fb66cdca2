; .bss cleared from the linker's __bss_start to its _end, data summed from data_start to _edata. exit 3
global _start
extern __bss_start
extern _end
extern _edata
section .data
first: dd 1
text: db "abc", 0
last: dw 2
ends: dq __bss_start, _end
section .bss
one: resb 10
two: resd 5
three: resq 2
section .text
_start:
  mov rdi, [ends]
  mov rcx, [ends + 8]
  sub rcx, rdi
  xor eax, eax
  rep stosb
  mov rdi, __bss_start
  mov ecx, _end
  sub ecx, edi
  rep stosb
  mov rsi, first
.next:
  mov al, [rsi]
  inc rsi
  cmp rsi, _edata
  jb .next
  mov edi, 3
  mov eax, 60
  syscall
