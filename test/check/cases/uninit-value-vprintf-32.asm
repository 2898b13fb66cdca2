; A printf of one's own with its arguments on the stack: the second time one of them was never set. exit 0
global main
extern vprintf
section .rodata
whole: db "%d %g %hhd", 10, 0
section .data
half: dq 0.5
section .text
print:
  push ebp
  mov ebp, esp
  sub esp, 8
  lea eax, [ebp + 12]
  sub esp, 8
  push eax
  push dword [ebp + 8]
  call vprintf ; expect: uninit-value
  leave
  ret
main:
  push ebp
  mov ebp, esp
  sub esp, 40
  mov dword [esp], whole
  mov dword [esp + 4], 7
  fld qword [half]
  fstp qword [esp + 8]
  mov byte [esp + 16], 9
  call print
  mov dword [esp], whole
  mov dword [esp + 4], 7
  movzx eax, byte [esp + 17]
  mov [esp + 16], eax
  call print
  xor eax, eax
  leave
  ret
