; 32-bit main looks at what it is given: libc has set it. exit 1
bits 32
extern printf
global main
section .data
f: db "%d %s %p",10,0
section .text
main: push ebp
  mov ebp,esp
  cmp dword [ebp+8],1
  jl .x
  mov eax,[ebp+12]
  mov ecx,[eax]
  mov edx,[ebp+16]
  cmp dword [edx],0
  setne dl
  push ecx
  push dword [ebp+8]
  push f
  call printf
  add esp,12
.x: leave
  mov eax,1
  ret
