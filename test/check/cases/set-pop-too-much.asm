; A loop of pops goes on above the arguments. signal SIGSEGV
        global _start
        section .text
_start: pop rax                         ; expect: stack-underflow
        jmp _start
