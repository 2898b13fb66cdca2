; An arena by mmap with an allocator of its own: behind the end, freed, freed twice, leaked. exit 0
global _start
section .bss
arena: resq 1
section .text
; @alloc size=rdi ret=rax
take:
  mov rax, [arena]
  add [arena], rdi
  add qword [arena], 15
  and qword [arena], -16
  ret
; @free ptr=rdi
give:
  ret
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 65536
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov [arena], rax
  mov edi, 40
  call take
  mov rbx, rax
  mov dword [rbx+36], 1
  mov dword [rbx+40], 1 ; expect: heap-overflow-write
  mov rdi, rbx
  call give
  mov dword [rbx], 5 ; expect: use-after-free-write
  mov rdi, rbx
  call give ; expect: double-free
  mov edi, 24
  call take
  mov [rax], rax
  xor eax, eax
  mov edi, 0x4321
  call give ; expect: invalid-free
  mov eax, 60
  xor edi, edi
  syscall ; expect: leak-definite
