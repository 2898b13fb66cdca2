; Where comments silence findings: at a macro's call, above, on a continued line, in capitals, where a leak comes from. exit 0
global main
extern malloc, free
%macro after 1
  mov al, [rbx+%1]
%endmacro
%macro twice 1
  after %1
  after %1 ; asmoscope: ignore heap-overflow-read
%endmacro
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  after 8 ; asmoscope: ignore heap-overflow-read
  after 9 ; expect: heap-overflow-read
  twice 10 ; asmoscope: ignore
  twice 11 ; expect: heap-overflow-read
  ; asmoscope: ignore heap-overflow-read
  ; which is meant
.next:

  mov al, [rbx+12]
  mov al, [rbx+13] ; expect: heap-overflow-read
  ; asmoscope: ignore use-after-free-read
  mov al, [rbx+14] ; expect: heap-overflow-read
  ; ASMOSCOPE: Ignore Heap-Overflow-Read
  mov al, \
    [rbx+15]
  mov al, \
    [rbx+16] ; AsmoScope: IGNORE
  mov al, [rbx+17] ; why: asmoscope: ignore ; expect: heap-overflow-read
  mov rdi, rbx
  call free
  mov edi, 24
  call malloc ; asmoscope: ignore leak-definite
  ; asmoscope: ignore leak-definite
  mov edi, 40
  call malloc
  pop rbx
  xor eax, eax
  ret ; expect: leak-definite
