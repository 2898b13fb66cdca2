; {"bits":64,"with":["several-queue.asm","several-text.asm"],"input":"push 5\npush -7\npush 12\npop\nshow\npop\npop\npop\nwhat\n"}
; Three sources: commands are read here, a queue keeps the numbers, a module compares and prints text; globals, common
; variables, sections with the same names, local labels of the same names.
global _start, errors
extern queue_push, queue_pop, queue_show, queue_count, same_word, print, print_number
section .data
errors: dd      0
word_push: db   "push", 0
word_pop: db    "pop", 0
word_show: db   "show", 0
empty:  db      "empty", 10, 0
section .bss
text_size equ   512
text:   resb    text_size
section .text
_start: xor     eax, eax
        xor     edi, edi
        mov     rsi, text
        mov     edx, text_size
        syscall
        mov     rbx, text
        lea     r12, [text+rax]
.line:  cmp     rbx, r12
        jae     .end
        mov     rdi, rbx
        mov     rsi, word_push
        call    same_word
        je      .push
        mov     rsi, word_pop
        call    same_word
        je      .pop
        mov     rsi, word_show
        call    same_word
        je      .show
        inc     dword [errors]
        jmp     .next
.push:  add     rbx, 5
        xor     eax, eax
        xor     ecx, ecx
        cmp     byte [rbx], '-'
        jne     .digit
        inc     ecx
        inc     rbx
.digit: movzx   edx, byte [rbx]
        sub     edx, '0'
        cmp     edx, 9
        ja      .number
        imul    eax, eax, 10
        add     eax, edx
        inc     rbx
        jmp     .digit
.number: jecxz  .positive
        neg     eax
.positive:
        movsxd  rdi, eax
        call    queue_push
        jmp     .next
.pop:   call    queue_pop
        jc      .empty
        mov     rdi, rax
        call    print_number
        jmp     .next
.empty: mov     rdi, empty
        call    print
        jmp     .next
.show:  call    queue_show
.next:  cmp     byte [rbx], 10
        lea     rbx, [rbx+1]
        jne     .next
        jmp     .line
.end:   mov     edi, [errors]
        shl     edi, 4
        add     edi, [queue_count]
        mov     eax, 60
        syscall
