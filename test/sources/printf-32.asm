; {"bits":32,"libc":true}
; printf with the arguments of cdecl: 64-bit numbers and doubles take two words, long doubles three, floats none.
global main
extern printf, sprintf, puts, fprintf, stdout, fflush
%macro call_c 1-*
%assign %%bytes 0
%define %%name %1
%rep %0 - 1
%rotate -1
        push    dword %1
%assign %%bytes %%bytes + 4
%endrep
        call    %%name
        add     esp, %%bytes
%endmacro
section .text
main:   push    ebp
        mov     ebp, esp
        and     esp, -16
        sub     esp, 48
        call_c  printf, integers, -5, 5, 0xff, 8, 'z', text
        call_c  printf, wide, [large], [large+4], -1, -1, 65535, 200
        fld     qword [real]
        fstp    qword [esp+4]
        fld     dword [single]
        fstp    qword [esp+12]
        mov     dword [esp], reals
        call    printf
        fldl2e
        fstp    tword [esp+4]
        mov     dword [esp+16], 77
        mov     dword [esp], long_real
        call    printf
        mov     [count], eax
        call_c  sprintf, buffer, placed, 12, -8, 3, text
        call_c  puts, buffer
        call_c  fprintf, [stdout], counted, [count], counter, 9
        call_c  printf, number, [counter]
        call_c  fflush, 0
        mov     eax, [count]
        leave
        ret
section .data
integers: db    "%d %u %x %o %c %s", 10, 0
wide:   db      "%lld %#llx %hu %hhd", 10, 0
reals:  db      "%.3f %e", 10, 0
long_real: db   "%.10Lf %d", 10, 0
placed: db      "%*d|%.*s|", 0
counted: db     "%d%n %d", 10, 0
number: db      "%d", 10, 0
text:   db      "thirty-two bits", 0
align 8
large:  dq      -9876543210123
real:   dq      1234.5678
single: dd      0.1
section .bss
buffer: resb    64
counter: resd   1
count:  resd    1
section .note.GNU-stack noalloc noexec nowrite progbits
