%defstr a it's
%defstr b it's "q"
%deftok c `"a\x01b"`
%strcat d "a", 'b', `\n\t`
%strcat e `\u263a`, "it's"
%strcat f `\xff\1772\177x\0009\0a`
%strcat g `\U0001F600\xc3`, 'a`\b"', "'"
%strcat h `\x1b\e\r\u00e9`
%strcat i ''
%strcat j `\xed\xa0\x80\xf5\x80\x80\x80\xc1\x81\xf4\x90\x80\x80\xf0\x80\x80\x80`
%strcat k "a\b'"
a b c d
e f g h i j k
db `\U7fffffff\xg\8\q\u\777`
%strcat l `\U7fffffff\xg\8\q\u\777`
l
