int data = 41;
const char *names[] = {"one\n", "two\n"};
int far(int x) { return x + data; }
