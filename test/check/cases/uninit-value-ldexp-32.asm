; i386: a double takes two words of the arguments, and the exponent lies behind it. exit 0
global main
extern ldexp
section .data
x: dq 2.5
section .text
main:
  sub esp, 12
  mov eax, [x]
  mov [esp], eax
  mov eax, [x + 4]
  mov [esp + 4], eax
  call ldexp ; expect: uninit-value
  fstp st0
  mov dword [esp + 8], 3
  call ldexp
  fstp st0
  add esp, 12
  xor eax, eax
  ret
