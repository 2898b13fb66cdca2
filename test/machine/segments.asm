; Segments of a 32-bit program: what a handler is told of accesses through them, one line each, the same on a real CPU: trap
; number, error code, eip - base. Lines of lar and lsl: ZF, value.
bits 32
section .data
action: dd handler, 0x44000004, restorer, 0, 0          ; SA_SIGINFO, SA_RESTORER, SA_NODEFER
desc:   dd -1, area, 0xfff, 0x41                        ; 4 KiB in bytes
desc_ro: dd -1, area, 0xfffff, 0x59                     ; read_exec_only
desc_no: dd -1, area, 0xfffff, 0x71                     ; seg_not_present
desc_down: dd 14, area, 0xff, 0x43                      ; expands down
line:   times 40 db ' '
resume: dd 0
saved:  dd 0
section .bss
alignb 4096
area:   resb 8192

section .text
global _start
base:
restorer:
        mov eax, 173                    ; rt_sigreturn
        int 0x80

; eax as 8 hexadecimal digits at edi
hex:    mov ecx, 8
.next:  rol eax, 4
        mov edx, eax
        and edx, 15
        cmp edx, 10
        jb .digit
        add edx, 'a' - '0' - 10
.digit: add edx, '0'
        mov [edi], dl
        inc edi
        dec ecx
        jnz .next
        inc edi
        ret
show:   mov byte [edi - 1], 10
        mov ecx, line
        mov edx, edi
        sub edx, ecx
        mov ebx, 1
        mov eax, 4
        int 0x80
        mov byte [edi - 1], ' '
        ret

handler:
        mov esi, [esp + 12]
        add esi, 20
        mov edi, line
        mov eax, [esi + 48]             ; trapno
        call hex
        mov eax, [esi + 52]
        call hex
        mov eax, [esi + 56]
        sub eax, base
        call hex
        call show
        mov eax, [resume]
        mov [esi + 56], eax
        mov eax, [saved]
        mov [esi + 28], eax
        mov dword [esi + 8], 0x2b       ; es, ds
        mov dword [esi + 12], 0x2b
        ret

%macro fault 1+
        mov dword [ss:resume], %%on
        %1
%%on:
%endmacro
%macro look 2
        mov ebp, 0x5555
        %1 ebp, %2
        setz al
        movzx eax, al
        mov edi, line
        call hex
        mov eax, ebp
        call hex
        call show
%endmacro
%macro area_of 2                        ; entry in %2 behind set_thread_area
        mov ebx, %1
        mov eax, 243
        int 0x80
        mov edi, line
        call hex
        call show
        mov esi, [%1]
        lea esi, [esi * 8 + 3]
        %2
%endmacro

_start:
        mov [saved], esp
        mov esi, 11
        call .sigaction
        mov esi, 7
        call .sigaction
        jmp .begin
.sigaction:
        mov ebx, esi
        mov ecx, action
        xor edx, edx
        mov esi, 8
        mov eax, 174
        int 0x80
        ret
.begin:
        mov ebx, area
        xor eax, eax
        fault mov ecx, [fs:area]        ; as a program starts
        mov es, ax
        fault mov ecx, [es:ebx]
        mov es, ax
        mov edi, area
        fault stosd
        mov ds, ax
        fault mov ecx, [ebx]
        mov ds, ax
        fault fld dword [ebx]
        mov ds, ax
        fault fstp dword [ebx]
        mov ds, ax
        fault movups xmm0, [ebx]
        mov ds, ax
        fault push dword [ebx]
        push 0x2b
        pop ds
        push 0
        pop ds
        fault inc dword [ebx]
        mov eax, 0x23
        mov ds, ax
        fault mov ecx, [ebx]
        fault mov [ebx], ecx
        mov es, ax
        fault rep stosb
        mov eax, 0x28
        mov ds, ax
        fault mov [ebx], ecx
        mov eax, 0x2b
        mov ds, ax
        fault mov [cs:ebx], ecx
        fault mov ecx, [cs:ebx]
        xor ecx, ecx
        fault mov ss, cx
        mov cl, 0x23
        fault mov ss, cx
        mov cl, 0x28
        fault mov ss, cx
        mov ecx, 0x1234
        fault mov fs, cx
        fault jmp 0x2b:.begin
        fault jmp 8:.begin
        fault call 0:.begin

        area_of desc, {mov gs, si}
        fault mov ecx, [gs:0xffc]
        fault mov ecx, [gs:0xffd]
        fault mov [gs:0xfff], cl
        fault mov [gs:0xfff], cx
        fault fstp tword [gs:0xff8]
        fault mov ecx, [gs:-4]
        look lar, esi
        look lsl, esi
        area_of desc_ro, {mov fs, si}
        fault mov ecx, [fs:8]
        fault mov [fs:8], ecx
        fault lock inc dword [fs:8]
        look lar, esi
        look lsl, esi
        area_of desc_no, nop
        area_of desc_down, {mov fs, si}
        fault mov ecx, [fs:0x100]
        fault mov ecx, [fs:0xff]
        fault mov ecx, [fs:0x10]
        look lar, esi
        look lsl, esi
        mov eax, 0x2b
        look lar, eax
        mov eax, 1
        xor ebx, ebx
        int 0x80
