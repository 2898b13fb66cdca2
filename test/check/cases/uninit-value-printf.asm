; printf is handed a number that was never computed. exit 0
global main
extern printf
section .rodata
format: db "%d %d", 10, 0
section .text
main:
  sub rsp, 24
  mov dword [rsp+8], 4
  mov edi, format
  mov esi, [rsp+8]
  mov edx, [rsp+12]
  xor edx, edx
  xor eax, eax
  call printf
  mov edi, format
  mov esi, [rsp+8]
  mov edx, [rsp]
  and edx, 0xffffff00
  shl edx, 31
  xor eax, eax
  call printf
  mov edi, format
  mov esi, [rsp]
  imul esi, esi, 0
  mov edx, [rsp]
  and edx, 1
  shr edx, 1
  xor eax, eax
  call printf
  mov edi, format
  mov esi, 1
  mov edx, [rsp+16]
  sub edx, edx
  or edx, [rsp+4]
  and edx, 0x40000000
  shr edx, 31
  add edx, [rsp+4]
  and edx, 1
  add edx, edx
  and edx, 4
  mov ecx, [rsp+4]
  and ecx, 2
  add edx, ecx
  sub edx, ecx
  xor eax, eax
  call printf ; expect: uninit-value
  add rsp, 24
  xor eax, eax
  ret
