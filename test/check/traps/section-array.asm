; An array that several files and macros add to, walked from the linker's __start_ to its __stop_; where it begins and ends is
; kept in memory. exit 3
global _start
extern __start_commands
extern __stop_commands
section commands
alpha: dq alpha.text, 1
.text: db "a", 10
align 8
beta: dq beta.text, 1
.text: db "bc", 10
align 8
section .data
ends: dq __start_commands, __stop_commands
count: dq 0
section commands
gamma: dq gamma.text, 2
.text: db "d", 0, 0, 0, 0, 10
align 8
section .text
count_all:
  mov rbx, [rsp + 8]
  mov rdx, [ends + 8]
.next:
  cmp rbx, rdx
  jae .done
  mov al, [rbx]
  add [count], rax
  inc rbx
  jmp .next
.done:
  mov rbx, [ends]
  mov ecx, 6
.again:
  inc qword [count + 0]
  mov rax, [rbx + 8 * rcx]
  loop .again
  ret
_start:
  push qword [ends]
  call count_all
  add rsp, 8
  mov rdi, 3
  mov eax, 60
  syscall
