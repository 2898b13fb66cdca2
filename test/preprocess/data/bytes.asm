caf� equ 3
été: db 1
%define é 5
db é
