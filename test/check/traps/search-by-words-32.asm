; exit 0
; Searches for the zero byte by words of 32 bits, whose constants are written with an h.
        bits 32
        global main
        extern malloc, free, printf
        section .data
path    db "/usr/local/bin", 0
tab     dw 1, 2, 3, 4, 5, 0, 0
fmt     db "%d %s %d", 10, 0
        section .text
len4:   mov  ecx, [esp+4]
.al:    test cl, 3
        jz   .w
        cmp  byte [ecx], 0
        je   .end
        inc  ecx
        jmp  .al
.w:     mov  eax, [ecx]
        lea  edx, [eax-01010101h]
        not  eax
        and  edx, eax
        and  edx, 80808080h
        jnz  .hit
        add  ecx, 4
        jmp  .w
.hit:   bsf  edx, edx
        shr  edx, 3
        add  ecx, edx
.end:   mov  eax, ecx
        sub  eax, [esp+4]
        ret
last:   ; last '/' in [esp+4]
        push edi
        push dword [esp+8]
        call len4
        pop  edi
        lea  ecx, [eax+1]
        add  edi, eax
        mov  al, '/'
        std
        repne scasb
        cld
        lea  eax, [edi+1]
        pop  edi
        ret
main:   push ebp
        mov  ebp, esp
        push ebx
        push esi
        push edi
        sub  esp, 28
        mov  dword [esp], 6
        call malloc
        mov  ebx, eax
        mov  dword [ebx], 'hell'
        mov  word [ebx+4], 'o'
        mov  [esp], ebx
        call len4
        mov  [esp+4], eax
        mov  dword [esp], path
        call last
        mov  [esp+8], eax
        mov  esi, tab+8
        mov  edi, tab+12
        mov  ecx, 5
        std
        rep  movsw
        cld
        movzx eax, word [tab+12]
        imul eax, eax, 10
        add  ax, [tab+4]
        mov  [esp+12], eax
        mov  dword [esp], fmt
        mov  eax, [esp+4]
        call printf
        mov  [esp], ebx
        call free
        add  esp, 28
        pop  edi
        pop  esi
        pop  ebx
        leave
        xor  eax, eax
        ret
