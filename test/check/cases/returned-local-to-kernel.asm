; The address of a local goes to the kernel after its function has returned: in a register, and over the stack. exit 0
global _start
section .text
name:
  push rbp
  mov rbp, rsp
  sub rsp, 32
  mov dword [rbp-8], 'abcd'
  lea rax, [rbp-8]
  leave
  ret
_start:
  call name
  mov rsi, rax
  mov edx, 4
  mov edi, 2
  mov eax, 1
  syscall ; expect: stack-use-after-return, uninit-syscall
  call name
  push rax
  mov edx, 4
  mov edi, 2
  mov eax, 1
  pop rsi
  syscall ; expect: stack-use-after-return, uninit-syscall
  call name
  push rax
  pop rsi
  movzx ebx, byte [rsi] ; expect: stack-use-after-return
  mov eax, 60
  xor edi, edi
  syscall
