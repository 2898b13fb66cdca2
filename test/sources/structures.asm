; {"bits":64}
; What the preprocessor makes: structures, tables by %rep, texts, conditions, contexts, macros with defaults and many arguments.
%include "bare64.inc"
struc person
.name:  resb    8
.age:   resw    1
.height: resd   1
endstruc
%macro people 2-*
%rep %0 / 2
        istruc person
          at person.name, db %1
          at person.age, dw %2
          at person.height, dd (%2) * 3 + 100
        iend
%rotate 2
%endrep
%endmacro
%macro if_less 3
%push if_less
        cmp     %1, %2
        jge     %$else
        mov     %3, 1
        jmp     %$end
%$else: mov     %3, 2
%$end:
%pop
%endmacro
%macro sum 1-*.nolist
        xor     eax, eax
%rep %0
        add     rax, %1
%rotate 1
%endrep
%endmacro
%define square(x) ((x) * (x))
%assign primes 0
global _start
_start: mov     rbx, table
        mov     ecx, people_count
.each:  push    rcx
        mov     rsi, rbx
        mov     edx, 8
        call    write_out
        movsx   rax, word [rbx+person.age]
        call    write_number
        say     " "
        mov     eax, [rbx+person.height]
        call    write_number
        say     10
        add     rbx, person_size
        pop     rcx
        dec     ecx
        jnz     .each
        mov     rax, -3
        if_less rax, 4, rdx
        number  rdx
        mov     rax, 4
        if_less rax, 4, rdx
        number  rdx
        say     10
        sum     1, square(3), square(2 + 3), -7
        call    write_number
        say     10
        movzx   eax, byte [bits_table + 0b10110111]
        call    write_number
        say     10
        number  count_of_primes
        say     10
        mov     rax, 'abcdefgh'
        push    rax
        mov     rsi, rsp
        mov     edx, 8
        call    write_out
        pop     rax
        say     `\ttab\x21\n`
        number  __?FLOAT64?__(1.5) >> 48
        say     " "
        number  person_size
        say     10
        leave_with 0
section .data
table:  people  "Ada", 36, "Alan", 41, "Grace", 85, "Edsger", -1
people_count equ ($ - table) / person_size
bits_table:
%assign value 0
%rep 256
        db      (value & 1) + (value >> 1 & 1) + (value >> 2 & 1) + (value >> 3 & 1) + (value >> 4 & 1) + (value >> 5 & 1) + (value >> 6 & 1) + (value >> 7)
%assign value value + 1
%endrep
%assign candidate 2
%rep 98
%assign divisor 2
%assign is_prime 1
%rep 10
%if divisor < candidate && candidate % divisor == 0
%assign is_prime 0
%exitrep
%endif
%assign divisor divisor + 1
%endrep
%assign primes primes + is_prime
%assign candidate candidate + 1
%endrep
count_of_primes equ primes
