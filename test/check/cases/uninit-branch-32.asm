; The loop's counter lies on the stack and is never set. exit 0
bits 32
global main
section .text
main:
  push ebp
  mov ebp, esp
  sub esp, 8
  mov dword [ebp-4], 0
.next:
  add dword [ebp-4], 2
  mov eax, [ebp-8]
  and eax, 0x0f
  cmp [ebp-4], eax
  jl .next ; expect: uninit-branch
  leave
  xor eax, eax
  ret
