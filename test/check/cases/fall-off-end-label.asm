; A jump to a label with nothing behind it. signal SIGSEGV
global _start
section .text
_start:
  mov ecx, 3
.again:
  dec ecx
  jz done ; expect: fall-off-end
  jmp .again
done:
