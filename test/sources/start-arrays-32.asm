; {"bits":32,"libc":true,"args":["one"]}
; A function of .init_array ends the program: exit calls what atexit knows and .fini_array, main is not reached.
global main
extern printf, puts, atexit, exit
section .init_array progbits alloc noexec write align=4
  dd first, second
section .fini_array progbits alloc noexec write align=4
  dd last, next_to_last
section .rodata
says: db "argc %d, argv[1] %s", 10, 0
exit_says: db "atexit", 0
last_says: db "fini, last", 0
next_says: db "fini, first", 0
main_says: db "main", 0
section .text
first:
  sub esp, 12
  mov edx, [esp + 20]
  push dword [edx + 4]
  push dword [esp + 20]
  push says
  call printf
  add esp, 24
  ret
second:
  sub esp, 24
  push at_exit
  call atexit
  push dword 9
  call exit
at_exit:
  sub esp, 24
  push exit_says
  call puts
  add esp, 28
  ret
last:
  sub esp, 24
  push last_says
  call puts
  add esp, 28
  ret
next_to_last:
  sub esp, 24
  push next_says
  call puts
  add esp, 28
  ret
main:
  sub esp, 24
  push main_says
  call puts
  add esp, 28
  xor eax, eax
  ret
