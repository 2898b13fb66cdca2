; Two texts compared, and a block copied, through one register: the other pointer is its distance. exit 35
global _start
section .data
one: db "hello, world: a text", 0
two: db "hello, world: a text!", 0
section .bss
copy: resb 32
back: resb 8
section .text
compare:                     ; rdi, rsi: texts
  sub rdi, rsi
.next:
  movzx eax, byte [rdi + rsi]
  movzx edx, byte [rsi]
  cmp eax, edx
  jne .differ
  inc rsi
  test eax, eax
  jnz .next
.differ:
  lea rcx, [rsi + rdi]
  movzx eax, byte [rcx]
  add rdi, rsi
  movzx ecx, byte [rdi]
  add eax, ecx
  sub edx, eax
  mov eax, edx
  ret
duplicate:                   ; rdi = target, rsi = source
  sub rdi, rsi
.next:
  mov al, [rsi]
  mov [rsi + rdi], al
  inc rsi
  test al, al
  jnz .next
  ret
_start:
  mov r12d, 3000
.again:
  mov rdi, one
  mov rsi, two
  call compare
  mov edi, copy
  mov esi, two
  call duplicate
  dec r12d
  jnz .again
  mov rdi, one
  mov rsi, copy
  call compare
  movzx edi, byte [copy + 20]
  add edi, eax
  sub edi, 31
  mov eax, 60
  syscall
