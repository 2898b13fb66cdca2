; rep movsb of forty bytes into thirty-two. signal SIGSEGV
global _start
section .data
src: times 48 db 'A'
section .text
_start:
  call copy
  mov eax, 60
  xor edi, edi
  syscall
copy:
  sub rsp, 32
  mov rdi, rsp
  mov esi, src
  mov ecx, 40
  rep movsb ; expect: stack-buffer-overflow-write
  add rsp, 32
  ret ; expect: return-address-overwritten, unmapped-access
