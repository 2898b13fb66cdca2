; fcomp, fnstsw, sahf with a double that was never set; and fucomip. exit 0
global _start
section .rodata
one: dq 1.0
section .text
_start:
  sub rsp, 32
  fld qword [rsp]
  fcomp qword [one]
  fnstsw ax
  sahf
  ja .a ; expect: uninit-branch
.a:
  fld qword [rsp+8]
  fld1
  faddp
  fldz
  fucomip st1
  jp .x ; expect: uninit-branch
.x:
  fstp st0
  mov eax, 60
  xor edi, edi
  syscall
