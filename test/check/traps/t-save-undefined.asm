; Registers and flags never set are saved, restored, and saved by fxsave. exit 0
global main
extern puts
section .data
m: db "ok", 0
section .bss
alignb 16
area: resb 512
section .text
main:
  push rbx
  sub rsp, 32
  mov rax, [rsp]
  call keep
  mov edi, m
  call puts
  add rsp, 32
  pop rbx
  xor eax, eax
  ret
keep:
  push rax
  push rcx
  push rdx
  push r8
  push r11
  pushfq
  fxsave [area]
  movups [rsp-64], xmm7
  movups xmm7, [rsp-64]
  fxrstor [area]
  popfq
  pop r11
  pop r8
  pop rdx
  pop rcx
  pop rax
  ret
