; nanosleep with half a timespec. exit 0
global _start
section .text
_start:
  sub rsp, 16
  mov qword [rsp], 0
  mov eax, 35
  mov rdi, rsp
  xor esi, esi
  syscall ; expect: uninit-syscall
  mov eax, 60
  xor edi, edi
  syscall
