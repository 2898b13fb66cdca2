; Garbage in an x87 register is copied, exchanged, popped and overwritten; decisions depend on numbers that were set. exit 0
global _start
section .data
v: dq 3.5
section .text
_start:
  sub rsp, 32
  fld qword [rsp]
  fld qword [v]
  fxch st1
  fstp qword [rsp+8]
  fld1
  fcomip st1
  ja .bad
  fld st0
  fstp qword [rsp+16]
  fcom qword [v]
  fnstsw ax
  sahf
  jne .bad
  fld tword [rsp]
  fstp st0
  fldz
  fld1
  fcmove st0, st1
  ftst
  fnstsw ax
  test ah, 1
  jnz .bad
  fninit
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
