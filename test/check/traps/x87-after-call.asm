; Numbers go through x87 registers and the stack after a call that destroyed all vector registers. exit 0
global main
extern puts, printf
section .rodata
text: db "x", 0
format: db "%.2f", 10, 0
section .text
main:
  sub rsp, 40
  mov edi, text
  call puts
  fld1
  fldpi
  faddp
  fstp qword [rsp]
  movsd xmm0, [rsp]
  mov edi, format
  mov eax, 1
  call printf
  fldz
  fistp dword [rsp+8]
  cmp dword [rsp+8], 0
  jne .bad
  fnstcw [rsp+16]
  test word [rsp+16], 0x3f
  jz .bad
  xor eax, eax
.bad:
  add rsp, 40
  ret
