; The address for sscanf is what the call before left in rdx. The first one is set; %*d takes none. exit 0
global main
extern sscanf, puts
section .rodata
format: db "%*d %d%%%d", 0
text: db "7 5%6", 0
hello: db "hello", 0
section .bss
number: resd 2
section .text
main:
  push rbx
  lea rdi, [number + 4]
  mov rbx, rdi
  lea rdi, [text]
  lea rsi, [format]
  lea rdx, [number]
  lea rcx, [number + 4]
  xor eax, eax
  call sscanf
  lea rdi, [hello]
  call puts
  lea rdi, [text]
  lea rsi, [format]
  mov rdx, rbx
  xor eax, eax
  mov rcx, rdx
  call sscanf
  lea rdi, [hello]
  call puts
  lea rdi, [text]
  lea rsi, [short_format]
  xor eax, eax
  call sscanf ; expect: volatile-after-call
  xor eax, eax
  pop rbx
  ret
section .rodata
short_format: db "x%d", 0
