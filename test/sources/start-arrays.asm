; {"bits":64,"libc":true,"args":["one","two"]}
; Functions of .preinit_array, .init_array and .fini_array around main, functions of atexit among them.
global main
extern printf, puts, atexit, exit
section .preinit_array progbits alloc noexec write align=8
  dq before
section .init_array progbits alloc noexec write align=8
  dq arguments, registers
section .fini_array progbits alloc noexec write align=8
  dq last, next_to_last
section .rodata
says: db "%s: argc %d, argv[1] %s, envp %s", 10, 0
first: db "preinit", 0
second: db "init", 0
main_says: db "main", 0
exit_says: db "atexit", 0
exit2_says: db "atexit of main", 0
last_says: db "fini, last", 0
next_says: db "fini, first", 0
behind: db "behind argv", 0
elsewhere: db "elsewhere", 0
section .text
; rdi = name, esi = argc, rdx = argv, rcx = envp
show:
  lea rax, [rdx + rsi*8 + 8]
  cmp rax, rcx
  mov r9, elsewhere
  mov r8, behind
  cmovne r8, r9
  mov rcx, [rdx + 8]
  mov edx, esi
  mov rsi, rdi
  mov edi, says
  xor eax, eax
  jmp printf
before:
  mov rcx, rdx
  mov rdx, rsi
  mov esi, edi
  mov edi, first
  jmp show
arguments:
  mov rcx, rdx
  mov rdx, rsi
  mov esi, edi
  mov edi, second
  jmp show
registers:
  mov edi, at_exit
  jmp atexit
at_exit:
  mov edi, exit_says
  jmp puts
at_exit2:
  mov edi, exit2_says
  jmp puts
last:
  mov edi, last_says
  jmp puts
next_to_last:
  mov edi, next_says
  jmp puts
main:
  sub rsp, 8
  mov edi, main_says
  call puts
  mov edi, at_exit2
  call atexit
  mov eax, 5
  add rsp, 8
  ret
