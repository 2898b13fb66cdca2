; Instances of one structure in a row, each with a label of its own, are walked as a table. exit 160
global _start
struc player
.health: resd 1
.magic: resw 1
.level: resw 1
endstruc
section .data
hero: istruc player
  at player.health, dd 100
  at player.level, dw 3
iend
ogre:
istruc player
  at player.health, dd 60
iend
score: dd 0
section .text
_start:
  mov ebx, hero
  mov ecx, 2
  xor edi, edi
.next:
  add edi, [rbx + player.health]
  add rbx, player_size
  dec ecx
  jnz .next
  mov eax, 60
  syscall
