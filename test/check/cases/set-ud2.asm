; ud2. signal SIGILL
        global _start
        section .text
_start: ud2                             ; expect: illegal-instruction
