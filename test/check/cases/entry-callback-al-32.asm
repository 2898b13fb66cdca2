; 32 bits: a comparison for bsearch that returns a byte. exit 0
bits 32
extern bsearch
section .data
letters: db "aeiou"
key: db "o"
section .text
global main
compare:
  mov ecx, [esp+4]
  mov cl, [ecx]
  mov edx, [esp+8]
  cmp cl, [edx]
  setne al
  ret ; expect: uninit-value
main:
  push compare
  push 1
  push 5
  push letters
  push key
  call bsearch
  add esp, 20
  xor eax, eax
  ret
