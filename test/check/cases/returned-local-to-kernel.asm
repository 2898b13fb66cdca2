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
; eax = first digit, edx = count
digits:
  push rbp
  mov rbp, rsp
  sub rsp, 32
  mov eax, edi
  lea rsi, [rbp]
  mov ecx, 10
.next:
  xor edx, edx
  div ecx
  add dl, '0'
  dec rsi
  mov [rsi], dl
  test eax, eax
  jnz .next
  lea rdx, [rbp]
  sub rdx, rsi
  mov rax, rsi
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
  mov edi, 1234
  call digits
  mov rsi, rax
  mov edi, 2
  mov eax, 1
  syscall ; expect: stack-use-after-return, uninit-syscall
  mov eax, 60
  xor edi, edi
  syscall
