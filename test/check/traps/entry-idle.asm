; Registers that nobody has set are saved by a function 2,000 times, and a loop sets their lowest byte. exit 0
section .data
text: times 2000 db "a"
      db 0
section .text
global main
keep:
  push rcx
  push r8
  sub rsp, 24
  movups [rsp], xmm9
  mov cl, 1
  vzeroupper
  movups xmm9, [rsp]
  add rsp, 24
  pop r8
  pop rcx
  ret
main:
  mov edx, text
.next:
  mov al, [rdx]
  inc rdx
  call keep
  cmp al, 0
  jne .next
  xor eax, eax
  ret
