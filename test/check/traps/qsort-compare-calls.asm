; The compare function of qsort calls libc itself; each call brings its arguments anew. exit 0
extern qsort, strcmp, puts
global main
section .data
a: dq s1,s2,s3,s4
s1: db "pear",0
s2: db "apple",0
s3: db "fig",0
s4: db "kiwi",0
section .text
cmp_: sub rsp,8
  mov rdi,[rdi]
  mov rsi,[rsi]
  call strcmp
  add rsp,8
  ret
main: push rbx
  mov rdi,a
  mov esi,4
  mov edx,8
  mov rcx,cmp_
  call qsort
  xor ebx,ebx
.l: mov rdi,[a+rbx*8]
  call puts
  inc ebx
  cmp ebx,4
  jb .l
  pop rbx
  xor eax,eax
  ret
