; The n-body simulation: sun and four giant planets, N steps, scalar doubles in structures; energy before and after.
%ifndef N
%define N 5000000
%endif
    global _start
    default rel

struc Body
    .x:    resq 1
    .y:    resq 1
    .z:    resq 1
    .vx:   resq 1
    .vy:   resq 1
    .vz:   resq 1
    .mass: resq 1
endstruc

BODIES equ 5

section .data
align 8
bodies:
    istruc Body                 ; sun
        at Body.x,    dq 0.0
        at Body.y,    dq 0.0
        at Body.z,    dq 0.0
        at Body.vx,   dq 0.0
        at Body.vy,   dq 0.0
        at Body.vz,   dq 0.0
        at Body.mass, dq 39.478417604357434
    iend
    istruc Body                 ; jupiter
        at Body.x,    dq 4.841431442464721
        at Body.y,    dq -1.1603200440274284
        at Body.z,    dq -0.10362204447112311
        at Body.vx,   dq 0.606326392995832
        at Body.vy,   dq 2.81198684491626
        at Body.vz,   dq -0.02521836165988763
        at Body.mass, dq 0.03769367487038949
    iend
    istruc Body                 ; saturn
        at Body.x,    dq 8.34336671824458
        at Body.y,    dq 4.124798564124305
        at Body.z,    dq -0.4035234171143214
        at Body.vx,   dq -1.0107743461787924
        at Body.vy,   dq 1.8256623712304119
        at Body.vz,   dq 0.008415761376584154
        at Body.mass, dq 0.011286326131968767
    iend
    istruc Body                 ; uranus
        at Body.x,    dq 12.894369562139131
        at Body.y,    dq -15.111151401698631
        at Body.z,    dq -0.22330757889265573
        at Body.vx,   dq 1.0827910064415354
        at Body.vy,   dq 0.8687130181696082
        at Body.vz,   dq -0.010832637401363636
        at Body.mass, dq 0.0017237240570597112
    iend
    istruc Body                 ; neptune
        at Body.x,    dq 15.379697114850917
        at Body.y,    dq -25.919314609987964
        at Body.z,    dq 0.17925877295037118
        at Body.vx,   dq 0.979090732243898
        at Body.vy,   dq 0.5946989986476762
        at Body.vz,   dq -0.034755955504078104
        at Body.mass, dq 0.0020336868699246304
    iend
bodies_end:

dt:   dq 0.01
half: dq 0.5
one:  dq 1.0

section .text
_start:
    call offset_momentum
    call energy
    movq r13, xmm0
    mov ebx, N
.step:
    call advance
    dec ebx
    jnz .step
    call energy
    movq rax, xmm0
    xor rax, r13
    rol rax, 11
    add rax, r13
    jmp finish

offset_momentum:
    xorpd xmm0, xmm0
    xorpd xmm1, xmm1
    xorpd xmm2, xmm2
    lea rsi, [bodies]
    mov ecx, BODIES
.body:
    movsd xmm4, [rsi + Body.mass]
    movsd xmm3, [rsi + Body.vx]
    mulsd xmm3, xmm4
    addsd xmm0, xmm3
    movsd xmm3, [rsi + Body.vy]
    mulsd xmm3, xmm4
    addsd xmm1, xmm3
    movsd xmm3, [rsi + Body.vz]
    mulsd xmm3, xmm4
    addsd xmm2, xmm3
    add rsi, Body_size
    loop .body
    xorpd xmm5, xmm5
    subsd xmm5, xmm0
    divsd xmm5, [bodies + Body.mass]
    movsd [bodies + Body.vx], xmm5
    xorpd xmm5, xmm5
    subsd xmm5, xmm1
    divsd xmm5, [bodies + Body.mass]
    movsd [bodies + Body.vy], xmm5
    xorpd xmm5, xmm5
    subsd xmm5, xmm2
    divsd xmm5, [bodies + Body.mass]
    movsd [bodies + Body.vz], xmm5
    ret

; one step of all bodies
advance:
    push rbp
    mov rbp, rsp
    lea rsi, [bodies]
    lea r8, [bodies_end]
.i:
    lea rdi, [rsi + Body_size]
    cmp rdi, r8
    jae .move
.j:
    movsd xmm0, [rsi + Body.x]
    subsd xmm0, [rdi + Body.x]
    movsd xmm1, [rsi + Body.y]
    subsd xmm1, [rdi + Body.y]
    movsd xmm2, [rsi + Body.z]
    subsd xmm2, [rdi + Body.z]

    movsd xmm3, xmm0
    mulsd xmm3, xmm3
    movsd xmm4, xmm1
    mulsd xmm4, xmm4
    addsd xmm3, xmm4
    movsd xmm4, xmm2
    mulsd xmm4, xmm4
    addsd xmm3, xmm4            ; distance squared
    sqrtsd xmm4, xmm3
    mulsd xmm3, xmm4
    movsd xmm5, [dt]
    divsd xmm5, xmm3            ; magnitude

    movsd xmm6, [rdi + Body.mass]
    mulsd xmm6, xmm5
    movsd xmm7, [rsi + Body.mass]
    mulsd xmm7, xmm5

    movsd xmm8, [rsi + Body.vx]
    movapd xmm9, xmm0
    mulsd xmm9, xmm6
    subsd xmm8, xmm9
    movsd [rsi + Body.vx], xmm8
    movsd xmm8, [rsi + Body.vy]
    movapd xmm9, xmm1
    mulsd xmm9, xmm6
    subsd xmm8, xmm9
    movsd [rsi + Body.vy], xmm8
    movsd xmm8, [rsi + Body.vz]
    movapd xmm9, xmm2
    mulsd xmm9, xmm6
    subsd xmm8, xmm9
    movsd [rsi + Body.vz], xmm8

    mulsd xmm0, xmm7
    addsd xmm0, [rdi + Body.vx]
    movsd [rdi + Body.vx], xmm0
    mulsd xmm1, xmm7
    addsd xmm1, [rdi + Body.vy]
    movsd [rdi + Body.vy], xmm1
    mulsd xmm2, xmm7
    addsd xmm2, [rdi + Body.vz]
    movsd [rdi + Body.vz], xmm2

    add rdi, Body_size
    cmp rdi, r8
    jb .j
    add rsi, Body_size
    jmp .i

.move:
    lea rsi, [bodies]
    movsd xmm5, [dt]
.m:
    movsd xmm0, [rsi + Body.vx]
    mulsd xmm0, xmm5
    addsd xmm0, [rsi + Body.x]
    movsd [rsi + Body.x], xmm0
    movsd xmm0, [rsi + Body.vy]
    mulsd xmm0, xmm5
    addsd xmm0, [rsi + Body.y]
    movsd [rsi + Body.y], xmm0
    movsd xmm0, [rsi + Body.vz]
    mulsd xmm0, xmm5
    addsd xmm0, [rsi + Body.z]
    movsd [rsi + Body.z], xmm0
    add rsi, Body_size
    cmp rsi, r8
    jb .m
    pop rbp
    ret

; xmm0: energy of all bodies
energy:
    xorpd xmm0, xmm0
    lea rsi, [bodies]
    lea r8, [bodies_end]
.i:
    movsd xmm1, [rsi + Body.vx]
    mulsd xmm1, xmm1
    movsd xmm2, [rsi + Body.vy]
    mulsd xmm2, xmm2
    addsd xmm1, xmm2
    movsd xmm2, [rsi + Body.vz]
    mulsd xmm2, xmm2
    addsd xmm1, xmm2
    mulsd xmm1, [rsi + Body.mass]
    mulsd xmm1, [half]
    addsd xmm0, xmm1
    lea rdi, [rsi + Body_size]
.j:
    cmp rdi, r8
    jae .next
    movsd xmm1, [rsi + Body.x]
    subsd xmm1, [rdi + Body.x]
    mulsd xmm1, xmm1
    movsd xmm2, [rsi + Body.y]
    subsd xmm2, [rdi + Body.y]
    mulsd xmm2, xmm2
    addsd xmm1, xmm2
    movsd xmm2, [rsi + Body.z]
    subsd xmm2, [rdi + Body.z]
    mulsd xmm2, xmm2
    addsd xmm1, xmm2
    sqrtsd xmm1, xmm1
    movsd xmm2, [rsi + Body.mass]
    mulsd xmm2, [rdi + Body.mass]
    divsd xmm2, xmm1
    subsd xmm0, xmm2
    add rdi, Body_size
    jmp .j
.next:
    add rsi, Body_size
    cmp rsi, r8
    jb .i
    ret

%include "finish64.inc"
