; Blank lines of another file's macro, behind a blank line of this one, and a line without.
%include "between-files.inc"

 between
 nop
 between
%include "between-files.inc"
 between

 nop
