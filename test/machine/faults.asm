; What a handler is told of faults and traps, and where the x87 says it was: one line each, the same on a real CPU.
; Lines of faults: signal, si_code, si_addr, trap number, error code, rip - base. The program makes system calls only.
default rel

NONE    equ 0x10000000          ; pages: no access, read only, read and execute, read and write, nothing
READ    equ NONE + 0x1000
RUN     equ NONE + 0x2000
WRITE   equ NONE + 0x3000
HOLE    equ NONE + 0x4000
SIZE    equ 0x4000

section .bss
line:   resb 128
stack:  resb 16384
.top:
resume: resq 1
saved:  resq 1
env:    resb 32

section .rodata
action: dq handler, 0x0c000004, restorer, 0   ; SA_SIGINFO, SA_RESTORER, SA_ONSTACK
place:  dq stack, 0, 16384

section .data
control: dw 0x340, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
snan:   dd 0x7f800001
zero:   dw 0

section .text
global _start
base:
restorer:
        mov eax, 15
        syscall

; rax as 16 hexadecimal digits at rdi
hex:    mov ecx, 16
.next:  rol rax, 4
        mov edx, eax
        and edx, 15
        cmp edx, 10
        lea r8d, [rdx + '0']
        lea r9d, [rdx + 'a' - 10]
        cmovae r8d, r9d
        mov [rdi], r8b
        inc rdi
        loop .next
        mov byte [rdi], ' '
        inc rdi
        ret

; the line up to rdi
show:   mov byte [rdi - 1], 10
        lea rsi, [line]
        mov rdx, rdi
        sub rdx, rsi
        mov edi, 1
        mov eax, 1
        syscall
        ret

handler:
        mov r12, rsi
        mov r13, rdx
        lea rdi, [line]
        mov eax, [r12]
        call hex
        movsxd rax, dword [r12 + 8]
        call hex
        mov rax, [r12 + 16]
        cmp dword [r12], 5              ; si_addr of a trap is rip
        jne .address
        xor eax, eax
.address:
        call hex
        mov rax, [r13 + 40 + 160]
        call hex
        mov rax, [r13 + 40 + 152]
        call hex
        mov rax, [r13 + 40 + 128]
        lea rcx, [base]
        sub rax, rcx
        cmp rax, 0x10000
        jb .inside
        xor eax, eax
.inside:
        call hex
        call show
        cmp qword [resume], 0
        je .return
        mov rax, [resume]
        mov [r13 + 40 + 128], rax
        mov rax, [saved]
        mov [r13 + 40 + 120], rax
.return:
        ret

%macro fault 1+
        lea rax, [%%on]
        mov [resume], rax
        %1
%%on:
%endmacro

%macro call_to 1
        lea rax, [%%on]
        mov [resume], rax
        mov rax, %1
        jmp rax
%%on:
%endmacro

_start:
        mov [saved], rsp
        lea rdi, [place]
        xor esi, esi
        mov eax, 131                    ; sigaltstack
        syscall
        mov ebx, 31
.actions:
        mov edi, ebx
        lea rsi, [action]
        xor edx, edx
        mov r10d, 8
        mov eax, 13                     ; rt_sigaction
        syscall
        dec ebx
        jnz .actions
        mov edi, NONE
        mov esi, SIZE
        mov edx, 3
        mov r10d, 0x32
        mov r8, -1
        xor r9d, r9d
        mov eax, 9                      ; mmap
        syscall
        mov edi, NONE
        mov ecx, SIZE
        mov al, 0xc3
        rep stosb
%macro protect 2
        mov edi, %1
        mov esi, 0x1000
        mov edx, %2
        mov eax, 10
        syscall
%endmacro
        protect NONE, 0
        protect READ, 1
        protect RUN, 5

        fault mov al, [abs NONE + 8]
        fault mov [abs NONE + 8], al
        call_to NONE + 8
        fault mov [abs READ + 8], al
        call_to READ + 8
        fault mov [abs RUN + 8], al
        call_to WRITE + 8
        fault mov al, [abs HOLE]
        fault mov [abs HOLE + 16], al
        call_to HOLE + 32
        fault mov [abs HOLE - 4], rax
        fault mov rax, [abs HOLE - 4]
        fault mov rax, [abs READ - 4]
        fault mov [abs READ - 4], rax
        fault add dword [abs NONE], 1
        fault add dword [abs READ], 1
        fault bts dword [abs HOLE], 1
        mov ebx, READ
        fault cmpxchg [rbx], ecx
        mov rbx, 0xffff888000000000
        fault mov al, [rbx]
        fault mov [rbx], al
        call_to rbx
        mov rbx, 0x800000000000
        fault mov al, [rbx]
        call_to rbx
        mov rsp, HOLE + 0x100
        fault push rax
        mov rsp, READ
        fault push rax
        mov rsp, rbx
        fault push rax
        fault ud2
        fault hlt
        fault int 99
        fault movaps xmm0, [rsp + 1]
        xor ecx, ecx
        fault div ecx

; ---- the trap flag: #DB behind each instruction that began with it
        mov qword [resume], 0
        pushfq
        or dword [rsp], 0x100
        popfq
        nop
        mov eax, 39                     ; getpid: the trap comes behind the next instruction
        syscall
        nop
        call .called
        mov eax, ss
        mov ss, eax                     ; holds the trap back
        nop
        pushfq
        and dword [rsp], ~0x100
        popfq
        nop
        mov esi, READ                   ; repetitions are trapped one by one
        mov edi, WRITE
        mov ecx, 3
        pushfq
        or dword [rsp], 0x100
        popfq
        rep movsb
        rep stosb                       ; none left
        mov cl, 5
        repe cmpsb                      ; equal up to the end
        mov cl, 4
        mov al, 0xc3
        repne scasb                     ; found at once
        pushfq
        and dword [rsp], ~0x100
        popfq
        nop
        int3
        jmp .x87
.called:
        xor eax, eax
        jz .back
.back:  ret

; ---- where the last x87 instruction was
%macro place 1+
        %1
        fnstenv [env]
        fldcw [env]                     ; fnstenv masks everything
        mov eax, [env + 12]
        test eax, eax
        jz %%zero
        lea rcx, [base]
        sub rax, rcx
%%zero: lea rdi, [line]
        call hex
        call show
%endmacro
.x87:   fninit
        place nop
        place fld1
        place fld1
        place faddp
        place fnop
        place fstp st0
        fnop                            ; a system call may lose the address on some CPUs
        place fnclex
        mov ebx, 20000                  ; long enough to be translated
.loop:  fld1
        fadd st0, st0
        fstp qword [env + 8]
        dec ebx
        jnz .loop
        place nop
        fnop
        place fwait
        place fincstp
        fnop
        fnstenv [env]
        fld1
        fldenv [env]
        place nop
        fninit
        place nop
        push 0x37a                      ; an invalid operation is told at the next instruction
        fldcw [rsp]
        pop rax
        fld1
        faddp
        place nop
        fault fld1
        fnclex
; ---- opcode and operand of the last x87 instruction, where it raised an exception that is not masked
%macro culprit 1+
        fldcw [control]
        %1
        fnstenv [env]
        fnclex
        movzx eax, word [env + 18]
        lea rdi, [line]
        call hex
        mov eax, [env + 20]
        test eax, eax
        jz %%zero
        lea rcx, [control]
        sub rax, rcx
%%zero: call hex
        call show
%endmacro
        fninit
        lea rbx, [control + 16]
        culprit fld dword [snan]
        culprit fist word [rbx - 8]
        fld1
        fldz
        culprit fdivp
        culprit fidiv word [zero]
        fninit
        culprit a32 fbstp [ebx - 4]
        culprit fsqrt                   ; without an operand in memory

; ---- EFLAGS.AC: operands that are not aligned
%macro odd 1+
        lea rax, [%%on]
        mov [resume], rax
        push 0x40202
        popfq
        %1
%%on:   push 0x202
        popfq
%endmacro
        mov rsp, [saved]
        and rsp, -16
        mov [saved], rsp
        lea rbx, [rsp - 64]
        odd mov eax, [rbx + 1]
        odd mov eax, [rbx + 4]
        odd mov [rbx + 7], ax
        odd movups xmm0, [rbx + 8]
        odd vmovups ymm0, [rbx + 16]
        odd fld tword [rbx + 4]
        odd lock inc dword [rbx + 2]
        odd fnstenv [rbx + 2]
        odd movaps xmm0, [rbx + 1]
        odd mov eax, [abs HOLE + 1]
        odd mov eax, [abs HOLE]
        mov r8, 0xffff888000000001
        odd mov eax, [r8]
        mov r8, 0x800000000001
        odd mov eax, [r8]
        lea rsi, [rbx + 1]
        mov rdi, rbx
        mov ecx, 3
        odd rep movsd
        mov rcx, rbx
        sub rsp, 1
        odd push rax
        mov r9d, 2                      ; long enough to be translated, then with the flag
.odd:   mov ecx, 20000
.again: mov eax, [rbx + 1]
        dec ecx
        jnz .again
        dec r9d
        jz .aligned
        lea rax, [.aligned]
        mov [resume], rax
        push 0x40202
        popfq
        jmp .odd
.aligned:
        push 0x202
        popfq

; ---- an instruction cut off by the end of a page, jumps to the last addresses
        mov rax, 0x72654687b80ff390
        mov [abs HOLE - 8], rax
        mov byte [abs HOLE - 16], 0x0f
        protect WRITE, 5
        call_to HOLE - 7
        call_to HOLE - 6
        call_to -1
        call_to -8
        call_to -16
        push -1
        fault ret

; ---- transfers to segments that there are not
%macro frame 2+
        mov rsp, [saved]
        push 0x2b
        push rsp
        push 0x202
        push %1
        lea rax, [%%on]
        push rax
        mov [resume], rax
        %2
%%on:
%endmacro
%macro frames 1-*
%rep %0
        frame %1, iretq
        frame %1, o64 retf
%rotate 1
%endrep
%endmacro
        frames 0, 3, 8, 0x10, 0x28, 0x2b, 0x30, 0x32, 0x63, 0x1234, 0x33
%macro load_segment 2
        mov rsp, [saved]
        mov ecx, %2
        fault mov %1, cx
%endmacro
        load_segment ss, 0
        load_segment ss, 0x28
        load_segment ss, 0x2a
        load_segment ss, 0x23
        load_segment ss, 0x2b
        load_segment ds, 0x10
        load_segment ds, 0x28
        load_segment ds, 0x7b
        load_segment es, 0x63
        load_segment fs, 0xfff8
%macro memory_far 2
        mov rsp, [saved]
        lea rbx, [rsp - 256]
        lea rax, [.here]
        mov [rbx], eax
        mov word [rbx + 4], %1
        fault %2 far dword [rbx]
%endmacro
        memory_far 0x33, jmp
        memory_far 0x30, jmp
        memory_far 0x2b, jmp
        memory_far 8, call
        memory_far 0, jmp
        memory_far 0x1234, call
.here:
; frames that run into a page without access
        mov rsp, HOLE - 16
        fault iretq
        mov rsp, HOLE - 8
        fault o64 retf
        mov rsp, READ + 8
        mov rbx, [saved]
        lea rax, [.there]
        mov [rbx - 64], eax
        mov word [rbx - 60], 0x33
        sub rbx, 64
        fault call far dword [rbx]
        mov rsp, READ + 4
        fault call far dword [rbx]
.there:
        mov eax, 60
        xor edi, edi
        syscall
