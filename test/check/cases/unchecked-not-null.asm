; open fails and is looked at; what follows is a null pointer less one, not open's error. signal SIGSEGV
global _start
section .rodata
name: db "/nowhere/at/all", 0
section .text
_start:
  mov eax, 2
  lea rdi, [name]
  xor esi, esi
  syscall
  test eax, eax
  js .none
  nop
.none:
  xor ebx, ebx
  mov al, [rbx - 1] ; expect: null-deref
  mov eax, 60
  xor edi, edi
  syscall
