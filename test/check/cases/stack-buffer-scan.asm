; A search for a byte in a local buffer does not stop at its end. exit 0
global _start
section .text
_start:
  call search
  xor edi, edi
  mov eax, 60
  syscall
search:
  push rbp
  push rbx
  sub rsp, 8
  mov qword [rsp], 0x01010101
  mov rdi, rsp
  mov al, 0xfe
  mov ecx, 9
  repne scasb ; expect: stack-buffer-overflow-read
  add rsp, 8
  pop rbx
  pop rbp
  ret
