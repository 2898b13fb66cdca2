; Entries of a dictionary that a macro chains: header, key, then the label of the value. exit 11
%define previous 0
%macro entry 2
%%header: dq previous
  db %1, 0
%2:
%define previous %%header
%endmacro
global _start
section .rodata
entry "one", first
  db "uno", 0
entry "two", second
  db "due", 0
entry "three", third
  db "tre", 0
section .text
_start:
  mov rbx, previous
  xor r12d, r12d
.next:
  lea rdi, [rbx+8]
  call length
  lea rdi, [rdi+rax+1]        ; from the key to the value
  call length
  add r12, rax
  mov rbx, [rbx]
  test rbx, rbx
  jnz .next
  lea edi, [r12+2]
  mov eax, 60
  syscall
length:
  xor eax, eax
.more:
  cmp byte [rdi+rax], 0
  je .end
  inc rax
  jmp .more
.end:
  ret
