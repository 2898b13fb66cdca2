; Digits from the end of a buffer whose end label stands at the zero byte. exit 0
extern puts
global main
section .data
digits: times 10 db 0
digits_end: db 0
other:  dq -1
section .text
main:   push rbx
        mov ebx, digits_end
        mov eax, 90417
        mov ecx, 10
.next:  xor edx, edx
        div ecx
        add dl, '0'
        dec ebx
        mov [rbx], dl
        test eax, eax
        jnz .next
        mov edi, ebx
        call puts
        xor eax, eax
        pop rbx
        ret
